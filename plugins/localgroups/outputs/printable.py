"""Text without characters that no feed and no calendar may carry.

XML 1.0, 2.2 forbids most control characters, and one of them costs a reader the whole feed; RFC 5545, 3.1 allows none
but the tab. Those that override the direction of writing can make an address look like another.
"""

from collections.abc import Mapping
from functools import lru_cache

from localgroups.model.characters import with_plain_ends, without_deceiving


def printable(text: str) -> str:
    """The same text, with `\\n` for every line end, less what cannot be printed."""
    return text if text.isprintable() else without_deceiving(with_plain_ends(text))


@lru_cache(maxsize=64)
def printable_text(text: str) -> str:
    """The same, for long texts that are asked for again: each stands in a feed of several formats."""
    return printable(text)


@lru_cache(maxsize=512)
def one_line(text: str) -> str:
    """Printable, with every stretch of white space as one space. Kept for a while, because feeds of several formats say
    the same."""
    return single_spaced(printable(text))


def single_spaced(text: str) -> str:
    """The same text with every stretch of white space as one space, and none at its ends. Nearly every text is so
    already, which is sure at a glance: no white space but the space counts as printable."""
    is_so = text.isprintable() and "  " not in text and text == text.strip(" ")
    return text if is_so else " ".join(text.split())


def with_escapes(text: str, escapes: Mapping[str, str]) -> str:
    """The text with all that is to be escaped written so, one after the other in their order."""
    for written, escape in escapes.items():
        if written in text:  # quickly said, while `replace` counts first
            text = text.replace(written, escape)
    return text
