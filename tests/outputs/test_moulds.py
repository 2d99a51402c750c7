"""Texts in the gaps of what a library wrote."""

from html import escape

from localgroups.outputs.moulds import mark, mould_of

WRITTEN = f'<a href="{mark("href")}">{mark("title")}</a> {mark("title")}'


def test_each_text_is_written_as_its_place_wants_it() -> None:
    made = mould_of(WRITTEN, lambda before: escape if before.endswith('="') else str.upper)

    assert made.cast({"href": 'a"b', "title": "Good"}) == '<a href="a&quot;b">GOOD</a> GOOD'


def test_a_text_that_looks_like_a_mark_is_a_text() -> None:
    made = mould_of(WRITTEN, lambda _: str)

    assert made.cast({"href": mark("title"), "title": "Good"}) == f'<a href="{mark("title")}">Good</a> Good'


def test_what_has_no_gap_is_cast_as_it_is() -> None:
    assert mould_of("END:VEVENT", lambda _: str).cast({}) == "END:VEVENT"
