"""When a meeting takes place: its fields put together, with everything that can clash."""

from datetime import UTC, datetime, time, timedelta

from localgroups.model.moments import Moment, zone
from localgroups.model.values import Struct
from localgroups.reading.calendar_words import in_words
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.moments import Midnight, When, midnight_fault, skipped_fault
from localgroups.reading.nodes import Key, Text, node_at

DEFAULT_LENGTH = timedelta(hours=2)
LONG = timedelta(days=31)
_DAY = timedelta(days=1)


class Span(Struct, frozen=True):
    """From a moment to a moment."""

    starts: Moment
    ends: Moment
    all_day: bool


def span_of(
    starts: When, ends: When | time | Midnight | None, duration: timedelta | None, name: str, faults: FileFaults
) -> Span | None:
    """The stretch of a meeting in the zone `name`; None where it cannot be told, and then `faults` says why."""
    begin = start_of(starts, name, faults, "starts")
    if begin is None:
        return None
    if ends is not None and duration is not None:
        faults.add(Fault("ends-twice", "Both ends: and duration: are given.", "Keep one of them."), "duration")
        return None
    all_day = starts.clock is None
    end: Moment | None
    if ends is None:
        end = end_after(begin, duration, all_day)
    elif all_day:
        end = _last_day(starts, ends, name, faults)
    else:
        end = end_of(begin, ends, faults, "ends")
    if end is None:
        return None
    _warn_of_length(begin, end, faults)
    return Span(begin, end, all_day)


def start_of(when: When, name: str, faults: FileFaults, *at: Key) -> Moment | None:
    """A moment that is there on that day's clock."""
    if when.is_midnight:
        faults.add(midnight_fault(written_at(faults, *at), when), *at)
        return None
    moment = Moment(when.wall, name)
    if when.clock is None or moment.comes_once:
        return moment
    skipped = skipped_fault(moment)
    if skipped:
        faults.add(skipped, *at)
        return None
    message = f"{when.clock:%H:%M} comes twice on {in_words(when.day)}: the clocks go back. The first is taken."
    help = "Write another time, or say in the text which of the two is meant"
    faults.add(warning("time-comes-twice", message, help), *at)
    return moment


def end_of(begin: Moment, ends: When | time | Midnight, faults: FileFaults, *at: Key) -> Moment | None:
    """The end of what begins at a time of day, after its beginning."""
    if isinstance(ends, Midnight):
        wall = datetime.combine(begin.day + _DAY, time())
    elif isinstance(ends, time):
        wall = datetime.combine(begin.day, ends)
    elif ends.clock is None:
        faults.add(
            Fault(
                "missing-time",
                f"{quoted(written_at(faults, *at))} has no time, and the beginning has one.",
                f"Write: {ends.day} {begin.wall + DEFAULT_LENGTH:%H:%M}",
            ),
            *at,
        )
        return None
    else:
        wall = ends.wall + _DAY if ends.is_midnight else ends.wall
    end = Moment(wall, begin.zone)
    skipped = skipped_fault(end)
    if skipped:
        faults.add(skipped, *at)
        return None
    if end.wall <= begin.wall:  # both are on the clock, of which the first time is meant: so are their instants
        same_day = datetime.combine(begin.day, wall.time())
        next_day = same_day + _DAY
        cure = (
            f"Write: {same_day:%Y-%m-%d %H:%M}"
            if same_day > begin.wall
            else f"Write: {next_day:%Y-%m-%d %H:%M}, if it ends on the next day"
        )
        faults.add(
            Fault(
                "ends-before-start",
                f"The end, {in_words(end.day)} {wall:%H:%M}, "
                f"is not after the beginning, {in_words(begin.day)} {begin.wall:%H:%M}.",
                cure,
            ),
            *at,
        )
        return None
    return end


def end_after(begin: Moment, duration: timedelta | None, all_day: bool) -> Moment:
    """The end of what lasts so long, or as long as meetings do."""
    if all_day:
        days = max(1, -(-(duration or _DAY) // _DAY))
        return Moment(begin.wall + days * _DAY, begin.zone)
    instant = begin.instant + (duration or DEFAULT_LENGTH)
    return Moment(instant.replace(tzinfo=UTC).astimezone(zone(begin.zone)).replace(tzinfo=None), begin.zone)


def _last_day(starts: When, ends: When | time | Midnight, name: str, faults: FileFaults) -> Moment | None:
    """The midnight after the last day of a meeting of whole days."""
    if not isinstance(ends, When) or ends.clock is not None:
        faults.add(
            Fault(
                "missing-time",
                f"{quoted(written_at(faults, 'starts'))} has no time, and the end has one.",
                f"Write: {starts.day} 19:00, with the time it begins",
            ),
            "starts",
        )
        return None
    if ends.day < starts.day:
        faults.add(
            Fault(
                "ends-before-start",
                f"The end, {in_words(ends.day)}, is before the beginning, {in_words(starts.day)}.",
                f"Write: {starts.day}, or a later day",
            ),
            "ends",
        )
        return None
    return Moment(datetime.combine(ends.day + _DAY, time()), name)


def _warn_of_length(begin: Moment, end: Moment, faults: FileFaults) -> None:
    # Two looks, since only the second needs the zone: the clocks never change by more than a day.
    if end.wall - begin.wall > LONG - _DAY and end.instant - begin.instant > LONG:
        faults.add(
            warning(
                "very-long",
                f"From {in_words(begin.day)} to {in_words(end.day)} is more than a month.",
                "Look at the dates again; many meetings in a row are better written one by one.",
            ),
            "ends",
        )


def written_at(faults: FileFaults, *at: Key) -> str:
    """What was written at a place; empty where no text stands there."""
    node = node_at(faults.root, at) if faults.root is not None else None
    return node.value if isinstance(node, Text) else ""
