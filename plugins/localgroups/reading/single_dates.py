"""One date of a repeating meeting that differs from the others: from its fields to the model."""

from datetime import date, datetime, time, timedelta

from localgroups.model.moments import Moment
from localgroups.model.occurrences import usual_span
from localgroups.model.recurrence import Change
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, listed, quoted
from localgroups.reading.joining import online_of
from localgroups.reading.meeting_times import Span, end_after, end_of, start_of, written_at
from localgroups.reading.moments import Midnight, When
from localgroups.reading.nodes import Key
from localgroups.reading.schema.meeting import ChangeFields
from localgroups.reading.values import address_of, place_of

_DAY = timedelta(days=1)


def change_of(
    fields: ChangeFields, day: date, span: Span, faults: FileFaults, desk: Desk, number: int
) -> Change | None:
    """What is otherwise on `day`; None where `faults` says what is wrong. `number` is that of the entry in changes."""
    at: tuple[Key, ...] = ("changes", number)
    names = [name for name in ChangeFields.fields if name != "date"]
    if not any(getattr(fields, name) for name in names):
        message = f"Nothing is said to be otherwise on {day}."
        faults.add(Fault("change-says-nothing", message, f"Add one of: {listed(names)}"), *at)
        return None
    times = _times(fields, day, span, faults, at)
    if times is None:
        return None
    online, note = online_of(fields.online, faults, *at, "online") if fields.online else (None, None)
    return Change(
        date=day,
        starts=times[0],
        ends=times[1],
        status=fields.status,
        title=fields.title or None,
        place=place_of(fields.where, span.starts.zone, faults, *at, "where"),
        online=online,
        online_note=note,
        cost=fields.cost or None,
        book=address_of(fields.book, desk, faults, *at, "book") or None,
        note=fields.note,
    )


def _times(
    fields: ChangeFields, day: date, span: Span, faults: FileFaults, at: tuple[Key, ...]
) -> tuple[Moment | None, Moment | None] | None:
    """Beginning and end, None for what stays; None for both where `faults` says what is wrong."""
    if fields.ends is not None and fields.duration is not None:
        faults.add(Fault("ends-twice", "Both ends: and duration: are given.", "Keep one of them."), *at, "duration")
        return None
    begin = None
    if fields.starts is not None:
        begin = _begin(fields.starts, day, span, faults, (*at, "starts"))
        if begin is None:
            return None
    usual = begin or usual_span(span.starts, span.ends, day)[0]
    if fields.duration is not None:
        return begin, end_after(usual, fields.duration, span.all_day)
    if fields.ends is None:
        return begin, None
    end = _last_day(fields.ends, usual, faults, (*at, "ends")) if span.all_day else None
    end = end if span.all_day else end_of(usual, fields.ends, faults, *at, "ends")
    return None if end is None else (begin, end)


def _begin(
    written: When | time | Midnight, day: date, span: Span, faults: FileFaults, at: tuple[Key, ...]
) -> Moment | None:
    """The new beginning: another time of the same day, the usual time of another day, or both."""
    if span.all_day:
        if isinstance(written, When) and written.clock is None:
            return Moment(written.wall, span.starts.zone)
        faults.add(_whole_days(written_at(faults, *at), written.day if isinstance(written, When) else day), *at)
        return None
    if isinstance(written, Midnight):
        written = When(day, time(), is_midnight=True)
    elif isinstance(written, time):
        written = When(day, written)
    elif written.clock is None:
        written = When(written.day, span.starts.wall.time())
    return start_of(written, span.starts.zone, faults, *at)


def _last_day(written: When | time | Midnight, begin: Moment, faults: FileFaults, at: tuple[Key, ...]) -> Moment | None:
    """The midnight after the last of some whole days."""
    if not isinstance(written, When) or written.clock is not None:
        faults.add(_whole_days(written_at(faults, *at), written.day if isinstance(written, When) else begin.day), *at)
        return None
    if written.day < begin.day:
        message = f"The end, {written.day}, is before the beginning, {begin.day}."
        faults.add(Fault("ends-before-start", message, f"Write: {begin.day}, or a later day"), *at)
        return None
    return Moment(datetime.combine(written.day + _DAY, time()), begin.zone)


def _whole_days(written: str, day: date) -> Fault:
    return Fault("only-a-date", f"{quoted(written)} says a time, and this meeting takes whole days.", f"Write: {day}")
