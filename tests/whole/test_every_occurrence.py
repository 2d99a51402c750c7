"""Every date of every meeting of whole nations, at one instant: in two programs of other authors, and on our pages."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from house.imports import ROOT
from readers.programs import IS_THERE, WHY_NOT, Told, told_by_ical_js, told_by_icalendar
from whole.nations import Nation

REAL = os.environ.get("LOCALGROUPS_REAL_INPUT", "")
FIRST, LAST = date(2010, 1, 1), date(2030, 12, 31)
TIME = re.compile(r'<time datetime="([^"]+)"')


@pytest.fixture(scope="module", params=[str(ROOT), REAL], ids=["example", "real"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not request.param:
        pytest.skip("LOCALGROUPS_REAL_INPUT names no real federation")
    output = tmp_path_factory.mktemp("every") / "site"
    nation = Nation.__new__(Nation)
    nation.folder, nation.printed, nation.today, nation.output = Path(request.param), "", "2026-11-22", output
    assert nation.build() in (0, 3), nation.printed
    return output


def calendars(site: Path) -> list[Path]:
    """Those of the groups, with the years that have one of their own; the national ones tell the same again."""
    return sorted(site.glob("groups/*/events*.ics"))


def told(site: Path) -> list[Told]:
    return sorted(one for file in calendars(site) for one in told_by_icalendar(file.read_bytes(), FIRST, LAST))


def pages_of(site: Path) -> dict[str, Path]:
    """UID to the meeting's page."""
    found = {}
    for file in calendars(site):
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
            path = str(event["URL"]).partition("#")[0].split("/", 3)[3]
            found[str(event["UID"])] = site / path / "index.html"
    return found


def instant(iso: str) -> str:
    if "T" not in iso:
        return iso
    return f"{datetime.fromisoformat(iso).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@pytest.mark.skipif(not IS_THERE, reason=WHY_NOT)
def test_two_programs_find_the_same_instants(site: Path) -> None:
    mine = told(site)

    assert len(mine) > 100
    assert told_by_ical_js(calendars(site), FIRST, LAST) == mine


def test_our_pages_print_the_same_instants(site: Path) -> None:
    pages = pages_of(site)
    shown: dict[str, set[str]] = {
        uid: {instant(one) for one in TIME.findall(page.read_text(encoding="utf-8"))} for uid, page in pages.items()
    }
    # A page lists the dates of a series for a year ahead.
    soon = [one for one in told(site) if one.starts < "2027-11-22"]

    assert len(soon) > 100
    assert [one for one in soon if one.starts not in shown[one.uid]] == []
