"""Text without characters that no feed and no calendar may carry.

XML 1.0, 2.2 forbids most control characters, and one of them costs a reader the whole feed; RFC 5545, 3.1 allows none
but the tab. Those that override the direction of writing can make an address look like another.
"""

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The same text, with `\\n` for every line end, less what cannot be printed."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Printable, with every stretch of white space as one space."""
    return " ".join(printable(text).split())
