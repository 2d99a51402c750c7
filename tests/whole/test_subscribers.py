"""Whoever has subscribed sees one changed entry when one thing changes: none doubled, none lost."""

from collections.abc import Callable
from dataclasses import dataclass, field

import feedparser
import pytest
from icalendar import Calendar

from engine.committing import commit, needs_git
from whole.nations import ORGANISATION, Nation

MEETING = "title: Meeting\nstarts: 2026-12-03 19:00"
SERIES = "title: Stall\nstarts: 2026-12-05 11:00\nrepeats: every Saturday\nuntil: 2026-12-19"
RENAMED = "former_slugs: [riverside]\n"
UID = "groups/riverside/meetings/2026-12-03-meeting@nation.example.org"
STALL = "groups/riverside/meetings/stall@nation.example.org"
FEEDS = ("feed.rss", "feed.atom", "events.rss")
PLACES = ("", "regions/north/", "groups/riverside/")


@dataclass
class Seen:
    """What a subscriber has, after a build."""

    events: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """UID and RECURRENCE-ID to what is told of it."""
    entries: dict[str, str] = field(default_factory=dict)
    """Id of each entry of a feed to its title."""


def seen(nation: Nation, place: str) -> Seen:
    """What the calendar and the feeds at a place tell, each thing once."""
    found = Seen()
    for event in Calendar.from_ical((nation.output / place / "events.ics").read_bytes()).walk("VEVENT"):
        again = event.get("RECURRENCE-ID")
        key = (str(event["UID"]), again.to_ical().decode() if again else "")
        assert key not in found.events
        found.events[key] = {name: event[name].to_ical().decode() for name in event if name not in ("UID", "DTSTAMP")}
    for name in FEEDS:
        parsed = feedparser.parse((nation.output / place / name).read_bytes())
        assert not parsed.bozo
        assert len({one.id for one in parsed.entries}) == len(parsed.entries)
        found.entries |= {f"{name} {one.id}": one.title for one in parsed.entries}
    return found


def differing(before: Seen, after: Seen) -> set[tuple[str, str]]:
    """Events of which something else is told than where their page stands."""
    return {key for key in after.events if told(before.events.get(key, {})) != told(after.events[key])}


def told(event: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in event.items() if name not in ("URL", "DESCRIPTION")}


def fill(nation: Nation) -> None:
    nation.write("content/organisation.yaml", f"{ORGANISATION}id_domain: nation.example.org\n")
    nation.group("riverside")
    nation.group("hillside")
    nation.meeting("riverside", "2026-12-03-meeting", MEETING)
    nation.meeting("riverside", "stall", SERIES)
    nation.meeting("hillside", "2026-12-04-social", "title: Social\nstarts: 2026-12-04 19:00")
    nation.news("riverside", "2026-11-01-library", "title: The library is saved")
    nation.meeting("riverside", "2026-12-10-party", "title: Party\nstarts: 2026-12-10 19:00")


def rename_group(nation: Nation) -> None:
    (nation.folder / "groups/riverside").rename(nation.folder / "groups/waterside")
    nation.group("waterside", RENAMED)


def change_title(nation: Nation) -> None:
    nation.meeting("riverside", "2026-12-03-meeting", MEETING.replace("Meeting", "Assembly"))


def move(nation: Nation) -> None:
    nation.meeting("riverside", "2026-12-03-meeting", MEETING.replace("2026-12-03", "2026-12-08"))


def rename_file(nation: Nation) -> None:
    (nation.folder / "groups/riverside/meetings/2026-12-03-meeting.md").unlink()
    nation.meeting("riverside", "assembly", f"{MEETING}\nformerly: [2026-12-03-meeting]")


def cancel_one_date(nation: Nation) -> None:
    nation.meeting("riverside", "stall", f"{SERIES}\nchanges: [{{date: 2026-12-12, status: cancelled}}]")


def move_site(nation: Nation) -> None:
    text = (nation.folder / "content/organisation.yaml").read_text(encoding="utf-8")
    moved = text.replace("https://nation.example.org", "https://elsewhere.example.org/new")
    nation.write("content/organisation.yaml", moved)


CASES: dict[str, tuple[Callable[[Nation], None], set[tuple[str, str]], int]] = {
    "a group is renamed": (rename_group, set(), 0),
    "a title is changed": (change_title, {(UID, "")}, 1),
    "a meeting is moved": (move, {(UID, "")}, 1),
    "a file is renamed": (rename_file, set(), 0),
    "a date of a series is cancelled": (cancel_one_date, {(STALL, ""), (STALL, "20261212T110000")}, 1),
    "the site has another address": (move_site, set(), 0),
}
"""What happens, the events that are told otherwise then, and how many entries of the feeds of meetings."""


