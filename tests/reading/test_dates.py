"""Dates, times and lengths as people write them."""

from datetime import date, datetime, time, timedelta

import pytest

from localgroups.model.moments import Moment, RoughDate
from localgroups.reading.dates import read_date, read_rough_date
from localgroups.reading.durations import read_duration
from localgroups.reading.faults import Fault
from localgroups.reading.moments import Midnight, When, read_end, read_when, skipped_fault

EVENING = When(date(2026, 12, 3), time(19, 30))


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03 19:30",
        "2026-12-03T19:30",
        "2026-12-03 19:30:00",
        "2026-12-03 19.30",
        "2026-12-03 7.30pm",
        "2026-12-3 19:30",
        "3 December 2026, 7.30pm",
        "Thursday 3 December 2026 7.30pm",
        "Thursday, 3 December 2026, 7:30 PM",
        "Thu 3 Dec 2026 19:30",
        "Thurs 3rd Dec. 2026 at 19:30",
        "3rd of December 2026, 19h30",
        "December 3, 2026 7:30 p.m.",
        "7.30pm on Thursday 3 December 2026",
        "7.30pm, 3 December 2026",
        "3 december 2026 (19:30)",
        "Thursday 2026-12-03 19:30",
        "3 December 2026 1930 hrs",
    ],
)
def test_a_moment_is_read_however_it_is_written(text: str) -> None:
    assert read_when(text) == EVENING


def test_noon_is_a_time_and_a_date_alone_has_none() -> None:
    assert read_when("3 December 2026, noon") == When(date(2026, 12, 3), time(12))
    assert read_when("3 December 2026") == When(date(2026, 12, 3))


def test_midnight_is_kept_apart_because_it_has_two_readings() -> None:
    assert read_when("3 December 2026, midnight") == When(date(2026, 12, 3), time(), is_midnight=True)
    assert read_end("midnight") is Midnight.WORD


def test_an_end_may_be_a_time_alone() -> None:
    assert read_end("21:00") == time(21)
    assert read_end("9pm") == time(21)
    assert read_end("2026-12-03 21:00") == When(date(2026, 12, 3), time(21))


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("03/12/2026", "ambiguous-date", "2026-12-03 or 2026-03-12"),
        ("03.12.2026 19:00", "ambiguous-date", "2026-12-03 19:00 or 2026-03-12 19:00"),
        ("05/05/2026", "date-in-figures", "2026-05-05"),
        ("13/12/2026", "date-in-figures", "2026-12-13"),
        ("31 November 2026", "no-such-day", "30 November 2026"),
        ("29 February 2026, 7pm", "no-such-day", "28 February 2026, 7pm"),
        ("Friday 3 December 2026", "wrong-weekday", "Thursday 3 December 2026"),
        ("2026-12-03 7", "unclear-time", "19:00"),
        ("2026-12-03T19:00Z", "zone-in-time", "19:00"),
        ("3 December 2026 7-9pm", "time-range", "ends:"),
    ],
)
def test_what_is_refused_says_how_to_write_it(text: str, code: str, cure: str) -> None:
    fault = read_when(text)
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert cure in fault.help


@pytest.mark.parametrize("text", ["2026-12-03", "3 December 2026", "Thursday 3 December 2026"])
def test_a_date_is_read(text: str) -> None:
    assert read_date(text) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "rough"),
    [
        ("2026", RoughDate(2026)),
        ("2026-12", RoughDate(2026, 12)),
        ("December 2026", RoughDate(2026, 12)),
        ("3 December 2026", RoughDate(2026, 12, 3)),
    ],
)
def test_a_rough_date_is_as_exact_as_it_was_written(text: str, rough: RoughDate) -> None:
    assert read_rough_date(text) == rough


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h", 120), ("90 min", 90), ("1h 30m", 90), ("1h30", 90), ("2 hours and 15 minutes", 135), ("1.5h", 90),
        ("2 days", 2880),
    ],
)  # fmt: skip
def test_a_length_is_read(text: str, minutes: int) -> None:
    assert read_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "2", "1:30", "h", "two hours", "0h", "40 days", "-2h", "99999999999h"])
def test_a_length_that_cannot_be_told_is_refused(text: str) -> None:
    assert isinstance(read_duration(text), Fault)


@pytest.mark.parametrize(
    ("zone", "wall", "cures"),
    [
        ("Europe/Paris", datetime(2026, 3, 29, 2, 30), ("03:30", "01:30")),
        ("America/New_York", datetime(2026, 3, 8, 2, 0), ("03:00", "01:00")),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), ("02:45", "01:45")),
    ],
)
def test_a_time_that_the_clocks_skip_is_refused_with_those_around_it(
    zone: str, wall: datetime, cures: tuple[str, str]
) -> None:
    fault = skipped_fault(Moment(wall, zone))
    assert fault is not None
    assert all(cure in fault.help for cure in cures)


def test_a_time_that_comes_twice_is_taken() -> None:
    assert skipped_fault(Moment(datetime(2026, 10, 25, 2, 30), "Europe/Paris")) is None
