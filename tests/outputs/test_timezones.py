"""Zones as calendar programs read them: today's rule, and nothing that it cannot tell."""

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest
from icalendar import Timezone

from localgroups.model.moments import Moment, zone
from localgroups.outputs.timezones import follows_rule, vtimezone

PARIS = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
TZNAME:CET
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
TZNAME:CEST
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def moment(wall: str, name: str) -> Moment:
    return Moment(datetime.fromisoformat(wall), name)


def all_zones() -> list[str]:
    return sorted(files("tzdata").joinpath("zones").read_text("ascii").split())


def test_a_zone_is_told_in_the_plainest_form() -> None:
    assert vtimezone("Europe/Paris").decode() == PARIS.replace("\n", "\r\n")


def test_a_zone_without_summer_time_has_one_part_and_no_rule() -> None:
    text = vtimezone("Asia/Kolkata").decode()

    assert text.count("BEGIN:STANDARD") == 1
    assert "DAYLIGHT" not in text
    assert "RRULE" not in text
    assert "TZOFFSETTO:+0530" in text


def test_where_winter_time_is_the_exception_summer_is_still_the_daylight_time() -> None:
    daylight = vtimezone("Europe/Dublin").decode().partition("BEGIN:DAYLIGHT")[2].partition("END:DAYLIGHT")[0]

    assert "TZOFFSETTO:+0100" in daylight
    assert "BYMONTH=3" in daylight


def test_half_an_hour_of_summer_time_is_told() -> None:
    assert b"TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100" in vtimezone("Australia/Lord_Howe")


def test_utc_needs_no_zone() -> None:
    assert vtimezone("UTC") == b""
    assert not follows_rule(moment("2026-12-03 19:00", "UTC"))


@pytest.mark.parametrize(
    ("wall", "name", "follows"),
    [
        ("2026-12-03 19:00", "Europe/Paris", True),
        ("2026-07-03 19:00", "Europe/Paris", True),
        ("2026-10-25 02:30", "Europe/Paris", False),
        ("2026-10-25 03:00", "Europe/Paris", True),
        ("2006-03-20 19:00", "America/New_York", False),
        ("2026-03-20 19:00", "America/New_York", True),
        ("2018-01-15 19:00", "America/Sao_Paulo", False),
        ("2018-07-15 19:00", "America/Sao_Paulo", True),
        ("2015-07-01 19:00", "Europe/Istanbul", True),
        ("2015-12-01 19:00", "Europe/Istanbul", False),
    ],
)
def test_a_moment_of_other_rules_or_of_a_doubled_hour_does_not_follow_the_rule(
    wall: str, name: str, follows: bool
) -> None:
    assert follows_rule(moment(wall, name)) is follows


@pytest.mark.slow
def test_every_zone_of_the_world_is_told_rightly() -> None:
    """icalendar's own reading of each VTIMEZONE against the zone itself, hour by hour around each change."""
    wrong = []
    for name in all_zones():
        data = vtimezone(name)
        if not data:
            continue
        read = Timezone.from_ical(data.replace(b"TZID:", b"TZID:X-")).to_tz(lookup_tzid=False)
        for wall in _walls_near_changes(name):
            told = wall.replace(tzinfo=read).astimezone(UTC)
            if follows_rule(Moment(wall, name)) and told != Moment(wall, name).instant:
                wrong.append((name, wall, told))
    assert wrong == []


def _walls_near_changes(name: str) -> list[datetime]:
    """Wall times six hours either side of each change of offset in 2025 to 2027, and one a month."""
    start = datetime(2025, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=number) for number in range(3 * 365)]
    walls = [day.replace(hour=12, tzinfo=None) for day in days if day.day == 1]
    offsets = [day.astimezone(zone(name)).utcoffset() for day in days]
    for day, (before, after) in zip(days, pairwise(offsets), strict=False):
        if before != after:
            walls += [(day + timedelta(hours=hour)).replace(tzinfo=None) for hour in range(-12, 48)]
    return walls
