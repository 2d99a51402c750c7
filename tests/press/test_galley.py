"""A part of the site as it is set: nothing is lost between being made and being laid."""

from pathlib import Path

import pytest

from localgroups.model.artifacts import Artifact, Draft, OutputPath
from localgroups.press import galley as room
from localgroups.press.galley import Galley, TwoForOnePath
from press.sites import tree


def set_into(back: Path, files: dict[str, bytes]) -> Galley:
    galley = Galley(back.parent / "front", back, {}, str)
    galley.set_all(Draft.of(Artifact(OutputPath(path), data)) for path, data in files.items())
    return galley


def test_every_file_is_laid_when_it_is_asked_what_came_of_it(tmp_path: Path) -> None:
    files = {f"pages/{number}/index.html": b"%d" % number for number in range(room._TOGETHER * 2 + 3)}

    proof = set_into(tmp_path / "back", files).proof()

    assert tree(tmp_path / "back") == files
    assert proof.laid == tuple(sorted(files))


def test_few_bytes_wait_to_be_laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_HEAVY", 10)

    set_into(tmp_path / "back", {"a": b"12345678", "b": b"12345678", "c": b"1"})

    assert sorted(tree(tmp_path / "back")) == ["a", "b"]


def test_what_comes_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    galley = set_into(tmp_path / "back", {f"{number}": b"x" for number in range(room._TOGETHER + 1)})

    galley.drop()

    assert tree(tmp_path / "back") == {}
    assert galley.proof().laid == ()


def test_two_for_one_path_are_told_of_before_either_is_laid(tmp_path: Path) -> None:
    galley = set_into(tmp_path / "back", {"a": b"1"})

    with pytest.raises(TwoForOnePath):
        galley.set(Draft.of(Artifact(OutputPath("a"), b"2")))
