"""Two processes that look at folders see what one sees."""

import os
import sys
from pathlib import Path

import pytest

from localgroups.engine.looking import MANY, _answer, _Ends, looking
from localgroups.engine.signatures import looks
from localgroups.reading.outside import look

LATER = 2**62
"""A time from which on every file is old."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts processes as copies of this one")


@pytest.fixture
def groups(tmp_path: Path) -> list[str]:
    slugs = [f"group-{number}" for number in range(20)]
    for number, slug in enumerate(slugs):
        (tmp_path / slug / "news").mkdir(parents=True)
        (tmp_path / slug / "news" / "märz\udcff.md").write_text("x" * number, encoding="utf-8")
    return slugs


def test_it_is_what_one_process_sees(tmp_path: Path, groups: list[str]) -> None:
    with looking(tmp_path, groups, LATER, jobs=2, many=1) as seen:
        assert seen is not None
        assert seen() == ({one: looks(look(tmp_path / one), LATER) for one in groups}, [])
    assert len(set(groups)) == 20


def test_both_processes_look_and_where_they_meet_does_not_matter(tmp_path: Path, groups: list[str]) -> None:
    wanted = {one: looks(look(tmp_path / one), LATER) for one in groups}
    for _ in range(20):
        with looking(tmp_path, groups, LATER, jobs=2, first=[lambda: ["first"], list], many=1) as seen:
            assert seen is not None
            assert seen() == (wanted, [["first"], []])


@pytest.mark.parametrize("front", [0, 1, 7, 20])
def test_from_both_ends_every_folder_is_looked_at_once(front: int) -> None:
    ends = _Ends(20)
    ahead = ends.from_the_front()
    first = [next(ahead) for _ in range(front)]
    second = list(ends.from_the_back())
    assert [*first, *reversed(second), *ahead] == list(range(20))


def test_of_a_second_process_that_comes_to_grief_nothing_is_believed(tmp_path: Path, groups: list[str]) -> None:
    def fails() -> list[str]:
        raise RuntimeError

    with looking(tmp_path, groups, LATER, jobs=2, first=[list, fails], many=1) as seen:
        assert seen is not None
        assert seen() == ({one: looks(look(tmp_path / one), LATER) for one in groups}, [])


@pytest.mark.parametrize("said", [b"", b"[[],[", b"[]", b'{"one": 1}', b"[[],[2]]", b"[[1],[]]"])
def test_what_a_second_process_did_not_say_is_missing(said: bytes, tmp_path: Path) -> None:
    (tmp_path / "said").write_bytes(said)
    with (tmp_path / "said").open("rb") as pipe:
        assert _answer(pipe, ["one", "two", "three"]) == ({}, [])


def test_files_too_young_to_be_sure_of_are_not_sure_in_either(tmp_path: Path, groups: list[str]) -> None:
    with looking(tmp_path, groups, 0, jobs=2, many=1) as seen:
        assert seen is not None
        assert set(seen()[0].values()) == {""}


@pytest.mark.parametrize(("jobs", "many"), [(1, 1), (2, 21), (2, MANY)])
def test_one_process_is_enough_for_few(tmp_path: Path, groups: list[str], jobs: int, many: int) -> None:
    with looking(tmp_path, groups, LATER, jobs, many=many) as seen:
        assert seen is None


def test_no_process_is_left_behind_where_nobody_asks(tmp_path: Path, groups: list[str]) -> None:
    with pytest.raises(RuntimeError, match="the output is a file"), looking(tmp_path, groups, LATER, jobs=2, many=1):
        raise RuntimeError("the output is a file")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
