"""What the files under /api/ hold, field by field.

The one source of the published JSON Schema (`data_schema`) and of the type checker's word that `data` writes just this.
A field may be added at any time; to rename one or to change what it means is a new version.
"""

from typing import Annotated, Literal, TypedDict

VERSION = 1

Id = Annotated[str, "Permanent: it stays when a title, a date, a name or the site's address changes."]
Url = Annotated[str, "Absolute address.", "uri"]
Iso = Annotated[str, "ISO 8601: a date, or a time with its offset from UTC."]
Rough = Annotated[str, "ISO 8601, as exactly as it is known: 2026, 2026-12 or 2026-12-03."]
Language = Annotated[str, "BCP 47."]
Slug = Annotated[str, "Small letters, digits and hyphens: the last part of an address."]
Imprint = Annotated[str, "Who is behind it, to be printed with it where the law asks for that; else empty."]


class File(TypedDict):
    """What every file says first."""

    version: Annotated[Literal[1], "Of these shapes; fields may be added within a version."]
    schema: Annotated[str, "Absolute address of the file's JSON Schema.", "uri"]


class PlaceData(TypedDict):
    """Where something is; empty texts where nothing is said."""

    name: str
    address: str
    town: str
    postcode: str
    latitude: Annotated[float | None, "WGS 84."]
    longitude: float | None


class EventData(TypedDict):
    """A meeting on one date; a repeating meeting is one entry for each of its dates."""

    id: Id
    uid: Annotated[str, "As calendars have it; the dates of a repeating meeting share it."]
    title: str
    url: Url
    group: Annotated[Slug | None, "Who holds it; null for the national office."]
    group_name: str
    region: Annotated[Slug | None, "Of the group."]
    type: Annotated[str, "A word of the organisation's: meeting, rally, training."]
    type_label: str
    status: Literal["confirmed", "provisional", "cancelled", "postponed"]
    starts: Iso
    ends: Annotated[str, "ISO 8601; for whole days the last of them."]
    all_day: bool
    timezone: Annotated[str, "IANA time zone of the place."]
    place: PlaceData | None
    online: Annotated[bool, "Whether one can take part online; how is on its page."]
    cost: str
    audience: Annotated[str, "public, members, or the group's own words."]
    summary: str
    language: Language
    campaign: Annotated[Slug | None, "The national campaign that it is for."]
    imprint: Imprint


class NewsData(TypedDict):
    """A piece of news; its text is in the feeds."""

    id: Id
    title: str
    url: Url
    group: Annotated[Slug | None, "Whose it is; null for the national office."]
    group_name: str
    region: Slug | None
    date: Iso
    updated: Annotated[str | None, "ISO 8601 date."]
    author: str
    summary: str
    tags: list[str]
    language: Language
    campaign: Slug | None
    imprint: Imprint


class GoalData(TypedDict):
    """A counter."""

    count: Annotated[int, "Of a national campaign that sums its groups, all of them together."]
    target: int
    what: str
    as_of: Annotated[Rough | None, "When it was counted."]


class CampaignData(TypedDict):
    """A campaign."""

    id: Id
    title: str
    url: Url
    group: Annotated[Slug | None, "Whose it is; null for the national office."]
    group_name: str
    region: Slug | None
    slug: Annotated[str, "What others name it by."]
    part_of: Annotated[Slug | None, "The national campaign that a local one is part of."]
    status: Literal["planned", "active", "paused", "won", "ended"]
    starts: Rough | None
    ends: Rough | None
    goal: GoalData | None
    priority: Annotated[int | None, "The year for which members chose it."]
    summary: str
    language: Language
    imprint: Imprint


class GroupData(TypedDict):
    """A group."""

    id: Id
    slug: Slug
    name: str
    kind: Literal["local", "section", "workplace", "student", "working-group", "nation"]
    status: Literal["forming", "active", "paused", "closed"]
    region: Slug
    url: Url
    summary: str
    language: Language
    place: PlaceData | None
    covers: Annotated[list[str], "Postcode districts and places that are this group's."]
    since: Rough | None
    until: Rough | None
    former_slugs: Annotated[list[str], "Earlier ones, oldest first; their addresses lead here."]
    imprint: Annotated[str, "The group's own; where it is empty, the national one holds."]
    data: Annotated[str, "Absolute address of this group's own file.", "uri"]
    calendar: Annotated[str, "Absolute address of its calendar.", "uri"]
    feed: Annotated[str, "Absolute address of its news as RSS.", "uri"]


class RegionData(TypedDict):
    """A region."""

    slug: Slug
    name: str
    parent: Annotated[Slug | None, "The region that it is in."]
    url: Url
    groups: Annotated[list[str], "Slugs of the groups in it and in the regions in it."]


class MonthData(TypedDict):
    """A file with the events of one month."""

    month: Annotated[str, "2026-12"]
    count: int
    url: Url


class GroupsFile(File):
    """Every group."""

    groups: list[GroupData]


class GroupFile(File):
    """One group, its meetings from ninety days ago on, its newest news and its campaigns."""

    group: GroupData
    events: list[EventData]
    news: list[NewsData]
    campaigns: list[CampaignData]


class EventsFile(File):
    """Events from ninety days ago on, earliest first; where they are too many for one file, those that come next."""

    complete: Annotated[bool, "Whether all are here; if not, those of the months are in `months`."]
    months: Annotated[list[MonthData], "Files with all events that start in a month."]
    events: list[EventData]


class MonthFile(File):
    """The events of one month."""

    month: str
    events: list[EventData]


class NewsFile(File):
    """The newest news, newest first."""

    news: list[NewsData]


class CampaignsFile(File):
    """Every campaign, the national office's first."""

    campaigns: list[CampaignData]


class RegionsFile(File):
    """Every region, in the order of the tree."""

    regions: list[RegionData]


class IndexFile(File):
    """What there is."""

    name: Annotated[str, "The organisation's."]
    url: Url
    timezone: str
    files: Annotated[dict[str, str], "Absolute addresses of the files by their names."]


FILES: dict[str, type] = {
    "index": IndexFile,
    "groups": GroupsFile,
    "group": GroupFile,
    "events": EventsFile,
    "month": MonthFile,
    "news": NewsFile,
    "campaigns": CampaignsFile,
    "regions": RegionsFile,
}
"""Schema by schema: /api/schema/<name>.json."""
