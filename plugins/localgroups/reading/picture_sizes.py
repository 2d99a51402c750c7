"""The sizes in which a picture is published, and the encoded picture itself.

Apart from `renditions`, so that a picture which is in the cache needs no Pillow.
"""

from localgroups.model.groups import Stored
from localgroups.model.values import Struct

WIDTHS = (480, 960, 1600)
"""A phone, a tablet or a column of text, a large screen."""
CARD_WIDTH = 1200
"""What programs that share links ask for."""
MAX_HEIGHT = 8000
"""WebP ends at 16,383 pixels; nobody scrolls through half of that."""
QUALITY = 80
"""Where neither eye nor data plan complains."""
RECIPE = f"3 {WIDTHS} {CARD_WIDTH} {MAX_HEIGHT} {QUALITY}"
"""All that the bytes depend on besides the source and Pillow's version; the first number grows with `renditions`."""


class Encoded(Struct, frozen=True):
    """One size of a picture."""

    width: int
    height: int
    data: bytes | Stored
    """Once it is in the cache, where it stands there."""


class Developed(Struct, frozen=True):
    """A picture in WebP, smallest first, with a JPEG for shared cards."""

    sizes: tuple[Encoded, ...]
    card: Encoded


def published_widths(width: int, height: int) -> tuple[int, ...]:
    """For a source of that size: never larger, and no two so near each other that one would do."""
    largest = max(1, min(WIDTHS[-1], width, width * MAX_HEIGHT // height))
    return (*(one for one in WIDTHS if one * 5 <= largest * 4), largest)
