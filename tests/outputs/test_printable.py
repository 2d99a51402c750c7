"""Texts on one line, whatever was written."""

from hypothesis import example, given
from hypothesis import strategies as some

from localgroups.outputs.printable import one_line, printable, single_spaced

texts = some.text() | some.text(alphabet=" a\t\n\u00a0\u2028\u3000\u202e\x1f")


@given(texts)
@example("two  spaces")
@example(" at its ends ")
@example("a\u00a0b")
def test_all_white_space_is_single_spaces_between_words(text: str) -> None:
    assert single_spaced(text) == " ".join(text.split())
    assert one_line(text) == " ".join(printable(text).split())
