"""One build at a time; another waits for it, and a killed one stands in nobody's way."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from localgroups.press.lock import alone

HOLD = """
import sys
from pathlib import Path
from localgroups.press.lock import alone
with alone(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(workshop: Path) -> subprocess.Popen[str]:
    """Another process that has the lock."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workshop)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_build_that_is_alone_waits_for_nobody(tmp_path: Path) -> None:
    waits: list[str] = []
    for _ in range(2):
        with alone(tmp_path / "workshop", waits.append):
            pass
    assert waits == []


def test_a_second_build_says_for_whom_it_waits_and_goes_on_when_that_one_ends(tmp_path: Path) -> None:
    with hold(tmp_path) as other:
        waits: list[str] = []

        def let_go(process: str) -> None:
            waits.append(process)
            assert other.stdin is not None
            other.stdin.close()

        with alone(tmp_path, let_go):
            assert waits == [str(other.pid)]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_build_that_was_killed_is_not_waited_for(tmp_path: Path) -> None:
    with hold(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    waits: list[str] = []
    with alone(tmp_path, waits.append):
        assert waits == []


def test_builds_side_by_side_take_turns(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def build(number: int) -> None:
        with alone(tmp_path / "workshop", lambda _process: None):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    builds = [threading.Thread(target=build, args=(number,)) for number in range(20)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert most == [1] * 20


def test_a_workshop_that_is_removed_meanwhile_is_made_anew_and_locked(tmp_path: Path) -> None:
    workshop = tmp_path / "workshop"
    with hold(workshop) as other:

        def clean_up(_process: str) -> None:
            (workshop / "lock").unlink()
            workshop.rmdir()
            assert other.stdin is not None
            other.stdin.close()

        with alone(workshop, clean_up):
            assert (workshop / "lock").is_file()
