"""When meetings begin and end, on days on which the clocks change."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from localgroups.model.moments import Moment
from localgroups.reading.faults import FileFaults
from localgroups.reading.meeting_times import end_of
from localgroups.reading.moments import When

CHANGES = [
    ("Europe/London", datetime(2026, 3, 28)),
    ("Europe/London", datetime(2026, 10, 24)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3)),
    ("Africa/Casablanca", datetime(2026, 2, 14)),
    ("Pacific/Apia", datetime(2011, 12, 29)),
    ("America/Nuuk", datetime(2023, 3, 25)),
]


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_what_is_later_on_the_clock_is_later(zone: str, day: datetime) -> None:
    moments = [Moment(day + timedelta(minutes=15 * number), zone) for number in range(4 * 24 * 3)]
    there = [one for one in moments if one.exists]
    assert all(before.instant < after.instant for before, after in pairwise(there))


@pytest.mark.parametrize(("end", "is_after"), [("01:45", True), ("01:30", False), ("01:15", False)])
def test_of_a_time_that_comes_twice_the_first_is_meant_for_the_end_too(end: str, is_after: bool) -> None:
    begin = Moment(datetime(2026, 10, 25, 1, 30), "Europe/London")
    faults = FileFaults("groups/riverside/meetings/one.md")
    found = end_of(begin, When(begin.day, datetime.fromisoformat(f"2026-10-25 {end}").time()), faults, "ends")
    assert (found is not None) is is_after
    assert [one.code for one in faults.found] == ([] if is_after else ["ends-before-start"])
