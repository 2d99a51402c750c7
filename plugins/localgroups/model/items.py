"""News, meetings and campaigns, read and understood."""

from datetime import date

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.identity import Kind, Owner, item_href, permanent_id
from localgroups.model.links import Document, Link
from localgroups.model.moments import Moment, RoughDate, last_day_of
from localgroups.model.pictures import Picture
from localgroups.model.places import Place
from localgroups.model.recurrence import Recurrence
from localgroups.model.values import Struct

Day = date
"""A field may be called `date`; its type then needs another name."""


class Item(Struct, frozen=True, kw_only=True, array_like=True):
    """What all items share."""

    owner: Owner
    stem: str
    title: str
    path: str
    """Source file, relative to the source folder."""
    summary: str = ""
    """Plain text; the writer's, else the first paragraph."""
    body: SafeHtml = EMPTY
    language: str
    """BCP 47; the group's, unless the item says otherwise."""
    name: str = ""
    """The writer's `id`, else the first stem the file had: what the permanent identity is made of."""
    formerly: tuple[str, ...] = ()
    """Earlier stems, oldest first; their addresses redirect."""
    picture: Picture | None = None
    campaign: str = ""
    """Reference to a campaign: `warm-homes` of the same group, or `national/warm-homes`."""
    imprint: str = ""
    """The digital imprint to print with this item, where it needs one."""
    tags: tuple[str, ...] = ()


class News(Item, frozen=True, kw_only=True):
    """Something that happened."""

    date: Day
    updated: Day | None = None
    author: str = ""
    translates: str = ""
    """Stem of the original, in the same group."""
    expires: Day | None = None
    """The last day on which it is shown."""
    election: bool = False

    kind = Kind.NEWS

    @property
    def href(self) -> str:
        return item_href(self.owner.slug, Kind.NEWS, self.stem)

    @property
    def identity(self) -> str:
        return permanent_id(self.owner.origin, Kind.NEWS, self.name or self.stem)


class ProgrammePart(Struct, frozen=True, array_like=True):
    """One part of a conference or festival."""

    starts: Moment
    ends: Moment | None
    title: str
    place: Place | None = None
    summary: str = ""


class Meeting(Item, frozen=True, kw_only=True):
    """Something that will happen, at a time."""

    starts: Moment
    """Of one that repeats, the first."""
    ends: Moment
    """For an all-day meeting the midnight after its last day, as in RFC 5545."""
    all_day: bool = False
    type: str = "meeting"
    """Slug of a kind of meeting that organisation.yaml knows."""
    status: str = "confirmed"
    """confirmed, provisional, cancelled or postponed."""
    place: Place | None = None
    online: str = ""
    """Address to join at; or empty."""
    online_note: str = ""
    """Where no address is published: `members only`."""
    access: tuple[str, ...] | None = None
    """Slugs of access facts; None where nothing was stated."""
    cost: str = ""
    book: str = ""
    audience: str = "public"
    programme: tuple[ProgrammePart, ...] = ()
    documents: tuple[Document, ...] = ()
    recurrence: Recurrence | None = None
    """None for one that takes place once."""

    kind = Kind.MEETINGS

    @property
    def href(self) -> str:
        return item_href(self.owner.slug, Kind.MEETINGS, self.stem)

    @property
    def identity(self) -> str:
        return permanent_id(self.owner.origin, Kind.MEETINGS, self.name or self.stem)

    @property
    def is_online(self) -> bool:
        return bool(self.online or self.online_note)

    @property
    def last_day(self) -> date:
        """The last date on the wall on which it takes place; of one that repeats, the first time."""
        return last_day_of(self.starts, self.ends)

    def is_over(self, today: date) -> bool:
        """Whether it was over before `today` began: it stays in the lists until its day is out. Of one that repeats
        it says that of the first time alone; `occurrences` knows the rest."""
        return self.last_day < today


class Goal(Struct, frozen=True, array_like=True):
    """A counter, shown truthfully, over its target too."""

    target: int
    count: int
    what: str
    as_of: RoughDate | None = None
    sums_groups: bool = False
    """A national campaign that adds its groups' counts to its own."""


class Campaign(Item, frozen=True, kw_only=True):
    """Something that is fought for over a time."""

    starts: RoughDate | None = None
    ends: RoughDate | None = None
    status: str = "active"
    """planned, active, won, ended or paused."""
    part_of: str = ""
    """Stem of the national campaign it belongs to."""
    goal: Goal | None = None
    actions: tuple[Link, ...] = ()
    election: bool = False
    priority: int | None = None
    """The year for which members chose it; the national office's alone."""

    kind = Kind.CAMPAIGNS

    @property
    def href(self) -> str:
        return item_href(self.owner.slug, Kind.CAMPAIGNS, self.stem)

    @property
    def identity(self) -> str:
        return permanent_id(self.owner.origin, Kind.CAMPAIGNS, self.name or self.stem)


AnyItem = News | Meeting | Campaign


class Items(Struct, frozen=True):
    """An owner's published items, each kind in the order in which lists show it."""

    news: tuple[News, ...] = ()
    """Newest first."""
    meetings: tuple[Meeting, ...] = ()
    """Earliest start first."""
    campaigns: tuple[Campaign, ...] = ()
    """Active, planned, paused, won, ended; then by title."""

    def __len__(self) -> int:
        return len(self.news) + len(self.meetings) + len(self.campaigns)


LAST_GOOD, LEFT_OUT = "last good", "left out"
"""What is shown of an item that is held."""


class Held(Struct, frozen=True):
    """An item that could not be published as it stands."""

    path: str
    since: str = ""
    """ISO date of the build that first held it."""
    shown: str = LEFT_OUT
    """LAST_GOOD or LEFT_OUT."""
    codes: tuple[str, ...] = ()
    entry: str = ""
    """What tells an entry of a list from the others wherever it stands: its id, its stem or its title."""
