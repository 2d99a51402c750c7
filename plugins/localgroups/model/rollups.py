"""The little that a group hands up to the nation.

The nation is built from these alone and never from a group's files: they are what a cache keeps and
what processes send each other, so they stay small and plain.
"""

from datetime import date, datetime

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.identity import Kind, Owner, item_href, permanent_id
from localgroups.model.items import Day, Goal
from localgroups.model.moments import Moment, RoughDate
from localgroups.model.pictures import Picture
from localgroups.model.places import Place
from localgroups.model.values import Struct


class Line(Struct, frozen=True, kw_only=True, array_like=True):
    """What all lines share: enough to list an item and to link to it."""

    owner: Owner
    region: str
    """Slug of the owner's region; empty for the national office."""
    stem: str
    name: str
    title: str
    summary: str
    language: str
    campaign: str = ""
    """Stem of the national campaign it belongs to; empty for none."""
    picture: Picture | None = None
    imprint: str = ""


class MeetingLine(Line, frozen=True, kw_only=True):
    """A meeting in a list; one that repeats has a line for each of its dates."""

    starts: Moment
    ends: Moment
    last_day: date
    all_day: bool
    type: str
    status: str
    place: Place | None
    is_online: bool
    cost: str
    audience: str
    anchor: str = ""
    """Of one that repeats the date by its rule, `2027-01-05`, which is its place on the page; else empty."""

    @property
    def href(self) -> str:
        """Where it is told of; of one date of several, its place on their page."""
        return f"{self.page_href}#{self.anchor}" if self.anchor else self.page_href

    @property
    def page_href(self) -> str:
        """The page of the meeting, whatever the date."""
        return item_href(self.owner.slug, Kind.MEETINGS, self.stem)

    @property
    def identity(self) -> str:
        """Of the meeting: what repeats is one thing with many dates."""
        return permanent_id(self.owner.origin, Kind.MEETINGS, self.name)

    @property
    def date_identity(self) -> str:
        """Of this date of it."""
        return f"{self.identity}#{self.anchor}" if self.anchor else self.identity

    def is_over(self, today: date) -> bool:
        return self.last_day < today


class NewsLine(Line, frozen=True, kw_only=True):
    """A piece of news in a list and in feeds."""

    date: Day
    updated: Day | None
    author: str
    tags: tuple[str, ...] = ()
    text: str = ""
    """Changes when its text does; only for those few that a feed can hold, empty for the rest."""
    body: SafeHtml = EMPTY
    """The text itself, put in where a feed is written: rollups are without, so that a nation of them stays small."""

    @property
    def href(self) -> str:
        return item_href(self.owner.slug, Kind.NEWS, self.stem)

    @property
    def identity(self) -> str:
        return permanent_id(self.owner.origin, Kind.NEWS, self.name)


class CampaignLine(Line, frozen=True, kw_only=True):
    """A campaign in a list."""

    status: str
    starts: RoughDate | None
    ends: RoughDate | None
    goal: Goal | None
    priority: int | None
    text: str = ""
    """Changes when its text does."""
    body: SafeHtml = EMPTY
    """As of news."""

    @property
    def href(self) -> str:
        return item_href(self.owner.slug, Kind.CAMPAIGNS, self.stem)

    @property
    def identity(self) -> str:
        return permanent_id(self.owner.origin, Kind.CAMPAIGNS, self.name)


AnyLine = MeetingLine | NewsLine | CampaignLine


class Card(Struct, frozen=True, kw_only=True, array_like=True):
    """What other pages show of a group."""

    slug: str
    name: str
    region: str
    kind: str
    status: str
    summary: str
    language: str
    place: Place | None
    covers: tuple[str, ...]
    since: RoughDate | None
    until: RoughDate | None
    next_meeting: MeetingLine | None
    imprint: str = ""
    """The group's own; empty where the national one holds."""

    @property
    def href(self) -> str:
        return f"/groups/{self.slug}/"

    @property
    def is_closed(self) -> bool:
        return self.status == "closed"


class Rollup(Struct, frozen=True, array_like=True):
    """A group, as the nation knows it."""

    owner: Owner
    card: Card
    news: tuple[NewsLine, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    campaigns: tuple[CampaignLine, ...] = ()
    former_slugs: tuple[str, ...] = ()
    """Earlier slugs that the group claims, oldest first."""
    moved: tuple[tuple[str, str], ...] = ()
    """(former address, address now) of items whose file was renamed; paths below the group's own."""


class SerialisedEvent(Struct, frozen=True, array_like=True):
    """A meeting as a calendar carries it: written once, joined into every calendar that lists it."""

    identity: str
    owner: str
    region: str
    campaign: str
    """Stem of the national campaign it belongs to; empty for none."""
    starts: datetime
    """UTC."""
    last_day: date
    """Of one that repeats, that of its last date; `date.max` where no end is known."""
    zone: str
    """IANA zone that the bytes refer to; empty where they hold UTC or whole days."""
    data: bytes
    """BEGIN:VEVENT to END:VEVENT with line ends; of one that repeats, one more for each date that differs."""
    key: str = ""
    """Changes when anything does that it was made from."""

    @property
    def order(self) -> tuple[datetime, str]:
        return (self.starts, self.identity)
