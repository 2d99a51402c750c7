"""The search index: what a browser looks through when a visitor searches, in files small enough for a phone.

Made of rollups alone: nothing is in it that is not in a list on a page, and no text of a page. It is laid out by time,
so that an edit touches the one file in which the item stands, and an edit of a text none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple
from zlib import crc32

from localgroups.federation.nation import Federation
from localgroups.model.limits import SEARCH_BYTES
from localgroups.model.rollups import CampaignLine, Card, Line, MeetingLine, NewsLine
from localgroups.model.values import encoded
from localgroups.outputs.cards import CAMPAIGN_STATUS, GROUP_KIND, GROUP_STATUS, MEETING_STATUS, place_text, type_label
from localgroups.outputs.files import File
from localgroups.outputs.site import Site
from localgroups.reading.plain_text import shorten

PATH = "/search/"
INDEX = f"{PATH}index.json"
SUMMARY_LENGTH = 160
"""Characters of a summary that are looked through and shown."""
_MONTHS = (1, 12)


class Row(NamedTuple):
    """One thing that can be found, as the list that it is in the file. Texts are as people wrote them: accents and
    capitals are the browser's business."""

    kind: str
    """group, page, campaign, meeting, news"""
    owner: str
    """Slug of its group; empty for the national office. The group's name stands in the group's own row alone."""
    path: str
    """Of a group from the site's root, `groups/riverside/`; of all else below the page of its owner."""
    title: str
    summary: str
    language: str
    """Empty where it is the site's."""
    place: str
    covers: str
    """Looked through, not shown: the districts and places that are a group's own, the postcode of a meeting."""
    note: str
    """A word or two on its kind or its state: `AGM · Cancelled`."""
    days: str = ""
    """Of news its date; of meetings the days on which it begins, or from and to: `2026-12-03`,
    `2026-09-24/2026-09-27`, with a space between several."""


Months = dict[int, list[Row]]
"""Rows of one year, by the number of the month."""


def search_files(federation: Federation, site: Site) -> Iterator[File]:
    """The index in parts: `heads` for groups, campaigns and pages, one or more for each year, and a list of all."""
    names: dict[str, list[str]] = {"heads": [], "years": []}
    for kind, parts in (
        ("heads", _of_parts("heads", _heads(federation, site))),
        ("years", _of_years(federation, site)),
    ):
        for name, rows in parts:
            names[kind].append(name)
            yield File(f"{PATH}{name}.json", rows, partial(_file, rows))
    yield File(INDEX, names, lambda: encoded(names))


# ------------------------------------------------------------------------ rows


def _heads(federation: Federation, site: Site) -> list[Row]:
    """What is looked through first."""
    regions = federation.facts.all_regions()
    groups = (_group(one, regions[one.region].name if one.region in regions else "", site) for one in federation.cards)
    campaigns = (*federation.campaigns, *federation.local_campaigns)
    return [*_pages(site), *groups, *(_campaign(one, site) for one in campaigns)]


def _pages(site: Site) -> list[Row]:
    """Those of the national office's own that it puts into the menu."""
    organisation = site.facts.organisation
    links = {one.url: one.label for one in (*organisation.menu, *organisation.actions)}
    return [
        Row("page", "", url.removeprefix("/"), label, "", "", "", "", "")
        for url, label in links.items()
        if url.startswith("/") and len(url) > 1
    ]


def _group(card: Card, region: str, site: Site) -> Row:
    place = " ".join(one for one in (card.place.town, card.place.postcode) if one) if card.place else ""
    return Row(
        kind="group",
        owner=card.slug,
        path=card.href.removeprefix("/"),
        title=card.name,
        summary=shorten(card.summary, SUMMARY_LENGTH),
        language=_language(card.language, site),
        place=", ".join(one for one in (place, region) if one),
        covers=" ".join(card.covers),
        note=_note("" if card.kind == "local" else GROUP_KIND[card.kind], GROUP_STATUS[card.status]),
    )


def _campaign(line: CampaignLine, site: Site) -> Row:
    return _row("campaign", line, line.href, CAMPAIGN_STATUS[line.status], site)


def _news(line: NewsLine, site: Site) -> Row:
    return _row("news", line, line.href, "", site, days=line.date.isoformat())


