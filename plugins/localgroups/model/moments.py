"""A moment as people write it: a time on the wall of a place.

The wall time is kept, because it is what was meant; the instant is worked out from it with the
time zone rules that ship with the program, so that every machine gives the same answer.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from localgroups.model.values import Struct
from localgroups.model.zone_files import zone_file

_MIDNIGHT = time()


class UnknownZone(ValueError):
    """The name is not one of the IANA time zone database."""


@cache
def zone(name: str) -> ZoneInfo:
    """The rules of an IANA zone, `Europe/Paris`, from the pinned tzdata and never from the machine.

    Raises UnknownZone.
    """
    parts = name.split("/")
    if not all(
        part and part[0].isalpha() and part.replace("-", "").replace("_", "").replace("+", "").isalnum()
        for part in parts
    ):
        raise UnknownZone(name)
    source = zone_file(*parts)
    if not source.is_file():
        raise UnknownZone(name)
    with source.open("rb") as rules:
        try:
            return ZoneInfo.from_file(rules, key=name)
        except ValueError as error:
            raise UnknownZone(name) from error


class Moment(Struct, frozen=True, order=True, array_like=True):
    """A wall time in a zone. Where the clocks go back, the first of the two instants is meant."""

    wall: datetime
    """Naive, to the minute."""
    zone: str
    """IANA name: `Europe/Paris`."""

    @property
    def local(self) -> datetime:
        """The wall time with its zone, hence its offset from UTC."""
        return datetime.combine(self.wall, self.wall.time(), zone(self.zone))  # quicker than to replace its zone

    @property
    def instant(self) -> datetime:
        """The same moment in UTC: what sorting, feeds and calendars need."""
        return self.local.astimezone(UTC)

    @property
    def day(self) -> date:
        """The date on the wall."""
        return self.wall.date()

    @property
    def comes_once(self) -> bool:
        """False for a wall time that the clocks jump over or show twice; both are rare."""
        rules = zone(self.zone)
        return rules.utcoffset(self.wall) == rules.utcoffset(self.wall.replace(fold=1))

    @property
    def exists(self) -> bool:
        """False for a wall time that the clocks jump over when they go forward."""
        return self.comes_once or self.instant.astimezone(zone(self.zone)).replace(tzinfo=None) == self.wall

    @property
    def settled(self) -> "Moment":
        """Itself; for a time that the clocks jump over, what they show then: 01:30 becomes 02:30 (RFC 5545, 3.3.5)."""
        return self if self.exists else Moment(self.instant.astimezone(zone(self.zone)).replace(tzinfo=None), self.zone)


def last_day_of(starts: Moment, ends: Moment) -> date:
    """The last date on the wall of what takes place between two moments; what ends at midnight ends the day before."""
    first, last = starts.day, ends.day
    if last <= first:
        return first
    return last - timedelta(days=1) if ends.wall.time() == _MIDNIGHT else last


class RoughDate(Struct, frozen=True, array_like=True):
    """A date known to the day, the month or the year: `2026-12-03`, `2026-12`, `2026`."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """ISO 8601, as exactly as it is known."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text
