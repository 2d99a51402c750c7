"""A pattern that is compiled late answers as one that is compiled at once."""

import re

from localgroups.model.late_patterns import late


def test_a_late_pattern_finds_what_any_other_finds() -> None:
    pattern, at_once = late(r"(\w)at", re.IGNORECASE), re.compile(r"(\w)at", re.IGNORECASE)

    for text in ("Cat, hat and bat", "cow", "Cat"):
        assert pattern.findall(text) == at_once.findall(text)
        assert pattern.sub(r"\1ow", text) == at_once.sub(r"\1ow", text)
        assert bool(pattern.fullmatch(text)) == bool(at_once.fullmatch(text))
    assert (pattern.pattern, pattern.flags, pattern.groups) == (at_once.pattern, at_once.flags, at_once.groups)


def test_a_late_pattern_can_be_of_bytes() -> None:
    assert late(rb"%PDF").match(b"%PDF-1.7") is not None
