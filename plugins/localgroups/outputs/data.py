"""Groups, events, news and campaigns as static data under /api/, for other programs to build on.

Made of rollups alone: nothing is in them that is not on a page. Every event is written once, and its bytes are joined
into each file that lists it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from localgroups.federation.nation import Federation, meeting_order, news_order
from localgroups.model.items import Goal
from localgroups.model.limits import DATA_EVENTS, DATA_NEWS, FEED_ENTRIES
from localgroups.model.moments import RoughDate
from localgroups.model.places import Place
from localgroups.model.rollups import CampaignLine, Card, Line, MeetingLine, NewsLine, Rollup
from localgroups.model.values import encoded, key_of
from localgroups.outputs.data_schema import schema_of
from localgroups.outputs.data_shapes import (
    FILES,
    VERSION,
    CampaignData,
    EventData,
    GoalData,
    GroupData,
    MonthData,
    NewsData,
    PlaceData,
    RegionData,
)
from localgroups.outputs.feed_text import permanent_uri
from localgroups.outputs.files import File
from localgroups.outputs.group_told import data_path
from localgroups.outputs.periods import first_told
from localgroups.outputs.site import Site
from localgroups.outputs.wording import when_view

API = "/api/"


def data_files(federation: Federation, site: Site) -> Iterator[File]:
    """Every file of data and of its schema, but for those of single groups."""
    for name, shape in FILES.items():
        path = f"{API}schema/{name}.json"
        yield File(path, path, partial(schema_of, shape, site.absolute(path)))
    texts = _Texts(federation.former_slugs, federation.counted_by_groups, site)
    campaigns = [*federation.campaigns, *federation.local_campaigns]
    events = _of_these_months(federation.meetings, federation.today)
    yield texts.file("groups", groups=federation.cards)
    yield from _event_files(events, federation.today, texts, site)
    yield texts.file("news", news=federation.news[: DATA_NEWS.most])
    yield texts.file("campaigns", campaigns=campaigns)
    regions = [*_regions(federation, site)]
    yield File(f"{API}regions.json", regions, lambda: _file("regions", site, regions=map(encoded, regions)))
    yield File(f"{API}index.json", site.name, partial(_index, site))


def group_data(rollup: Rollup, today: date, site: Site) -> bytes:
    """What is told of one group."""
    texts = _Texts({rollup.card.slug: rollup.former_slugs}, _nothing, site)
    events = sorted(_of_these_months(rollup.meetings, today), key=meeting_order)
    news = sorted(rollup.news, key=news_order)[: FEED_ENTRIES.most]
    return texts.written("group", rollup.card, {"events": events, "news": news, "campaigns": rollup.campaigns})


def _nothing(campaign: str, goal: Goal | None) -> int:  # noqa: ARG001 - as for a campaign of the nation
    """What groups add to a campaign of a group's own."""
    return 0


class _Texts:
    """Entries as JSON, each written once, when it is first asked for."""

    def __init__(
        self, former_slugs: Mapping[str, tuple[str, ...]], counted: Callable[[str, Goal | None], int], site: Site
    ) -> None:
        self._former_slugs, self._counted, self._site = former_slugs, counted, site
        self._known: dict[int, bytes] = {}
        self._keys: dict[int, str] = {}

    def of(self, entry: Line | Card) -> bytes:
        """The entry's text. It is known by the entry itself, which the federation holds all the while."""
        text = self._known.get(id(entry))
        if text is None:
            text = self._known[id(entry)] = encoded(self._told(entry))
        return text

    def key_of(self, entry: Line) -> str:
        """What stands for the entry in the source of every file that lists it. It is known as the text is."""
        key = self._keys.get(id(entry))
        if key is None:
            key = self._keys[id(entry)] = key_of(entry)
        return key

    def _told(self, entry: Line | Card) -> EventData | NewsData | CampaignData | GroupData:
        match entry:
            case MeetingLine():
                return _event(entry, self._site)
            case NewsLine():
                return _news(entry, self._site)
            case CampaignLine():
                return _campaign(entry, self._added(entry), self._site)
            case Card():
                return _group(entry, self._former(entry), self._site)
            case _:
                raise TypeError(entry)

    def file(self, name: str, **lists: Sequence[Line | Card]) -> File:
        """A file of entries."""
        source = [self._source(some) for some in lists.values()]
        return File(f"{API}{name}.json", source, partial(self.written, name, None, lists))

    def _source(self, entries: Sequence[Line | Card]) -> object:
        """All that their texts are made from: of campaigns of the nation also what groups add to them, of groups their
        earlier names."""
        more = [
            self._former(one) if isinstance(one, Card) else self._added(one)
            for one in entries
            if isinstance(one, (Card, CampaignLine))
        ]
        return (entries, more)

    def _former(self, card: Card) -> tuple[str, ...]:
        return self._former_slugs.get(card.slug, ())

    def _added(self, line: CampaignLine) -> int:
        """What groups add to a campaign of the nation."""
        return self._counted(line.stem, line.goal) if line.owner.is_nation else 0

    def written(self, name: str, one: Card | None, lists: Mapping[str, Sequence[Line | Card]]) -> bytes:
        """The bytes of such a file."""
        facts = {"group": self.of(one)} if one else None
        return _file(name, self._site, facts, **{key: map(self.of, some) for key, some in lists.items()})


