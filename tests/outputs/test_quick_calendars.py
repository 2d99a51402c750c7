"""Events are written quickly, and as the library writes them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Event

from localgroups.model.items import Meeting
from localgroups.model.moments import Moment
from localgroups.model.places import Place, Position
from localgroups.model.revisions import UNKNOWN, Revision
from localgroups.model.values import replace
from localgroups.outputs.calendars import STATUS, calendar, vevent
from localgroups.outputs.moulds import mark
from outputs.samples import MEETING

ADDRESS = "https://example.org/groups/riverside/meetings/x,y;z/é/"
ZONES = ("Europe/London", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "UTC", "Etc/UTC")
ODD = ("", "a;b,c\\d", "\\" * 90, "^" * 80 + "é", "é" * 80, "日本" * 50, ";" * 75, "a\\nb", mark("summary"))
texts = some.sampled_from(ODD) | some.text(max_size=100)
walls = some.datetimes(min_value=datetime(1975, 1, 1), max_value=datetime(2060, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@some.composite
def meetings(draw: some.DrawFn) -> Meeting:
    wall, zone = draw(walls), draw(some.sampled_from(ZONES))
    where = draw(some.none() | some.just(Position(51.5, -0.1234567)))
    return replace(
        MEETING,
        title=draw(texts),
        summary=draw(texts),
        starts=Moment(wall, zone),
        ends=Moment(wall + timedelta(hours=draw(some.integers(0, 60))), zone),
        all_day=draw(some.booleans()),
        status=draw(some.sampled_from(sorted(STATUS))),
        place=Place(name=draw(texts), position=where),
        online=draw(some.sampled_from(("", "https://meet.example.org/a;b,c"))),
        recurrence=None,
    )


revisions = some.just(UNKNOWN) | some.builds(
    Revision, some.integers(0, 300), walls.map(lambda moment: moment.replace(tzinfo=UTC))
)


@given(meetings(), texts, some.sampled_from(("", "Rally, big")), revisions)
def test_an_event_is_as_the_library_writes_what_it_reads(
    meeting: Meeting, imprint: str, kind: str, revision: Revision
) -> None:
    data = vevent(meeting, ADDRESS, "ids.example.org", imprint, kind, revision)
    assert Event.from_ical(data).to_ical() == data


@pytest.mark.parametrize("name", ["Riverside, North; and \\ South", "é" * 90, mark("url")])
def test_a_calendar_says_the_same_of_itself_under_two_names(name: str) -> None:
    lines = calendar(name, name, "en", (), (), ADDRESS, "localgroups").decode().replace("\r\n ", "").splitlines()
    said = {line.partition(":")[2] for line in lines if line.startswith(("NAME", "X-WR-CAL", "DESCRIPTION"))}
    assert said == {name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")}
    assert f"URL:{ADDRESS}" in lines
