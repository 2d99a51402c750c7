"""What fits into one file of data, and what does not."""

import json
from datetime import date

from localgroups.federation.nation import join
from localgroups.federation.rolling_up import meeting_line
from localgroups.model.items import Items
from localgroups.model.limits import DATA_EVENTS
from localgroups.model.values import replace
from localgroups.outputs.data import data_files
from outputs.samples import SITE, meeting

PAST = meeting_line(meeting("2026-11-01 19:00", "Europe/Paris"), "north", ())
COMING = meeting_line(meeting("2026-12-01 19:00", "Europe/Paris"), "north", ())


def files(past: int, coming: int) -> dict[str, dict[str, list[dict[str, str]]]]:
    """The files about events of a nation with so many."""
    nation = join(SITE.facts, Items(), (), date(2026, 11, 22))
    lines = [
        replace(line, stem=f"{line.stem}-{number}", name=f"{line.name}-{number}")
        for line, count in ((PAST, past), (COMING, coming))
        for number in range(count)
    ]
    made = data_files(replace(nation, meetings=tuple(lines), coming=tuple(lines[past:])), SITE)
    return {one.path: json.loads(one.make()) for one in made if one.path.startswith("/api/events")}


def test_a_nation_of_many_events_has_the_next_in_one_file_and_all_in_those_of_the_months() -> None:
    found = files(past=10, coming=DATA_EVENTS.most + 5)
    events = found["/api/events.json"]

    assert events["complete"] is False
    assert len(events["events"]) == DATA_EVENTS.most
    assert {one["starts"][:7] for one in events["events"]} == {"2026-12"}
    assert len(found["/api/events/2026-11.json"]["events"]) == 10
    assert len(found["/api/events/2026-12.json"]["events"]) == DATA_EVENTS.most + 5


def test_what_fits_is_told_whole_with_what_is_just_over() -> None:
    events = files(past=1, coming=1)["/api/events.json"]

    assert events["complete"] is True
    assert [one["starts"] for one in events["events"]] == ["2026-11-01T19:00+01:00", "2026-12-01T19:00+01:00"]
