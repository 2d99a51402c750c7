"""The day on which a group has to be looked at again: up to the day before, nothing of it has become another."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from localgroups.engine.turning import next_turn
from localgroups.model.items import Items, Meeting, News
from localgroups.model.moments import Moment
from localgroups.model.recurrence import Every, Recurrence, Rule
from localgroups.model.values import replace
from localgroups.reading.faults import FileFaults
from localgroups.reading.years import warn_of_year
from outputs.samples import GROUP, MEETING

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def news(day: date, expires: date | None = None) -> News:
    return News(
        owner=GROUP,
        stem="news",
        path="groups/riverside/news/news.md",
        title="News",
        language="en",
        date=day,
        expires=expires,
    )


def meeting(day: date) -> Meeting:
    starts = datetime(day.year, day.month, day.day, 19, 0)
    zone = "Europe/London"
    return replace(MEETING, starts=Moment(starts, zone), ends=Moment(starts + timedelta(hours=2), zone))


def doubts(day: date, today: date) -> list[str]:
    faults = FileFaults("groups/riverside/news/news.md")
    warn_of_year(day, "news", today, faults)
    return [one.message for one in faults.found]


@given(DAYS, DAYS)
def test_up_to_the_turn_nobody_doubts_of_a_year_what_he_did_not_doubt_before(day: date, today: date) -> None:
    turn = next_turn(Items(news=(news(day),)), today)

    assert today < turn <= date(today.year + 1, 1, 1)
    now = doubts(day, today)
    between = (today + timedelta(days=one) for one in range((turn - today).days))
    assert [one for one in between if doubts(day, one) != now] == []


def test_a_meeting_turns_when_it_is_over_and_news_when_it_expires() -> None:
    soon, later = date(2026, 11, 24), date(2026, 11, 27)
    assert next_turn(Items(meetings=(meeting(soon), meeting(later))), TODAY) == date(2026, 11, 25)
    assert next_turn(Items(news=(news(date(2020, 1, 1), expires=later),)), TODAY) == date(2026, 11, 28)
    assert next_turn(Items(meetings=(meeting(TODAY),)), TODAY) == date(2026, 11, 23)


def test_a_meeting_that_repeats_turns_with_each_of_its_dates() -> None:
    weekly = replace(meeting(date(2020, 1, 2)), recurrence=Recurrence(rule=Rule(Every.WEEK, weekdays=(3,))))
    assert next_turn(Items(meetings=(weekly,)), TODAY) == date(2026, 11, 27)


def test_days_of_the_end_of_time_and_of_leap_years_have_a_turn() -> None:
    for day in (date(9999, 12, 31), date(2028, 2, 29), date(1, 1, 1)):
        assert next_turn(Items(news=(news(day, expires=day),), meetings=(meeting(day),)), TODAY) > TODAY
    assert next_turn(Items(), TODAY, [date(2026, 12, 1), TODAY, date(2020, 1, 1)]) == date(2026, 12, 1)
