"""The single times at which a meeting takes place: a repeating one unfolded, between two days.

Lists and calendars must not disagree, so both ask here. How far lists look ahead is decided here too, and on
which next day what is shown of a meeting is another.

A wall time that the clocks jump over on one of the dates counts as RFC 5545 (3.3.10 and 3.3.5) has it: with the offset
from before the change, 01:30 is shown, and takes place, at 02:30. Where the hour comes twice, the first is meant.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from localgroups.model.items import Meeting
from localgroups.model.limits import OCCURRENCE_YEARS
from localgroups.model.moments import Moment, last_day_of
from localgroups.model.places import Place
from localgroups.model.recurrence import Change, Recurrence
from localgroups.model.values import Struct, replace

MONTHS_AHEAD = 12
"""Lists show what begins up to the end of the month a year from now: whoever plans a year ahead finds the day, and a
nation of thousands of groups has some twelve months of pages, not three years of them."""
LATEST = date(2199, 12, 31)
"""No date is looked for after it."""
ECHOED = 6
"""So many dates are told to those who wrote the words."""
_DAY = timedelta(days=1)


class Occurrence(Struct, frozen=True):
    """One time at which a meeting takes place."""

    day: date
    """The date that the rule names: its name for ever (RECURRENCE-ID) and its anchor on the page, also where it has
    been moved."""
    starts: Moment
    ends: Moment
    title: str
    status: str
    place: Place | None
    online: str
    online_note: str
    cost: str
    book: str
    note: str = ""
    """What to know of this date."""
    is_changed: bool = False
    """Whether the file says something of it that is not so of the others."""

    @property
    def anchor(self) -> str:
        """`2027-01-05`"""
        return self.day.isoformat()

    @property
    def last_day(self) -> date:
        return last_day_of(self.starts, self.ends)

    @property
    def is_online(self) -> bool:
        return bool(self.online or self.online_note)

    @property
    def takes_place(self) -> bool:
        """Whether people come together then: not where it is cancelled or postponed."""
        return self.status in ("confirmed", "provisional")

    def is_over(self, today: date) -> bool:
        return self.last_day < today


def horizon(today: date) -> date:
    """The last day of which lists know: the end of the month MONTHS_AHEAD from now."""
    months = today.year * 12 + today.month + MONTHS_AHEAD
    return date(months // 12, months % 12 + 1, 1) - _DAY


def backward(meeting: Meeting, today: date) -> date:
    """The first day of which lists know in one that repeats: three years back, or before its end where that is past. A
    series that is older is shown from there, so that one written in a moment cannot fill the site with a century."""
    until = meeting.recurrence.until if meeting.recurrence else None
    return date(max(min(today, until or today).year - OCCURRENCE_YEARS.most, 1), 1, 1)


def occurrences(meeting: Meeting, first: date, last: date) -> Iterator[Occurrence]:
    """The occurrences whose days by the rule lie between two days, these among them, in their order.

    A meeting that does not repeat has one.
    """
    if meeting.recurrence is None:
        if first <= meeting.starts.day <= last:
            yield _unchanged(meeting, meeting.starts.day)
        return
    changes = {one.date: one for one in meeting.recurrence.changes}
    days: Iterable[date] = days_of(meeting.recurrence, meeting.starts.day, last)
    if first == last:
        days = [first] if _is_one(meeting, meeting.recurrence, first) else []
    for day in days:
        if day >= first:
            change = changes.get(day)
            yield _changed(meeting, change) if change else _unchanged(meeting, day)


def _is_one(meeting: Meeting, recurrence: Recurrence, day: date) -> bool:
    is_before_end = recurrence.until is None or day <= recurrence.until
    return is_before_end and day not in recurrence.left_out and recurrence.rule.falls_on(day, meeting.starts.day)


def days_of(recurrence: Recurrence, start: date, last: date) -> Iterator[date]:
    """The days on which one takes place, by the rule and without what is left out, from `start` to `last`."""
    left_out = frozenset(recurrence.left_out)
    until = min(last, recurrence.until or LATEST, LATEST)
    return (day for day in recurrence.rule.dates(start, until) if day not in left_out)


def shown_occurrences(meeting: Meeting, today: date) -> tuple[Occurrence, ...]:
    """Those that lists and the meeting's page show on a day, by when they begin."""
    if meeting.recurrence is None:
        return tuple(occurrences(meeting, date.min, date.max))
    found = list(occurrences(meeting, backward(meeting, today), horizon(today)))
    if not found:  # it begins later than that
        found = list(islice(occurrences(meeting, date.min, LATEST), 1))
    return tuple(sorted(found, key=lambda one: (one.starts.instant, one.day)))


