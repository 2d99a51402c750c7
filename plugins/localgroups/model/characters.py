"""Characters that nobody types on purpose, and that deceive readers or break programs.

Control characters move a terminal's cursor and end a line of a calendar; those that override the direction of writing
make one word look like another; lone halves of a pair are no text at all. One list, so that what is taken out of
fields, texts, pages, feeds, calendars and messages is the same.
"""

from localgroups.model.late_patterns import late

CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff"
"""All but tab and line feed. XML 1.0, 2.2 forbids most of them; RFC 5545, 3.1 allows none."""
OVERRIDE = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates of the direction of writing (Unicode Standard Annex 9)."""
HALVES = "\ud800-\udfff"
"""Surrogates: bytes of a file's name that are no UTF-8, or half an escape."""

_TYPED = bytes((*b"\t\n", *range(0x20, 0x7F)))
"""What stands on a keyboard."""
_DECEIVING = late(f"[{CONTROL}{OVERRIDE}{HALVES}]")
_OFF_THE_LINE = late(f"[{CONTROL}{OVERRIDE}{HALVES}\t\n\u2028\u2029]")


def is_plain(text: str) -> bool:
    """Whether it is sure at a glance that no such character is in it, as it is with nearly every text: all of them
    are of the kinds that Python does not count as printable, and so are tabs and line feeds."""
    if text.isascii():
        return not text.encode().translate(None, _TYPED)
    return text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable()


def with_plain_ends(text: str) -> str:
    """The text with every line ended as editors count lines, whatever system it was written on; other signs that end
    one for programs do not."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_deceiving(text: str) -> str:
    """The text less such characters; tabs and line feeds stay."""
    return text if is_plain(text) else _DECEIVING.sub("", text)


def holds_deceiving(text: str) -> bool:
    """Whether there is one in it."""
    return not is_plain(text) and _DECEIVING.search(text) is not None


def shown(text: str) -> str:
    """For messages: each such character, and each end of a line, as the sign for what cannot be shown."""
    return text if text.isprintable() else _OFF_THE_LINE.sub("\N{REPLACEMENT CHARACTER}", text)