def _meeting(line: MeetingLine, days: Iterable[str], site: Site) -> Row:
    note = _note(type_label(site, line.type), MEETING_STATUS[line.status])
    row = _row("meeting", line, line.page_href, note, site, " ".join(days))
    return row._replace(place=place_text(line), covers=line.place.postcode if line.place else "")


def _row(kind: str, line: Line, href: str, note: str, site: Site, days: str = "") -> Row:
    return Row(
        kind=kind,
        owner=line.owner.slug,
        path=href.removeprefix(line.owner.home),
        title=line.title,
        summary=shorten(line.summary, SUMMARY_LENGTH),
        language=_language(line.language, site),
        place="",
        covers="",
        note=note,
        days=days,
    )


def _note(*words: str) -> str:
    return " · ".join(one for one in words if one)


def _language(language: str, site: Site) -> str:
    return "" if language == site.language else language


def _rows_by_month(lines: Iterable[NewsLine | MeetingLine], site: Site) -> Months:
    """What belongs to one year. What repeats has one row a month for all its dates that are alike."""
    found: Months = defaultdict(list)
    series: dict[tuple[object, ...], list[MeetingLine]] = defaultdict(list)
    for line in lines:
        if isinstance(line, NewsLine):
            found[line.date.month].append(_news(line, site))
        elif line.anchor:
            alike = (line.starts.wall.month, line.page_href, line.title, line.status, line.place, line.is_online)
            series[alike].append(line)
        else:
            found[line.starts.wall.month].append(_meeting(line, (_days(line),), site))
    for dates in series.values():
        found[dates[0].starts.wall.month].append(_meeting(dates[0], map(_days, dates), site))
    return found


def _days(line: MeetingLine) -> str:
    """`2026-12-03`; of what takes longer `2026-09-24/2026-09-27` (ISO 8601)."""
    first = line.starts.day
    return first.isoformat() if line.last_day <= first else f"{first}/{line.last_day}"


# ----------------------------------------------------------------------- files


Named = tuple[str, list[Row]]
"""The name of a part of the index, and its rows."""


def _of_years(federation: Federation, site: Site) -> Iterator[Named]:
    """Years, the latest first; one that is too big as halves of it, then quarters, months, parts of months. They are
    made one by one: all rows at once are more than a build needs to hold."""
    years: dict[int, list[NewsLine | MeetingLine]] = defaultdict(list)
    for news in federation.news:
        years[news.date.year].append(news)
    for meeting in federation.meetings:
        years[meeting.starts.wall.year].append(meeting)
    for year in sorted(years, reverse=True):
        months = _rows_by_month(years.pop(year), site)
        yield from _of_months(year, *_MONTHS, months, {month: _size(rows) for month, rows in months.items()})


def _of_months(year: int, first: int, last: int, months: Months, sizes: dict[int, int]) -> Iterator[Named]:
    inside = [month for month in range(last, first - 1, -1) if month in months]
    if first == last and inside:
        yield from _of_parts(f"{year:04d}-{first:02d}", months[first])
    elif sum(sizes[one] for one in inside) > SEARCH_BYTES.most:
        middle = (first + last) // 2
        yield from _of_months(year, middle + 1, last, months, sizes)
        yield from _of_months(year, first, middle, months, sizes)
    elif inside:
        name = f"{year:04d}" if (first, last) == _MONTHS else f"{year:04d}-{first:02d}-to-{last:02d}"
        yield name, [row for month in inside for row in months[month]]


def _of_parts(name: str, rows: list[Row]) -> Iterator[Named]:
    """Rows in as many files as they need. Each stays in its own for as long as the number of files does."""
    size = _size(rows)
    if size <= SEARCH_BYTES.most:
        yield name, rows
        return
    count = 2
    while size > count * SEARCH_BYTES.most * 3 // 4:  # they are never filled quite evenly
        count *= 2
    parts: list[list[Row]] = [[] for _ in range(count)]
    for row in rows:
        parts[crc32(f"{row.owner}/{row.path}".encode()) % count].append(row)
    for number, part in enumerate(parts, 1):
        yield f"{name}-part-{number}", part


def _size(rows: Iterable[Row]) -> int:
    """Bytes that rows take, but for what JSON has to escape: near enough, and much cheaper than writing them."""
    marks = 3 * len(Row._fields) + 2
    return sum(len("".join(row).encode()) + marks for row in rows)


def _file(rows: list[Row]) -> bytes:
    return f'{{"fields":{encoded(Row._fields).decode()},"rows":{encoded(rows).decode()}}}\n'.encode()
