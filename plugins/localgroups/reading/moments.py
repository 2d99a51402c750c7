"""A date with its time of day, as people write it, and the hour that the clocks skip."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum

from localgroups.model.limits import LINE
from localgroups.model.moments import Moment, zone
from localgroups.model.values import Struct, replace
from localgroups.reading.calendar_words import in_words
from localgroups.reading.faults import Fault, quoted

_PLAIN = re.compile(r"(?:1[89]|2[01])\d\d-\d\d-\d\d(?:[ T]\d\d:\d\d)?")
"""The usual way, which needs no more thought."""
# The rest are texts, compiled where they are asked for.
_FILLERS = r"(?i)^(?:(?:at|from|on|starting)\b|[@–,-]|\s)+"
_CURE = r"((?:^Write: | or (?=\d)|, (?=\d\d:)))(\d)"
_LENGTH = r"(?i)\b(?:\d|1[0-2])(?:[.,]5)?\s*(?:h|hrs?|hours?)\b(?:\s*\d+\s*m\w*)?|\b\d{1,3}\s*min\w*"
_MINUTE = timedelta(minutes=1)


class Midnight(Enum):
    """The word, which may mean the beginning or the end of the day that it is written with."""

    WORD = "midnight"


class When(Struct, frozen=True):
    """A day, and the time on the wall where one was given."""

    day: date
    clock: time | None = None
    is_midnight: bool = False
    """`midnight` was written: the beginning of the day or its end."""

    @property
    def wall(self) -> datetime:
        """Naive; midnight where no time was given."""
        return datetime.combine(self.day, self.clock or time())


def read_when(text: str) -> When | Fault:
    """A date, and a time where one is given: `2026-12-03 19:00`, `Thursday 3 December 2026, 7.30pm`."""
    if _PLAIN.fullmatch(text):
        try:
            return When(date.fromisoformat(text[:10]), time.fromisoformat(text[11:]) if text[10:] else None)
        except ValueError:
            pass
    from localgroups.reading.dates import find_date  # here: nearly every moment is written in the usual way
    from localgroups.reading.times import read_time

    found = find_date(text)
    if isinstance(found, Fault):
        return found
    rest = re.sub(_FILLERS, "", found.rest).removesuffix(" on").strip("() ,")
    if not rest:
        return When(found.day)
    clock = read_time(rest)
    if isinstance(clock, Fault):
        return replace(clock, help=_with_day(clock.help, found.day))
    if isinstance(clock, Midnight):
        return When(found.day, time(), is_midnight=True)
    return When(found.day, clock)


def read_end(text: str) -> When | time | Midnight | Fault:
    """As `read_when`, or a time alone, on the day of the start: `21:00`."""
    when = read_when(text)
    if not isinstance(when, Fault) or len(text) > LINE.most:
        return when
    if when.code == "date-not-known":
        return replace(when, help="Take this line out until the end is known")
    if when.code not in ("not-a-date", "time-without-date", "relative-date"):
        return when
    length = re.search(_LENGTH, text)
    if length:
        help = f"Write in place of this line:  duration: {length[0].strip()}"
        return Fault("length-as-end", f"{quoted(text)} is how long it lasts, not when it ends.", help)
    from localgroups.reading.times import read_time

    clock = read_time(text)
    if not (isinstance(clock, Fault) and clock.code == "not-a-time"):
        return clock
    return Fault("not-a-time", f"{quoted(text)} is not a time.", "Write it like 21:00, or take the line out")


def _with_day(help: str, day: date) -> str:
    """The cure of a time with its day before it, so that the whole can be pasted."""
    return re.sub(_CURE, lambda found: f"{found[1]}{day} {found[2]}", help) if help.startswith("Write: ") else help


def midnight_fault(text: str, when: When) -> Fault:
    """Both readings of a start at midnight."""
    after = when.day + timedelta(1)
    return Fault(
        "unclear-midnight",
        f"{quoted(text)} can be the beginning or the end of {in_words(when.day)}.",
        f"Write: {when.day} 00:00 for the beginning, {after} 00:00 for the end",
    )


def skipped_fault(moment: Moment) -> Fault | None:
    """What to say of a time that the clocks jump over; None for every other."""
    if moment.exists:
        return None
    before = after = moment.wall
    while not Moment(before - _MINUTE, moment.zone).exists:
        before -= _MINUTE
    while not Moment(after, moment.zone).exists:
        after += _MINUTE
    gap = after - before
    return Fault(
        "skipped-time",
        f"{moment.wall:%H:%M} does not exist on {in_words(moment.day)} in {zone(moment.zone).key}: "
        f"the clocks go forward from {before:%H:%M} to {after:%H:%M}.",
        f"Write: {moment.wall + gap:%Y-%m-%d %H:%M} or {moment.wall - gap:%Y-%m-%d %H:%M}",
    )
