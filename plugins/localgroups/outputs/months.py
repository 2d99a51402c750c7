"""The events of the nation, leafed through by month and year."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from localgroups.federation.nation import Federation
from localgroups.model.limits import COMING_ENTRIES
from localgroups.model.rollups import MeetingLine
from localgroups.outputs.cards import Cards
from localgroups.outputs.kinds import kind_links
from localgroups.outputs.pages import Page
from localgroups.outputs.views import EventsPage, FeedLink, LinkView, Month, Year
from localgroups.outputs.wording import MONTHS, month_name

MonthKey = tuple[int, int]


def month_of(line: MeetingLine) -> MonthKey:
    """The month on the wall in which a meeting starts."""
    return (line.starts.wall.year, line.starts.wall.month)


def month_path(key: MonthKey) -> str:
    return f"/events/{key[0]:04d}/{key[1]:02d}/"


def year_path(year: int) -> str:
    return f"/events/{year:04d}/"


def event_pages(federation: Federation, cards: Cards, feeds: tuple[FeedLink, ...]) -> Iterator[Page]:
    """/events/ with what is coming, a page for each month that has meetings, one for each year."""
    site = cards.site
    ordered = sorted(federation.meetings, key=lambda one: (month_of(one), one.starts.instant, one.identity))
    by_month = {key: tuple(some) for key, some in groupby(ordered, key=month_of)}
    events = site.link("Events", "/events/")
    yield _coming_page(federation, cards, feeds, by_month)
    keys = list(by_month)
    for place, key in enumerate(keys):
        title = f"Events in {month_name(*key)}"
        view = EventsPage(
            head=site.head(
                month_path(key),
                title,
                f"Every meeting, rally and training of {site.name} in {month_name(*key)}.",
                trail=(events, site.link(str(key[0]), year_path(key[0]))),
                feeds=feeds,
                section="events",
            ),
            title=title,
            intro="",
            months=(Month("", site.href(month_path(key)), cards.meetings(by_month[key]), len(by_month[key])),),
            years=_years(by_month, cards, key[0], key),
            earlier=_month_link(keys[place - 1], cards) if place else None,
            later=_month_link(keys[place + 1], cards) if place + 1 < len(keys) else None,
        )
        yield Page(month_path(key), "pages/events.html", view)
    for year in sorted({key[0] for key in keys}):
        yield _year_page(year, cards, feeds, by_month)


def _coming_page(
    federation: Federation, cards: Cards, feeds: tuple[FeedLink, ...], by_month: dict[MonthKey, tuple[MeetingLine, ...]]
) -> Page:
    site, today = cards.site, federation.today
    coming = federation.coming
    shown = coming[: COMING_ENTRIES.most]
    months = coming_months(shown, today, by_month, cards)
    more = (
        f" The next {len(shown)} of {len(coming)} are listed here; the months have them all."
        if len(shown) < len(coming)
        else ""
    )
    view = EventsPage(
        head=site.head(
            "/events/",
            "Events",
            f"What is coming up at {site.name}, near you and online.",
            feeds=feeds,
            section="events",
        ),
        title="Events",
        intro=f"What is coming up, near you and online.{more}",
        months=months,
        years=_years(by_month, cards, today.year, None),
        earlier=None,
        later=None,
        kinds=kind_links(federation, site),
    )
    return Page("/events/", "pages/events.html", view)


def coming_months(
    shown: tuple[MeetingLine, ...], today: date, by_month: Mapping[MonthKey, tuple[MeetingLine, ...]], cards: Cards
) -> tuple[Month, ...]:
    """What is coming, month by month; those in `by_month` have a page. What began in an earlier month and is still
    going on stands at the top of this one."""
    this_month = (today.year, today.month)
    return tuple(
        Month(
            month_name(*key),
            cards.site.href(month_path(key)) if key in by_month else "",
            cards.meetings(tuple(some)),
            len(by_month.get(key, ())),
        )
        for key, some in groupby(shown, key=lambda one: max(month_of(one), this_month))
    )


def _year_page(
    year: int, cards: Cards, feeds: tuple[FeedLink, ...], by_month: dict[MonthKey, tuple[MeetingLine, ...]]
) -> Page:
    site = cards.site
    years = sorted({key[0] for key in by_month})
    place = years.index(year)
    title = f"Events in {year}"
    view = EventsPage(
        head=site.head(
            year_path(year),
            title,
            f"The events of {year} by month.",
            trail=(site.link("Events", "/events/"),),
            feeds=feeds,
            section="events",
        ),
        title=title,
        intro="Choose a month.",
        months=(),
        years=_years(by_month, cards, year, None),
        earlier=site.link(str(years[place - 1]), year_path(years[place - 1])) if place else None,
        later=site.link(str(years[place + 1]), year_path(years[place + 1])) if place + 1 < len(years) else None,
    )
    return Page(year_path(year), "pages/events.html", view)


def _month_link(key: MonthKey, cards: Cards) -> LinkView:
    return cards.site.link(month_name(*key), month_path(key))


def _years(
    by_month: dict[MonthKey, tuple[MeetingLine, ...]], cards: Cards, current: int, month: MonthKey | None
) -> tuple[Year, ...]:
    """Every year that has events; the months of the current one."""
    site = cards.site
    return tuple(
        Year(
            str(year),
            site.href(year_path(year)),
            tuple(
                Month(MONTHS[key[1] - 1], site.href(month_path(key)), (), len(some), key == month)
                for key, some in by_month.items()
                if key[0] == year
            )
            if year == current
            else (),
            year == current,
        )
        for year in sorted({key[0] for key in by_month})
    )
