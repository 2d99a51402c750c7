"""The weeks and months that digests are about.

A week runs from Monday to Sunday (ISO 8601) and is the same for everybody on each of its days: a mail service that
sends on Monday and a member who reads on Thursday speak of one list, and its permanent id has a number that calendars
print.
"""

from datetime import date, timedelta
from functools import lru_cache

from localgroups.model.limits import CALENDAR_DAYS
from localgroups.model.values import Struct
from localgroups.outputs.wording import days_text, month_name

WEEK = timedelta(days=7)


class Period(Struct, frozen=True):
    """Days in a row, with the words for them."""

    first: date
    last: date
    name: str
    """`this week`, `next month`"""
    text: str
    """`16 to 22 November 2026`, `December 2026`"""


@lru_cache(maxsize=64)
def week_of(day: date, name: str = "this week") -> Period:
    """The week that a day is in."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return Period(monday, sunday, name, days_text(monday, sunday))


@lru_cache(maxsize=64)
def month_of_day(day: date, name: str = "this month") -> Period:
    """The month that a day is in."""
    first = day.replace(day=1)
    return Period(first, _next_first(first) - timedelta(days=1), name, month_name(day.year, day.month))


def this_and_next_week(today: date) -> tuple[Period, Period]:
    return week_of(today), week_of(today + WEEK, "next week")


def this_and_next_month(today: date) -> tuple[Period, Period]:
    return month_of_day(today), month_of_day(_next_first(today.replace(day=1)), "next month")


def first_of_month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def first_told(today: date) -> date:
    """From which day on data for other programs tell of events: the first of the month that was ninety days ago, so
    that a month's file is whole or not there."""
    return (today - timedelta(days=CALENDAR_DAYS.most)).replace(day=1)


def days_of(today: date) -> tuple[date, ...]:
    """What digests and data know of the day: while these are the same, so is what they say of it."""
    return week_of(today).first, today.replace(day=1), first_told(today)


def week_number(period: Period) -> str:
    """`2026-W47`: as ISO 8601 counts weeks."""
    year, week, _ = period.first.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _next_first(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
