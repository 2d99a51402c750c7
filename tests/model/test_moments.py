"""Wall times and the instants that they mean."""

from datetime import UTC, datetime

import pytest

from localgroups.model.moments import Moment, UnknownZone, last_day_of, zone


def instant(wall: str, name: str) -> datetime:
    return Moment(datetime.fromisoformat(wall), name).instant


@pytest.mark.parametrize(
    ("wall", "name", "utc"),
    [
        ("2026-10-24 19:00", "Europe/London", "2026-10-24 18:00"),
        ("2026-10-25 19:00", "Europe/London", "2026-10-25 19:00"),
        ("2026-03-07 19:00", "America/New_York", "2026-03-08 00:00"),
        ("2026-03-08 19:00", "America/New_York", "2026-03-08 23:00"),
        ("2026-07-01 19:00", "Asia/Kolkata", "2026-07-01 13:30"),
        ("2026-01-01 10:00", "Australia/Lord_Howe", "2025-12-31 23:00"),
    ],
)
def test_a_wall_time_means_one_instant(wall: str, name: str, utc: str) -> None:
    assert instant(wall, name) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_where_the_clocks_go_back_the_first_of_the_two_is_meant() -> None:
    assert instant("2026-10-25 01:30", "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_that_the_clocks_jump_over_does_not_exist() -> None:
    assert not Moment(datetime(2026, 3, 29, 1, 30), "Europe/London").exists
    assert Moment(datetime(2026, 3, 29, 2, 30), "Europe/London").exists
    assert Moment(datetime(2026, 3, 29, 1, 30), "Asia/Kolkata").exists


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Phobos", "../../etc/passwd", "/etc/passwd", "Europe", "Europe/London/x", "tzdata.zi", "Europe/.."],
)
def test_a_name_that_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone(name)


@pytest.mark.parametrize(
    ("starts", "ends", "last"),
    [
        ("2026-12-03 19:00", "2026-12-03 21:00", "2026-12-03"),
        ("2026-12-03 19:00", "2026-12-04 01:00", "2026-12-04"),
        ("2026-12-03 19:00", "2026-12-04 00:00", "2026-12-03"),
        ("2026-12-03 00:00", "2026-12-06 00:00", "2026-12-05"),
        ("2026-12-03 00:00", "2026-12-03 00:00", "2026-12-03"),
        ("2026-12-03 19:00", "2026-12-02 00:00", "2026-12-03"),
    ],
)
def test_what_ends_at_midnight_ends_the_day_before(starts: str, ends: str, last: str) -> None:
    begin, end = (Moment(datetime.fromisoformat(one), "Europe/London") for one in (starts, ends))
    assert last_day_of(begin, end).isoformat() == last
