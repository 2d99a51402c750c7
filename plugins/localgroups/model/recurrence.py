"""How a meeting repeats: the rule, and the single dates that differ from it (RFC 5545, 3.3.10 and 3.8.5).

A rule knows days alone. The time on the wall is the meeting's own and stays what it is when the clocks change. The
arithmetic is written here and not taken from a library: it is what the few rules need that people say in words, it
works on plain dates, and it has to be quick for the national pages of thousands of groups.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from localgroups.model.moments import Moment
from localgroups.model.places import Place
from localgroups.model.values import Struct

LAST = -1
"""The last weekday, or the last day, of a month."""
WORKING_DAYS = (0, 1, 2, 3, 4)
EVERY_MONTH = tuple(range(1, 13))
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7


class Every(StrEnum):
    """What a rule steps by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Rule(Struct, frozen=True):
    """Days that come again. What is empty is not asked for."""

    every: Every
    interval: int = 1
    """2 for every other week, counted from the week of the start, which begins on Monday."""
    weekdays: tuple[int, ...] = ()
    """0 for Monday, in order."""
    ordinals: tuple[int, ...] = ()
    """Which of those weekdays in the month: 1 to 5, or LAST."""
    days: tuple[int, ...] = ()
    """Days of the month: 1 to 31, or LAST."""
    months: tuple[int, ...] = ()
    """The months of a rule by the year."""
    without: tuple[int, ...] = ()
    """Months that are left out every year."""

    def dates(self, start: date, last: date) -> Iterator[date]:
        """The days of the rule from `start` to `last`, both of them among these, in order.

        Weeks, months and years are counted from that of `start`, as in RFC 5545 with WKST=MO.
        """
        for day in self._days(start, last):
            if start <= day <= last and day.month not in self.without:
                yield day

    def falls_on(self, day: date, start: date) -> bool:
        """Whether a day is one of the rule's from `start` on; quicker than counting up to it."""
        if day < start or day.month in self.without:
            return False
        if self.every is Every.DAY:
            return (day - start).days % self.interval == 0
        if self.every is Every.WEEK:
            weeks = (day - start + timedelta(start.weekday())).days // _WEEK
            return day.weekday() in self.weekdays and weeks % self.interval == 0
        if self.every is Every.MONTH:
            steps = (day.year - start.year) * 12 + day.month - start.month
        else:
            steps = day.year - start.year
            if day.month not in self.months:
                return False
        return steps % self.interval == 0 and day in self._in_month(day.year, day.month)

    def _days(self, start: date, last: date) -> Iterator[date]:
        if self.every is Every.DAY:
            for number in range(0, (last - start).days + 1, self.interval):
                yield start + timedelta(number)
        elif self.every is Every.WEEK:
            monday = start - timedelta(start.weekday())
            for number in range(0, (last - monday).days + 1, _WEEK * self.interval):
                for weekday in self.weekdays:
                    yield monday + timedelta(number + weekday)
        elif self.every is Every.MONTH:
            final = last.year * 12 + last.month
            for number in range(start.year * 12 + start.month, final + 1, self.interval):
                yield from self._in_month((number - 1) // 12, (number - 1) % 12 + 1)
        else:
            for year in range(start.year, last.year + 1, self.interval):
                for month in self.months:
                    yield from self._in_month(year, month)

    def _in_month(self, year: int, month: int) -> list[date]:
        first = date(year, month, 1)
        length = ((date(year + month // 12, month % 12 + 1, 1)) - first).days
        found = {length if day == LAST else day for day in self.days}
        for weekday in self.weekdays if self.ordinals else ():
            earliest = (weekday - first.weekday()) % _WEEK + 1
            for ordinal in self.ordinals:
                found.add(_nth(earliest, ordinal, length))
        return [date(year, month, day) for day in sorted(found) if 1 <= day <= length]

    def as_rrule(self, until: str = "") -> str:
        """The value of an RRULE: `FREQ=MONTHLY;BYDAY=2TH`; `until` as it is to stand there."""
        by_year = self.every is Every.YEAR and (len(self.months) == 1 or self.interval > 1)
        name = "YEARLY" if by_year else "MONTHLY" if self.every is Every.YEAR else _FREQUENCIES[self.every]
        parts = [f"FREQ={name}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if until:
            parts.append(f"UNTIL={until}")
        months = self.months or EVERY_MONTH
        if self.months or self.without:
            parts.append(f"BYMONTH={_joined(month for month in months if month not in self.without)}")
        if self.weekdays:
            codes = [_CODES[weekday] for weekday in self.weekdays]
            numbers = [str(one) for one in self.ordinals] or [""]
            parts.append(f"BYDAY={','.join(number + code for number in numbers for code in codes)}")
        if self.days:
            parts.append(f"BYMONTHDAY={_joined(self.days)}")
        return ";".join(parts)


_FREQUENCIES = {Every.DAY: "DAILY", Every.WEEK: "WEEKLY", Every.MONTH: "MONTHLY", Every.YEAR: "YEARLY"}


def _nth(earliest: int, ordinal: int, length: int) -> int:
    """The day of the month of the nth of those that come every seven days from `earliest`; 32 or more for none."""
    return earliest + (length - earliest) // _WEEK * _WEEK if ordinal == LAST else earliest + (ordinal - 1) * _WEEK


def _joined(numbers: "Iterator[int] | tuple[int, ...]") -> str:
    return ",".join(str(number) for number in numbers)


class Change(Struct, frozen=True, kw_only=True):
    """A single occurrence that differs; what is None is as it always is."""

    date: date
    """The day that the rule names."""
    starts: Moment | None = None
    ends: Moment | None = None
    status: str | None = None
    title: str | None = None
    place: Place | None = None
    online: str | None = None
    """Empty where it is not online this once."""
    online_note: str | None = None
    cost: str | None = None
    book: str | None = None
    note: str = ""
    """What to know of this date."""


class Recurrence(Struct, frozen=True, kw_only=True):
    """A meeting's rule, and the dates that differ from it."""

    rule: Rule
    until: date | None = None
    """The last day on which one may begin by the rule; None where no end is known."""
    left_out: tuple[date, ...] = ()
    """Days of the rule on which there is none, in order."""
    changes: tuple[Change, ...] = ()
    """By their dates."""
