"""Dates and numbers as people say them, and the machine-readable form beside them."""

from datetime import date, datetime

import pytest

from localgroups.model.items import Goal
from localgroups.model.moments import Moment, RoughDate
from localgroups.outputs.views import WhenView
from localgroups.outputs.wording import clock, distance_text, goal_view, rough_view, size_text, when_view

LONDON = "Europe/London"


def when(
    starts: str, ends: str, zone: str = LONDON, home: str = LONDON, all_day: bool = False, last: str = ""
) -> WhenView:
    first, final = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    last_day = date.fromisoformat(last) if last else final.date()
    return when_view(Moment(first, zone), Moment(final, zone), last_day, all_day, home)


def test_an_evening_is_said_as_people_say_it() -> None:
    view = when("2026-12-03 19:00", "2026-12-03 21:30")

    assert view.text == "Thursday 3 December 2026, 7pm to 9.30pm"
    assert (view.weekday, view.day, view.month) == ("Thu", "3", "Dec")


@pytest.mark.parametrize(
    ("starts", "iso"),
    [("2026-10-24 19:00", "2026-10-24T19:00+01:00"), ("2026-10-25 19:00", "2026-10-25T19:00+00:00")],
)
def test_the_datetime_follows_the_clock_change(starts: str, iso: str) -> None:
    assert when(starts, starts).iso == iso


def test_a_zone_is_said_only_where_it_is_not_the_nations() -> None:
    assert when("2026-07-01 19:00", "2026-07-01 21:00", "America/New_York").zone == "EDT, UTC−4"
    assert when("2026-07-01 19:00", "2026-07-01 21:00", "Asia/Kolkata").zone == "IST, UTC+5:30"
    assert when("2026-07-01 19:00", "2026-07-01 21:00", "America/Sao_Paulo").zone == "UTC−3"
    assert when("2026-07-01 19:00", "2026-07-01 21:00", "America/New_York", "America/New_York").zone == ""


def test_a_whole_day_has_no_time() -> None:
    view = when("2026-05-01", "2026-05-02", all_day=True, last="2026-05-01")

    assert (view.iso, view.date, view.time) == ("2026-05-01", "Friday 1 May 2026", "All day")
    assert view.text == "Friday 1 May 2026, all day"


def test_a_festival_is_said_by_its_days() -> None:
    view = when("2026-09-24", "2026-09-28", all_day=True, last="2026-09-27")

    assert (view.date, view.end_iso) == ("24 to 27 September 2026", "2026-09-27")


def test_a_timed_festival_says_when_it_begins_and_ends() -> None:
    view = when("2026-09-24 10:00", "2026-09-27 17:00")

    assert view.text == "24 to 27 September 2026, 10am on Thursday to 5pm on Sunday"


def test_a_night_out_is_on_the_day_it_begins() -> None:
    assert when("2026-12-31 22:00", "2027-01-01 02:00").text == "Thursday 31 December 2026, 10pm to 2am"


@pytest.mark.parametrize(
    ("hour", "minute", "text"),
    [(0, 0, "midnight"), (0, 5, "12.05am"), (9, 0, "9am"), (12, 0, "noon"), (12, 30, "12.30pm"), (23, 59, "11.59pm")],
)
def test_times_of_day(hour: int, minute: int, text: str) -> None:
    assert clock(datetime(2026, 1, 1, hour, minute)) == text


def test_a_rough_date_says_no_more_than_is_known() -> None:
    assert rough_view(RoughDate(2015)).text == "2015"
    assert rough_view(RoughDate(2015, 11)).text == "November 2015"
    assert rough_view(RoughDate(2015, 11, 2)).text == "2 November 2015"


def test_a_goal_over_its_target_is_shown_truthfully() -> None:
    view = goal_view(Goal(target=2500, count=4459, what="supporters"))

    assert (view.count, view.target, view.percent, view.percent_text) == ("4,459", "2,500", 100, "178%")


def test_groups_add_to_a_goal() -> None:
    assert goal_view(Goal(target=100, count=10, what="homes", sums_groups=True), more=15).count == "25"


def test_sizes_and_distances() -> None:
    assert (size_text(1), size_text(120_400), size_text(1_440_000)) == ("1 KB", "120 KB", "1.4 MB")
    assert (distance_text(0.4), distance_text(13.6)) == ("under 1 km away", "about 14 km away")
