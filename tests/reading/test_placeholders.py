"""Words of forms and examples, in the place of the writer's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading import placeholders
from localgroups.reading.placeholders import placeholder_in_value

_PIECES = (
    *("lorem ipsum", "insert", "enter", "add", "type", "write", "put", "replace", "your", "the", "a", "my", "meeting"),
    *("event", "news", "group", "example", "sample", "page", "post", "article", "campaign", "venue", "title", "name"),
    *("text", "summary", "description", "headline", "date", "heading", "goes here", "here", "placeholder", "dummy"),
    *("xxx", "asdf", "qwerty", "foo", "bar", "blah", "bla", "tbc", "untitled", "new", "test", "testing", "place"),
    *("hall", "todo", "to do", "n/a", "na", "none", "null", "[", "]", "<", ">", "{", "(", "?", "!", ".", "…", "_", "~"),
    *("-", " ", " ", " ", "  ", "\n", "s", "1", "Title", "TBC", "Plan", "Spring"),
)


@settings(max_examples=2_000, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join))
def test_what_was_left_in_is_known_by_how_it_begins(text: str) -> None:
    words = " ".join(text.split())
    is_left_in = placeholders._LEFT_IN.fullmatch(words.lower()) is not None
    assert (placeholder_in_value(text, is_name=False) is not None) == is_left_in


@pytest.mark.parametrize("text", ["  Title\n", "HALL  NAME", "lorem\nipsum dolor", "İnsert", "", " ", "…"])
def test_spaces_and_capitals_hide_nothing(text: str) -> None:
    words = " ".join(text.split())
    is_left_in = placeholders._LEFT_IN.fullmatch(words.lower()) is not None
    assert (placeholder_in_value(text, is_name=True) is not None) == is_left_in
