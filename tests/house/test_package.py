"""The engine is one package: installed without this repository, it builds a nation by itself."""

import subprocess
import sys
from importlib.metadata import PathDistribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from house.imports import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package alone, as pip installs it from its source distribution."""
    folder = tmp_path_factory.mktemp("package")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT / "plugins"]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        folder / "site",
        wheel,
    ]
    subprocess.run(pip, check=True, capture_output=True)
    return folder / "site"


def distribution(installed: Path) -> PathDistribution:
    """What the package says of itself."""
    (info,) = installed.glob("*.dist-info")
    return PathDistribution(info)


def test_it_builds_a_nation_from_anywhere(installed: Path, tmp_path: Path) -> None:
    nation = ROOT / "tests" / "nations" / "minimal"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "localgroups",
            "build",
            "--source",
            nation,
            "--output",
            tmp_path / "site",
            "--today",
            "2026-11-22",
        ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert (tmp_path / "site" / "groups" / "riverside" / "index.html").is_file()


def test_it_carries_the_default_theme_whole(installed: Path) -> None:
    theme = ROOT / "themes" / "commons"
    inside = installed / "localgroups" / "themes" / "commons"
    here, there = (
        {path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file() and path.suffix != ".pyc"}
        for one in (theme, inside)
    )
    assert there == here


def test_it_carries_nothing_that_python_can_make_again(installed: Path) -> None:
    (wheel,) = (installed.parent / "dist").glob("*.whl")
    assert [name for name in ZipFile(wheel).namelist() if name.endswith(".pyc")] == []


def test_it_brings_its_command_its_types_and_its_licence(installed: Path) -> None:
    about = distribution(installed)
    commands = {entry.name: entry.value for entry in about.entry_points if entry.group == "console_scripts"}
    assert commands == {"localgroups": "localgroups.__main__:run"}
    assert (installed / "localgroups" / "py.typed").is_file()
    assert about.metadata["License-Expression"] == "AGPL-3.0-or-later"
    assert (installed / "localgroups" / "LICENSE").is_file()


def test_it_holds_no_tests_and_nothing_of_the_example(installed: Path) -> None:
    outside = {path.name for path in installed.iterdir() if path.suffix != ".dist-info"}
    assert outside - {"bin", "Scripts"} == {"localgroups"}
