"""Groups, events, news and campaigns as static data under /api/, for other programs to build on.

Made of rollups alone: nothing is in them that is not on a page. Every event is written once, and its bytes are joined
into each file that lists it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from localgroups.federation.nation import Federation
from localgroups.model.limits import CALENDAR_DAYS, DATA_EVENTS, DATA_NEWS, FEED_ENTRIES
from localgroups.model.moments import RoughDate
from localgroups.model.places import Place
from localgroups.model.rollups import CampaignLine, Card, Line, MeetingLine, NewsLine
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
from localgroups.outputs.site import Site

API = "/api/"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
AnyKind = TypeVar("AnyKind", MeetingLine, NewsLine, CampaignLine)


def data_files(federation: Federation, site: Site) -> Iterator[tuple[str, bytes]]:
    """(path from the root, bytes) of every file of data and of its schema."""
    for name, shape in FILES.items():
        path = f"{API}schema/{name}.json"
        yield path, schema_of(shape, site.absolute(path))
    groups = {one.slug: _json(_group(one, federation, site)) for one in federation.cards}
    news = [(one, _json(_news(one, site))) for one in _wanted_news(federation.news)]
    campaigns = [
        (one, _json(_campaign(one, federation, site))) for one in (*federation.campaigns, *federation.local_campaigns)
    ]
    first = first_day(federation.today)
    events = [(one, _json(_event(one, site))) for one in federation.meetings if one.last_day >= first]
    yield f"{API}groups.json", _file("groups", site, groups=groups.values())
    yield from _event_files(events, federation.today, site)
    yield f"{API}news.json", _file("news", site, news=(text for _, text in news[: DATA_NEWS.most]))
    yield f"{API}campaigns.json", _file("campaigns", site, campaigns=(text for _, text in campaigns))
    yield f"{API}regions.json", _file("regions", site, regions=map(_json, _regions(federation, site)))
    events_of, news_of, campaigns_of = _by_owner(events), _by_owner(news), _by_owner(campaigns)
    for slug, text in groups.items():
        data = _file(
            "group",
            site,
            {"group": text},
            events=events_of.get(slug, ()),
            news=news_of.get(slug, ())[: FEED_ENTRIES.most],
            campaigns=campaigns_of.get(slug, ()),
        )
        # Programs that know the group by an earlier name go on reading it.
        for name in (slug, *federation.former_slugs.get(slug, ())):
            yield f"{API}groups/{name}.json", data
    yield f"{API}index.json", _index(site)


def _wanted_news(news: Iterable[NewsLine]) -> Iterator[NewsLine]:
    """The newest of all, and of every owner as many as its file holds; `news` is in its order, newest first."""
    counts: Counter[str] = Counter()
    for number, one in enumerate(news):
        counts[one.owner.slug] += 1
        if number < DATA_NEWS.most or counts[one.owner.slug] <= FEED_ENTRIES.most:
            yield one


def first_day(today: date) -> date:
    """The first of the month that was ninety days ago, so that a month's file is whole or not there."""
    return (today - timedelta(days=CALENDAR_DAYS.most)).replace(day=1)


def _fitting(events: Sequence[tuple[MeetingLine, str]], today: date) -> Sequence[tuple[MeetingLine, str]]:
    """All, where one file can hold them; else those that come next."""
    if len(events) <= DATA_EVENTS.most:
        return events
    return [one for one in events if not one[0].is_over(today)][: DATA_EVENTS.most]


def _event_files(events: Sequence[tuple[MeetingLine, str]], today: date, site: Site) -> Iterator[tuple[str, bytes]]:
    """One file with the next events, and one for each month with all that start in it."""
    first = first_day(today)
    months: defaultdict[str, list[str]] = defaultdict(list)
    for one, text in events:
        if one.starts.day >= first:
            months[f"{one.starts.wall:%Y-%m}"].append(text)
    files: list[str] = []
    for month, texts in sorted(months.items()):
        path = f"{API}events/{month}.json"
        files.append(_json(MonthData(month=month, count=len(texts), url=site.absolute(path))))
        yield path, _file("month", site, {"month": _json(month)}, events=texts)
    shown = [text for _, text in _fitting(events, today)]
    facts = {"complete": _json(len(shown) == len(events))}
    yield f"{API}events.json", _file("events", site, facts, months=files, events=shown)


def _index(site: Site) -> bytes:
    names = ("groups", "events", "news", "campaigns", "regions")
    facts = {
        "name": site.name,
        "url": site.absolute("/"),
        "timezone": site.timezone,
        "files": {one: site.absolute(f"{API}{one}.json") for one in names},
    }
    return _file("index", site, {key: _json(value) for key, value in facts.items()})


# ------------------------------------------------------------------ writing


def _json(value: Any) -> str:
    return _ENCODER.encode(value)


