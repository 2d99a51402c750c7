"""Characters that deceive, each of them found however the text is looked at."""

import re

import pytest

from localgroups.model.characters import CONTROL, HALVES, OVERRIDE, holds_deceiving, is_plain, shown, without_deceiving

CLASS = re.compile(f"[{CONTROL}{OVERRIDE}{HALVES}]")
DECEIVING = [chr(code) for code in range(0x11000) if CLASS.match(chr(code))]


def test_no_character_that_deceives_is_taken_for_a_plain_one() -> None:
    assert [one for one in DECEIVING if is_plain(f"a{one}b")] == []
    assert [one for one in DECEIVING if not holds_deceiving(f"a{one}b\n")] == []
    assert {without_deceiving(f"a\t{one}b\n") for one in DECEIVING} == {"a\tb\n"}


@pytest.mark.parametrize("text", ["", "plain", "two\nlines\tand a tab", "Grüße, 日本語, العربية", "a\u00a0b\u200bc"])
def test_what_deceives_nobody_stays(text: str) -> None:
    assert without_deceiving(text) == text
    assert not holds_deceiving(text)


def test_messages_show_that_something_was_there() -> None:
    assert shown("plain") == "plain"
    assert shown("a\u202eb\nc\u2028d\te") == "a\ufffdb\ufffdc\ufffdd\ufffde"
