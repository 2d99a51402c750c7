"""Which meetings stand in the calendars of earlier years."""

from datetime import date

from localgroups.federation.rolling_up import meeting_line
from localgroups.model.rollups import MeetingLine
from localgroups.model.values import replace
from localgroups.outputs.archives import archive_path, archived
from outputs.samples import meeting

TODAY = date(2026, 11, 22)


def on(day: str) -> MeetingLine:
    return meeting_line(meeting(f"{day} 19:00", "Europe/Paris"), "north", ())


def test_this_year_and_the_last_stay_in_the_groups_calendar() -> None:
    lines = [on("2024-12-31"), on("2025-01-01"), on("2026-05-01"), on("2027-01-01")]

    assert archived(lines, TODAY) == {lines[0].identity: 2024}


def test_a_meeting_counts_by_the_last_of_its_dates() -> None:
    first = on("2024-12-31")
    later = replace(on("2025-12-31"), stem=first.stem, name=first.name)

    assert archived([first], TODAY) == {first.identity: 2024}
    assert archived([first, later], TODAY) == {}
    assert archived([meeting_line(meeting("2024-12-31 19:00", "Europe/Paris", 30), "north", ())], TODAY) == {}


def test_a_year_has_an_address_beside_the_groups_page() -> None:
    assert archive_path("/groups/riverside/", 2024) == "/groups/riverside/events-2024.ics"
