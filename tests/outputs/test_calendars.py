"""Calendars as two readers of other authors read them."""

from datetime import UTC, date, datetime

import pytest
import recurring_ical_events
from icalendar import Calendar, Component

from golden.compare import assert_golden
from localgroups.model.items import Meeting
from localgroups.model.moments import Moment
from localgroups.model.places import Place
from localgroups.model.values import replace
from localgroups.outputs.calendars import calendar, single_event, vevent, zone_of
from outputs.samples import MEETING, meeting

PAGE = "https://example.org/groups/riverside/meetings/x/"
DOMAIN = "ids.example.org"


def made(*meetings: Meeting, imprint: str = "") -> bytes:
    events = [vevent(one, PAGE, DOMAIN, imprint, "Meeting") for one in meetings]
    zones = [zone_of(one) for one in events]
    return calendar(
        "Riverside", "What is on", "en", events, zones, "https://example.org/groups/riverside/", "localgroups"
    )


def only_event(data: bytes) -> Component:
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    return event


def text_of(value: Meeting, imprint: str = "") -> str:
    """A meeting's lines, unfolded."""
    return vevent(value, PAGE, DOMAIN, imprint).decode().replace("\r\n ", "")


INSTANTS = [
    ("Europe/London", "2026-03-28 19:00", "2026-03-28T19:00"),
    ("Europe/London", "2026-03-29 00:30", "2026-03-29T00:30"),
    ("Europe/London", "2026-03-29 19:00", "2026-03-29T18:00"),
    ("Europe/London", "2026-10-24 19:00", "2026-10-24T18:00"),
    ("Europe/London", "2026-10-25 01:30", "2026-10-25T00:30"),
    ("Europe/London", "2026-10-25 19:00", "2026-10-25T19:00"),
    ("Europe/London", "2026-11-05 19:00", "2026-11-05T19:00"),
    ("America/New_York", "2026-03-07 18:00", "2026-03-07T23:00"),
    ("America/New_York", "2026-03-08 18:00", "2026-03-08T22:00"),
    ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30"),
    ("America/New_York", "2026-11-01 18:00", "2026-11-01T23:00"),
    ("America/New_York", "2006-03-20 18:00", "2006-03-20T23:00"),
    ("Asia/Kolkata", "2026-03-29 05:00", "2026-03-28T23:30"),
    ("Asia/Kolkata", "2026-10-25 19:00", "2026-10-25T13:30"),
    ("Australia/Lord_Howe", "2026-04-04 19:00", "2026-04-04T08:00"),
    ("Australia/Lord_Howe", "2026-04-05 19:00", "2026-04-05T08:30"),
    ("America/Sao_Paulo", "2018-01-15 19:00", "2018-01-15T21:00"),
    ("America/Sao_Paulo", "2026-01-15 19:00", "2026-01-15T22:00"),
    ("Africa/Cairo", "2026-10-30 19:00", "2026-10-30T17:00"),
    ("UTC", "2026-10-30 19:00", "2026-10-30T19:00"),
]


@pytest.mark.parametrize("zones", ["of the reader", "of the file"])
def test_readers_find_the_same_instants_across_the_clock_change(zones: str) -> None:
    """Once with the zone data that readers have, once with zone names that they cannot know."""
    meetings = {f"{wall} {name}": meeting(wall, name) for name, wall, _ in INSTANTS}
    data = made(*(replace(one, title=title) for title, one in meetings.items()))
    if zones == "of the file":
        data = data.replace(b"TZID=", b"TZID=X-").replace(b"TZID:", b"TZID:X-")
    expected = {f"{wall} {name}": datetime.fromisoformat(utc).replace(tzinfo=UTC) for name, wall, utc in INSTANTS}

    read = Calendar.from_ical(data)
    plain = {str(one["SUMMARY"]): one.start.astimezone(UTC) for one in read.walk("VEVENT")}
    unrolled = recurring_ical_events.of(read).between(date(2006, 1, 1), date(2027, 1, 1))

    assert plain == expected
    assert {str(one["SUMMARY"]): one["DTSTART"].dt.astimezone(UTC) for one in unrolled} == expected
    assert {str(one["SUMMARY"]): one.end.astimezone(UTC) for one in read.walk("VEVENT")} == {
        title: one.ends.instant for title, one in meetings.items()
    }


def test_each_zone_is_told_once() -> None:
    data = made(meeting("2026-10-30 19:00", "Europe/Paris"), meeting("2026-01-30 19:00", "Europe/Paris"), MEETING)

    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert data.count(b"BEGIN:VEVENT") == 3


def test_a_moment_that_the_rule_of_today_does_not_tell_is_written_in_utc() -> None:
    assert "DTSTART:20180115T210000Z" in text_of(meeting("2018-01-15 19:00", "America/Sao_Paulo"))
    assert "DTSTART;TZID=America/Sao_Paulo:20260115T190000" in text_of(meeting("2026-01-15 19:00", "America/Sao_Paulo"))


def test_the_whole_calendar_is_as_it_was() -> None:
    assert_golden(
        "feeds/events.ics", made(MEETING, replace(MEETING, stem="b", status="cancelled"), imprint="Promoted by us")
    )


def test_no_line_is_over_75_octets_or_cut_inside_a_character() -> None:
    long = replace(MEETING, title="Cyfarfod ŵyl 🏳️‍🌈 日本語 עברית " * 20, summary="é" * 500, language="cy")

    data = made(long)

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        line.decode()
    assert str(only_event(data)["SUMMARY"]) == " ".join(long.title.split())
    assert "é" * 500 in str(only_event(data)["DESCRIPTION"])


def test_the_uid_is_the_identity_and_the_domain() -> None:
    assert only_event(made(MEETING))["UID"] == (
        "groups/riverside-north/meetings/2026-12-03-members-meeting@ids.example.org"
    )