def _of_these_months(meetings: Iterable[MeetingLine], today: date) -> list[MeetingLine]:
    """Those that are in any file."""
    first = first_told(today)
    return [one for one in meetings if one.last_day >= first]


def _fitting(events: Sequence[MeetingLine], today: date) -> Sequence[MeetingLine]:
    """All, where one file can hold them; else those that come next."""
    if len(events) <= DATA_EVENTS.most:
        return events
    return [one for one in events if not one.is_over(today)][: DATA_EVENTS.most]


def _event_files(events: Sequence[MeetingLine], today: date, texts: _Texts, site: Site) -> Iterator[File]:
    """One file with the next events, and one for each month with all that start in it."""
    first = first_told(today)
    months: defaultdict[tuple[int, int], list[MeetingLine]] = defaultdict(list)
    for one in events:
        day = one.starts.day
        if day >= first:
            months[day.year, day.month].append(one)
    listed = []
    for (year, number), lines in sorted(months.items()):
        month = f"{year:04d}-{number:02d}"
        path = f"{API}events/{month}.json"
        listed.append(MonthData(month=month, count=len(lines), url=site.absolute(path)))
        yield File(path, [*map(texts.key_of, lines)], partial(_month, month, lines, texts, site))
    shown = _fitting(events, today)
    is_complete = len(shown) == len(events)
    source = ([*map(texts.key_of, shown)], listed, is_complete)
    yield File(f"{API}events.json", source, partial(_next, shown, listed, is_complete, texts, site))


def _month(month: str, lines: Sequence[MeetingLine], texts: _Texts, site: Site) -> bytes:
    return _file("month", site, {"month": encoded(month)}, events=map(texts.of, lines))


def _next(
    shown: Sequence[MeetingLine], months: Iterable[MonthData], is_complete: bool, texts: _Texts, site: Site
) -> bytes:
    facts = {"complete": encoded(is_complete)}
    return _file("events", site, facts, months=map(encoded, months), events=map(texts.of, shown))


def _index(site: Site) -> bytes:
    names = ("groups", "events", "news", "campaigns", "regions")
    facts = {
        "name": site.name,
        "url": site.absolute("/"),
        "timezone": site.timezone,
        "files": {one: site.absolute(f"{API}{one}.json") for one in names},
    }
    return _file("index", site, {key: encoded(value) for key, value in facts.items()})


# ------------------------------------------------------------------ writing


def _file(name: str, site: Site, facts: Mapping[str, bytes] | None = None, **lists: Iterable[bytes]) -> bytes:
    """A file of entries that are JSON already, each on a line of its own: a change of one is a change of a line."""
    head = {"schema": encoded(site.absolute(f"{API}schema/{name}.json")), **(facts or {})}
    parts = [b'{\n"version":', encoded(VERSION)]
    for key, text in head.items():
        parts += (b',\n"%b":' % key.encode(), text)
    for key, texts in lists.items():
        parts += (b',\n"%b":[' % key.encode(), *_lines(texts), b"]")
    return b"".join((*parts, b"\n}\n"))


def _lines(texts: Iterable[bytes]) -> Sequence[bytes]:
    joined = b",\n".join(texts)
    return (b"\n", joined, b"\n") if joined else ()