@needs_git
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("counts", ["Git", "the workshop"])
def test_a_subscriber_sees_what_has_changed_and_nothing_else(nation: Nation, case: str, counts: str) -> None:
    change, expected, entries = CASES[case]
    fill(nation)
    if counts == "Git":
        commit(nation.folder, "2026-11-10")
    assert nation.build("--no-search") == 0, nation.printed
    before = {place: seen(nation, place) for place in PLACES}

    change(nation)
    if counts == "Git":
        commit(nation.folder, "2026-11-20")
    assert nation.build("--no-search") == 0, nation.printed

    for place in PLACES:  # also at the former address of the group
        after = seen(nation, place)
        assert before[place].events.keys() <= after.events.keys()
        assert after.events.keys() - before[place].events.keys() <= {one for one in expected if one[1]}
        assert after.entries.keys() == before[place].entries.keys()
        assert differing(before[place], after) == expected
        for key, event in after.events.items():
            assert event["SEQUENCE"] == ("1" if key in expected else "0")
            day = {"Git": "20261110T120000Z", "the workshop": None}[counts]
            changed = {"Git": "20261120T120000Z", "the workshop": "20261122T000000Z"}[counts]
            assert event.get("LAST-MODIFIED") == (changed if key in expected else day)
        retitled = {one for one, title in after.entries.items() if before[place].entries[one] != title}
        assert len(retitled) == entries
        assert all(one.startswith("events.rss ") for one in retitled)


@needs_git
def test_a_commit_alone_is_seen_by_the_next_build_and_by_a_first_one(nation: Nation) -> None:
    """No file has changed by it."""
    fill(nation)
    commit(nation.folder, "2026-11-10")
    nation.build("--no-search")
    change_title(nation)
    nation.build("--no-search")
    assert seen(nation, "").events[UID, ""]["LAST-MODIFIED"] == "20261110T120000Z"

    commit(nation.folder, "2026-11-20")
    nation.build("--no-search")

    assert seen(nation, "").events[UID, ""]["LAST-MODIFIED"] == "20261120T120000Z"
    tree = nation.tree()
    nation.build("--no-search", "--fresh")
    assert nation.tree() == tree


@needs_git
def test_a_commit_of_a_day_to_come_is_seen_when_the_day_has_come(nation: Nation) -> None:
    fill(nation)
    commit(nation.folder, "2026-11-24")
    nation.build("--no-search")
    assert "LAST-MODIFIED" not in seen(nation, "").events[UID, ""]

    for nation.today in ("2026-11-23", "2026-11-24"):
        nation.build("--no-search")

    assert seen(nation, "").events[UID, ""]["LAST-MODIFIED"] == "20261124T120000Z"


def test_a_festival_is_one_event_and_tells_its_parts(nation: Nation) -> None:
    nation.group("riverside")
    parts = "".join(
        f"\n  - {{starts: 2026-12-{day} {clock}, title: {title}, where: {{name: {hall}}}}}"
        for day, clock, title, hall in (
            ("04", "10:00", "Opening", "Main hall"),
            ("05", "14:30", "Workshops", "Upstairs"),
        )
    )
    nation.meeting(
        "riverside", "festival", f"title: Festival\nstarts: 2026-12-04 10:00\nends: 2026-12-06 16:00\nprogramme:{parts}"
    )
    assert nation.build("--no-search") == 0, nation.printed

    (event,) = Calendar.from_ical((nation.output / "events.ics").read_bytes()).walk("VEVENT")
    programme = (
        "Friday 4 December 2026:\n10am: Opening (Main hall)\nSaturday 5 December 2026:\n2.30pm: Workshops (Upstairs)"
    )
    assert programme in str(event["DESCRIPTION"])


def test_a_form_of_the_groups_own_has_a_whole_address(nation: Nation) -> None:
    nation.group("riverside")
    nation.write("groups/riverside/documents/form.txt", "Name:\n")
    nation.meeting("riverside", "talk", "title: Talk\nstarts: 2026-12-04 10:00\nbook: documents/form.txt")
    assert nation.build("--no-search") == 0, nation.printed

    (event,) = Calendar.from_ical((nation.output / "events.ics").read_bytes()).walk("VEVENT")
    assert "Book: https://nation.example.org/groups/riverside/documents/form" in str(event["DESCRIPTION"])
