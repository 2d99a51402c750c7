"""Whole builds that are killed at any moment, and pairs of builds at once: the site is one of the two, never a mixture.

A few moments and pairs each time, the same ones every time; LOCALGROUPS_KILLS and LOCALGROUPS_PAIRS ask for more. A
moment is a number of calls that the build has made, not a time, so nothing waits and no machine is too slow for it.
"""

import os
import random
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from whole.nations import Nation

KILLS = int(os.environ.get("LOCALGROUPS_KILLS", "6"))
PAIRS = int(os.environ.get("LOCALGROUPS_PAIRS", "2"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed child needs fork")

Tree = dict[str, bytes]


def fill(nation: Nation, words: str, days: range) -> None:
    for slug in ("riverside", "hillside", words.casefold()):
        nation.group(slug, f"summary: {words} and all.\n")
        for day in days:
            nation.news(slug, f"2026-11-{day:02}-news", f"title: {words} {day}")
            # No meeting is in both: one that changes says so in its calendar for ever, which a first build cannot know.
            nation.meeting(
                slug, f"2026-12-{day:02}-{words.casefold()}", f"title: {words} {day}\nstarts: 2026-12-{day:02} 19:00"
            )


def pair(folder: Path) -> tuple[Nation, Nation]:
    """Two nations of different contents that are published into one folder."""
    one, other = Nation(folder / "one"), Nation(folder / "other")
    fill(one, "First", range(1, 5))
    fill(other, "Second", range(3, 8))
    assert one.output == other.output
    return one, other


def clean_tree(nation: Nation, elsewhere: Path) -> Tree:
    """What a first build makes of it, in a folder of its own."""
    output, nation.output = nation.output, elsewhere / nation.folder.name / "site"
    assert nation.build() == 0
    tree = nation.tree()
    nation.output = output
    return tree


def forked(work: Callable[[], object]) -> int:
    """The process number of a child that does `work` and ends with its answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the test runner has threads; the child uses none of theirs
        child = os.fork()
    if child:
        return child
    try:
        answer = work()
    except BaseException:
        traceback.print_exc()
        os._exit(99)
    os._exit(int(answer or 0))  # type: ignore[call-overload]


class _Calls:
    """Counts the calls of what runs, and kills the process at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.count = 0
        self.last = last

    def __call__(self, _frame: object, event: str, _function: object) -> None:
        if event == "c_call":
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def killed_at(nation: Nation, calls: int) -> bool:
    """Build in a child that is killed at its n-th call, as `kill -9` does it. Whether it was."""

    def work() -> int:
        sys.setprofile(_Calls(calls))
        status = nation.build("--jobs", "1")  # processes beside it would count on, each for itself
        sys.setprofile(None)
        return status

    _, status = os.waitpid(forked(work), 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def calls_of(nation: Nation) -> int:
    """How many calls a whole build makes."""
    counter = _Calls()
    before = sys.getprofile()
    sys.setprofile(counter)
    try:
        assert nation.build("--jobs", "1") == 0
    finally:
        sys.setprofile(before)
    return counter.count


def test_a_build_killed_at_any_moment_leaves_one_whole_site_and_the_next_needs_no_help(tmp_path: Path) -> None:
    old, new = pair(tmp_path)
    trees = {one.folder.name: clean_tree(one, tmp_path / "clean") for one in (old, new)}
    assert old.build() == 0
    total = calls_of(new)
    assert total > 10_000
    chance = random.Random(f"kills {KILLS}")  # noqa: S311  (moments, not secrets)
    moments = [int((number + chance.random()) * total / KILLS) + 1 for number in range(KILLS)]
    chance.shuffle(moments)
    partial, kills = [], 0
    for number, moment in enumerate(moments):
        before, building = (new, old) if number % 2 == 0 else (old, new)
        kills += killed_at(building, moment)
        tree = building.tree()
        if tree not in (trees[before.folder.name], trees[building.folder.name]):
            partial.append(moment)
        assert building.build() == 0, f"after the kill at call {moment} of {total}"
        after, expected = building.tree(), trees[building.folder.name]
        differing = sorted(path for path in {*after, *expected} if after.get(path) != expected.get(path))
        assert differing == [], f"after the kill at call {moment} of {total}"
    print(f"{kills} of {KILLS} builds killed, {len(partial)} partial sites")
    assert partial == []
    assert kills > KILLS // 2


def test_two_builds_at_once_leave_the_site_of_one_of_them(tmp_path: Path) -> None:
    both = pair(tmp_path)
    trees = [clean_tree(one, tmp_path / "clean") for one in both]
    mixed = 0
    for number in range(PAIRS):
        order = both if number % 2 == 0 else both[::-1]
        children = [forked(one.build) for one in order]
        for child in children:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        mixed += both[0].tree() not in trees
    print(f"{PAIRS} pairs of builds at once, {mixed} mixed sites")
    assert mixed == 0
