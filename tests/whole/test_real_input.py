"""A real federation, whole: every group, every meeting once, each at its instant.

The input is large and not ours to ship. LOCALGROUPS_REAL_INPUT names a folder with `content/` and `groups/`; without it
these tests are left out.
"""

import json
import os
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from whole.nations import Nation

INPUT = Path(os.environ.get("LOCALGROUPS_REAL_INPUT", "") or "no-such-folder")
TODAY = "2019-06-01"
LONG_PAST = 90

pytestmark = [
    pytest.mark.skipif(not INPUT.is_dir(), reason="LOCALGROUPS_REAL_INPUT names no real federation"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation.__new__(Nation)
    nation.folder, nation.today, nation.printed = INPUT, TODAY, ""
    nation.output = tmp_path_factory.mktemp("real") / "site"
    assert nation.build("--report", str(nation.output.parent / "report.json")) in (0, 3)
    return nation


def meetings_of(group: Path) -> list[str]:
    return sorted(one.stem for one in group.glob("meetings/*.md"))


def test_every_group_and_every_meeting_has_its_page_or_is_named_as_held(built: Nation) -> None:
    report = json.loads((built.output.parent / "report.json").read_text())
    held = {one["path"] for one in report["held"]}

    for group in sorted((INPUT / "groups").iterdir()):
        assert (built.output / "groups" / group.name / "index.html").is_file()
        for stem in meetings_of(group):
            page = built.output / "groups" / group.name / "meetings" / stem / "index.html"
            assert page.is_file() or f"groups/{group.name}/meetings/{stem}.md" in held


def test_every_meeting_is_once_in_its_groups_calendars_and_recent_ones_once_in_the_nations(built: Nation) -> None:
    national = Counter(uids(built.output / "events.ics"))
    assert national
    assert max(national.values()) == 1
    for group in sorted((INPUT / "groups").iterdir()):
        folder = built.output / "groups" / group.name
        files = (folder / "events.ics", *folder.glob("events-????.ics"))  # what is long past has a calendar a year
        own = Counter(uid for file in files for uid in uids(file))
        assert len(own) == len(meetings_of(group))
        assert set(own.values()) <= {1}
        for event in events(built.output / "groups" / group.name / "events.ics"):
            over_for = (datetime.fromisoformat(TODAY).replace(tzinfo=UTC) - event.decoded("dtend").astimezone(UTC)).days
            if over_for < LONG_PAST - 1:
                assert str(event["uid"]) in national


def test_page_structured_data_and_calendar_agree_on_every_instant(built: Nation) -> None:
    for group in sorted((INPUT / "groups").iterdir()):
        starts = {
            str(one["url"]): one.decoded("dtstart").astimezone(UTC)
            for one in events(built.output / "groups" / group.name / "events.ics")
        }
        for url, instant in starts.items():
            page = built.page(url.removeprefix("https://national.example.org"))
            printed = re.search(r'<time[^>]*datetime="([^"]+)"', page)
            structured = re.search(r'"startDate":"([^"]+)"', page)
            assert printed is not None
            assert structured is not None
            assert {datetime.fromisoformat(one[1]).astimezone(UTC) for one in (printed, structured)} == {instant}


def events(file: Path) -> list[Any]:
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def uids(file: Path) -> list[str]:
    return [str(one["uid"]) for one in events(file)]
