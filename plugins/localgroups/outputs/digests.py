"""What is in a digest: the meetings and the news of a week or a month, chosen and worded.

How it is written down is in `digest_text`, `digest_html` and `digest_feed`. Digests are made of rollups alone: they
turn every Monday and every first of the month, which is no reason to read a group's files anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from localgroups.federation.nation import Federation, meeting_order, news_order
from localgroups.model.identity import Kind, list_href
from localgroups.model.limits import DIGEST_ENTRIES, DIGEST_WEEKS
from localgroups.model.rollups import MeetingLine, NewsLine, Rollup
from localgroups.model.values import Struct
from localgroups.outputs.cards import place_text
from localgroups.outputs.event_entries import PREFIX
from localgroups.outputs.feed_text import permanent_uri
from localgroups.outputs.periods import (
    WEEK,
    Period,
    first_of_month_before,
    this_and_next_month,
    this_and_next_week,
    week_of,
)
from localgroups.outputs.printable import one_line
from localgroups.outputs.site import Site
from localgroups.outputs.wording import when_view


class DigestEntry(Struct, frozen=True):
    """A meeting or a piece of news."""

    title: str
    when: str
    """`Thursday 3 December 2026, 7pm to 9pm`; the day of a piece of news."""
    note: str
    """Place, cost and group, or the group alone; empty where nothing is to be said."""
    summary: str
    """Of news; empty for meetings, whose page has it."""
    url: str
    language: str
    imprint: str


class Section(Struct, frozen=True):
    """Entries under a heading."""

    title: str
    entries: tuple[DigestEntry, ...]
    more: str = ""
    """`and 12 more`; empty where all are listed."""
    more_url: str = ""


class Audience(Struct, frozen=True):
    """Whose digest it is: a group's, a region's, the nation's."""

    name: str
    path: str
    """Of its page, from the site's root."""
    identity: str
    """Inside the federation, for ever."""
    list_path: str
    """Where all of its meetings are listed."""
    news_path: str
    language: str
    imprint: str
    meetings: Sequence[MeetingLine]
    """Those of the days that digests are about, earliest first."""
    news: Sequence[NewsLine]
    """Likewise, newest first."""
    is_group: bool = False


class Digest(Struct, frozen=True):
    """One message."""

    title: str
    """`Riverside: this week, 16 to 22 November 2026`"""
    period: Period
    sections: tuple[Section, ...]
    """Empty where nothing is on and nothing was written."""
    empty: str
    """What to say then."""
    page: str
    """Absolute address of the page that it is about."""
    calendar: str
    language: str
    imprint: str


def week_digest(audience: Audience, today: date, site: Site) -> Digest:
    """This week with a look at the next, and what was written since last Monday."""
    this, following = this_and_next_week(today)
    return _digest(audience, this, following, Period(this.first - WEEK, this.last, "", ""), site)


def month_digest(audience: Audience, today: date, site: Site) -> Digest:
    """This month with a look at the next, and what was written since the last began."""
    this, following = this_and_next_month(today)
    return _digest(audience, this, following, Period(first_of_month_before(today), this.last, "", ""), site)


def weekly_digests(audience: Audience, today: date, site: Site) -> list[Digest]:
    """This week and those before it, newest first, each with the news of the week before: all of it is known when the
    week begins, and none is said twice. A week with nothing in it is left out, because nobody wants a letter about
    nothing."""
    if not audience.meetings and not audience.news:
        return []
    weeks = (week_of(today - number * WEEK, "") for number in range(DIGEST_WEEKS.most))
    found = (_digest(audience, week, None, week_of(week.first - WEEK), site) for week in weeks)
    return [one for one in found if one.sections]


def _digest(audience: Audience, period: Period, following: Period | None, news: Period, site: Site) -> Digest:
    sections = [_meetings(audience, period, "Meetings", site)]
    if following:
        sections.append(_meetings(audience, following, _capital(following), site))
    sections.append(_news(audience, news, site))
    return Digest(
        title=f"{one_line(audience.name)}: {', '.join(one for one in (period.name, period.text) if one)}",
        period=period,
        sections=tuple(one for one in sections if one.entries),
        empty=f"Nothing is planned for {period.name}. It is a good time to plan something.",
        page=site.absolute(audience.path),
        calendar=site.absolute(f"{audience.path}events.ics"),
        language=audience.language,
        imprint=one_line(audience.imprint),
    )