# ------------------------------------------------------------------ entries
# As dictionaries are written rather than called by their types' names: that takes half the time, entry by entry.


def _id(identity: str, site: Site) -> str:
    return permanent_uri(site.facts.organisation.domain, identity)


def _rough(rough: RoughDate | None) -> str | None:
    return str(rough) if rough else None


def _place(place: Place | None) -> PlaceData | None:
    if place is None:
        return None
    at = place.position
    return {
        "name": place.name,
        "address": place.address,
        "town": place.town,
        "postcode": place.postcode,
        "latitude": at.latitude if at else None,
        "longitude": at.longitude if at else None,
    }


def _group_name(line: Line, site: Site) -> str:
    return site.name if line.owner.is_nation else line.owner.name


def _event(line: MeetingLine, site: Site) -> EventData:
    organisation = site.facts.organisation
    # Pages have worded it: what they give machines is what is told here.
    when = when_view(line.starts, line.ends, line.last_day, line.all_day, site.timezone)
    return {
        "id": _id(line.date_identity, site),
        "uid": f"{line.identity}@{organisation.domain}",
        "title": line.title,
        "url": site.absolute(line.href),
        "group": line.owner.slug or None,
        "group_name": _group_name(line, site),
        "region": line.region or None,
        "type": line.type,
        "type_label": organisation.meeting_types.get(line.type, line.type),
        "status": line.status,  # type: ignore[typeddict-item]
        "starts": when.iso,
        "ends": when.end_iso,
        "all_day": line.all_day,
        "timezone": line.starts.zone,
        "place": _place(line.place),
        "online": line.is_online,
        "cost": line.cost,
        "audience": line.audience,
        "summary": line.summary,
        "language": line.language,
        "campaign": line.campaign or None,
        "imprint": line.imprint,
    }


def _news(line: NewsLine, site: Site) -> NewsData:
    return {
        "id": _id(line.identity, site),
        "title": line.title,
        "url": site.absolute(line.href),
        "group": line.owner.slug or None,
        "group_name": _group_name(line, site),
        "region": line.region or None,
        "date": line.date.isoformat(),
        "updated": line.updated.isoformat() if line.updated else None,
        "author": line.author,
        "summary": line.summary,
        "tags": [*line.tags],
        "language": line.language,
        "campaign": line.campaign or None,
        "imprint": line.imprint,
    }


def _campaign(line: CampaignLine, more: int, site: Site) -> CampaignData:
    """`more` is what groups add to its counter."""
    goal = line.goal
    return {
        "id": _id(line.identity, site),
        "title": line.title,
        "url": site.absolute(line.href),
        "group": line.owner.slug or None,
        "group_name": _group_name(line, site),
        "region": line.region or None,
        "slug": line.stem,
        "part_of": line.campaign or None,
        "status": line.status,  # type: ignore[typeddict-item]
        "starts": _rough(line.starts),
        "ends": _rough(line.ends),
        "goal": GoalData(count=goal.count + more, target=goal.target, what=goal.what, as_of=_rough(goal.as_of))
        if goal
        else None,
        "priority": line.priority,
        "summary": line.summary,
        "language": line.language,
        "imprint": line.imprint,
    }


def _group(card: Card, former: tuple[str, ...], site: Site) -> GroupData:
    return {
        "id": _id(f"groups/{former[0] if former else card.slug}", site),
        "slug": card.slug,
        "name": card.name,
        "kind": card.kind,  # type: ignore[typeddict-item]
        "status": card.status,  # type: ignore[typeddict-item]
        "region": card.region,
        "url": site.absolute(card.href),
        "summary": card.summary,
        "language": card.language,
        "place": _place(card.place),
        "covers": [*card.covers],
        "since": _rough(card.since),
        "until": _rough(card.until),
        "former_slugs": [*former],
        "imprint": card.imprint,
        "data": site.absolute(data_path(card.slug)),
        "calendar": site.absolute(f"{card.href}events.ics"),
        "feed": site.absolute(f"{card.href}feed.rss"),
    }


def _regions(federation: Federation, site: Site) -> Iterator[RegionData]:
    for region in federation.facts.all_regions().values():
        yield RegionData(
            slug=region.slug,
            name=region.name,
            parent=region.parent or None,
            url=site.absolute(f"/regions/{region.slug}/"),
            groups=[one.slug for one in federation.inside(region.slug).cards],
        )
