"""The day on which a group's files become others although nobody has changed anything.

A meeting is over, a piece of news expires, a campaign ends, a new year makes a date look odd: each file of a group is
the same from one such day to the day before the next.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

from localgroups.model.items import Items
from localgroups.model.occurrences import next_turn as meetings_turn
from localgroups.model.rollups import Rollup
from localgroups.reading.years import SOON

_DAY = timedelta(days=1)


def next_turn(items: Items, rollup: Rollup | None, today: date, also: Iterable[date] = ()) -> date:
    """The first day after `today` on which the group has to be looked at again. `also` are days on which something
    turns that is not in its items: dates of commits that lie ahead."""
    return min(one for one in chain(_turns(items, rollup, today), also) if one > today)


def _turns(items: Items, rollup: Rollup | None, today: date) -> Iterator[date]:
    # Odd years are asked about, and in winter the year that is just over.
    yield from (date(today.year + 1, 1, 1), date(today.year, 3, 1), date(today.year, 11, 1))
    for line in rollup.meetings if rollup else ():
        yield _after(line.last_day)
    for meeting in items.meetings:
        yield from _years(meeting.starts.day)
    turn = meetings_turn(items.meetings, today)
    if turn is not None:
        yield turn
    for news in items.news:
        yield from _years(news.date)
        if news.expires is not None:
            yield _after(news.expires)
    for campaign in items.campaigns:
        if campaign.ends is not None:
            ends = campaign.ends
            month = ends.month or 12
            yield _after(date(ends.year, month, ends.day)) if ends.day else _month_after(ends.year, month)


def _years(day: date) -> Iterator[date]:
    """When a date begins to look like that of the year before, and when it ceases to."""
    if day.year < date.max.year and (day.month, day.day) != (2, 29):
        later = day.replace(year=day.year + 1)
        yield from (later - SOON, _after(later))


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day


def _month_after(year: int, month: int) -> date:
    if month < 12:
        return date(year, month + 1, 1)
    return date(year + 1, 1, 1) if year < date.max.year else date.max
