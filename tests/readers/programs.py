"""Calendars as other people's programs read them: icalendar with recurring-ical-events, and ical.js.

Each gives every date of every event between two days: uid, beginning and end as UTC instants, and title. Whole days
are told as days.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar

HERE = Path(__file__).parent
NODE = shutil.which("node")
IS_THERE = NODE is not None and (HERE / "node_modules" / "ical.js").is_dir()
WHY_NOT = "ical.js is not installed: npm ci --prefix tests/readers, where node is at hand"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One date of an event, as a program tells it."""

    uid: str
    starts: str
    """`2026-12-03T19:00:00Z`; `2026-12-03` for a whole day."""
    ends: str
    title: str = ""


def as_told(moment: date | datetime) -> str:
    """An instant in UTC, or a day."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, datetime) else moment.isoformat()


def told_by_icalendar(data: bytes, first: date, last: date) -> list[Told]:
    """By icalendar and recurring-ical-events."""
    events = recurring_ical_events.of(Calendar.from_ical(data)).between(first, last + timedelta(days=1))
    return sorted(
        Told(str(one["UID"]), as_told(one.start), as_told(one.end), str(one["SUMMARY"]))
        for one in events
        if first <= day_of(one.start) <= last
    )


def told_by_ical_js(files: Sequence[Path], first: date, last: date) -> list[Told]:
    """By ical.js, of one calendar file or several."""
    assert NODE is not None
    asked = [NODE, str(HERE / "unfold.mjs"), *map(str, files), first.isoformat(), last.isoformat()]
    said = subprocess.run(asked, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return sorted(Told(one["uid"], one["starts"], one["ends"], one["title"]) for one in json.loads(said))


def day_of(moment: date | datetime) -> date:
    """Its date on the wall."""
    return moment.date() if isinstance(moment, datetime) else moment
