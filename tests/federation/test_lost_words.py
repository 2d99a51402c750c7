"""A word that the nation took away is told once, where it was taken."""

from localgroups.federation.lost_words import lost_words
from localgroups.model.diagnostics import Diagnostic, Span


def unknown(group: str, word: str = "hustings") -> Diagnostic:
    message = f'"{word}" is not a kind of meeting that is known here.'
    return Diagnostic("unknown-word", Span(f"groups/{group}/meetings/2026-12-03-a.md", 4), message)


def test_a_word_that_several_groups_use_is_told_at_the_nations_file() -> None:
    (found,) = lost_words([unknown("a"), unknown("b"), unknown("c", "Hustings")])
    assert (found.code, found.span.path) == ("word-removed", "content/organisation.yaml")
    assert found.message == '"hustings" is no word of the nation, and 3 files of 3 groups use it.'
    assert found.help.endswith("words: {meetings: {hustings: Hustings}}")


def test_a_slip_of_one_group_is_its_own() -> None:
    assert lost_words([unknown("a"), unknown("a"), unknown("b", "metting")]) == []
