"""Processes that work on groups end with the build that they work for; where one is lost, the old site stands."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from house.imports import ROOT
from localgroups.engine.executors import LostProcess, executor_for
from whole.nations import Nation

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="signals are another matter there")

BUSY_AND_IDLE = """
import os, sys, time
from localgroups.engine.executors import executor_for

def work(number):
    os.write(1, b"begun\\n")
    time.sleep(600)

with executor_for(3, "", None) as (pool, _):
    for number in range(WORK):
        pool.submit(work, number)
    sys.stdin.read()
"""
CONF = """
import os
import time
from functools import partial
from pathlib import Path
from localgroups.host.defaults import national_settings

globals().update(national_settings(Path(__file__).parent))
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).parent / "templates")]
JINJA_GLOBALS = {"end": partial(os._exit, 1)}
"""


@pytest.mark.parametrize("work", [1, 2, 6])
def test_whoever_works_for_a_build_that_is_killed_ends_too(work: int) -> None:
    script = BUSY_AND_IDLE.replace("WORK", str(work))
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    first = subprocess.Popen(
        [sys.executable, "-c", script], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout
    begun = [first.stdout.readline() for _ in range(min(work, 3))]

    first.kill()

    # Whoever lives has the other end: the text ends when the last one does.
    rest, _ = first.communicate(timeout=120)
    assert "".join([*begun, rest]) == "begun\n" * min(work, 3)


def test_a_process_that_is_ended_from_outside_is_no_silent_loss() -> None:
    with pytest.raises(LostProcess), executor_for(2, "", None) as (pool, _):
        pool.submit(signal.raise_signal, signal.SIGKILL).result()


def test_a_build_that_loses_a_process_publishes_nothing_and_says_so(nation: Nation) -> None:
    for slug in ("alder", "birch", "cedar"):
        nation.group(slug)
        nation.news(slug, "2026-11-01-news", f"title: News of {slug}")
    assert nation.build("--jobs", "2") == 0
    before = nation.tree()
    nation.write("pelicanconf.py", CONF)
    nation.write("templates/pages/news.html", "{{ end() }}")

    assert nation.build("--jobs", "2") == 1

    assert nation.printed.strip().endswith("The old site stands. Build again with fewer of them: --jobs 1")
    assert nation.tree() == before
    (nation.folder / "pelicanconf.py").unlink()
    nation.group("dogwood")
    assert nation.build("--jobs", "2") == 0
    assert "groups/dogwood/index.html" in nation.tree()


def test_a_killed_build_with_several_processes_keeps_no_later_one_waiting(nation: Nation, tmp_path: Path) -> None:
    """The template waits for ever in the processes beside; the first is killed then."""
    for slug in ("alder", "birch", "cedar"):
        nation.group(slug)
        nation.news(slug, "2026-11-01-news", f"title: News of {slug}")
    pipe = tmp_path / "begun"
    os.mkfifo(pipe)
    nation.write(
        "pelicanconf.py", CONF + f"JINJA_GLOBALS = {{'begin': partial(open, {str(pipe)!r}, 'w'), 'wait': time.sleep}}\n"
    )
    nation.write("templates/pages/news.html", "{{ begin().write('begun') }}{{ wait(600) }}")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = ["build", "--source", str(nation.folder), "--output", str(nation.output), "--jobs", "2"]
    first = subprocess.Popen(
        [sys.executable, "-m", "localgroups", *command, "--today", nation.today],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert pipe.read_text(encoding="utf-8").startswith("begun")

    first.kill()
    first.wait()
    (nation.folder / "pelicanconf.py").unlink()

    assert nation.build("--jobs", "2") == 0
    assert nation.page("/groups/alder/news/2026-11-01-news/")