def test_nothing_in_a_calendar_comes_from_the_clock() -> None:
    assert only_event(made(MEETING))["DTSTAMP"].dt == datetime(2026, 12, 3, 18, tzinfo=UTC)
    assert made(MEETING) == made(MEETING)


@pytest.mark.parametrize(
    ("status", "standard", "title"),
    [
        ("confirmed", "CONFIRMED", "Members"),
        ("provisional", "TENTATIVE", "Members"),
        ("cancelled", "CANCELLED", "CANCELLED: Members"),
        ("postponed", "TENTATIVE", "POSTPONED: Members"),
    ],
)
def test_the_status_is_said_in_the_standards_word_and_in_the_title(status: str, standard: str, title: str) -> None:
    event = only_event(made(replace(MEETING, title="Members", status=status)))

    assert event["STATUS"] == standard
    assert event["SUMMARY"] == title


def test_an_all_day_meeting_ends_on_the_day_after_its_last() -> None:
    fair = replace(
        MEETING,
        all_day=True,
        starts=Moment(datetime.fromisoformat("2026-09-24"), "Europe/Paris"),
        ends=Moment(datetime.fromisoformat("2026-09-28"), "Europe/Paris"),
    )

    text = text_of(fair)

    assert "DTSTART;VALUE=DATE:20260924\r\n" in text
    assert "DTEND;VALUE=DATE:20260928\r\n" in text
    assert zone_of(text.encode()) == ""


def test_a_meeting_without_length_has_no_end() -> None:
    assert "DTEND" not in text_of(replace(MEETING, ends=MEETING.starts))


def test_the_place_is_one_line_and_a_point() -> None:
    text = text_of(MEETING)

    assert "LOCATION:Friends House\\, 12 Mill Lane\\, Riverside\\, 12345\r\n" in text
    assert "GEO:48.85;2.35\r\n" in text


@pytest.mark.parametrize(
    ("changes", "location"),
    [
        ({"place": None}, "LOCATION:Online\r\n"),
        ({"place": None, "online": "", "online_note": "members only"}, "LOCATION:Online\r\n"),
        ({"place": Place(town="Riverside"), "online": ""}, "LOCATION:Riverside\r\n"),
    ],
)
def test_an_online_meeting_says_so(changes: dict[str, object], location: str) -> None:
    assert location in text_of(replace(MEETING, **changes))  # type: ignore[arg-type]


def test_nothing_is_said_of_a_place_that_was_not_given() -> None:
    assert "LOCATION" not in text_of(replace(MEETING, place=None, online=""))


def test_the_address_to_join_is_a_conference_and_in_the_description() -> None:
    text = text_of(MEETING)

    assert "CONFERENCE;FEATURE=VIDEO;LABEL=Join online;VALUE=URI:https://meet.example.org/riverside\r\n" in text
    assert "Join online: https://meet.example.org/riverside" in str(only_event(made(MEETING))["DESCRIPTION"])


def test_the_description_ends_with_the_page_and_the_imprint() -> None:
    event = only_event(made(MEETING, imprint="Promoted by us"))

    assert str(event["DESCRIPTION"]).endswith(f"\n\n{PAGE}\n\nPromoted by us")
    assert event["URL"] == PAGE
    assert [str(one) for one in event["CATEGORIES"].cats] == ["Meeting"]


def test_text_cannot_start_a_line_of_its_own() -> None:
    """RFC 5545, 3.3.11; and control characters never arrive."""
    bad = "x\r\nATTACH:https://example.net/\nBEGIN:VALARM\x00\x0b\u2028;,\\ \u202eend"

    data = made(replace(MEETING, title=bad, summary=bad, cost=bad, place=Place(bad, bad)), imprint=bad)

    event = only_event(data)
    assert not event.subcomponents
    assert "ATTACH" not in event
    assert "\u202e" not in data.decode()
    assert not any(char < 32 and char not in (9, 10, 13) for char in data)


def test_a_calendar_says_its_name_and_how_often_to_look() -> None:
    read = Calendar.from_ical(made(MEETING))

    assert read["X-WR-CALNAME"] == read["NAME"] == "Riverside"
    assert read["X-WR-CALDESC"] == "What is on"
    assert read["METHOD"] == "PUBLISH"
    assert read["X-PUBLISHED-TTL"] == "PT6H"
    assert read["REFRESH-INTERVAL"].to_ical() == b"PT6H"
    assert read["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert read["URL"] == "https://example.org/groups/riverside/"
    assert read["PRODID"] == "-//localgroups//EN"


def test_a_name_is_escaped_like_every_text() -> None:
    data = calendar("River,\nside; x" + "ŵ" * 80, "", "en", [], [], "https://example.org/", "localgroups")

    assert b"X-WR-CALNAME:River\\, side\\; x" in data
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert str(Calendar.from_ical(data).calendar_name).endswith("ŵ" * 80)


def test_a_single_event_is_a_file_without_a_name_and_with_its_zone() -> None:
    data = single_event(vevent(MEETING, PAGE, DOMAIN, ""), "localgroups")

    assert only_event(data).start.astimezone(UTC) == MEETING.starts.instant
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris" in data
    assert b"NAME:Riverside" not in data


def test_an_empty_calendar_is_a_calendar() -> None:
    data = calendar("Riverside", "", "en", [], [], "https://example.org/", "localgroups")

    assert Calendar.from_ical(data).walk("VEVENT") == []
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_a_backslash_and_a_letter_are_what_they_are() -> None:
    """In a calendar, a backslash before an N is the end of a line; where somebody wrote one, it is one."""
    assert only_event(made(replace(MEETING, title=r"C:\News, \new; \Now")))["summary"] == r"C:\News, \new; \Now"
