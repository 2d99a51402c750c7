"""Everything countable has its limit here, with its reason.

One table, so that a message, the documentation and the program name the same number. A limit is there
to keep one strange file from costing everybody else time, memory or space.
"""

from localgroups.model.values import Struct

KILOBYTE = 1_000
MEGABYTE = 1_000_000


class Limit(Struct, frozen=True):
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
PAGE_BYTES = Limit(
    MEGABYTE,
    "bytes",
    "the page of one text",
    "Five times the longest text; some tables and notes unfold a hundredfold.",
)
REOPENED = Limit(
    50_000,
    "tags",
    "what a text leaves open",
    "A tag that is left open begins anew in every paragraph below it.",
)
IMAGE_BYTES = Limit(10 * MEGABYTE, "bytes", "an image", "Straight from a good camera; more is never seen on a screen.")
IMAGE_PIXELS = Limit(
    50 * MEGABYTE, "pixels", "an image", "A small file can unfold into more memory than the machine has."
)
IMAGE_SIDE = Limit(
    65_500, "pixels", "a side of an image", "JPEG knows no longer one; a line of pixels costs memory by itself."
)
IMAGE_SCANS = Limit(
    100, "layers", "a JPEG image", "Ten show a photo bit by bit; each costs as much time as a picture of its own."
)
DOCUMENT_BYTES = Limit(20 * MEGABYTE, "bytes", "a document", "People download it on a phone.")
PACKAGE_BYTES = Limit(
    100 * MEGABYTE, "bytes", "an office document, unpacked", "A small file can unfold into more than a phone can hold."
)
PACKAGE_ENTRIES = Limit(10_000, "files", "an office document", "It has some dozens; each costs memory to look at.")
OCCURRENCES = Limit(500, "dates", "a repeating meeting", "Every weekday for nearly two years.")
OCCURRENCE_YEARS = Limit(3, "years", "a repeating meeting", "Nobody knows further ahead; the file can be carried on.")
NESTING = Limit(
    50, "levels", "fields within fields", "The format needs four; endless nesting only slows a machine down."
)
SLUG = Limit(40, "characters", "a group's folder name", "It is part of every address and must fit on a leaflet.")
STEM = Limit(120, "characters", "a file's name", "It is part of the address; some systems refuse longer paths.")
LINE = Limit(200, "characters", "one line of text", "Titles are shown in lists, cards and calendars.")
PARAGRAPH = Limit(2_000, "characters", "a short text", "Longer texts belong below the fields.")
FORMER_NAMES = Limit(20, "entries", "a list of former names", "Each is an address of its own for everything below it.")
LIST = Limit(500, "entries", "a list in the fields", "Long enough for every postcode district of a county.")
MENDS = Limit(20, "slips", "one file's fields", "After that many slips the rest cannot be guessed.")
FAULTS = Limit(100, "slips", "one file", "Nobody mends more at once; the rest is told when these are gone.")

HISTORY_COMMITS = Limit(2_000, "commits", "the history of a group", "Years of work; older texts are not looked for.")
HISTORY_VERSIONS = Limit(20, "versions", "a file in the history", "Among so many one is good, or none ever was.")
HISTORY_FILES = Limit(
    3_000, "files", "one build's look into the history", "Half a minute at most; the next build goes on from there."
)
HISTORY_LINE = Limit(
    200_000,
    "commits",
    "the history of all meetings",
    "A hundred a day for five years; how often one changed is counted.",
)
HISTORY_MEETINGS = Limit(
    2_000, "versions", "the meetings of a group", "Every one of them rewritten; each of the rest counts as a change."
)
DESK_FAULTS = Limit(
    100, "faults", "a desk page", "Whoever has mended so many finds the rest on the page of the day after."
)

FEED_ENTRIES = Limit(20, "entries", "a feed", "A month of a busy group; readers keep what they have seen.")
FEED_DAYS = Limit(366, "days", "a feed, back from its newest entry", "What is older is history; the lists have it.")
FEED_LEAST = 5
"""Entries that a feed always has, however old: a quiet group's feed is not empty."""
LIST_ENTRIES = Limit(40, "entries", "a page of a list", "A few screens of a phone.")
COMING_ENTRIES = Limit(
    120, "entries", "the list of what is coming", "About a month of a nation; each month has its own page."
)
CALENDAR_DAYS = Limit(
    90,
    "days",
    "past meetings in a calendar of the nation or a region",
    "A subscriber sees what changed lately; the group's own calendar goes back further.",
)
CALENDAR_YEARS = Limit(
    1,
    "years",
    "a group's calendar, before this one",
    "Programs fetch all of it every few hours; what is older stands in a calendar for each year.",
)
DIGEST_ENTRIES = Limit(40, "entries", "a part of a digest", "Nobody reads a longer message; the rest is a link.")
DIGEST_WEEKS = Limit(4, "weeks", "the feed of a digest", "A mail service that was down for a month misses nothing.")
DATA_EVENTS = Limit(
    2_000,
    "events",
    "the file events.json",
    "About a megabyte and a half; the files of the months have them all.",
)
DATA_NEWS = Limit(100, "entries", "the file news.json", "A season of a busy nation; the groups' files have the rest.")
SEARCH_BYTES = Limit(
    250 * KILOBYTE,
    "bytes",
    "a part of the search index",
    "A phone fetches one in a moment; it travels packed, as a quarter of that.",
)

LIMITS = (
    GROUP_ITEMS,
    GROUP_BYTES,
    TEXT_BYTES,
    PAGE_BYTES,
    REOPENED,
    IMAGE_BYTES,
    IMAGE_PIXELS,
    IMAGE_SIDE,
    IMAGE_SCANS,
    DOCUMENT_BYTES,
    PACKAGE_BYTES,
    PACKAGE_ENTRIES,
    OCCURRENCES,
    OCCURRENCE_YEARS,
    NESTING,
    SLUG,
    STEM,
    LINE,
    PARAGRAPH,
    FORMER_NAMES,
    LIST,
    MENDS,
    FAULTS,
    HISTORY_COMMITS,
    HISTORY_VERSIONS,
    HISTORY_FILES,
    HISTORY_LINE,
    HISTORY_MEETINGS,
    DESK_FAULTS,
    FEED_ENTRIES,
    FEED_DAYS,
    LIST_ENTRIES,
    COMING_ENTRIES,
    CALENDAR_DAYS,
    CALENDAR_YEARS,
    DIGEST_ENTRIES,
    DIGEST_WEEKS,
    DATA_EVENTS,
    DATA_NEWS,
    SEARCH_BYTES,
)
"""All of them, for the documentation."""
