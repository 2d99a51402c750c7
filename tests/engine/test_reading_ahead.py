"""A second process asks the disk for texts, and is never in anybody's way."""

import os
import sys
import time
from pathlib import Path

import pytest

from localgroups.engine import reading_ahead as module
from localgroups.engine.looking import MANY
from localgroups.engine.reading_ahead import reading_ahead

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked")


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"group-{number}" for number in range(5)]
    for one in made:
        (one / "news").mkdir(parents=True)
        (one / "images").mkdir()
        (one / "group.yaml").write_text("name: One\n")
        (one / "news/märz\udcff.md").write_text("Text.\n")
        (one / "images/march.jpg").write_bytes(b"picture")
        (one / "news/link.md").symlink_to(one / "images/march.jpg")
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file that lists what the system was asked for, a line each."""
    notes = tmp_path / "asked"
    notes.touch()

    def note(handle: int, start: int, length: int, _advice: int) -> None:
        assert (start, length) == (0, 0), "the whole file"
        with notes.open("ab") as file:
            file.write(os.fsencode(Path(f"/proc/self/fd/{handle}").readlink()) + b"\n")

    monkeypatch.setattr(os, "posix_fadvise", note)
    return notes


def wait_for(notes: Path, lines: int) -> list[str]:
    while len(found := notes.read_bytes().splitlines()) < lines:
        time.sleep(0.001)
    return [os.fsdecode(one) for one in found]


def test_all_texts_are_asked_for_and_nothing_else(
    folders: list[Path], asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_is_at_hand", lambda _file: False)

    with reading_ahead(folders, jobs=2, many=5):
        found = wait_for(asked, 10)

    texts = [str(one / name) for one in folders for name in ("group.yaml", "news/märz\udcff.md")]
    assert sorted(found) == sorted(texts)


def test_what_can_be_read_at_once_is_not_asked_for(
    folders: list[Path], asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_is_at_hand", lambda file: "group-4" not in file)

    with reading_ahead(folders, jobs=2, many=5):
        found = wait_for(asked, 2)

    assert {Path(one).relative_to(folders[4].parent).parts[0] for one in found} == {"group-4"}


def test_a_file_that_was_just_read_is_at_hand_and_one_that_is_not_there_is_not(folders: list[Path]) -> None:
    file = folders[0] / "group.yaml"
    file.read_bytes()

    assert module._is_at_hand(str(file)) or not has_such_an_answer(file)
    assert not module._is_at_hand(str(folders[0] / "nothing"))


def has_such_an_answer(file: Path) -> bool:
    """Whether this file system tells what is at hand; some, as containers have them, do not."""
    handle = os.open(file, os.O_RDONLY)
    try:
        return os.preadv(handle, [bytearray(1)], 0, os.RWF_NOWAIT) == 1
    except OSError:
        return False
    finally:
        os.close(handle)


def test_the_process_ends_with_the_block_however_busy_it_is(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_is_at_hand", lambda _file: time.sleep(3600))

    with pytest.raises(RuntimeError, match="the build failed"), reading_ahead(folders, jobs=2, many=5):
        raise RuntimeError("the build failed")

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize(("jobs", "many"), [(1, 1), (2, 6), (2, MANY)])
def test_nobody_is_asked_for_few(folders: list[Path], monkeypatch: pytest.MonkeyPatch, jobs: int, many: int) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was started"))

    with reading_ahead(folders, jobs, many):
        pass


def test_folders_that_are_gone_do_no_harm(tmp_path: Path, asked: Path) -> None:
    module._ask_for_texts(str(tmp_path / "gone"))
    module._ask_for(str(tmp_path / "gone.md"))

    assert asked.read_bytes() == b""
