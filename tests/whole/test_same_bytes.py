"""The same input gives the same bytes: twice, elsewhere, in another time zone, by pelican as by localgroups."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from whole.nations import Nation

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
CONF = """
import sys
from pathlib import Path
sys.path.insert(0, {plugins!r})
from localgroups.host.defaults import national_settings
globals().update(national_settings(Path(__file__).resolve().parent))
"""
PUBLISH = (
    "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\nfrom pelicanconf import *\n"
)


def fill(nation: Nation) -> None:
    for slug in ("riverside", "hillside"):
        nation.group(slug)
        nation.meeting(slug, "2026-12-01-meeting", "title: Meeting\nstarts: 2026-12-01 19:00")
        nation.news(slug, "2026-11-01-news", "title: News")
    nation.write("content/pages/about.md", "Title: About\n\nSee [the other]({filename}other.md).\n")
    nation.write("content/pages/other.md", "Title: Other\n\nText.\n")
    nation.write("pelicanconf.py", CONF.format(plugins=str(PLUGINS)))
    nation.write("publishconf.py", PUBLISH)


def run(nation: Nation, *command: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=nation.folder,
        env={**os.environ, "PYTHONPATH": str(PLUGINS), **environment},
        check=True,
        capture_output=True,
    )


def trees_in(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_two_builds_in_other_folders_and_time_zones_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = Nation(tmp_path / "a" / "nation"), Nation(tmp_path / "b" / "elsewhere")
    for nation, zone, seed in ((first, "Pacific/Kiritimati", "1"), (second, "America/Adak", "2")):
        fill(nation)
        run(
            nation,
            "localgroups",
            "build",
            "--output",
            str(nation.output),
            "--today",
            "2026-11-22",
            TZ=zone,
            PYTHONHASHSEED=seed,
            LC_ALL="C",
        )

    assert first.tree() == second.tree()
    assert len(first.tree()) > 40


def test_pelican_and_publishing_build_the_same_site_byte_for_byte(tmp_path: Path) -> None:
    nation = Nation(tmp_path / "nation")
    fill(nation)
    # 22 November 2026, noon
    run(nation, "localgroups", "build", "--output", "by-localgroups", SOURCE_DATE_EPOCH="1795348800")
    run(nation, "localgroups", "build", "--publish", "--output", "by-publishing", SOURCE_DATE_EPOCH="1795348800")
    run(nation, "pelican", "-o", "by-pelican", SOURCE_DATE_EPOCH="1795348800")
    run(nation, "pelican", "-s", "publishconf.py", "-o", "by-publishconf", SOURCE_DATE_EPOCH="1795348800")

    expected = trees_in(nation.folder / "by-localgroups")
    assert "about/index.html" in expected
    for name in ("by-publishing", "by-pelican", "by-publishconf"):
        assert trees_in(nation.folder / name) == expected


def test_building_again_writes_nothing(nation: Nation) -> None:
    fill(nation)
    nation.build()
    nation.build()

    assert "wrote 0, removed 0" in nation.printed


def test_what_is_taken_away_disappears(nation: Nation) -> None:
    fill(nation)
    nation.build()
    shutil.rmtree(nation.folder / "groups/hillside")
    nation.build()

    assert not (nation.output / "groups/hillside").exists()
    assert "hillside" not in "".join(nation.tree())
    assert "Hillside" not in nation.page("/groups/")
