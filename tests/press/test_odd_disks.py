"""Disks that are full, and disks that know no swap, where files are replaced by a journal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from localgroups.press import in_place
from localgroups.press.in_place import publish_in_place
from localgroups.press.press import Press
from localgroups.press.swapping import swap
from localgroups.press.trees import BackTree
from press.sites import publish, tree, workshop_of


def lay(site: Path, files: dict[str, bytes]) -> BackTree:
    back = BackTree(site, workshop_of(site) / "back")
    for path, data in files.items():
        back.lay(path, data)
    return back


def test_files_take_their_places_and_what_is_gone_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"a": b"file", "b/index.html": b"folder", "gone/index.html": b"gone", "same": b"same"})
    (site / "CNAME").write_bytes(b"example.org")
    new = {"a/index.html": b"folder", "b": b"file"}

    gone = {"a", "b/index.html", "gone/index.html"}
    publish_in_place(site, lay(site, new).root, new, gone, workshop_of(site) / "journal.json")

    assert tree(site) == {**new, "same": b"same", "CNAME": b"example.org"}
    assert not (site / "gone").exists()
    assert not (workshop_of(site) / "journal.json").exists()


def test_what_pages_lead_to_is_there_before_them_and_until_after_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, {"a.html": b"to old.webp", "style.css": b"1", "old.webp": b"old"})
    new = {"a.html": b"to new.webp", "style.css": b"2", "new.webp": b"new", "b/index.html": b"new.webp"}
    back = lay(site, new)
    seen: list[str] = []
    place = in_place._place

    def placed(output: Path, waiting: Path, path: str) -> None:
        assert (site / "old.webp").is_file()
        seen.append(path)
        place(output, waiting, path)

    monkeypatch.setattr(in_place, "_place", placed)
    publish_in_place(site, back.root, new, {"old.webp"}, workshop_of(site) / "journal.json")

    assert seen == ["new.webp", "b/index.html", "style.css", "a.html"]
    assert tree(site) == new


def test_what_was_laid_in_vain_is_cleared_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1"})
    (site / ".localgroups-new").mkdir()
    (site / ".localgroups-new/0").write_bytes(b"2")

    Press(site, workshop_of(site))

    assert tree(site) == {"index.html": b"1"}


def test_a_folder_that_cannot_be_renamed_is_not_swapped(tmp_path: Path) -> None:
    (tmp_path / "front").mkdir()

    assert not swap(tmp_path / "front", tmp_path / "not-there", tmp_path / "aside")

    assert (tmp_path / "front").is_dir()


PROGRAM = """
import sys
from pathlib import Path
from press.sites import publish, tree
site = Path(sys.argv[1])
(site / "CNAME").write_bytes(b"example.org")
first = publish(site, {"index.html": b"1", "gone.html": b"gone"})
assert tree(site) == {"index.html": b"1", "gone.html": b"gone", "CNAME": b"example.org"}
second = publish(site, {"index.html": b"2", "a/index.html": b"a"})
assert tree(site) == {"index.html": b"2", "a/index.html": b"a", "CNAME": b"example.org"}
assert not first.is_swapped and not second.is_swapped
try:
    publish(site, {"index.html": b"3", "large.bin": b"x" * 1_000_000})
except OSError as full:
    assert full.errno == 28, full
else:
    raise AssertionError("there was room")
assert tree(site) == {"index.html": b"2", "a/index.html": b"a", "CNAME": b"example.org"}
publish(site, {"index.html": b"4"})
assert tree(site) == {"index.html": b"4", "CNAME": b"example.org"}
"""


def mounted(tmp_path: Path, where: str, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program with a small disk of its own at `where`; skips where the system lets nobody mount."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no unshare")
    allowed = [unshare, "--mount", *(["--map-root-user"] if os.geteuid() else [])]
    if subprocess.run([*allowed, "true"], capture_output=True, check=False).returncode:
        pytest.skip("the system lets nobody mount")
    script = 'set -e; mkdir -p "$1"; mount -t tmpfs -o size=300k tmpfs "$1"; shift; exec "$@"'
    return run(tmp_path / "site", program, *allowed, "sh", "-c", script, "sh", where)


def run(site: Path, program: str, *prefix: str) -> subprocess.CompletedProcess[str]:
    """A program in a process of its own, with the site's folder as its argument."""
    return subprocess.run(
        [*prefix, sys.executable, "-c", program, str(site)],
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
def test_an_output_that_is_a_disk_of_its_own_is_published_in_place_and_may_be_full(tmp_path: Path) -> None:
    done = mounted(tmp_path, str(tmp_path / "site"), PROGRAM)
    assert done.returncode == 0, done.stderr


FULL = """
import sys
from pathlib import Path
from press.sites import publish, tree
site = Path(sys.argv[1])
old = {"index.html": b"1", "a/index.html": b"a"}
for size in range(0, 400_000, 9_000):
    publish(site, old)
    new = {f"{number}/index.html": b"x" * (size // 40) for number in range(40)}
    try:
        publish(site, new)
    except OSError as full:
        assert full.errno == 28, full
        assert tree(site) == old
    else:
        assert tree(site) == new
publish(site, old)
assert tree(site) == old
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
def test_a_disk_that_is_full_at_any_moment_leaves_the_old_site(tmp_path: Path) -> None:
    done = mounted(tmp_path, str(tmp_path), FULL)
    assert done.returncode == 0, done.stderr


LIMITED = """
import resource, sys
from pathlib import Path
from press.sites import publish, tree
site = Path(sys.argv[1])
publish(site, {"index.html": b"1"})
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
try:
    publish(site, {"index.html": b"2", "large.html": b"x" * 20_000})
except OSError:
    pass
else:
    raise AssertionError("there was room")
assert tree(site) == {"index.html": b"1"}
publish(site, {"index.html": b"3"})
assert tree(site) == {"index.html": b"3"}
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limits")
def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_site(tmp_path: Path) -> None:
    done = run(tmp_path / "site", LIMITED)
    assert done.returncode == 0, done.stderr
