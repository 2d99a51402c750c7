"""Lists of meetings in one file."""

from pathlib import Path

from reading.nation import read_riverside

LIST = """
- title: Film night
  starts: 2026-12-03 19:00
  about: |
    Bring *cushions*.

    And a friend.
- title: Quiz
  starts: 31 November 2026
- title: Café at the mill
  starts: 2026-12-10 15:00
  id: cafe
- title: Walk
  status: draft
"""


def test_each_entry_is_a_meeting_of_its_own(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {"meetings/winter.yaml": LIST})
    assert [one.stem for one in reading.items.meetings] == ["2026-12-03-film-night", "cafe"]
    assert [one.path for one in reading.items.meetings] == ["groups/riverside/meetings/winter.yaml"] * 2
    assert "<em>cushions</em>" in reading.items.meetings[0].body.text
    assert reading.items.meetings[0].summary == "Bring cushions."


def test_a_bad_entry_is_held_alone_and_named_by_its_line(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {"meetings/winter.yaml": LIST})
    assert [(one.path, one.codes) for one in reading.held] == [
        ("groups/riverside/meetings/winter.yaml:8", ("no-such-day",))
    ]
    assert [(one.span.line, one.code) for one in reading.diagnostics] == [(9, "no-such-day")]


def test_drafts_and_bad_entries_count_as_items_found(tmp_path: Path) -> None:
    assert read_riverside(tmp_path, {"meetings/winter.yaml": LIST}).item_count == 4 + 2


def test_a_link_that_leads_nowhere_is_told_in_its_own_line(tmp_path: Path) -> None:
    text = "- title: Walk\n  starts: 2026-12-03\n  about: |\n    One.\n    See [x](../nowhere.md).\n"
    found = read_riverside(tmp_path, {"meetings/winter.yaml": text}).diagnostics
    assert [(one.span.line, one.code) for one in found] == [(5, "link-nowhere")]


def test_a_title_without_letters_of_the_alphabet_still_has_an_address(tmp_path: Path) -> None:
    text = "- title: 読書会\n  starts: 2026-12-03 19:00\n"
    assert [one.stem for one in read_riverside(tmp_path, {"meetings/w.yaml": text}).items.meetings] == [
        "2026-12-03-meeting"
    ]
