"""Words of repetition become rules, rules become words again, and both are held against the start."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.model.items import Meeting
from localgroups.model.recurrence import LAST, Every, Rule
from localgroups.reading.faults import Fault
from localgroups.reading.left_out import LeftOut, read_left_out
from localgroups.reading.repeat_words import MOST_APART, anchored, read_repeats
from localgroups.reading.repeats_said import say_rule
from reading.nation import read_riverside

START = date(2026, 12, 3)
"""A Thursday, the first of its month."""

WORDS = {
    "every Tuesday": "FREQ=WEEKLY;BYDAY=TU",
    "EVERY TUES.": "FREQ=WEEKLY;BYDAY=TU",
    "Tuesdays": "FREQ=WEEKLY;BYDAY=TU",
    "each Sunday": "FREQ=WEEKLY;BYDAY=SU",
    "every week on Wed": "FREQ=WEEKLY;BYDAY=WE",
    "every Tuesday and Thursday": "FREQ=WEEKLY;BYDAY=TU,TH",
    "every Thurs & Tue": "FREQ=WEEKLY;BYDAY=TU,TH",
    "every Monday, Wednesday and Friday": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "Monday to Friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "Mon-Fri": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekends": "FREQ=WEEKLY;BYDAY=SA,SU",
    "every second Thursday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "every 2nd Thursday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "every other Tuesday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "alternate Tuesdays": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "every 2 weeks on Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "every two weeks on Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "every fortnight on Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "every other week on Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "weekly": "FREQ=WEEKLY;BYDAY=TH",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "daily": "FREQ=DAILY",
    "first Tuesday of the month": "FREQ=MONTHLY;BYDAY=1TU",
    "1st Tuesday of the month": "FREQ=MONTHLY;BYDAY=1TU",
    "the first Tuesday of each month": "FREQ=MONTHLY;BYDAY=1TU",
    "first and third Tuesday of the month": "FREQ=MONTHLY;BYDAY=1TU,3TU",
    "2nd and 4th Weds of the month": "FREQ=MONTHLY;BYDAY=2WE,4WE",
    "second and fourth Wednesday of the month": "FREQ=MONTHLY;BYDAY=2WE,4WE",
    "every second Thursday of the month": "FREQ=MONTHLY;BYDAY=2TH",
    "last Friday of every month": "FREQ=MONTHLY;BYDAY=-1FR",
    "every last Friday": "FREQ=MONTHLY;BYDAY=-1FR",
    "monthly on the first Tuesday": "FREQ=MONTHLY;BYDAY=1TU",
    "every 3 months on the first Monday": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
    "first Monday of every other month": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
    "the 15th of every month": "FREQ=MONTHLY;BYMONTHDAY=15",
    "1st and 15th of the month": "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "the fifteenth of every month": "FREQ=MONTHLY;BYMONTHDAY=15",
    "last day of the month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "last Sunday of March": "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "first Monday in May": "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO",
    "second Tuesday of January and July": "FREQ=MONTHLY;BYMONTH=1,7;BYDAY=2TU",
    "1 May every year": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
    "every year on 1st May": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
    "last day of February": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
    "yearly": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3",
    "every year": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3",
}


@pytest.mark.parametrize("words", WORDS)
def test_words_are_read_as_the_rule_that_people_mean(words: str) -> None:
    rule = read_repeats(words)
    assert isinstance(rule, Rule), rule
    assert anchored(rule, START).as_rrule() == WORDS[words]


def ordered(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, key=lambda one: (one == LAST, one)))


SOME_WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(ordered)
SOME_ORDINALS = st.sets(st.sampled_from([1, 2, 3, 4, 5, LAST]), min_size=1).map(ordered)
SOME_DAYS = st.sets(st.one_of(st.integers(1, 28), st.just(LAST)), min_size=1, max_size=4).map(ordered)
SOME_MONTHS = st.sets(st.integers(1, 12), min_size=1, max_size=3).map(ordered)
APART = st.integers(1, MOST_APART)
RULES = st.one_of(
    st.builds(Rule, st.just(Every.DAY), APART),
    st.builds(Rule, st.just(Every.WEEK), APART, weekdays=SOME_WEEKDAYS),
    st.builds(Rule, st.just(Every.MONTH), APART, weekdays=SOME_WEEKDAYS, ordinals=SOME_ORDINALS),
    st.builds(Rule, st.just(Every.MONTH), APART, days=SOME_DAYS),
    st.builds(Rule, st.just(Every.YEAR), APART, weekdays=SOME_WEEKDAYS, ordinals=SOME_ORDINALS, months=SOME_MONTHS),
    st.builds(Rule, st.just(Every.YEAR), APART, days=SOME_DAYS, months=SOME_MONTHS),
)


@settings(deadline=None)
@given(RULES)
def test_what_is_said_of_a_rule_is_read_as_the_same_rule(rule: Rule) -> None:
    assert read_repeats(say_rule(rule)) == rule


@settings(deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from([*" ".join(WORDS).split(), "most", "31st", "at", "7pm", "freq="])).map(" ".join)
)
def test_any_words_are_a_rule_or_a_fault_with_a_cure(words: str) -> None:
    found = read_repeats(words)
    assert isinstance(found, Rule) or (isinstance(found, Fault) and found.help)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("every 2nd Thursday of the month", "Every second Thursday of the month"),
        ("every 2 weeks on Monday", "Every two weeks on Monday"),
        ("mon-fri", "Every weekday"),
        ("1st and 15th of each month", "The 1st and 15th of every month"),
        ("last Sunday of March", "Every year on the last Sunday of March"),
        ("1st May every year", "Every year on 1 May"),
    ],
)
def test_a_rule_is_said_as_people_say_it(words: str, said: str) -> None:
    rule = read_repeats(words)
    assert isinstance(rule, Rule)
    assert say_rule(rule) == said


@pytest.mark.parametrize(
    ("words", "stretch"),
    [
        ("2026-12-24", LeftOut(date(2026, 12, 24), date(2026, 12, 24))),
        ("24 December 2026", LeftOut(date(2026, 12, 24), date(2026, 12, 24))),
        ("August", LeftOut(month=8)),
        ("every Aug", LeftOut(month=8)),
        ("August 2027", LeftOut(date(2027, 8, 1), date(2027, 8, 31))),
        ("2027-02", LeftOut(date(2027, 2, 1), date(2027, 2, 28))),
        ("2026-12-20 to 2027-01-05", LeftOut(date(2026, 12, 20), date(2027, 1, 5))),
        ("20 December 2026 – 5 January 2027", LeftOut(date(2026, 12, 20), date(2027, 1, 5))),
        ("from July 2027 until August 2027", LeftOut(date(2027, 7, 1), date(2027, 8, 31))),
    ],
)
def test_what_is_left_out_is_a_day_a_month_or_a_stretch(words: str, stretch: LeftOut) -> None:
    assert read_left_out(words) == stretch


FULL = """---
title: Members' meeting
starts: 2026-12-03 19:00
ends: 21:30
where: {name: Mill, town: Riverside}
online: https://meet.example.org/mill
repeats: first Thursday of the month
until: 2027-07
except: [2027-04-01, 2027-06-01 to 2027-06-30]
changes:
  - {date: 2027-01-07, status: cancelled, note: The hall is being painted.}
  - {date: 2027-02-04, starts: 18:30, where: Town Hall, online: "no"}
  - {date: 2027-03-04, starts: 2027-03-11, title: Annual general meeting, duration: 3h}
