"""The weeks and months that digests are about."""

from datetime import date

import pytest

from localgroups.outputs.periods import month_of_day, this_and_next_month, this_and_next_week, week_number, week_of


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 19), date(2026, 11, 22)])
def test_a_week_is_the_same_on_each_of_its_days(day: date) -> None:
    assert week_of(day).text == "16 to 22 November 2026"


def test_a_week_has_the_number_that_calendars_print() -> None:
    assert week_number(week_of(date(2026, 11, 22))) == "2026-W47"
    assert week_number(week_of(date(2027, 1, 3))) == "2026-W53"
    assert week_number(week_of(date(2024, 12, 30))) == "2025-W01"


def test_the_next_week_and_the_next_month_follow_without_a_gap() -> None:
    this, following = this_and_next_week(date(2026, 12, 31))
    month, next_month = this_and_next_month(date(2026, 12, 31))

    assert (following.first - this.last).days == 1
    assert (this.text, following.text) == ("28 December 2026 to 3 January 2027", "4 to 10 January 2027")
    assert (month.last, next_month.first, next_month.last) == (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 31))


def test_february_is_as_long_as_it_is() -> None:
    assert month_of_day(date(2028, 2, 5)).last == date(2028, 2, 29)
    assert this_and_next_month(date(2027, 1, 31))[1].text == "February 2027"