def _capital(period: Period) -> str:
    """`Next week, 23 to 29 November 2026`"""
    return f"{period.name[0].upper()}{period.name[1:]}, {period.text}"


def _meetings(audience: Audience, period: Period, title: str, site: Site) -> Section:
    found = _meetings_of(period, audience.meetings)
    entries = tuple(_meeting(one, audience, site) for one in found[: DIGEST_ENTRIES.most])
    return Section(title, entries, _more(len(found)), site.absolute(audience.list_path))


def _news(audience: Audience, period: Period, site: Site) -> Section:
    found = _news_of(period, audience.news)
    entries = tuple(_piece(one, audience, site) for one in found[: DIGEST_ENTRIES.most])
    return Section("News", entries, _more(len(found)), site.absolute(audience.news_path))


def _more(count: int) -> str:
    left = count - DIGEST_ENTRIES.most
    return f"and {left:,} more" if left > 0 else ""


def _meeting(line: MeetingLine, audience: Audience, site: Site) -> DigestEntry:
    when = when_view(line.starts, line.ends, line.last_day, line.all_day, site.timezone)
    facts = (place_text(line), line.cost, "" if audience.is_group else line.owner.name)
    return DigestEntry(
        title=PREFIX.get(line.status, "") + one_line(line.title),
        when=when.text,
        note=one_line(" · ".join(one for one in facts if one)),
        summary="",
        url=site.absolute(line.href),
        language=line.language,
        imprint=one_line(line.imprint),
    )


def _piece(line: NewsLine, audience: Audience, site: Site) -> DigestEntry:
    return DigestEntry(
        title=one_line(line.title),
        when="",
        note="" if audience.is_group else one_line(line.owner.name),
        summary=one_line(line.summary),
        url=site.absolute(line.href),
        language=line.language,
        imprint=one_line(line.imprint),
    )


# ------------------------------------------------------------------ for whom


def audiences(federation: Federation, site: Site) -> Iterator[Audience]:
    """The nation and every region."""
    days = _days_told(federation.today)
    meetings, news = _meetings_of(days, federation.meetings), _news_of(days, federation.news)
    organisation = federation.facts.organisation
    yield Audience(
        site.name, "/", "national", "/events/", "/news/", site.language, organisation.imprint, meetings, news
    )
    meetings_in, news_in = federation.by_region(meetings), federation.by_region(news)
    for region in federation.facts.all_regions().values():
        path = f"/regions/{region.slug}/"
        yield Audience(
            region.name,
            path,
            f"regions/{region.slug}",
            path,
            path,
            site.language,
            organisation.imprint,
            meetings_in.get(region.slug, ()),
            news_in.get(region.slug, ()),
        )


def group_audience(rollup: Rollup, today: date, site: Site) -> Audience:
    """A group."""
    card, former, days = rollup.card, rollup.former_slugs, _days_told(today)
    return Audience(
        card.name,
        card.href,
        f"groups/{former[0] if former else card.slug}",
        list_href(card.slug, Kind.MEETINGS),
        list_href(card.slug, Kind.NEWS),
        card.language,
        card.imprint or site.facts.organisation.imprint,
        sorted(_meetings_of(days, rollup.meetings), key=meeting_order),
        sorted(_news_of(days, rollup.news), key=news_order),
        is_group=True,
    )


def _days_told(today: date) -> Period:
    """Those that any digest of today could speak of."""
    first = min(week_of(today).first - DIGEST_WEEKS.most * WEEK, first_of_month_before(today))
    last = max(this_and_next_month(today)[1].last, this_and_next_week(today)[1].last)
    return Period(first, last, "", "")


def _meetings_of(days: Period, lines: Iterable[MeetingLine]) -> list[MeetingLine]:
    """Those that take place on any day from the first to the last, written plainly: all lines of a nation pass here."""
    first, last = days.first, days.last
    return [one for one in lines if one.last_day >= first and one.starts.day <= last]


def _news_of(days: Period, lines: Iterable[NewsLine]) -> list[NewsLine]:
    first, last = days.first, days.last
    return [one for one in lines if first <= one.date <= last]


def digest_id(audience: Audience, week: str, site: Site) -> str:
    """For ever: `tag:example.org,2025:groups/riverside/digest/2026-W47`."""
    return permanent_uri(site.facts.organisation.domain, f"{audience.identity}/digest/{week}")
