"""A new tree is laid where the disk has room."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from localgroups.press.kernel import give_room
from press.sites import publish, workshop_of


def marks(folder: Path) -> str:
    """What `lsattr` reads of a folder; nothing where there is no such thing."""
    if not shutil.which("lsattr"):
        return ""
    found = subprocess.run(["lsattr", "-d", folder], capture_output=True, text=True, check=False)
    return found.stdout.partition(" ")[0]


def test_the_workshop_has_the_mark_where_the_disk_knows_it(tmp_path: Path) -> None:
    before = marks(tmp_path)

    given = give_room(tmp_path)

    if before:  # the mark is added, and no other is lost
        assert sorted(marks(tmp_path).replace("-", "")) == sorted({*before.replace("-", ""), *("T" if given else "")})
    workshop_of(tmp_path / "site").mkdir()
    publish(tmp_path / "site", {"index.html": b"one"})
    assert ("T" in marks(workshop_of(tmp_path / "site"))) == ("T" in marks(tmp_path))


def test_where_nothing_can_be_marked_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")

    assert not give_room(tmp_path / "nowhere")
    assert not give_room(tmp_path / "file")


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's own")
def test_a_file_system_without_marks_is_left_alone() -> None:
    assert not give_room(Path("/proc/self"))
