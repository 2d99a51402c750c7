"""Time zones as calendar programs really read them.

A calendar names a zone and tells its rules: the clocks change on the last Sunday of March, say. Programs differ in how
much history they understand, so only the rule of today is told, in the plainest form there is (RFC 5545, 3.6.5 with one
RRULE each for summer and winter). Where a moment does not follow today's rule, `follows_rule` says so, and
whoever writes it down uses UTC, which nobody misreads.
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from zoneinfo import ZoneInfo

from localgroups.model.moments import Moment, zone
from localgroups.model.values import Struct
from localgroups.model.zone_files import zone_file

WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
"""In the order of POSIX, which counts Sunday as 0."""
FIRST_YEAR = 1970
"""From when the rule is told; what was otherwise since then is written in UTC."""
_LAST_WEEK = 5


class _Change(Struct, frozen=True):
    """A day of every year on which the clocks change: `M3.5.0/1` is the last Sunday of March at 1:00."""

    month: int
    week: int
    """1 to 4, or 5 for the last."""
    weekday: int
    seconds: int
    """After midnight; may lie before it, or days later."""


class _Season(Struct, frozen=True):
    """Winter or summer time: its name, its offset from UTC in seconds, and when it begins."""

    name: str
    offset: int
    begins: _Change | None = None


# ------------------------------------------------------------- what to use


def follows_rule(moment: Moment) -> bool:
    """Whether a reader who knows today's rule alone finds the instant from the wall time.

    Not so where the zone had other rules then, where the hour comes twice or never, and where the rule cannot be told.
    """
    rule = _rule(moment.zone)
    if rule is None:
        return False
    true, wall, again = zone(moment.zone), moment.wall, moment.wall.replace(fold=1)
    return rule.utcoffset(wall) == true.utcoffset(wall) == rule.utcoffset(again) == true.utcoffset(again)


@cache
def odd_days(name: str, year: int) -> frozenset[date]:
    """Days of a year on which the time on the wall is not all day what today's rule alone tells, the days of a change
    of the clocks among them. Empty for UTC."""
    rule, true = _rule(name), zone(name)
    if rule is None:
        return frozenset()
    first = datetime(year, 1, 1)
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    midnights = [first + timedelta(days=number) for number in range(length + 1)]
    offsets = [
        {
            one.utcoffset()
            for fold in (0, 1)
            for one in (at.replace(tzinfo=rule, fold=fold), at.replace(tzinfo=true, fold=fold))
        }
        for at in midnights
    ]
    return frozenset(
        at.date()
        for at, before, after in zip(midnights, offsets, offsets[1:], strict=False)
        if len(before) > 1 or before != after
    )


@cache
def vtimezone(name: str) -> bytes:
    """The VTIMEZONE of a zone, with line ends; empty for one whose moments are all written in UTC."""
    if _rule(name) is None:
        return b""
    seasons = _seasons(_footer(name))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for season, other in ((seasons[0], seasons[-1]), (seasons[-1], seasons[0]))[: len(seasons)]:
        kind = "DAYLIGHT" if season.offset > other.offset else "STANDARD"
        for start, rule in _onsets(season.begins):
            lines += [f"BEGIN:{kind}", f"TZNAME:{season.name}", f"DTSTART:{start:%Y%m%dT%H%M%S}"]
            lines += [f"TZOFFSETFROM:{_offset(other.offset)}", f"TZOFFSETTO:{_offset(season.offset)}"]
            lines += [f"RRULE:{rule}"] if rule else []
            lines.append(f"END:{kind}")
    lines.append("END:VTIMEZONE")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


# ------------------------------------------------------------- the rule of today

_NAME = r"(?:<([A-Za-z0-9+-]+)>|([A-Za-z]+))"
_TIME = r"([+-]?)(\d{1,3})(?::(\d\d))?(?::(\d\d))?"
_CHANGE = rf"M(\d+)\.(\d)\.(\d)(?:/{_TIME})?"
_POSIX = re.compile(rf"{_NAME}{_TIME}(?:{_NAME}(?:{_TIME})?,{_CHANGE},{_CHANGE})?")


@cache
def _rule(name: str) -> ZoneInfo | None:
    """Today's rule as if it had always held; None for UTC itself, and where it cannot be told in RRULEs."""
    footer = _footer(name)
    try:
        seasons = _seasons(footer)
        for season in seasons:
            _onsets(season.begins)
    except ValueError:
        return None
    if len(seasons) == 1 and seasons[0].offset == 0 and seasons[0].name == "UTC":
        return None
    # RFC 9636: a file without a single change of its own, so that the footer rules
    block = b"TZif2" + bytes(15) + b"".join(n.to_bytes(4, "big") for n in (0, 0, 0, 0, 1, 4)) + bytes(6) + b"UTC\0"
    return ZoneInfo.from_file(BytesIO(block * 2 + b"\n" + footer.encode() + b"\n"))


