"""What counts as a change of a meeting: all that calendars tell of it, and nothing else."""

from datetime import date, datetime

import pytest

from localgroups.model.html import SafeHtml
from localgroups.model.identity import Owner
from localgroups.model.items import Meeting, ProgrammePart
from localgroups.model.links import Document
from localgroups.model.moments import Moment
from localgroups.model.places import Place, Position
from localgroups.model.recurrence import Change, Every, Recurrence, Rule
from localgroups.model.revisions import told
from localgroups.model.values import replace
from localgroups.outputs.calendars import vevent
from outputs.samples import MEETING


def at(wall: str) -> Moment:
    return Moment(datetime.fromisoformat(wall), "Europe/Paris")


WEEKLY = Recurrence(rule=Rule(every=Every.WEEK, weekdays=(3,)), until=date(2027, 2, 25))
CHANGES: dict[str, object] = {
    "owner": Owner("riverside", "Riverside by another name", "riverside-north"),
    "stem": "2026-12-03-meeting",
    "title": "Another title",
    "path": "groups/riverside/meetings/autumn.yaml",
    "summary": "Another summary",
    "body": SafeHtml("<p>Another text</p>"),
    "language": "cy",
    "name": "2026-12-03-members-meeting",
    "formerly": ("members-meeting",),
    "picture": None,
    "campaign": "national/warm-homes",
    "imprint": "Promoted by somebody else",
    "tags": ("tag",),
    "starts": at("2026-12-03 18:00"),
    "ends": at("2026-12-03 22:00"),
    "all_day": True,
    "type": "rally",
    "status": "cancelled",
    "place": Place("Town Hall"),
    "online": "https://meet.example.org/other",
    "online_note": "members only",
    "access": ("step-free",),
    "cost": "1 euro",
    "book": "https://example.org/other",
    "audience": "members",
    "programme": (ProgrammePart(at("2026-12-03 19:30"), None, "A talk"),),
    "documents": (Document("Agenda", "/groups/riverside/documents/agenda.pdf", 1),),
    "recurrence": WEEKLY,
}


def serialised(meeting: Meeting) -> bytes:
    return vevent(meeting, "https://example.org/x/", "example.org", meeting.imprint, meeting.type)


def test_every_field_is_asked_about() -> None:
    assert set(CHANGES) == set(Meeting.__struct_fields__)


@pytest.mark.parametrize("name", sorted(set(CHANGES) - {"picture", "name"}))
def test_a_field_counts_where_calendars_show_it(name: str) -> None:
    first = replace(MEETING, name="2026-12-03-members-meeting")
    other = replace(first, **{name: CHANGES[name]})  # type: ignore[arg-type]

    assert other != first
    assert (told(other) != told(first)) == (serialised(other) != serialised(first))


@pytest.mark.parametrize(
    "recurrence",
    [
        replace(WEEKLY, until=None),
        replace(WEEKLY, left_out=(date(2026, 12, 24),)),
        replace(WEEKLY, rule=replace(WEEKLY.rule, interval=2)),
        replace(WEEKLY, changes=(Change(date=date(2026, 12, 10), status="cancelled"),)),
        replace(WEEKLY, changes=(Change(date=date(2026, 12, 10), note="Bring cake"),)),
        replace(WEEKLY, changes=(Change(date=date(2026, 12, 10), place=Place("Town Hall")),)),
    ],
)
def test_how_it_repeats_counts(recurrence: Recurrence) -> None:
    weekly, other = replace(MEETING, recurrence=WEEKLY), replace(MEETING, recurrence=recurrence)

    assert serialised(other) != serialised(weekly)
    assert told(other) != told(weekly)


@pytest.mark.parametrize(
    "place",
    [
        Place("Friends House", "12 Mill Lane", "Riverside", "12345"),
        Place("Friends House", "12 Mill Lane", "Riverside", "12345", Position(48.86, 2.35)),
    ],
)
def test_the_point_on_the_map_counts(place: Place) -> None:
    assert told(replace(MEETING, place=place)) != told(MEETING)


def test_where_white_space_stands_does_not_count() -> None:
    assert told(replace(MEETING, summary=MEETING.summary.replace(" ", "\n"))) == told(MEETING)


def test_a_document_of_ones_own_may_be_moved() -> None:
    """Its address has the group's name in it."""
    book = "/groups/riverside/documents/form-1a2b.pdf"
    moved = replace(MEETING, book=book.replace("riverside", "waterside"))

    assert told(moved) == told(replace(MEETING, book=book))
