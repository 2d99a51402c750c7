"""Harmless texts and harmful ones in one another: what is left is clean, and sanitising it again changes nothing.

The harmless are the examples of both specifications, which know every corner of Markdown; the harmful are those of
tests/nations/hostile. A corner of the one may open a door for the other.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localgroups.model.characters import holds_deceiving
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.sanitiser import sanitise
from reading.examples import commonmark, gfm
from security.dangers import dangers
from security.hostile import lines_of, markup

EXAMPLES = [one.written for one in (*gfm(), *commonmark())]
EXPECTED = [one.shown for one in (*gfm(), *commonmark())]
VECTORS = [*markup(), *lines_of("values.txt"), *lines_of("addresses.txt")]
SETTINGS = settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=list(HealthCheck))

FRAMES = ("{a}\n\n{b}", "{b}\n{a}", "> {a}\n> {b}", "- {a}\n  {b}", "[{b}]({a})", "`{a}` {b}", "| {a} |\n|-|\n| {b} |")
"""Ways in which one text can stand beside another."""


def on_site(address: str) -> str | None:
    """A folder in which every address leads somewhere, so that none is cut off too early."""
    return address if address.startswith("/groups/") else "/groups/riverside/here"


def wrong(html: str) -> list[str]:
    """What may not be in the text that comes of some HTML, and whether it moves when it is sanitised again."""
    once = sanitise(html, on_site).text
    found = dangers(once)
    if sanitise(once, on_site).text != once:
        found.append(f"does not rest: {once[:200]}")
    if holds_deceiving(once):
        found.append(f"deceives: {once[:200]}")
    return found


@pytest.mark.parametrize("texts", [EXAMPLES, VECTORS], ids=["examples", "vectors"])
def test_each_text_alone_is_left_clean_and_at_rest(texts: list[str]) -> None:
    assert {text: what for text in texts if (what := wrong(markdown_to_html(text)))} == {}


def test_the_html_of_the_specifications_is_left_clean_and_at_rest_without_githubs_filter() -> None:
    assert {html: what for html in EXPECTED if (what := wrong(html))} == {}


@pytest.mark.parametrize("frame", FRAMES)
def test_every_example_beside_every_kind_of_harm(frame: str) -> None:
    """Each example with three vectors, so that every vector stands beside several."""
    pairs = [
        (example, VECTORS[(3 * number + step) % len(VECTORS)])
        for number, example in enumerate(EXAMPLES)
        for step in range(3)
    ]
    texts = [frame.format(a=vector, b=example) for example, vector in pairs]

    assert {text: what for text in texts if (what := wrong(markdown_to_html(text)))} == {}


PIECES = st.one_of(st.sampled_from(EXAMPLES), st.sampled_from(EXPECTED), st.sampled_from(VECTORS))
CUT = st.tuples(PIECES, st.integers(0, 400), st.integers(1, 400)).map(lambda cut: cut[0][cut[1] : cut[1] + cut[2]])


@SETTINGS
@given(
    pieces=st.lists(st.one_of(PIECES, CUT), min_size=1, max_size=6), between=st.sampled_from(["", "\n", "\n\n", " "])
)
def test_pieces_of_all_of_them_in_any_order(pieces: list[str], between: str) -> None:
    text = between.join(pieces)

    assert wrong(markdown_to_html(text)) == []
    assert wrong(text) == []
