"""Every date of a meeting that repeats is at the same instant in programs of others, in our lists and on our pages."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from localgroups.model.items import Items, Meeting
from localgroups.model.moments import Moment
from localgroups.model.occurrences import occurrences
from localgroups.model.recurrence import Change, Recurrence, Rule
from localgroups.model.values import replace
from localgroups.outputs.calendars import calendar, vevent, zone_of
from localgroups.outputs.cards import Cards
from localgroups.outputs.item_pages import meeting_pages
from localgroups.outputs.views import MeetingPage
from localgroups.reading.repeat_words import anchored, read_repeats
from outputs.samples import MEETING, SITE
from readers.programs import IS_THERE, WHY_NOT, Told, as_told, told_by_ical_js, told_by_icalendar

PAGE = "https://example.org/groups/riverside/meetings/m/"
DOMAIN = "ids.example.org"
FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)
ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
WORDS = (
    "every Tuesday",
    "every Tuesday and Thursday",
    "every 2 weeks on Monday",
    "every other Sunday",
    "every three weeks on Monday and Saturday",
    "first Tuesday of the month",
    "second and fourth Wednesday of the month",
    "last Sunday of every month",
    "fifth Friday of the month",
    "every two months on the first Sunday",
    "last Sunday of March",
    "second Sunday of March and November",
    "first Sunday of April and October",
    "the 15th of every month",
    "last day of the month",
    "1 May every year",
    "every 2 years on 3 November",
    "every Sunday, but not in August",
    "every Saturday, but not in April, August or October",
)
CLOCKS = ("19:00", "00:30", "01:30", "02:15", "23:30", "all day")
"""Evenings, and the hours in which clocks change somewhere."""


def rule_of(words: str, start: date = FIRST) -> Rule:
    plain, _, without = words.partition(", but not in ")
    rule = read_repeats(plain)
    assert isinstance(rule, Rule), rule
    months = {"April": 4, "August": 8, "October": 10}
    return replace(anchored(rule, start), without=tuple(months[one] for one in months if one in without))


def repeating(words: str, zone: str, clock: str = "19:00", **more: object) -> Meeting:
    """A meeting that begins with the first date of its rule in 2024."""
    rule = rule_of(words)
    day = next(rule.dates(FIRST, LAST))
    starts = datetime.fromisoformat(f"{day} {'00:00' if clock == 'all day' else clock}")
    length = timedelta(days=1) if clock == "all day" else timedelta(hours=2)
    recurrence = Recurrence(rule=rule, **more)  # type: ignore[arg-type]
    return replace(
        MEETING,
        stem=re.sub(r"\W+", "-", f"{words} {zone} {clock}").lower(),
        title=f"{words}, {zone}, {clock}",
        starts=Moment(starts, zone),
        ends=Moment(starts + length, zone).settled,
        all_day=clock == "all day",
        recurrence=recurrence,
    )


def every_case() -> list[Meeting]:
    made = [repeating(words, zone, clock) for words in WORDS for zone in ZONES for clock in CLOCKS]
    made += [with_differences(words, zone, clock) for words in WORDS[:14] for zone in ZONES for clock in CLOCKS]
    return made


def with_differences(words: str, zone: str, clock: str) -> Meeting:
    """With an end, dates left out, and dates that are cancelled, moved and longer."""
    plain = repeating(words, zone, clock)
    assert plain.recurrence
    days = list(islice(plain.recurrence.rule.dates(plain.starts.day, LAST), 40))
    cancelled, moved, elsewhere = days[2], days[3], days[-1]
    when = Moment(datetime.combine(moved + timedelta(days=2), plain.starts.wall.time()), zone).settled
    changes = (
        Change(date=cancelled, status="cancelled"),
        Change(date=moved, starts=when, title=f"Moved {plain.title}"),
        Change(date=elsewhere, online="", note="Use the side door."),
    )
    until = max(days[-1], days[min(30, len(days) - 1)])
    recurrence = replace(plain.recurrence, until=until, left_out=(days[1], *days[5:8:2]), changes=changes)
    kept = tuple(one for one in recurrence.left_out if one not in (cancelled, moved, elsewhere))
    changes = tuple(sorted({one.date: one for one in changes}.values(), key=lambda one: one.date))
    return replace(plain, stem=f"{plain.stem}-and-more", recurrence=replace(recurrence, left_out=kept, changes=changes))


def file_of(meetings: list[Meeting]) -> bytes:
    events = [vevent(one, PAGE, DOMAIN, "", "Meeting") for one in meetings]
    zones = [zone_of(one) for one in events]
    return calendar("Riverside", "", "en", events, zones, "https://example.org/", "localgroups")


PREFIX = {"cancelled": "CANCELLED: "}


def told_by_us(meeting: Meeting) -> list[Told]:
    """As lists and pages have it."""
    found = []
    for one in occurrences(meeting, date.min, LAST + timedelta(days=9)):
        if FIRST <= one.starts.day <= LAST:
            begin, end = (one.starts.day, one.ends.day) if meeting.all_day else (one.starts.instant, one.ends.instant)
            title = PREFIX.get(one.status, "") + one.title
            found.append(Told(f"{meeting.identity}@{DOMAIN}", as_told(begin), as_told(end), title))
    return found


def starts_of(told: list[Told]) -> list[tuple[str, str, str]]:
    return sorted((one.uid, one.starts, one.title) for one in told)


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("program", ["icalendar", "ical.js"])
def test_programs_find_every_date_at_our_instant(program: str, zone: str, tmp_path: Path) -> None:
    meetings = [one for one in every_case() if one.starts.zone == zone]
    data = file_of(meetings)
    ours = [told for one in meetings for told in told_by_us(one)]
    if program == "ical.js":
        if not IS_THERE:
            pytest.skip(WHY_NOT)
        file = tmp_path / "events.ics"
        file.write_bytes(data)
        theirs = told_by_ical_js([file], FIRST, LAST)
    else:
        theirs = told_by_icalendar(data, FIRST, LAST)
    assert len(ours) > 15_000
    assert starts_of(theirs) == starts_of(ours)
    assert sorted(theirs) == sorted(ours)


# ------------------------------------------------------------- our own pages


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
def test_pages_print_every_date_at_the_same_instant(zone: str) -> None:
    """Year by year, as the pages of those years listed them."""
    for meeting in [one for one in every_case() if one.starts.zone == zone][::5]:
        printed = {}
        for year in (2024, 2027, 2030):
            view = page_of(meeting, date(year, 1, 1))
            for one in (*view.occurrences, *view.past_occurrences):
                printed[one.anchor] = (one.when.iso, one.status)
        expected = {
            one.anchor: (one.starts.day.isoformat() if meeting.all_day else one.starts.instant, one.status)
            for one in occurrences(meeting, FIRST, LAST)
        }
        assert {
            anchor: (iso if meeting.all_day else datetime.fromisoformat(iso).astimezone(UTC), status)
            for anchor, (iso, status) in printed.items()
            if anchor <= LAST.isoformat()
        } == expected


def page_of(meeting: Meeting, today: date) -> MeetingPage:
    (page,) = meeting_pages(Items(meetings=(meeting,)), Cards(SITE, today), ())
    assert isinstance(page.view, MeetingPage)
    return page.view


def test_a_page_tells_of_the_next_date_that_takes_place_in_words_and_of_all_that_are_listed() -> None:
    meeting = with_differences("first Tuesday of the month", "Europe/Paris", "19:00")

    view = page_of(meeting, date(2024, 2, 20))

    assert view.repeats == "Every first Tuesday of the month, until 6 April 2027"
    assert view.left_out == "Not on 4 June 2024 and 6 August 2024"
    assert view.when.text == "Thursday 4 April 2024, 7pm to 9pm"
    assert [one.anchor for one in view.occurrences][:3] == ["2024-03-05", "2024-04-02", "2024-05-07"]
    assert [one.status_label for one in view.occurrences][:2] == ["Cancelled", ""]
    assert view.occurrences[1].title.startswith("Moved")
    assert [one.anchor for one in view.past_occurrences] == ["2024-01-02"]
    assert not view.is_over
    assert '"byDay":["1TU"]' in str(view.head.json_ld)
    assert str(view.head.json_ld).count('"@type":"Event"') == 7


def test_a_page_of_a_series_that_is_over_says_so() -> None:
    view = page_of(repeating("every Tuesday", "Europe/Paris", until=date(2024, 3, 1)), date(2026, 1, 1))

    assert view.is_over
    assert view.occurrences == ()
    assert len(view.past_occurrences) == 9
    assert view.when.text == "Tuesday 27 February 2024, 7pm to 9pm"


# ------------------------------------------------------------- how it is written


def lines_of(meeting: Meeting) -> list[str]:
    return vevent(meeting, PAGE, DOMAIN, "").decode().replace("\r\n ", "").splitlines()


def test_a_series_is_written_once_and_its_differences_after_it() -> None:
    lines = lines_of(with_differences("first Tuesday of the month", "Europe/Paris", "19:00"))

    assert lines.count("BEGIN:VEVENT") == 4
    assert len({one for one in lines if one.startswith("UID:")}) == 1
    assert "RRULE:FREQ=MONTHLY;UNTIL=20270406T215959Z;BYDAY=1TU" in lines
    assert "EXDATE;TZID=Europe/Paris:20240206T190000,20240604T190000,20240806T190000" in lines
    named = [one for one in lines if one.startswith("RECURRENCE-ID")]
    days = ("20240305", "20240402", "20270406")
    assert named == [f"RECURRENCE-ID;TZID=Europe/Paris:{day}T190000" for day in days]


def test_a_cancelled_date_stays_and_is_called_so() -> None:
    lines = lines_of(with_differences("first Tuesday of the month", "Europe/Paris", "19:00"))

    assert "STATUS:CANCELLED" in lines
    assert "SUMMARY:CANCELLED: first Tuesday of the month\\, Europe/Paris\\, 19:00" in lines
    assert not any(one.startswith("EXDATE") and "20240305" in one for one in lines)


def test_whole_days_are_days_throughout() -> None:
    lines = lines_of(with_differences("every Tuesday", "Europe/Paris", "all day"))

    assert "DTSTART;VALUE=DATE:20240102" in lines
    assert any(
        one.startswith("RRULE:FREQ=WEEKLY;UNTIL=2024") and "T" not in one.split("UNTIL=")[1][:9] for one in lines
    )
    assert any(one.startswith("EXDATE;VALUE=DATE:20240109") for one in lines)
    assert "RECURRENCE-ID;VALUE=DATE:20240116" in lines


def test_a_zone_without_a_rule_is_written_in_utc() -> None:
    lines = lines_of(repeating("every Tuesday", "UTC", until=date(2024, 3, 1)))

    assert "DTSTART:20240102T190000Z" in lines
    assert "RRULE:FREQ=WEEKLY;UNTIL=20240301T235959Z;BYDAY=TU" in lines


def test_dates_in_the_hour_of_a_change_of_the_clocks_are_told_in_utc_and_no_others() -> None:
    lines = lines_of(repeating("every Sunday", "Europe/London", "01:30", until=date(2024, 12, 31)))

    named = [one.rpartition(":")[2] for one in lines if one.startswith("RECURRENCE-ID")]
    assert named == ["20240331T013000", "20241027T013000"]
    assert "DTSTART:20241027T003000Z" in lines


def test_bytes_of_a_series_do_not_depend_on_the_day() -> None:
    meeting = repeating("every Tuesday", "Europe/London")
    assert vevent(meeting, PAGE, DOMAIN, "") == vevent(meeting, PAGE, DOMAIN, "")
    assert max(map(len, file_of(every_case()[:40]).split(b"\r\n"))) <= 75
