"""What libraries wrote is kept from run to run, for the same program alone."""

from pathlib import Path

import pytest

from localgroups.outputs import kept_shapes
from localgroups.outputs.kept_shapes import are_kept, keep_for, shape


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file; nothing is known at first."""
    file = tmp_path / "__pycache__" / "shapes.json"
    monkeypatch.setattr(kept_shapes, "_place", lambda: file)
    monkeypatch.setattr(kept_shapes, "_SHELF", kept_shapes._Shelf())
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return file


def again(monkeypatch: pytest.MonkeyPatch, version: str = "1") -> None:
    """As though another process began."""
    monkeypatch.setattr(kept_shapes, "_SHELF", kept_shapes._Shelf())
    keep_for(version)


def asked_for(name: str) -> list[str]:
    """What a library had to write."""
    asked = []
    shape(name, lambda: asked.append(name) or [name])
    return asked


def test_what_was_written_once_is_not_written_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_for("1")
    assert not are_kept()
    assert shape("a", lambda: ("before", "after")) == ["before", "after"]
    again(monkeypatch)

    assert are_kept()
    assert shape("a", lambda: pytest.fail("it is known")) == ["before", "after"]
    assert [one.name for one in place.parent.iterdir()] == ["shapes.json"]


def test_another_program_or_library_writes_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_for("1")
    shape("a", lambda: ["old"])
    again(monkeypatch, "2")

    assert shape("a", lambda: ["new"]) == ["new"]
    assert b"old" not in place.read_bytes()


@pytest.mark.usefixtures("place")
def test_nothing_is_kept_where_nobody_said_which_program_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shape("a", lambda: ["x"])
    again(monkeypatch)

    assert asked_for("a") == ["a"]


@pytest.mark.parametrize(
    "data", [b"", b"\x80\x04.", b"[]", b'{"version": "1", "shapes": {"a": 7}}', b'{"version": "1"']
)
def test_what_is_spoilt_counts_for_nothing(place: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    place.parent.mkdir()
    place.write_bytes(data)
    again(monkeypatch)

    assert asked_for("a") == ["a"]
    again(monkeypatch)
    assert asked_for("a") == []


@pytest.mark.usefixtures("place")
def test_what_another_process_has_kept_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_for("1")
    assert not are_kept()
    mine = kept_shapes._SHELF
    again(monkeypatch)
    shape("theirs", lambda: ["x"])
    monkeypatch.setattr(kept_shapes, "_SHELF", mine)
    shape("mine", lambda: ["y"])
    again(monkeypatch)

    assert asked_for("theirs") == asked_for("mine") == []


@pytest.mark.usefixtures("place")
def test_no_more_than_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_shapes, "_MOST", 2)
    keep_for("1")
    for name in "abc":
        shape(name, lambda: [name])  # noqa: B023 - called at once
    again(monkeypatch)

    assert [asked_for(name) for name in "abc"] == [[], [], ["c"]]


def test_a_program_that_may_not_be_written_to_works_all_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.parent.write_text("a file where the folder would be")
    keep_for("1")

    assert shape("a", lambda: ["x"]) == ["x"]
    again(monkeypatch)
    assert asked_for("a") == ["a"]
