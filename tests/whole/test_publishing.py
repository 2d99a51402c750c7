"""Whole builds that are killed, that meet each other, or that find no room: the site is the old one or the new one."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from whole.nations import Nation

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def fill(nation: Nation, words: str) -> None:
    for slug in ("riverside", "hillside"):
        nation.group(slug)
        for day in range(1, 6):
            nation.news(slug, f"2026-11-0{day}-news", f"title: {words} {day}")


def start(nation: Nation) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    command = ("build", "--source", str(nation.folder), "--output", str(nation.output), "--today", nation.today)
    return subprocess.Popen(
        [sys.executable, "-m", "localgroups", *command],
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def clean_tree(nation: Nation) -> dict[str, bytes]:
    """What a first build of the same files makes, elsewhere."""
    other = Nation(nation.folder.parent / "clean" / "nation")
    shutil.rmtree(other.folder)
    shutil.copytree(nation.folder, other.folder)
    assert other.build() == 0
    tree = other.tree()
    shutil.rmtree(other.folder.parent)
    return tree


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
@pytest.mark.parametrize("step", ["Building", "Joining", "Publishing"])
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_needs_no_help(nation: Nation, step: str) -> None:
    fill(nation, "Old")
    nation.build()
    old = nation.tree()
    fill(nation, "New")
    with start(nation) as build:
        assert build.stderr is not None
        assert any(line.startswith(step) for line in build.stderr)
        build.send_signal(signal.SIGKILL)
    new = clean_tree(nation)
    assert nation.tree() in (old, new)

    assert nation.build() == 0

    assert nation.tree() == new


def test_two_builds_at_once_take_turns_and_both_succeed(nation: Nation) -> None:
    for words in ("First", "Second", "Third"):
        fill(nation, words)
        with start(nation) as one, start(nation) as other:
            said = (one.communicate()[1], other.communicate()[1])
        assert (one.returncode, other.returncode) == (0, 0), said
        assert nation.tree() == clean_tree(nation)


def test_fresh_forgets_the_workshop_and_never_the_site(nation: Nation) -> None:
    fill(nation, "Old")
    nation.build()
    fill(nation, "New")
    nation.build()
    shutil.rmtree(nation.folder / "groups/hillside")
    (nation.output / "CNAME").write_text("nation.example.org")

    assert nation.build("--fresh") == 0

    assert nation.tree() == {**clean_tree(nation), "CNAME": b"nation.example.org"}


def test_a_document_stays_on_the_disk_until_it_is_published(nation: Nation) -> None:
    fill(nation, "Old")
    nation.write("groups/riverside/documents/agenda.pdf", b"%PDF-1.7\n%%EOF\n")
    nation.meeting(
        "riverside",
        "2026-12-01-meeting",
        "title: Meeting\nstarts: 2026-12-01 19:00\ndocuments: [{title: Agenda, file: documents/agenda.pdf}]",
    )

    assert nation.build() == 0

    assert nation.tree()["groups/riverside/documents/agenda.pdf"] == b"%PDF-1.7\n%%EOF\n"


def test_a_report_is_found_where_the_command_was_started_also_inside_the_output(
    nation: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(nation, "Old")
    nation.build()
    monkeypatch.chdir(nation.output)
    fill(nation, "New")

    nation.build("--report", "report.json")

    assert (nation.output / "report.json").is_file()
