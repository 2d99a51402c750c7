"""Dates on which a repeating meeting does not take place: `2026-12-24`, `August`, `2026-12-20 to 2027-01-05`."""

import re
from datetime import date

from localgroups.model.late_patterns import late
from localgroups.model.moments import RoughDate
from localgroups.model.values import Struct
from localgroups.reading.calendar_words import days_in, month_number
from localgroups.reading.dates import read_rough_date
from localgroups.reading.faults import Fault, quoted

EXAMPLES = "Write dates, months or stretches: 2026-12-24, August, 2026-12-20 to 2027-01-05"
_BETWEEN = late(r"\s+(?:to|until|till?|through)\s+|\s*(?:–|—|\.\.+)\s*|\s+-\s+", re.IGNORECASE)
_LEAD = late(r"^(?:from|in|on|all of|the whole of|every|each|not in|not on)\s+", re.IGNORECASE)
_SEASON = late(
    r"\b(?:holidays?|christmas|xmas|easter|bank|half[- ]?term|summer|winter|spring|autumn|ramadan|recess)\b",
    re.IGNORECASE,
)


class LeftOut(Struct, frozen=True):
    """A stretch of days, or a month of every year."""

    first: date = date.min
    last: date = date.max
    month: int | None = None
    """A month of every year; the days then say nothing."""

    def holds(self, day: date) -> bool:
        return day.month == self.month if self.month else self.first <= day <= self.last


def read_left_out(text: str) -> LeftOut | Fault:
    """One entry of `except`."""
    words = _LEAD.sub("", text.strip())
    month = month_number(words)
    if month is not None:
        return LeftOut(month=month)
    parts = _BETWEEN.split(words, maxsplit=1)
    if len(parts) == 2:
        return _stretch(text, parts[0], parts[1])
    if _SEASON.search(words):
        return Fault("except-not-known", f"{quoted(text)} has other dates every year.", EXAMPLES)
    rough = read_rough_date(words)
    return rough if isinstance(rough, Fault) else LeftOut(rough.first_day, last_day(rough))


def _stretch(text: str, first: str, last: str) -> LeftOut | Fault:
    if month_number(first) and month_number(last):
        help = "Write the months one by one: [July, August]"
        return Fault("except-not-known", f"{quoted(text)} is a stretch of months without a year.", help)
    begin, end = read_rough_date(first), read_rough_date(last)
    for one in (end, begin):
        if isinstance(one, Fault):
            return Fault("except-not-known", f"{quoted(text)} is not a stretch of dates. {one.message}", EXAMPLES)
    assert isinstance(begin, RoughDate)
    assert isinstance(end, RoughDate)
    if last_day(end) < begin.first_day:
        message = f"{quoted(text)} ends before it begins."
        return Fault("except-not-known", message, f"Write: {end.first_day} to {last_day(begin)}")
    return LeftOut(begin.first_day, last_day(end))


def last_day(rough: RoughDate) -> date:
    """The last day of a day, a month or a year."""
    if rough.month is None:
        return date(rough.year, 12, 31)
    return date(rough.year, rough.month, rough.day or days_in(rough.year, rough.month))
