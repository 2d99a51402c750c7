"""Whoever works on the groups, one process, several or a cluster: the same bytes; plain words where it cannot be."""

import os
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.imports import ROOT
from localgroups.cli.arguments import processes
from localgroups.cli.building import MOST_PROCESSES, processors
from whole.nations import Nation

CLUSTER = """
import sys
from distributed import LocalCluster

if __name__ == "__main__":
    workers = {"n_workers": int(sys.argv[1]), "threads_per_worker": 1, "processes": True}
    with LocalCluster(**workers, scheduler_port=0, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""
FILTERED = """
from pathlib import Path
from localgroups.host.defaults import national_settings

globals().update(national_settings(Path(__file__).parent))
JINJA_FILTERS = {"shout": lambda text: text.upper()}
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster of two processes on this machine."""
    with running_cluster(tmp_path_factory.mktemp("cluster"), workers=2) as address:
        yield address


class running_cluster:  # noqa: N801 - reads like the function that it is used as
    """A scheduler with some workers, each a process; they end with the block."""

    def __init__(self, folder: Path, workers: int) -> None:
        script = folder / "cluster.py"
        script.write_text(CLUSTER, encoding="utf-8")
        settings = {
            "PYTHONPATH": str(ROOT / "plugins"),
            "DASK_TEMPORARY_DIRECTORY": str(folder),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        self.running = subprocess.Popen(
            [sys.executable, script, str(workers)],
            env={**os.environ, **settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> str:
        assert self.running.stdout is not None
        return self.running.stdout.readline().strip()

    def __exit__(self, *_: object) -> None:
        self.running.communicate("")


def localgroups(*words: str | Path, before: str = "") -> tuple[int, str]:
    """Exit status and words of the command, in a process of its own; `before` is run in it first."""
    code = f"{before}\nimport sys\nfrom localgroups.cli import main\nsys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def build(nation: Nation, output: str, *more: str, before: str = "") -> tuple[int, str]:
    nation.output = nation.folder.parent / output
    words = ("build", "--source", nation.folder, "--output", nation.output, "--today", nation.today)
    return localgroups(*words, *more, before=before)


def fill(nation: Nation) -> None:
    for number in range(7):
        slug = f"group-{number}"
        nation.group(slug, f"place: {{town: Town, latitude: 53.{number}, longitude: -1.5}}")
        nation.news(slug, "2026-11-01-news", f"title: News of {number}", "What *happened*.")
        nation.meeting(slug, "2026-12-03-meeting", "title: Meeting\nstarts: 2026-12-03 19:00")
    nation.meeting("group-3", "2026-12-04-broken", "title: Broken\nstarts: soon")


def test_several_processes_make_the_bytes_of_one(nation: Nation) -> None:
    fill(nation)
    status, said = build(nation, "one", "--jobs", "1")
    alone = nation.tree()
    assert status == 3, said

    assert build(nation, "three", "--jobs", "3")[0] == 3
    assert nation.tree() == alone


@pytest.mark.slow
def test_a_cluster_makes_the_bytes_of_one_process_first_and_after_a_change(nation: Nation, cluster: str) -> None:
    fill(nation)
    build(nation, "one", "--jobs", "1")
    alone = nation.tree()
    status, said = build(nation, "many", "--executor", f"dask:{cluster}")
    assert (status, nation.tree() == alone) == (3, True), said

    nation.news("group-5", "2026-11-01-news", "title: Other news", "Something else.")
    build(nation, "one", "--jobs", "1")
    alone = nation.tree()
    status, said = build(nation, "many", "--executor", f"dask:{cluster}")
    assert (status, nation.tree() == alone) == (3, True), said


@pytest.mark.slow
def test_a_cluster_without_workers_is_not_waited_for(nation: Nation, tmp_path: Path) -> None:
    fill(nation)
    with running_cluster(tmp_path, workers=0) as address:
        status, said = build(nation, "site", "--executor", f"dask:{address}")
    assert (status, said.splitlines()[-1]) == (2, f"The Dask scheduler at {address} has no workers.")
    assert not nation.output.exists()


@pytest.mark.slow
def test_workers_that_go_away_leave_the_old_site(nation: Nation, tmp_path: Path) -> None:
    fill(nation)
    build(nation, "site")
    before = nation.tree()
    nation.group("group-8")
    nation.group("group-9")
    with running_cluster(tmp_path, workers=1) as address:
        # What is sent to the worker ends it: a group that is too large for its memory would.
        ended = "import os, localgroups.engine.build as build; build.build_groups = lambda *_: os._exit(1)"
        status, said = build(nation, "site", "--executor", f"dask:{address}", before=ended)
    assert (status, f"the workers of the cluster at {address} went away" in said) == (1, True), said
    assert nation.tree() == before


def test_a_scheduler_that_is_not_there_is_wrong_use(nation: Nation) -> None:
    fill(nation)
    status, said = build(nation, "site", "--executor", "dask:tcp://127.0.0.1:1")
    assert (status, said.splitlines()[-1]) == (2, "There is no Dask scheduler at tcp://127.0.0.1:1.")
    assert not nation.output.exists()


@pytest.mark.parametrize(
    "address",
    ["tcp://127.0.0.1:8786", "ray:tcp://127.0.0.1:1", "dask:", "dask:tcp://x", "dask:tcp://x:99999", "dask:x:1"],
)
def test_what_is_no_address_of_a_cluster_is_told_how_to_write_one(nation: Nation, address: str) -> None:
    fill(nation)
    assert nation.build("--executor", address) == 2
    assert f"{address} is no executor. Write the address of a cluster: dask:tcp://scheduler:8786" in nation.printed


def test_without_dask_it_is_said_how_to_have_it(nation: Nation) -> None:
    fill(nation)
    without = "import sys; sys.modules['distributed'] = None"
    status, said = build(nation, "site", "--executor", "dask:tcp://127.0.0.1:8786", before=without)
    assert (status, said.splitlines()[-1]) == (2, "Install Dask first: pip install 'localgroups[dask]'")
    assert not nation.output.exists()


def test_no_build_without_a_cluster_loads_dask(nation: Nation) -> None:
    fill(nation)
    at_the_end = "import sys, atexit; atexit.register(lambda: print('Dask is', 'distributed' in sys.modules))"
    status, said = build(nation, "site", "--jobs", "2", before=at_the_end)
    assert (status, "Dask is False" in said.splitlines()) == (3, True), said


def test_a_theme_with_a_filter_that_cannot_be_sent_is_built_by_one_process(nation: Nation) -> None:
    fill(nation)
    nation.write("pelicanconf.py", FILTERED)
    status, said = build(nation, "one", "--jobs", "1")
    alone = nation.tree()
    assert (status, build(nation, "two", "--jobs", "2")[0]) == (3, 3), said
    assert nation.tree() == alone


def test_a_process_for_each_processor_and_never_very_many() -> None:
    assert 1 <= processors() <= MOST_PROCESSES


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_is_one_or_more(number: str) -> None:
    with pytest.raises(ArgumentTypeError, match=r"Write 1 or more\."):
        processes(number)
