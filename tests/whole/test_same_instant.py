"""One meeting, one instant: on its page, in JSON-LD, in lists, in every calendar, across the clock change."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from whole.nations import Nation

CASES = [
    ("Europe/London", "2026-10-24 19:00", "2026-10-24T18:00", "7pm to 9pm"),
    ("Europe/London", "2026-10-25 19:00", "2026-10-25T19:00", "7pm to 9pm"),
    ("Europe/London", "2027-03-27 19:30", "2027-03-27T19:30", "7.30pm to 9.30pm"),
    ("Europe/London", "2027-03-28 19:30", "2027-03-28T18:30", "7.30pm to 9.30pm"),
    ("America/New_York", "2026-10-31 18:00", "2026-10-31T22:00", "6pm to 8pm (EDT, UTC−4)"),
    ("America/New_York", "2026-11-01 18:00", "2026-11-01T23:00", "6pm to 8pm (EST, UTC−5)"),
    ("America/New_York", "2027-03-14 01:30", "2027-03-14T06:30", "1.30am to 4.30am (EST, UTC−5)"),
    ("Asia/Kolkata", "2026-10-24 19:00", "2026-10-24T13:30", "7pm to 9pm (IST, UTC+5:30)"),
    ("Asia/Kolkata", "2027-03-28 05:00", "2027-03-27T23:30", "5am to 7am (IST, UTC+5:30)"),
]


def instants_in_calendar(file: Path) -> dict[str, tuple[datetime, datetime]]:
    """Title to (start, end) in UTC, as icalendar reads them."""
    found = {}
    for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
        starts, ends = event.decoded("dtstart"), event.decoded("dtend")
        found[str(event["summary"])] = (starts.astimezone(UTC), ends.astimezone(UTC))
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation(tmp_path_factory.mktemp("instants") / "nation")
    for number, (zone, wall, _, _) in enumerate(CASES):
        slug = zone.rpartition("/")[2].lower().replace("_", "-")
        nation.group(slug, f"timezone: {zone}\n")
        nation.meeting(slug, f"meeting-{number}", f"title: Case {number}\nstarts: {wall}")
    nation.today = "2026-10-01"
    assert nation.build() == 0, nation.printed
    return nation


@pytest.mark.parametrize("number", range(len(CASES)))
def test_every_place_tells_the_same_instant(built: Nation, number: int) -> None:
    zone, _, utc, words = CASES[number]
    slug = zone.rpartition("/")[2].lower().replace("_", "-")
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    page = built.page(f"/groups/{slug}/meetings/meeting-{number}/")

    printed = re.findall(r'<time[^>]*datetime="([^"]+)"', page)
    structured = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    told = {datetime.fromisoformat(one).astimezone(UTC) for one in printed[:1]}
    told.add(datetime.fromisoformat(structured["startDate"]).astimezone(UTC))
    for calendar in (
        "events.ics",
        "regions/north/events.ics",
        f"groups/{slug}/events.ics",
        f"groups/{slug}/meetings/meeting-{number}/event.ics",
    ):
        told.add(instants_in_calendar(built.output / calendar)[f"Case {number}"][0])

    assert told == {expected}
    assert words in page


def test_lists_print_the_same_instants_as_the_pages(built: Nation) -> None:
    expected = {datetime.fromisoformat(utc).replace(tzinfo=UTC) for _, _, utc, _ in CASES}

    for href in ("/events/", "/regions/north/"):
        printed = re.findall(r'<time[^>]*datetime="([^"]+T[^"]+)"', built.page(href))
        assert expected <= {datetime.fromisoformat(one).astimezone(UTC) for one in printed}
