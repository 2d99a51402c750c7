"""A meeting that repeats, through the whole program: pages, lists, calendars, the check, the desk."""

import json
import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from readers.programs import IS_THERE, WHY_NOT, Told, told_by_ical_js, told_by_icalendar
from whole.nations import Nation

SERIES = """title: Members
starts: 2026-09-03 19:00
repeats: first Thursday of the month
until: 2027-07
except: [2027-05-06]
where: {name: Mill, town: Riverside}
changes:
  - {date: 2027-01-07, status: cancelled, note: The hall is being painted.}
  - {date: 2027-02-04, starts: 18:30, where: {name: Town Hall}}
  - {date: 2027-03-04, starts: 2027-03-11, title: Annual general meeting}"""
PAGE = "/groups/riverside/meetings/members/"
FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation(tmp_path_factory.mktemp("repeating") / "nation")
    nation.group("riverside")
    nation.meeting("riverside", "members", SERIES)
    nation.meeting("riverside", "nights", "title: Night\nstarts: 2026-03-01 01:30\nduration: 1h\nrepeats: every Sunday")
    nation.group("hillside", "timezone: America/New_York\n")
    nation.meeting("hillside", "stall", "title: Stall\nstarts: 2026-11-07\nrepeats: every other Saturday\nuntil: 2027")
    nation.write(
        "content/meetings/call.md",
        "---\ntitle: Call\nstarts: 2026-11-25 19:00\nrepeats: last Wed of the month\n---\nHi.\n",
    )
    assert nation.build() == 0, nation.printed
    return nation


def anchors_and_times(page: str) -> dict[str, str]:
    """Anchor to instant, as a page prints them."""
    return dict(re.findall(r'<li class="occurrence[^"]*" id="([^"]+)">\s*<p[^>]*><time datetime="([^"]+)"', page))


def instant(iso: str) -> str:
    return iso if "T" not in iso else f"{datetime.fromisoformat(iso).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def test_the_page_has_every_date_with_its_own_anchor(built: Nation) -> None:
    page = built.page(PAGE)

    found = anchors_and_times(page)
    assert len(found) == 10
    assert found["2027-02-04"] == "2027-02-04T18:30+00:00"
    assert found["2027-03-04"] == "2027-03-11T19:00+00:00"
    assert "2027-05-06" not in found
    assert "Every first Thursday of the month, until 31 July 2027" in page
    assert "Not on 6 May 2027" in page
    assert "The hall is being painted." in page


def test_lists_show_each_date_and_lead_to_its_place_on_the_page(built: Nation) -> None:
    assert f'href="{PAGE}#2027-03-04"' in built.page("/events/2027/03/")
    assert "Annual general meeting" in built.page("/events/2027/03/")
    assert f"{PAGE}#2027-05-06" not in built.page("/events/2027/05/")
    assert f'href="{PAGE}#2026-12-03"' in built.page("/groups/riverside/")
    assert 'href="/events/call/#2026-12-30"' in built.page("/events/2026/12/")
    linked = {
        link
        for file in built.output.rglob("*.html")
        for link in re.findall(r'href="(/[^"#]*)#(\d{4}-\d\d-\d\d)"', file.read_text(encoding="utf-8"))
    }
    assert len(linked) > 50
    assert [(path, anchor) for path, anchor in linked if f'id="{anchor}"' not in built.page(path)] == []


@pytest.mark.parametrize("program", ["icalendar", "ical.js"])
def test_programs_of_others_find_the_instants_of_the_pages(built: Nation, program: str) -> None:
    if program == "ical.js" and not IS_THERE:
        pytest.skip(WHY_NOT)
    printed = {
        (path, instant(iso))
        for path in (PAGE, "/groups/riverside/meetings/nights/", "/groups/hillside/meetings/stall/", "/events/call/")
        for iso in anchors_and_times(built.page(path)).values()
    }
    pages = {"members": PAGE, "call": "/events/call/"}
    pages |= {"nights": "/groups/riverside/meetings/nights/", "stall": "/groups/hillside/meetings/stall/"}
    file = built.output / "events.ics"
    told: list[Told] = (
        told_by_ical_js([file], FIRST, LAST)
        if program == "ical.js"
        else told_by_icalendar(file.read_bytes(), FIRST, LAST)
    )
    theirs = {(pages[one.uid.partition("@")[0].rpartition("/")[2]], one.starts) for one in told}
    assert len(told) == len(theirs)
    assert printed - theirs == set()
    known_until = "2027-11-30"
    assert {one for one in theirs if one[1][:10] <= known_until} - printed == set()


def test_a_series_has_a_file_of_its_own_to_open_and_leaves_the_nation_when_it_is_long_over(
    built: Nation, tmp_path: Path
) -> None:
    assert b"RRULE" in (built.output / f"{PAGE.strip('/')}/event.ics").read_bytes()
    shutil.copytree(built.folder, tmp_path / "nation")
    later = Nation.__new__(Nation)
    later.folder, later.output, later.today, later.printed = tmp_path / "nation", tmp_path / "site", "2027-11-20", ""
    assert later.build() == 0, later.printed
    members = b"UID:groups/riverside/meetings/members@"
    assert members not in (later.output / "events.ics").read_bytes()
    assert members in (later.output / "groups/riverside/events.ics").read_bytes()


def test_json_ld_tells_of_the_next_date_the_schedule_and_the_next_dates(built: Nation) -> None:
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', built.page(PAGE), re.DOTALL)[0])

    assert data["startDate"] == "2026-12-03T19:00:00+00:00"
    assert data["eventSchedule"]["byDay"] == ["1TH"]
    assert data["eventSchedule"]["exceptDate"] == ["2027-05-06"]
    assert [one["eventStatus"].rpartition("/")[2] for one in data["subEvent"]][:2] == [
        "EventScheduled",
        "EventCancelled",
    ]
    assert all("#" in one["url"] for one in data["subEvent"])


def test_the_check_and_the_desk_echo_the_next_dates(built: Nation) -> None:
    assert built.check("-v", "groups/riverside") == 0
    said = built.printed
    desk = built.page("/desk/riverside/")

    assert "Every first Thursday of the month, until 31 July 2027" in said
    assert "    - Thursday 7 January 2027, 7pm to 9pm, Cancelled, The hall is being painted." in said
    assert "    - Sunday 29 November 2026, 1.30am to 2.30am" in said
    assert "Stall" not in said
    assert "Every first Thursday of the month, until 31 July 2027." in desk
    assert "Thursday 11 March 2027, 7pm to 9pm" in desk
    assert built.check("groups/riverside") == 0
    assert "Thursday 7 January" not in built.printed


def test_a_cancelled_date_is_nobodys_next_meeting(tmp_path: Path) -> None:
    nation = Nation(tmp_path / "nation")
    nation.group("riverside")
    nation.meeting("riverside", "m", SERIES)
    nation.today = "2027-01-02"
    assert nation.build() == 0, nation.printed
    head = nation.page("/groups/riverside/meetings/m/").partition("All dates to come")[0]
    assert "Thursday 4 February 2027, 6.30pm to 8.30pm" in head
    assert "Town Hall" in head
