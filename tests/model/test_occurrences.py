"""A repeating meeting unfolded: its dates, how far lists know of them, and when what they show turns."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localgroups.model.items import Meeting
from localgroups.model.moments import Moment
from localgroups.model.occurrences import (
    horizon,
    last_day_of_all,
    next_occurrences,
    next_turn,
    occurrences,
    shown_occurrences,
)
from localgroups.model.recurrence import Change, Every, Recurrence, Rule
from localgroups.model.values import replace
from outputs.samples import MEETING
from reading.test_repeats import RULES

THURSDAYS = Rule(Every.WEEK, weekdays=(3,))
FIRST_THURSDAYS = Rule(Every.MONTH, weekdays=(3,), ordinals=(1,))
TODAY = date(2026, 11, 22)


def weekly(
    wall: str = "2026-12-03 19:00", zone: str = "Europe/London", rule: Rule = THURSDAYS, **more: object
) -> Meeting:
    starts = datetime.fromisoformat(wall)
    return replace(
        MEETING,
        starts=Moment(starts, zone),
        ends=Moment(starts + timedelta(hours=2), zone),
        recurrence=Recurrence(rule=rule, **more),  # type: ignore[arg-type]
    )


def walls(meeting: Meeting, first: str, last: str) -> list[str]:
    found = occurrences(meeting, date.fromisoformat(first), date.fromisoformat(last))
    return [f"{one.starts.wall:%Y-%m-%d %H:%M}" for one in found]


@settings(deadline=None)
@given(RULES, st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_a_day_is_one_of_a_rule_where_counting_comes_to_it(rule: Rule, start: date) -> None:
    last = start + timedelta(days=900)
    counted = list(rule.dates(start, last))

    days = (start + timedelta(days=number) for number in range(901))
    assert counted == [day for day in days if rule.falls_on(day, start)]


def test_a_meeting_that_does_not_repeat_has_one_occurrence() -> None:
    assert [one.day for one in occurrences(MEETING, date.min, date.max)] == [MEETING.starts.day]
    assert list(occurrences(MEETING, date(2027, 1, 1), date.max)) == []


def test_the_time_on_the_wall_stays_when_the_clocks_change() -> None:
    found = list(occurrences(weekly("2026-10-22 19:00"), date(2026, 10, 22), date(2026, 10, 29)))

    assert [one.starts.instant.hour for one in found] == [18, 19]


def test_a_time_that_the_clocks_jump_over_is_shown_as_the_clocks_show_it() -> None:
    nights = weekly("2027-03-21 01:30", rule=Rule(Every.WEEK, weekdays=(6,)))

    assert walls(nights, "2027-03-21", "2027-04-04") == ["2027-03-21 01:30", "2027-03-28 02:30", "2027-04-04 01:30"]


def test_what_is_left_out_is_no_occurrence_and_what_is_changed_is_another() -> None:
    meeting = weekly(
        left_out=(date(2026, 12, 24),),
        changes=(
            Change(date=date(2026, 12, 10), status="cancelled", note="No heating."),
            Change(date=date(2026, 12, 17), starts=Moment(datetime(2026, 12, 18, 18), "Europe/London")),
        ),
    )

    found = list(occurrences(meeting, date(2026, 12, 1), date(2026, 12, 31)))

    assert [one.anchor for one in found] == ["2026-12-03", "2026-12-10", "2026-12-17", "2026-12-31"]
    assert [one.status for one in found] == ["confirmed", "cancelled", "confirmed", "confirmed"]
    assert (found[2].starts.wall, found[2].ends.wall) == (datetime(2026, 12, 18, 18), datetime(2026, 12, 18, 20))
    assert found[1].note == "No heating."
    assert [one.is_changed for one in found] == [False, True, True, False]


def test_lists_know_of_the_dates_up_to_the_end_of_the_month_a_year_from_now() -> None:
    assert horizon(TODAY) == date(2027, 11, 30)
    assert horizon(date(2027, 12, 31)) == date(2028, 12, 31)
    shown = shown_occurrences(weekly(rule=FIRST_THURSDAYS), TODAY)
    assert (shown[0].day, shown[-1].day) == (date(2026, 12, 3), date(2027, 11, 4))


def test_of_a_series_that_begins_later_than_lists_know_the_first_is_shown() -> None:
    assert [one.day for one in shown_occurrences(weekly("2030-01-03 19:00"), TODAY)] == [date(2030, 1, 3)]


def test_a_series_of_a_century_does_not_fill_the_lists() -> None:
    assert len(shown_occurrences(weekly("1901-01-03 19:00"), TODAY)) < 300


def test_a_series_that_ended_long_ago_keeps_its_last_years() -> None:
    ended = weekly("2010-01-07 19:00", until=date(2012, 12, 31))
    assert shown_occurrences(ended, TODAY)[0].day == date(2010, 1, 7)
    assert last_day_of_all(ended) == date(2012, 12, 27)


def test_the_next_dates_are_those_that_are_not_over() -> None:
    found = next_occurrences(weekly("2026-11-12 19:00"), TODAY, most=2)
    assert [one.day for one in found] == [date(2026, 11, 26), date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("meetings", "turn"),
    [
        ([], None),
        ([MEETING], "2026-12-04"),
        ([weekly("2026-11-26 19:00")], "2026-11-27"),
        ([weekly("2026-12-03 19:00", rule=FIRST_THURSDAYS)], "2026-12-01"),
        ([weekly("2026-12-03 19:00", rule=FIRST_THURSDAYS, until=date(2027, 3, 1))], "2026-12-04"),
        ([weekly("2026-10-01 19:00", until=date(2026, 10, 29))], None),
        ([weekly("2010-01-07 19:00", until=date(2012, 12, 31))], None),
    ],
    ids=["nothing", "once", "tonight", "the horizon moves", "ends within the horizon", "over", "long over"],
)
def test_pages_turn_after_the_next_date_or_when_the_horizon_moves(meetings: list[Meeting], turn: str | None) -> None:
    assert next_turn(meetings, TODAY) == (date.fromisoformat(turn) if turn else None)


STARTS = st.dates(date(2021, 1, 1), date(2028, 12, 31))


@settings(deadline=None)
@given(RULES, STARTS, st.none() | st.integers(0, 900))
def test_nothing_that_is_shown_turns_before_the_day_that_is_named(rule: Rule, start: date, lasts: int | None) -> None:
    first = next(rule.dates(start, date(2045, 1, 1)), None)
    assume(first)  # February rarely has a fifth Sunday
    until = None if lasts is None else first + timedelta(days=lasts)
    meeting = weekly(f"{first} 19:00", rule=rule, until=until)

    def shown(day: date) -> list[tuple[date, bool]]:
        return [(one.day, one.is_over(day)) for one in shown_occurrences(meeting, day)]

    turn = next_turn([meeting], TODAY) or TODAY + timedelta(days=400)
    days = (turn - TODAY).days
    for number in {1, 7, days // 2, days - 1} & {*range(1, days)}:
        assert shown(TODAY + timedelta(days=number)) == shown(TODAY)