@cache
def _footer(name: str) -> str:
    """The last line of the zone's file, a POSIX TZ string: `CET-1CEST,M3.5.0,M10.5.0/3`."""
    zone(name)  # raises UnknownZone, and guards the path
    data = zone_file(*name.split("/")).read_bytes()
    return data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")


def _seasons(footer: str) -> tuple[_Season, ...]:
    """One season, or winter and summer. Raises ValueError for rules that no zone uses, though POSIX has them."""
    match = _POSIX.fullmatch(footer)
    if match is None:
        raise ValueError(f"{footer!r} is no rule that can be told")
    part = match.groups()
    standard = -_seconds(*part[2:6])
    if part[6] is None and part[7] is None:
        return (_Season(part[0] or part[1], standard),)
    summer = -_seconds(*part[8:12]) if part[9] else standard + 3600
    to_summer, to_standard = _change(part[12:19]), _change(part[19:26])
    return _Season(part[0] or part[1], standard, to_standard), _Season(part[6] or part[7], summer, to_summer)


def _change(part: tuple[str | None, ...]) -> _Change:
    month, week, weekday = (int(one or 0) for one in part[:3])
    return _Change(month, week, weekday, _seconds(*part[3:7]) if part[4] else 2 * 3600)


def _seconds(sign: str | None, hours: str | None, minutes: str | None, seconds: str | None) -> int:
    total = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return -total if sign == "-" else total


# ------------------------------------------------------------- as RRULE


def _onsets(change: _Change | None) -> list[tuple[datetime, str]]:
    """First time and RRULE of each part of a season's beginnings; two parts where the day can fall into two months.

    Raises ValueError where no RRULE says it.
    """
    if change is None:
        return [(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), "")]
    days, seconds = divmod(change.seconds, 86_400)
    weekday = WEEKDAYS[(change.weekday + days) % 7]
    if days == 0:
        nth = -1 if change.week == _LAST_WEEK else change.week
        rules = [(change.month, f"FREQ=YEARLY;BYMONTH={change.month};BYDAY={nth}{weekday}")]
    else:
        rules = [
            (month, f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={','.join(map(str, numbers))};BYDAY={weekday}")
            for month, numbers in _shifted(change, days).items()
        ]
    return [(_first(rule, month, seconds), rule) for month, rule in rules]


def _shifted(change: _Change, days: int) -> dict[int, list[int]]:
    """Days of the month on which a change that lies `days` after its weekday can fall: some zones change the clocks on
    the Saturday after the fourth Thursday."""
    if change.month in (1, 2, 12):
        raise ValueError("a change at the turn of the year or in February cannot be told")
    length = len(_days_of(2001, change.month))
    start = length - 6 if change.week == _LAST_WEEK else change.week * 7 - 6
    found: dict[int, list[int]] = {}
    for number in range(start, start + 7):
        day = date(2001, change.month, number) + timedelta(days)
        found.setdefault(day.month, []).append(day.day)
    return found


def _days_of(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [day for number in range(31) if (day := first + timedelta(number)).month == month]


def _first(rule: str, month: int, seconds: int) -> datetime:
    """The first day that a rule names from FIRST_YEAR on; a part of a rule may skip years."""
    parts = dict(part.split("=") for part in rule.split(";"))
    weekday = WEEKDAYS.index(parts["BYDAY"][-2:])
    for year in range(FIRST_YEAR, FIRST_YEAR + 28):
        matching = [day for day in _days_of(year, month) if day.isoweekday() % 7 == weekday]
        if "BYMONTHDAY" in parts:
            matching = [day for day in matching if str(day.day) in parts["BYMONTHDAY"].split(",")]
            matching = matching[:1]
        else:
            nth = int(parts["BYDAY"][:-2])
            matching = [matching[nth if nth < 0 else nth - 1]]
        if matching:
            day = matching[0]
            return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)
    raise ValueError(f"{rule} names no day")


def _offset(seconds: int) -> str:
    """RFC 5545, 3.3.14: `+0100`."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}{minutes:02d}{f'{rest:02d}' if rest else ''}"
