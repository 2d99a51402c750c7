"""Small files of the workshop are there whole, or as they were."""

import os
from pathlib import Path

import pytest

from localgroups.press.whole_files import write_changed, write_telling, write_whole


def test_a_file_comes_with_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "good" / "groups" / "one.json", b"text")

    assert (tmp_path / "good/groups/one.json").read_bytes() == b"text"
    assert [one.name for one in (tmp_path / "good/groups").iterdir()] == ["one.json"]


def test_a_disk_that_takes_little_at_a_time_gets_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))

    write_whole(tmp_path / "one.json", b"a long text")

    assert (tmp_path / "one.json").read_bytes() == b"a long text"


def test_what_was_there_stays_where_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int, _data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    write_whole(tmp_path / "one.json", b"before")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "one.json", b"after")

    assert (tmp_path / "one.json").read_bytes() == b"before"


def test_what_a_killed_build_left_beside_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.json.new").write_bytes(b"half of something longer")

    write_whole(tmp_path / "one.json", b"text")

    assert (tmp_path / "one.json").read_bytes() == b"text"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_nobody_waits_for_a_pipe_in_the_place_of_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "one.json")

    write_changed(tmp_path / "one.json", b"text")

    assert (tmp_path / "one.json").read_bytes() == b"text"


@pytest.mark.parametrize(("data", "is_kept"), [(b"text", True), (b"TEXT", False), (b"text and more", False)])
def test_a_file_keeps_its_time_where_its_bytes_are_the_same(tmp_path: Path, data: bytes, is_kept: bool) -> None:
    file = tmp_path / "one.json"
    file.write_bytes(b"text")
    os.utime(file, (1, 1))

    write_changed(file, data)

    assert file.read_bytes() == data
    assert (file.stat().st_mtime == 1) is is_kept


def test_what_tells_whether_it_is_whole_goes_to_its_place_at_once(tmp_path: Path) -> None:
    write_telling(tmp_path / "good" / "one.json", b"first")
    write_telling(tmp_path / "good" / "two.json", b"first")
    assert (tmp_path / "good/two.json").read_bytes() == b"first"

    write_telling(tmp_path / "good" / "two.json", b"second")
    assert (tmp_path / "good/two.json").read_bytes() == b"second"


def test_what_a_killed_build_left_in_its_place_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(b"hal")

    write_telling(tmp_path / "one.json", b"half and half")

    assert (tmp_path / "one.json").read_bytes() == b"half and half"
