"""A nation that never was: groups and items of any number, the same on every machine.

Values only; how they are laid out for a program to build is the business of `layouts`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from bench.stream import Stream

REGIONS = ("coast", "east", "highlands", "islands", "north", "south", "valleys", "west")
KINDS = ("news", "meetings", "campaigns")
SYLLABLES = """
ba ce di fo gu la me ni po ru sa te vi wo za bri cor dan fel gar hol kin lor mar nor pel ros tam ver win
"""
SMALL_WORDS = """
the a of to and in for on with at by from we our you this that local members group council meeting people street
bus school housing rent library park vote work safe warm home fair together week month year town village
"""
DOING = ("Save", "Join", "Support", "Celebrate", "Plan", "Open", "Keep", "Read about", "Stand up for", "Walk for")
MATTERS = (
    "the library",
    "warm homes",
    "the night bus",
    "fair rents",
    "the school field",
    "safe streets",
    "the harbour",
)
HALLS = ("Central Library", "Town Hall", "Friends’ Meeting House", "Old Mill", "Community Centre", "Union Hall")
SUBJECTS = ("housing", "transport", "schools", "libraries", "parks", "work")


@dataclass(frozen=True, slots=True)
class Shape:
    """How many groups, and how many items of each kind a group has."""

    groups: int
    news: int
    meetings: int
    campaigns: int

    @property
    def items(self) -> int:
        return self.groups * (self.news + self.meetings + self.campaigns)


SHAPES = {one.items: one for one in (Shape(150, 14, 5, 1), Shape(1000, 7, 2, 1), Shape(1000, 35, 12, 3))}
"""The sizes that are measured: 3,000, 10,000 and 50,000 items."""
GUARD = Shape(15, 14, 5, 1)
"""300 items: enough to tell a build that does everything from one that does not."""


@dataclass(frozen=True, slots=True)
class Place:
    """A local group."""

    slug: str
    name: str
    region: str
    summary: str
    about: str


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of news, a meeting or a campaign."""

    group: str
    kind: str
    slug: str
    title: str
    summary: str
    date: datetime
    """Of news, when it was written; of a meeting and a campaign, when it starts."""
    body: str
    tags: tuple[str, ...] = ()
    ends: datetime | None = None
    hall: str = ""
    street: str = ""

    @property
    def stem(self) -> str:
        """The file's name in our own layout."""
        return self.slug if self.kind == "campaigns" else f"{self.date:%Y-%m-%d}-{self.slug}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """All groups with all their items, made while they are asked for."""

    shape: Shape
    seed: str = "1"

    @property
    def name(self) -> str:
        """For a folder that holds it."""
        shape = self.shape
        return f"{self.seed}-{shape.groups}x{shape.news}-{shape.meetings}-{shape.campaigns}"

    def places(self) -> Iterator[Place]:
        for number in range(self.shape.groups):
            yield _place(self.seed, number)

    def items(self, slug: str) -> Iterator[Item]:
        for number in range(self.shape.news):
            yield _news(self.seed, slug, number)
        for number in range(self.shape.meetings):
            yield _meeting(self.seed, slug, number)
        for number in range(self.shape.campaigns):
            yield _campaign(self.seed, slug, number)

    def oldest_news(self) -> Item:
        """The piece of news that no list of the newest shows: what is edited."""
        slug = next(self.places()).slug
        return min((one for one in self.items(slug) if one.kind == "news"), key=lambda one: (one.date, one.slug))


def _place(seed: str, number: int) -> Place:
    draw = Stream.of(seed, "group", number)
    name = f"{_name(draw)}{draw.one_of(('', ' Bay', ' Hill', ' Vale', ' Cross', 'ford'))}"
    return Place(
        slug=f"{name.lower().replace(' ', '-')}-{number:04}",
        name=f"{name} {number}",
        region=draw.one_of(REGIONS),
        summary=_sentence(draw, is_plain=True),
        about=" ".join(_sentence(draw, is_plain=True) for _ in range(3)),
    )


def _news(seed: str, group: str, number: int) -> Item:
    draw = Stream.of(seed, group, "news", number)
    title = _title(draw)
    return Item(
        group=group,
        kind="news",
        slug=_slug(title, number),
        title=title,
        summary=_sentence(draw, is_plain=True),
        date=datetime(2024, 1, 1, 9) + timedelta(days=draw.below(900), minutes=draw.below(600)),
        tags=tuple(sorted({draw.one_of(SUBJECTS), draw.one_of(SUBJECTS)})),
        body=_body(draw, draw.between(300, 600)),
    )


def _meeting(seed: str, group: str, number: int) -> Item:
    draw = Stream.of(seed, group, "meeting", number)
    title = _title(draw)
    starts = datetime(2026, 1, 1, 18) + timedelta(days=draw.below(700), minutes=15 * draw.below(12))
    return Item(
        group=group,
        kind="meetings",
        slug=_slug(title, number),
        title=title,
        summary=_sentence(draw, is_plain=True),
        date=starts,
        ends=starts + timedelta(minutes=draw.one_of((60, 90, 120))),
        hall=draw.one_of(HALLS),
        street=f"{draw.between(1, 200)} {_name(draw)} Street",
        body=_body(draw, draw.between(60, 140)),
    )


def _campaign(seed: str, group: str, number: int) -> Item:
    draw = Stream.of(seed, group, "campaign", number)
    title = _title(draw)
    return Item(
        group=group,
        kind="campaigns",
        slug=_slug(title, number),
        title=title,
        summary=_sentence(draw, is_plain=True),
        date=datetime(2025, 1, 1, 9) + timedelta(days=draw.below(500)),
        body=_body(draw, draw.between(250, 500)),
    )


# ------------------------------------------------------------------- words


@cache
def _words() -> tuple[str, ...]:
    """Seven hundred words; the small ones come often, as in any language."""
    draw = Stream.of("words")
    return tuple(SMALL_WORDS.split() * 6) + tuple(_name(draw).lower() for _ in range(700))


@cache
def _syllables() -> tuple[str, ...]:
    return tuple(SYLLABLES.split())


def _name(draw: Stream) -> str:
    return "".join(draw.one_of(_syllables()) for _ in range(draw.between(2, 3))).capitalize()


def _title(draw: Stream) -> str:
    return f"{draw.one_of(DOING)} {draw.one_of(MATTERS)} in {_name(draw)} {_name(draw)}"


def _slug(title: str, number: int) -> str:
    return f"{title.lower().replace(' ', '-')}-{number:03}"


def _sentence(draw: Stream, is_plain: bool = False) -> str:
    words = [draw.one_of(_words()) for _ in range(draw.between(7, 19))]
    if not is_plain:
        words = [_marked(draw, word) for word in words]
    text = " ".join(words)
    return text[0].upper() + text[1:] + draw.one_of(".......!?")


def _marked(draw: Stream, word: str) -> str:
    """Now and then bold, slanted, a link or code."""
    chance = draw.below(250)
    if chance >= 9:
        return word
    link = f"[{word}](https://example.org/{word})"
    return (f"**{word}**", f"**{word}**", f"*{word}*", f"*{word}*", f"*{word}*", link, link, link, f"`{word}`")[chance]


def _paragraph(draw: Stream) -> str:
    return " ".join(_sentence(draw) for _ in range(draw.between(3, 6)))


def _body(draw: Stream, words: int) -> str:
    """Markdown of about so many words."""
    blocks = [_paragraph(draw)]
    written = len(blocks[0].split())
    while written < words:
        blocks.append(_block(draw))
        written += len(blocks[-1].split())
    return "\n\n".join(blocks) + "\n"


def _block(draw: Stream) -> str:
    chance = draw.below(100)
    if chance < 14:
        return "## " + " ".join(draw.one_of(_words()) for _ in range(draw.between(2, 5))).capitalize()
    if chance < 28:
        return "\n".join(f"- {_sentence(draw)}" for _ in range(draw.between(3, 5)))
    if chance < 33:
        return "\n".join(f"{number}. {_sentence(draw)}" for number in range(1, draw.between(3, 5) + 1))
    if chance < 38:
        return f"> {_sentence(draw)}"
    if chance < 41:
        rows = (
            f"| {_name(draw)} | {draw.between(8, 21)}:30 | {draw.between(2, 90)} |" for _ in range(draw.between(3, 6))
        )
        return "\n".join(("| Where | When | Seats |", "| --- | --- | ---: |", *rows))
    if chance < 43:
        return f"```\nleaflets = {draw.between(100, 900)}\nstreets = {draw.between(2, 9)}\n```"
    return _paragraph(draw)
