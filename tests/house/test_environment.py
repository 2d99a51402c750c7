"""`.venv` makes itself once, and again when it must."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import environment
from environment import Environment, Level
from house.imports import ROOT

MENU = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).parent / "requirements"))
import environment
environment.enter(environment.Level(sys.argv[1]), Path(__file__), sys.argv[1:])
import colorama
print("inside", Path(sys.prefix).name, sys.argv[1:])
sys.exit(3)
"""


def stamped(folder: Path, level: Level) -> Environment:
    """An environment that says it was made, to a level."""
    made = Environment(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made.stamp.write_text(json.dumps(environment.ingredients(made, level)), encoding="utf-8")
    return made


def change(made: Environment, key: str, value: str) -> None:
    """Let the stamp say something else."""
    text = json.loads(made.stamp.read_text(encoding="utf-8"))
    made.stamp.write_text(json.dumps({**text, key: value}), encoding="utf-8")


def test_nothing_is_made_where_all_is_there(tmp_path: Path) -> None:
    assert stamped(tmp_path, Level.RUN).has(Level.RUN)
    assert stamped(tmp_path, Level.TEST).has(Level.TEST)


def test_what_can_test_can_run(tmp_path: Path) -> None:
    assert stamped(tmp_path, Level.TEST).has(Level.RUN)


def test_what_can_run_cannot_test(tmp_path: Path) -> None:
    assert not stamped(tmp_path, Level.RUN).has(Level.TEST)


def test_new_requirements_of_tests_do_not_keep_the_site_from_being_built(tmp_path: Path) -> None:
    made = stamped(tmp_path, Level.TEST)
    change(made, "test.txt", "0" * 64)
    assert made.has(Level.RUN)
    assert not made.has(Level.TEST)


@pytest.mark.parametrize("key", ["python", "folder", "build.txt", "run.txt"])
def test_another_python_another_place_or_other_packages_mean_another_environment(tmp_path: Path, key: str) -> None:
    made = stamped(tmp_path, Level.TEST)
    change(made, key, "another")
    assert not made.has(Level.RUN)


def test_an_environment_that_was_not_finished_does_not_count(tmp_path: Path) -> None:
    assert not Environment(tmp_path).has(Level.RUN)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_stamp_does_not_count(tmp_path: Path, text: str) -> None:
    made = Environment(tmp_path)
    made.stamp.write_text(text, encoding="utf-8")
    assert not made.has(Level.RUN)


# ------------------------------------------------------------------- whole starts, with one small package


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that needs one small package to run, and no more to test."""
    folder = tmp_path / "a project, with odd letters é"
    (folder / "requirements").mkdir(parents=True)
    for module in (ROOT / "requirements").glob("*.py"):
        shutil.copy(module, folder / "requirements")
    tested = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
    small = re.search(r"^colorama==.*\n(?:    .*\n)+", tested, re.MULTILINE)
    assert small is not None
    for name in ("build", "run", "test"):
        (folder / "requirements" / f"{name}.txt").write_text("" if name == "build" else small[0], encoding="utf-8")
    (folder / "tasks.py").write_text(MENU, encoding="utf-8")
    return folder


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    """A start that goes on by itself."""
    outside = Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3")
    settings = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", environment.ENTERED))
    }
    return subprocess.Popen(
        [outside, str(folder / "tasks.py"), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=settings,
    )


def start(folder: Path, *words: str) -> tuple[int, str, str]:
    """Exit status, output and messages of a start."""
    running = started(folder, *words)
    said, told = running.communicate(timeout=120)
    return running.returncode, said, told


@pytest.mark.slow
def test_the_first_start_makes_it_and_the_second_asks_nothing(project: Path) -> None:
    status, said, told = start(project, "run", "two words")
    assert (status, said) == (3, "inside .venv ['run', 'two words']\n"), told
    assert "Setting up .venv" in told
    assert start(project, "run") == (3, "inside .venv ['run']\n", "")
    made = (project / ".venv" / "made-from.json").stat().st_mtime_ns
    assert start(project, "test")[0] == 3  # adds, and does not begin again
    assert "Setting up" not in start(project, "test")[2]
    assert (project / ".venv" / "made-from.json").stat().st_mtime_ns > made


@pytest.mark.slow
def test_a_folder_that_was_moved_gets_a_new_one(project: Path) -> None:
    assert start(project, "run")[0] == 3
    moved = project.rename(project.with_name("moved"))
    status, _, told = start(moved, "run")
    assert status == 3
    assert "Setting up .venv" in told


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
@pytest.mark.parametrize("seconds", [0.4, 1.5, 3.5])
def test_a_start_that_was_killed_is_made_good_by_the_next(project: Path, seconds: float) -> None:
    running = started(project, "run")
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert start(project, "run")[:2] == (3, "inside .venv ['run']\n")


@pytest.mark.slow
def test_two_starts_at_once_make_one(project: Path) -> None:
    both = [started(project, "run"), started(project, "run")]
    said = [one.communicate(timeout=120) for one in both]
    assert [one.returncode for one in both] == [3, 3], said
    assert sum("Setting up .venv" in told for _, told in said) == 1


@pytest.mark.slow
def test_a_download_with_another_hash_is_refused_and_leaves_no_environment_behind(project: Path) -> None:
    pins = project / "requirements" / "run.txt"
    pins.write_text(
        re.sub(r"sha256:[0-9a-f]{64}", "sha256:" + "0" * 64, pins.read_text(encoding="utf-8")), encoding="utf-8"
    )
    status, said, told = start(project, "run")
    assert (status, said) == (1, "")
    assert "pip could not install run.txt" in told
    assert not (project / ".venv" / "made-from.json").exists()


@pytest.mark.slow
def test_the_site_can_still_be_built_where_what_tests_need_cannot_be_had(project: Path) -> None:
    assert start(project, "run")[0] == 3
    pins = project / "requirements" / "test.txt"
    pins.write_text(pins.read_text(encoding="utf-8").replace("==", "==999."), encoding="utf-8")
    assert "pip could not install test.txt" in start(project, "test")[2]
    assert start(project, "run") == (3, "inside .venv ['run']\n", "")
