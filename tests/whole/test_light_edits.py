"""What an edit does not load: the libraries that write feeds and calendars cost more than all else of a small build."""

import subprocess
import sys
from pathlib import Path

import pytest

from house.imports import ROOT
from whole.nations import Nation

WRITERS = {"feedgen", "icalendar", "lxml"}
READERS = {"nh3", "yaml"}
"""They read what is written in an unusual way."""


@pytest.fixture
def built(nation: Nation) -> Nation:
    nation.group("alder")
    nation.group("birch")
    for month in range(1, 8):
        nation.news("alder", f"2026-0{month}-01-news", f"title: News {month}")
    nation.news("alder", "2024-03-01-long-ago", "title: Long ago\nsummary: An old story", "A *story* of old.")
    nation.meeting("alder", "2026-12-03-meeting", "title: Meeting\nstarts: 2026-12-03 19:00")
    nation.build()
    return nation


def loaded_by_a_build(nation: Nation, path: str, more: str) -> set[str]:
    """Top-level packages in the memory of a program that builds after something was added to a file. The shapes that
    libraries write are kept beside the nation, and not beside the program."""
    file = nation.folder / path
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    arguments = ["build", "--source", str(nation.folder), "--output", str(nation.output), "--today", nation.today]
    kept = nation.folder.parent / "kept.shapes"
    place = f"from pathlib import Path; kept_shapes._place = lambda: Path({str(kept)!r})"
    keep = f"sys.dont_write_bytecode = False; from localgroups.outputs import kept_shapes; {place}"
    quietly = "import io; out, sys.stdout = sys.stdout, io.StringIO()"
    run = f"{keep}; {quietly}; from localgroups.cli import main; main({arguments})"
    code = f"import sys; {run}; sys.stdout = out; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(ROOT) / "plugins", capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_an_old_text_needs_no_feed_and_no_calendar(built: Nation) -> None:
    assert loaded_by_a_build(built, "groups/alder/news/2024-03-01-long-ago.md", "\nMore.\n") & WRITERS == set()
    assert "More." in built.page("/groups/alder/news/2024-03-01-long-ago/")


def test_a_group_that_is_written_as_usual_is_read_without_the_libraries_for_all_else(built: Nation) -> None:
    links = 'links: [{label: Films, url: "https://video.example.org/alder"}]\nplace:\n  town: Alder\n'
    assert loaded_by_a_build(built, "groups/alder/group.yaml", links) & READERS == set()

    path = "groups/alder/news/2026-07-01-news.md"
    assert loaded_by_a_build(built, path, "\n[Films](https://example.org/), **tea** and a walk.\n") & READERS == set()
    assert loaded_by_a_build(built, path, "\nPress <kbd>Enter</kbd>.\n") & READERS == {"nh3"}
    assert loaded_by_a_build(built, "groups/alder/group.yaml", "# A remark\n") & READERS == {"nh3", "yaml"}


def test_a_new_text_needs_feeds_once_and_no_calendar(built: Nation) -> None:
    path = "groups/alder/news/2026-07-01-news.md"
    first, second = (loaded_by_a_build(built, path, f"\n{more}.\n") for more in ("More", "Still more"))

    assert "feedgen" in first
    assert "icalendar" not in first
    assert second & WRITERS == set(), "what it wrote is kept"
    for path in ("/groups/alder/feed.rss", "/feed.atom", "/regions/north/feed.json"):
        assert "Still more." in built.page(path)


def test_the_long_text_of_a_meeting_needs_no_calendar(built: Nation) -> None:
    loaded = loaded_by_a_build(built, "groups/alder/meetings/2026-12-03-meeting.md", "\nBring a cup.\n")

    assert loaded & WRITERS == set()
    assert "Bring a cup." in built.page("/groups/alder/meetings/2026-12-03-meeting/")


def test_the_hour_of_a_meeting_is_in_every_calendar_at_once(built: Nation) -> None:
    file = built.folder / "groups/alder/meetings/2026-12-03-meeting.md"
    text = file.read_text(encoding="utf-8")
    for hour, is_kept in (("20:15", False), ("21:30", True)):
        file.write_text(text.replace("19:00", hour), encoding="utf-8")
        loaded = loaded_by_a_build(built, "groups/birch/group.yaml", f"# Read at {hour}\n")

        assert ("icalendar" in loaded) is not is_kept
        for path in ("/groups/alder/events.ics", "/events.ics", "/regions/north/events.ics"):
            assert f"T{hour.replace(':', '')}00" in built.page(path)
