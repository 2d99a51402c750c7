"""The program's own files are read once, and again when they look otherwise."""

import os
from pathlib import Path

import pytest

from localgroups.engine import versions
from localgroups.engine.versions import own_files

LONG_AGO = 1_700_000_000_000_000_000


@pytest.fixture(autouse=True)
def _code_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def written(folder: Path, text: str, time: int = LONG_AGO) -> Path:
    file = folder / "program" / "module.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    os.utime(file, ns=(time, time))
    return file.parent


def test_files_that_look_the_same_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, note = written(tmp_path, "a = 1"), tmp_path / "note"
    first = own_files(folder, note)
    monkeypatch.setattr(versions, "contents", lambda *_: pytest.fail("the files were read"))
    assert own_files(folder, note) == first


@pytest.mark.parametrize(("text", "time"), [("a = 2", LONG_AGO + 1), ("a = 22", LONG_AGO)])
def test_files_that_look_otherwise_are_read(tmp_path: Path, text: str, time: int) -> None:
    note = tmp_path / "note"
    first = own_files(written(tmp_path, "a = 1"), note)
    assert own_files(written(tmp_path, text, time), note) != first


def test_a_file_that_was_saved_while_it_was_read_is_read_again(tmp_path: Path) -> None:
    folder, note = written(tmp_path, "a = 1"), tmp_path / "note"
    first = own_files(folder, note)
    young = note.stat().st_mtime_ns
    own_files(written(tmp_path, "a = 1", young), note)
    os.utime(note, ns=(young, young))
    assert own_files(written(tmp_path, "a = 2", young), note) != first


@pytest.mark.parametrize("spoilt", [b"", b"{}", b'{"looks": "", "contents": "x"}', b"\xff\x00"])
def test_a_spoilt_note_counts_for_nothing(tmp_path: Path, spoilt: bytes) -> None:
    folder, note = written(tmp_path, "a = 1"), tmp_path / "note"
    first = own_files(folder, note)
    note.write_bytes(spoilt)
    assert own_files(folder, note) == first


def test_where_no_code_is_kept_the_files_are_read_each_time(tmp_path: Path) -> None:
    assert own_files(written(tmp_path, "a = 1"), None) != own_files(written(tmp_path, "a = 2"), None)