---
Come along.
"""


def test_every_field_of_a_repeating_meeting_is_taken_up(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {"meetings/2026-12-03-members.md": FULL})

    (found,) = reading.items.meetings
    assert isinstance(found, Meeting)
    assert reading.diagnostics == ()
    assert found.recurrence is not None
    assert found.recurrence.until == date(2027, 7, 31)
    assert found.recurrence.left_out == (date(2027, 4, 1), date(2027, 6, 3))
    painted, town_hall, yearly = found.recurrence.changes
    assert (painted.status, painted.note, painted.starts) == ("cancelled", "The hall is being painted.", None)
    assert town_hall.starts is not None
    assert town_hall.starts.wall.isoformat() == "2027-02-04T18:30:00"
    assert town_hall.place is not None
    assert town_hall.place.name == "Town Hall"
    assert town_hall.online == ""
    assert yearly.starts is not None
    assert yearly.ends is not None
    assert (yearly.starts.wall.isoformat(), yearly.ends.wall.hour) == ("2027-03-11T19:00:00", 22)


def test_a_month_that_is_left_out_is_part_of_the_rule(tmp_path: Path) -> None:
    text = "---\ntitle: M\nstarts: 2026-12-03 19:00\nrepeats: every Thursday\nexcept: August\n---\nCome.\n"

    (found,) = read_riverside(tmp_path, {"meetings/m.md": text}).items.meetings

    assert found.recurrence is not None
    assert found.recurrence.rule.as_rrule() == "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TH"
    assert found.recurrence.left_out == ()


def test_an_entry_of_a_list_repeats_too(tmp_path: Path) -> None:
    text = "- title: Stall\n  starts: 2026-12-05 10:00\n  repeats: every Saturday\n  until: 2027-01\n"

    (found,) = read_riverside(tmp_path, {"meetings/stalls.yaml": text}).items.meetings

    assert found.recurrence is not None
    assert found.recurrence.rule.weekdays == (5,)
