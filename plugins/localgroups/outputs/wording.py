"""Dates and numbers as people say them.

Apart from the views, because every printed time goes through here: the words and the machine-readable
`datetime` beside them are made from the same moment and cannot disagree.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from localgroups.model.items import Goal
from localgroups.model.moments import Moment, RoughDate
from localgroups.outputs.views import DateView, GoalView, WhenView

MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALL_DAY = "All day"
LATE = timedelta(hours=12)
"""A meeting that runs past midnight but no longer than this is said to be on its first day."""


def month_name(year: int, month: int) -> str:
    """`December 2026`"""
    return f"{MONTHS[month - 1]} {year}"


def day_text(day: date) -> str:
    """`3 December 2026`"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_text(day: date) -> str:
    """`Thursday 3 December 2026`"""
    return f"{WEEKDAYS[day.weekday()]} {day_text(day)}"


@lru_cache(maxsize=1024)
def date_view(day: date) -> DateView:
    """Kept for a while, because a page and all lists that link to it say the same."""
    return DateView(day.isoformat(), day_text(day))


def rough_view(rough: RoughDate) -> DateView:
    """As exactly as it is known: `3 December 2026`, `December 2026`, `2026`."""
    if rough.month is None:
        return DateView(str(rough), str(rough.year))
    if rough.day is None:
        return DateView(str(rough), month_name(rough.year, rough.month))
    return DateView(str(rough), day_text(rough.first_day))


def clock(moment: datetime) -> str:
    """`7pm`, `7.30pm`, `noon`, `midnight`"""
    if (moment.hour, moment.minute) == (0, 0):
        return "midnight"
    if (moment.hour, moment.minute) == (12, 0):
        return "noon"
    half = "am" if moment.hour < 12 else "pm"
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{half}"


def days_text(first: date, last: date) -> str:
    """`24 to 27 September 2026`, said as shortly as it is clear."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_text(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_text(last)}"
    return f"{day_text(first)} to {day_text(last)}"


@lru_cache(maxsize=4096)
def zone_note(moment: Moment) -> str:
    """`EST, UTC−5`: the zone's own letters where it has any, and its distance from UTC at that moment."""
    local = moment.local
    offset = local.utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    distance = f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "UTC"
    letters = local.tzname() or ""
    return f"{letters}, {distance}" if letters.isalpha() and letters != "UTC" else distance


@lru_cache(maxsize=16384)
def when_view(starts: Moment, ends: Moment, last_day: date, all_day: bool, home_zone: str) -> WhenView:
    """A meeting's time, in words and for machines; its zone is said where it is not the nation's."""
    first = starts.day
    if all_day:
        dates = weekday_text(first) if last_day == first else days_text(first, last_day)
        return _when(first, first.isoformat(), last_day.isoformat(), dates, ALL_DAY, "")
    zone = zone_note(starts) if starts.zone != home_zone else ""
    several = last_day != first and ends.wall - starts.wall > LATE
    if several:
        dates = days_text(first, last_day)
        first_weekday, last_weekday = WEEKDAYS[first.weekday()], WEEKDAYS[ends.wall.weekday()]
        times = f"{clock(starts.wall)} on {first_weekday} to {clock(ends.wall)} on {last_weekday}"
    else:
        dates = weekday_text(first)
        times = f"{clock(starts.wall)} to {clock(ends.wall)}" if ends.wall > starts.wall else clock(starts.wall)
    return _when(first, _iso(starts), _iso(ends), dates, times, zone)


def _iso(moment: Moment) -> str:
    return moment.local.isoformat(timespec="minutes")


def _when(first: date, iso: str, end_iso: str, dates: str, times: str, zone: str) -> WhenView:
    said = times.lower() if times == ALL_DAY else times  # inside a sentence
    return WhenView(
        iso=iso,
        text=", ".join(part for part in (dates, said) if part) + (f" ({zone})" if zone else ""),
        date=dates,
        time=times,
        day=str(first.day),
        month=MONTHS[first.month - 1][:3],
        year=str(first.year),
        weekday=WEEKDAYS[first.weekday()][:3],
        zone=zone,
        end_iso=end_iso,
    )


def number(value: int) -> str:
    """`4,459`"""
    return f"{value:,}"


def goal_view(goal: Goal, more: int = 0) -> GoalView:
    """A counter; over its target it says so. `more` is what the groups add to it."""
    count = goal.count + more
    percent = 100 * count // goal.target if goal.target else 0
    return GoalView(
        count=number(count),
        target=number(goal.target),
        what=goal.what,
        as_of=rough_view(goal.as_of).text if goal.as_of else "",
        percent=min(100, percent),
        percent_text=f"{percent}%",
    )


def size_text(size: int) -> str:
    """`120 KB`, `1.4 MB`"""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"


def distance_text(kilometres: float) -> str:
    """`about 14 km away`; `under 1 km away`"""
    return f"about {round(kilometres)} km away" if kilometres >= 1 else "under 1 km away"
