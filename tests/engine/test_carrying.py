"""A site and its workshop are carried to another machine by an archive, as a Git host's cache does it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from whole.nations import Nation

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("tar") is None, reason="there is no tar that keeps times exactly"
)
LONG_AGO = 1_700_000_000_000_000_000


def fill(nation: Nation) -> None:
    for slug in ("alder", "birch", "cedar"):
        nation.group(slug, "place: {town: Town, latitude: 53.1, longitude: -1.5}")
        nation.news(slug, "2026-11-01-news", "title: News", "What *happened*.")
        nation.meeting(slug, "2026-12-03-meeting", "title: Meeting\nstarts: 2026-12-03 19:00")


def settled(nation: Nation) -> Nation:
    """Files that were written a while ago, as all are but those of tests."""
    for file in nation.folder.rglob("*"):
        os.utime(file, ns=(LONG_AGO, LONG_AGO))
    return nation


def carry(nation: Nation) -> None:
    """Pack the site and its workshop, but for the back tree; unpack them where they stood, beside a fresh checkout."""
    site, workshop = nation.output, nation.output.parent / ".site.localgroups"
    for one in ("back", *(left.name for left in workshop.glob("left-*"))):
        shutil.rmtree(workshop / one, ignore_errors=True)
    archive = site.parent / "cache.tar"
    there = ("-C", str(site.parent))
    subprocess.run(["tar", "--posix", "-cf", archive, *there, site.name, workshop.name], check=True)
    shutil.rmtree(site)
    shutil.rmtree(workshop)
    subprocess.run(["tar", "-xf", archive, *there], check=True)
    checked_out = nation.folder.with_name("checkout")
    shutil.copytree(nation.folder, checked_out, copy_function=shutil.copyfile)
    shutil.rmtree(nation.folder)
    checked_out.rename(nation.folder)


def parts(nation: Nation) -> dict[str, int]:
    """What is kept of each group, with the moment at which it was made."""
    folder = nation.output.parent / ".site.localgroups" / "parts"
    return {one.name: one.stat().st_mtime_ns for one in folder.iterdir() if one.name.split(".")[0].isalpha()}


def test_what_was_carried_is_not_built_again(nation: Nation) -> None:
    fill(nation)
    settled(nation).build()
    nation.build()
    tree, made = nation.tree(), parts(nation)
    made.pop("ledger.json")

    carry(nation)
    assert nation.build() == 0
    assert nation.tree() == tree
    assert {name: time for name, time in parts(nation).items() if name != "ledger.json"} == made
    assert "wrote 0, removed 0" in nation.printed


def test_a_change_that_came_with_the_checkout_is_built(nation: Nation, tmp_path: Path) -> None:
    fill(nation)
    settled(nation).build()
    carry(nation)
    nation.news("birch", "2026-11-01-news", "title: Other", "Something *else*.")
    nation.group("dogwood")
    shutil.rmtree(nation.folder / "groups" / "cedar")
    nation.build()

    clean = Nation(tmp_path / "clean" / "nation")
    shutil.rmtree(clean.folder)
    shutil.copytree(nation.folder, clean.folder)
    clean.build()
    assert nation.tree() == clean.tree()


@pytest.mark.parametrize("lost", ["output", "workshop", "ledger", "shards", "manifest"])
def test_what_was_lost_on_the_way_is_built_again(nation: Nation, lost: str) -> None:
    fill(nation)
    settled(nation).build()
    tree, workshop = nation.tree(), nation.output.parent / ".site.localgroups"
    carry(nation)
    if lost in ("output", "workshop"):
        shutil.rmtree(nation.output if lost == "output" else workshop)
    else:
        names = {"ledger": "parts/ledger.json", "shards": "parts/birch.*", "manifest": "manifest.txt"}
        for file in workshop.glob(names[lost]):
            file.unlink()
    assert nation.build() == 0
    assert nation.tree() == tree
