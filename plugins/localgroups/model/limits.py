"""Everything countable has its limit here, with its reason.

One table, so that a message, the documentation and the program name the same number. A limit is there
to keep one strange file from costing everybody else time, memory or space.
"""

from dataclasses import dataclass

KILOBYTE = 1_000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is taken of one thing."""

    most: int
    unit: str
    """What is counted, in the plural: `items`, `bytes`."""
    of: str
    """What the limit holds for: `a group`, `an image`."""
    reason: str

    def __str__(self) -> str:
        """As people say it: `2,000 items`, `10 MB`, `200 KB`."""
        if self.unit == "bytes" and self.most >= MEGABYTE:
            return f"{self.most // MEGABYTE} MB"
        if self.unit == "bytes":
            return f"{self.most // KILOBYTE} KB"
        return f"{self.most:,} {self.unit}"


GROUP_ITEMS = Limit(2_000, "items", "a group", "Ten years of weekly meetings and news fit four times over.")
GROUP_BYTES = Limit(500 * MEGABYTE, "bytes", "a group's folder", "The whole nation has to fit on an ordinary host.")
TEXT_BYTES = Limit(200 * KILOBYTE, "bytes", "a text file", "A hundred pages of print; nobody reads more on one page.")
IMAGE_BYTES = Limit(10 * MEGABYTE, "bytes", "an image", "Straight from a good camera; more is never seen on a screen.")
IMAGE_PIXELS = Limit(
    50 * MEGABYTE, "pixels", "an image", "A small file can unfold into more memory than the machine has."
)
DOCUMENT_BYTES = Limit(20 * MEGABYTE, "bytes", "a document", "People download it on a phone.")
OCCURRENCES = Limit(500, "dates", "a repeating meeting", "Every weekday for nearly two years.")
OCCURRENCE_YEARS = Limit(3, "years", "a repeating meeting", "Nobody knows further ahead; the file can be carried on.")
NESTING = Limit(
    50, "levels", "fields within fields", "The format needs four; endless nesting only slows a machine down."
)
SLUG = Limit(40, "characters", "a group's folder name", "It is part of every address and must fit on a leaflet.")
STEM = Limit(120, "characters", "a file's name", "It is part of the address; some systems refuse longer paths.")
LINE = Limit(200, "characters", "one line of text", "Titles are shown in lists, cards and calendars.")
PARAGRAPH = Limit(2_000, "characters", "a short text", "Longer texts belong below the fields.")
LIST = Limit(500, "entries", "a list in the fields", "Long enough for every postcode district of a county.")
MENDS = Limit(20, "slips", "one file's fields", "After that many slips the rest cannot be guessed.")

FEED_ENTRIES = Limit(30, "entries", "a feed", "A month of a busy group; readers keep what they have seen.")
LIST_ENTRIES = Limit(40, "entries", "a page of a list", "A few screens of a phone.")
COMING_ENTRIES = Limit(
    120, "entries", "the list of what is coming", "About a month of a nation; each month has its own page."
)
CALENDAR_DAYS = Limit(
    90,
    "days",
    "past meetings in a calendar of the nation or a region",
    "A subscriber sees what changed lately; the group's own calendar keeps all.",
)

LIMITS = (
    GROUP_ITEMS,
    GROUP_BYTES,
    TEXT_BYTES,
    IMAGE_BYTES,
    IMAGE_PIXELS,
    DOCUMENT_BYTES,
    OCCURRENCES,
    OCCURRENCE_YEARS,
    NESTING,
    SLUG,
    STEM,
    LINE,
    PARAGRAPH,
    LIST,
    MENDS,
    FEED_ENTRIES,
    LIST_ENTRIES,
    COMING_ENTRIES,
    CALENDAR_DAYS,
)
"""All of them, for the documentation."""