def _file(name: str, site: Site, facts: Mapping[str, str] | None = None, **lists: Iterable[str]) -> bytes:
    """A file of entries that are JSON already, each on a line of its own: a change of one is a change of a line."""
    head = {"version": _json(VERSION), "schema": _json(site.absolute(f"{API}schema/{name}.json")), **(facts or {})}
    parts = [f'"{key}":{text}' for key, text in head.items()]
    parts += [f'"{key}":[{_lines(texts)}]' for key, texts in lists.items()]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _lines(texts: Iterable[str]) -> str:
    joined = ",\n".join(texts)
    return f"\n{joined}\n" if joined else ""


def _by_owner(entries: Iterable[tuple[AnyKind, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line, text in entries:
        found[line.owner.slug].append(text)
    return found


# ------------------------------------------------------------------ entries


def _id(identity: str, site: Site) -> str:
    return permanent_uri(site.facts.organisation.domain, identity)


def _rough(rough: RoughDate | None) -> str | None:
    return str(rough) if rough else None


def _place(place: Place | None) -> PlaceData | None:
    if place is None:
        return None
    at = place.position
    return PlaceData(
        name=place.name,
        address=place.address,
        town=place.town,
        postcode=place.postcode,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
    )


def _group_name(line: Line, site: Site) -> str:
    return site.name if line.owner.is_nation else line.owner.name


def _event(line: MeetingLine, site: Site) -> EventData:
    organisation = site.facts.organisation
    return EventData(
        id=_id(line.date_identity, site),
        uid=f"{line.identity}@{organisation.domain}",
        title=line.title,
        url=site.absolute(line.href),
        group=line.owner.slug or None,
        group_name=_group_name(line, site),
        region=line.region or None,
        type=line.type,
        type_label=organisation.meeting_types.get(line.type, line.type),
        status=line.status,  # type: ignore[typeddict-item]
        starts=line.starts.day.isoformat() if line.all_day else line.starts.local.isoformat(timespec="minutes"),
        ends=line.last_day.isoformat() if line.all_day else line.ends.local.isoformat(timespec="minutes"),
        all_day=line.all_day,
        timezone=line.starts.zone,
        place=_place(line.place),
        online=line.is_online,
        cost=line.cost,
        audience=line.audience,
        summary=line.summary,
        language=line.language,
        campaign=line.campaign or None,
        imprint=line.imprint,
    )


def _news(line: NewsLine, site: Site) -> NewsData:
    return NewsData(
        id=_id(line.identity, site),
        title=line.title,
        url=site.absolute(line.href),
        group=line.owner.slug or None,
        group_name=_group_name(line, site),
        region=line.region or None,
        date=line.date.isoformat(),
        updated=line.updated.isoformat() if line.updated else None,
        author=line.author,
        summary=line.summary,
        tags=[*line.tags],
        language=line.language,
        campaign=line.campaign or None,
        imprint=line.imprint,
    )


def _campaign(line: CampaignLine, federation: Federation, site: Site) -> CampaignData:
    more = federation.counted_by_groups(line.stem, line.goal) if line.owner.is_nation else 0
    goal = line.goal
    return CampaignData(
        id=_id(line.identity, site),
        title=line.title,
        url=site.absolute(line.href),
        group=line.owner.slug or None,
        group_name=_group_name(line, site),
        region=line.region or None,
        slug=line.stem,
        part_of=line.campaign or None,
        status=line.status,  # type: ignore[typeddict-item]
        starts=_rough(line.starts),
        ends=_rough(line.ends),
        goal=GoalData(count=goal.count + more, target=goal.target, what=goal.what, as_of=_rough(goal.as_of))
        if goal
        else None,
        priority=line.priority,
        summary=line.summary,
        language=line.language,
        imprint=line.imprint,
    )


def _group(card: Card, federation: Federation, site: Site) -> GroupData:
    former = federation.former_slugs.get(card.slug, ())
    return GroupData(
        id=_id(f"groups/{former[0] if former else card.slug}", site),
        slug=card.slug,
        name=card.name,
        kind=card.kind,  # type: ignore[typeddict-item]
        status=card.status,  # type: ignore[typeddict-item]
        region=card.region,
        url=site.absolute(card.href),
        summary=card.summary,
        language=card.language,
        place=_place(card.place),
        covers=[*card.covers],
        since=_rough(card.since),
        until=_rough(card.until),
        former_slugs=[*former],
        imprint=card.imprint,
        data=site.absolute(f"{API}groups/{card.slug}.json"),
        calendar=site.absolute(f"{card.href}events.ics"),
        feed=site.absolute(f"{card.href}feed.rss"),
    )


def _regions(federation: Federation, site: Site) -> Iterator[RegionData]:
    for region in federation.facts.all_regions().values():
        inside = federation.subtree(region.slug)
        yield RegionData(
            slug=region.slug,
            name=region.name,
            parent=region.parent or None,
            url=site.absolute(f"/regions/{region.slug}/"),
            groups=[one.slug for one in federation.cards if one.region in inside],
        )
