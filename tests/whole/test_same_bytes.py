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


def test_names_of_folders_links_umask_and_file_times_change_no_byte(tmp_path: Path) -> None:
    plain, odd = Nation(tmp_path / "a" / "nation"), Nation(tmp_path / "b" / "nation")
    for nation in (plain, odd):
        fill(nation)
    run(plain, "localgroups", "build", "--output", str(plain.output), "--today", "2026-11-22")
    for number, file in enumerate(sorted(odd.folder.rglob("*"), reverse=True)):
        os.utime(file, (number * 86_400, number * 86_400))
    (tmp_path / "b" / "a link").symlink_to(odd.folder, target_is_directory=True)
    output = tmp_path / "Ausgabe für alle, größer"
    before = os.umask(0o077)
    try:
        run(odd, "localgroups", "build", "--source", "../a link", "--output", str(output), "--today", "2026-11-22")
    finally:
        os.umask(before)

    assert trees_in(output) == plain.tree()


SHUFFLED = """
import os, random, sys
from localgroups.cli import main
chance = random.Random(sys.argv.pop(1))
scandir, listdir = os.scandir, os.listdir
class Shuffled(list):
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
def shuffled(found):
    found = Shuffled(found)
    chance.shuffle(found)
    return found
class Scanned(Shuffled):
    def __next__(self): return self.pop() if self else self.stop()
    def __iter__(self): return self
    def stop(self): raise StopIteration
os.scandir = lambda *a: Scanned(shuffled(scandir(*a)))
os.listdir = lambda *a: shuffled(listdir(*a))
raise SystemExit(main(sys.argv[1:]))
"""


def test_the_order_of_a_directory_changes_no_byte(tmp_path: Path) -> None:
    nations = [Nation(tmp_path / name / "nation") for name in ("a", "b", "c")]
    for seed, nation in enumerate(nations):
        fill(nation)
        words = ("build", "--output", str(nation.output), "--today", "2026-11-22")
        subprocess.run(
            [sys.executable, "-c", SHUFFLED, str(seed), *words],
            cwd=nation.folder,
            env={**os.environ, "PYTHONPATH": str(PLUGINS)},
            check=True,
            capture_output=True,
        )

    assert nations[0].tree() == nations[1].tree() == nations[2].tree()
    assert len(nations[0].tree()) > 40


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