def next_occurrences(meeting: Meeting, today: date, most: int = ECHOED) -> tuple[Occurrence, ...]:
    """The next ones that are not over, wherever they lie; those that are cancelled among them."""
    # One that was moved, or lasts for days, may still be to come although its day by the rule is past.
    early = today - timedelta(days=366)
    return tuple(islice((one for one in occurrences(meeting, early, LATEST) if not one.is_over(today)), most))


def last_day_of_all(meeting: Meeting) -> date:
    """The day after which nothing of it is to come; `date.max` where no end is known."""
    recurrence = meeting.recurrence
    if recurrence is None:
        return meeting.last_day
    if recurrence.until is None:
        return date.max
    return max((one.last_day for one in occurrences(meeting, date.min, recurrence.until)), default=meeting.last_day)


def next_turn(meetings: Iterable[Meeting], today: date) -> date | None:
    """The next day on which lists and pages that show these meetings are others, although nobody wrote anything.

    That is the day after one is over; for one that goes on beyond the horizon the first of next month, when the
    horizon moves; and the first of next year, for one that began before the first day of which lists know. None where
    nothing will turn by itself.
    """
    found: list[date] = []
    for one in meetings:
        found += [shown.last_day + _DAY for shown in shown_occurrences(one, today) if not shown.is_over(today)]
        if one.recurrence is not None:
            if last_day_of_all(one) > horizon(today):
                found.append(_first_of_next_month(today))
            new_year = date(today.year + 1, 1, 1)
            if one.starts.day < backward(one, new_year) != backward(one, today):
                found.append(new_year)
    return min(found, default=None)


def _first_of_next_month(today: date) -> date:
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


def as_single(meeting: Meeting, one: Occurrence) -> Meeting:
    """A meeting as though it took place on one of its dates alone."""
    return replace(
        meeting,
        title=one.title,
        starts=one.starts,
        ends=one.ends,
        status=one.status,
        place=one.place,
        online=one.online,
        online_note=one.online_note,
        cost=one.cost,
        book=one.book,
        recurrence=None,
    )


# ------------------------------------------------------------- one of them


def _unchanged(meeting: Meeting, day: date) -> Occurrence:
    starts, ends = usual_span(meeting.starts, meeting.ends, day)
    return Occurrence(
        day, starts, ends, meeting.title, meeting.status, meeting.place, meeting.online, meeting.online_note,
        meeting.cost, meeting.book,
    )  # fmt: skip


def usual_span(starts: Moment, ends: Moment, day: date) -> tuple[Moment, Moment]:
    """From when to when it lasts on a day of its rule: as long on the wall as the first time, as calendar programs have
    it."""
    begin = datetime.combine(day, starts.wall.time())
    if begin == starts.wall:
        return starts, ends
    begins = Moment(begin, starts.zone).settled
    return begins, Moment(begins.wall + (ends.wall - starts.wall), starts.zone).settled


def _changed(meeting: Meeting, change: Change) -> Occurrence:
    usual = _unchanged(meeting, change.date)
    starts = change.starts or usual.starts
    ends = change.ends or (Moment(starts.wall + (usual.ends.wall - usual.starts.wall), starts.zone).settled)
    return Occurrence(
        change.date,
        starts,
        ends,
        usual.title if change.title is None else change.title,
        usual.status if change.status is None else change.status,
        usual.place if change.place is None else change.place,
        usual.online if change.online is None else change.online,
        usual.online_note if change.online_note is None else change.online_note,
        usual.cost if change.cost is None else change.cost,
        usual.book if change.book is None else change.book,
        change.note,
        is_changed=True,
    )
