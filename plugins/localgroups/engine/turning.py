"""The day on which a group's files become others although nobody has changed anything.

A meeting is over, a piece of news expires, a campaign ends, a new year makes a date look odd: each file of a group is
the same from one such day to the day before the next.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from localgroups.model.items import Items
from localgroups.model.occurrences import next_turn as meetings_turn
from localgroups.reading.years import SOON

_DAY = timedelta(days=1)


def next_turn(items: Items, today: date, also: Iterable[date] = ()) -> date:
    """The first day after `today` on which the group has to be looked at again. `also` are days on which something
    turns that is not in its items: dates of commits that lie ahead."""
    return min(one for one in (*_turns(items, today), *also) if one > today)


def _turns(items: Items, today: date) -> list[date]:
    # Odd years are asked about, and in winter the year that is just over.
    turns = [date(today.year + 1, 1, 1), date(today.year, 3, 1), date(today.year, 11, 1)]
    for meeting in items.meetings:
        turns += _years(meeting.starts.day, today)
        if meeting.recurrence is None:
            turns.append(_after(meeting.last_day))
    turn = meetings_turn([one for one in items.meetings if one.recurrence is not None], today)
    if turn is not None:
        turns.append(turn)
    for news in items.news:
        turns += _years(news.date, today)
        if news.expires is not None:
            turns.append(_after(news.expires))
    for campaign in items.campaigns:
        if campaign.ends is not None:
            ends = campaign.ends
            month = ends.month or 12
            turns.append(_after(date(ends.year, month, ends.day)) if ends.day else _month_after(ends.year, month))
    return turns


def _years(day: date, today: date) -> tuple[date, ...]:
    """When a date begins to look like that of the year before, and when it ceases to. Most are of years in which that
    is over."""
    if day.year < today.year - 1 or day.year == date.max.year or (day.month, day.day) == (2, 29):
        return ()
    later = day.replace(year=day.year + 1)
    return later - SOON, _after(later)


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day


def _month_after(year: int, month: int) -> date:
    if month < 12:
        return date(year, month + 1, 1)
    return date(year + 1, 1, 1) if year < date.max.year else date.max
