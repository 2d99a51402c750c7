"""Killed at any step, a build leaves the old site or the new one, and the next build needs no help.

A child process publishes and is killed, as `kill -9` does it, right before the n-th call that touches the disk, for
every n until it comes to the end alive. Nothing waits for anything, so every run is the same.
"""

import os
import shutil
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from localgroups.press.in_place import finish_in_place, publish_in_place
from localgroups.press.swapping import by_two_renames, finish_swap
from localgroups.press.trees import BackTree
from press.sites import Site, publish, tree, workshop_of

OLD: Site = {"index.html": b"old", "gone/index.html": b"gone", "same/index.html": b"same", "file": b"file"}
NEW: Site = {"index.html": b"new", "new/index.html": b"added", "same/index.html": b"same", "file/index.html": b"now"}
OTHERS: Site = {"CNAME": b"nation.example.org", ".well-known/token": b"token"}
TOUCHES = {
    *("chmod", "chown", "close", "fsync", "link", "mkdir", "open", "remove", "rename", "replace", "rmdir"),
    *("symlink", "truncate", "unlink", "utime", "write"),
}
"""Names of the functions that count."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed child needs fork")


def lives(work: Callable[[], object], calls: int) -> bool:
    """Whether a child that does `work` ends well before its n-th call."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the test runner has threads; the child uses none of theirs
        child = os.fork()
    if child == 0:
        left = calls

        def count(_frame: object, event: str, function: object) -> None:
            nonlocal left
            if event == "c_call" and getattr(function, "__name__", "") in TOUCHES:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.setprofile(count)
            work()
            sys.setprofile(None)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    assert os.WEXITSTATUS(status) == 0
    return True


def lay_others(site: Path) -> None:
    for path, data in OTHERS.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


@pytest.mark.parametrize("builds_before", [1, 3])
def test_a_build_that_is_killed_at_any_step_leaves_the_old_site_or_the_new(tmp_path: Path, builds_before: int) -> None:
    old, new = OLD | OTHERS, NEW | OTHERS
    seen = []
    for calls in range(1, 5000):
        site = tmp_path / str(calls) / "site"
        for number in range(builds_before):
            publish(site, OLD if number == builds_before - 1 else NEW | {"index.html": str(number).encode()})
        lay_others(site)

        lived = lives(lambda site=site: publish(site, NEW), calls)

        found = tree(site)
        assert found in (old, new), f"killed before call {calls}"
        seen.append(found == new)
        publish(site, NEW)
        assert tree(site) == new, f"killed before call {calls}, then built again"
        publish(site, OLD)
        assert tree(site) == old, f"killed before call {calls}, then built twice"
        if lived:
            break
        shutil.rmtree(tmp_path / str(calls))
    assert lived
    assert seen == sorted(seen)
    assert seen.count(False) > 20


def test_a_first_build_that_is_killed_leaves_no_site_or_the_whole(tmp_path: Path) -> None:
    for calls in range(1, 5000):
        site = tmp_path / str(calls) / "site"
        lived = lives(lambda site=site: publish(site, NEW), calls)

        assert tree(site) in ({}, NEW)
        publish(site, NEW)
        assert tree(site) == NEW
        if lived:
            break
        shutil.rmtree(tmp_path / str(calls))
    assert lived


def test_a_swap_by_two_renames_that_is_killed_is_put_right_by_the_next_start(tmp_path: Path) -> None:
    for calls in range(1, 100):
        front, back, aside = (tmp_path / str(calls) / name for name in ("front", "back", "aside"))
        for folder in (front, back):
            folder.mkdir(parents=True)
            (folder / "index.html").write_text(folder.name)

        lived = lives(lambda paths=(front, back, aside): by_two_renames(*paths), calls)
        finish_swap(front, back, aside)

        assert {(front / "index.html").read_text(), (back / "index.html").read_text()} == {"front", "back"}
        assert not aside.exists()
        if lived:
            break
        shutil.rmtree(tmp_path / str(calls))
    assert lived
    assert (front / "index.html").read_text() == "back"


def test_publishing_in_place_that_is_killed_is_finished_by_the_next_start(tmp_path: Path) -> None:
    seen = set()
    for calls in range(1, 5000):
        site = tmp_path / str(calls) / "site"
        publish(site, OLD)
        lay_others(site)
        back = BackTree(site, workshop_of(site) / "back")
        for path, data in NEW.items():
            if path != "same/index.html":
                back.lay(path, data)
        journal = workshop_of(site) / "journal.json"

        def work(site: Path = site, back: BackTree = back, journal: Path = journal) -> None:
            publish_in_place(site, back.root, back.laid, OLD.keys() - NEW.keys(), journal)

        lived = lives(work, calls)
        finish_in_place(site, journal)

        seen.add(tree(site) == NEW | OTHERS)
        assert tree(site) in (OLD | OTHERS, NEW | OTHERS), f"killed before call {calls}"
        publish(site, NEW)
        assert tree(site) == NEW | OTHERS
        if lived:
            break
        shutil.rmtree(tmp_path / str(calls))
    assert lived
    assert seen == {False, True}
