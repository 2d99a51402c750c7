"""Code that is kept in one file: taken where Python would have come to the same, and nowhere else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from house.imports import ROOT

PROGRAM = """
import json, sys
from localgroups.host.kept_code import code_from_one_file
kept = code_from_one_file()
import colorsys
import localgroups.engine.group_work
from localgroups.outputs import wording
taken = [name for name, one in sys.modules.items() if type(getattr(one, "__loader__", None)).__name__ == "_Loader"]
print(json.dumps({"taken": taken, "colorsys": colorsys.__file__, "new": getattr(wording, "NEW", None),
                  "file": wording.__file__, "cached": wording.__cached__}))
kept.keep()
"""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program that was loaded once."""
    folder = tmp_path_factory.mktemp("kept") / "plugins"
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "plugins" / "localgroups", folder / "localgroups", ignore=without)
    assert run(folder)["taken"] == [], "there is nothing yet"
    return folder


@pytest.fixture
def program(once: Path, tmp_path: Path) -> Path:
    """The same with the times of its files, in a place of the test's own; loaded there once."""
    shutil.copytree(once, tmp_path / "plugins", ignore=shutil.ignore_patterns("*.modules"))
    run(tmp_path / "plugins")
    return tmp_path / "plugins"


def run(plugins: Path, *before: Path, **environment: str) -> dict[str, Any]:
    """What the program says of how it was loaded; `before` are folders in which Python looks first."""
    way = os.pathsep.join(str(one) for one in (*before, plugins))
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**clean, "PYTHONPATH": way, **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def file_of(plugins: Path) -> Path:
    (found,) = (plugins / "localgroups" / "host" / "__pycache__").glob("*.modules")
    return found


def test_what_was_loaded_before_is_taken_from_the_file(program: Path) -> None:
    said = run(program)

    assert {"localgroups.outputs.wording", "colorsys", "msgspec", "localgroups.engine"} <= set(said["taken"])
    assert said["file"] == str(program / "localgroups" / "outputs" / "wording.py")
    assert Path(said["cached"]).parent.name == "__pycache__"


def test_a_module_that_was_changed_is_read_anew(program: Path) -> None:
    with (program / "localgroups" / "outputs" / "wording.py").open("a") as file:
        file.write("NEW = 5\n")

    said = run(program)

    assert said["new"] == 5
    assert "localgroups.outputs.wording" not in said["taken"]
    assert "colorsys" in said["taken"]


def test_what_comes_first_on_the_way_is_first(program: Path, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "colorsys.py").touch()

    assert run(program, tmp_path / "first")["colorsys"] == str(tmp_path / "first" / "colorsys.py")


def test_with_another_version_of_a_library_nothing_is_taken(program: Path, tmp_path: Path) -> None:
    libraries = tmp_path / "site-packages"
    (libraries / "some-1.0.dist-info").mkdir(parents=True)
    file_of(program).unlink()
    run(program, libraries)
    assert run(program, libraries)["taken"]
    (libraries / "some-1.0.dist-info").rename(libraries / "some-1.1.dist-info")

    assert run(program, libraries)["taken"] == []
    assert run(program, libraries)["taken"], "it was written anew"


@pytest.mark.parametrize("spoilt", [b"", b"no", b"000000000003abc", b"000000000009(", b"9" * 4000])
def test_a_spoilt_file_costs_time_alone(program: Path, spoilt: bytes) -> None:
    file_of(program).write_bytes(spoilt)

    assert run(program)["taken"] == []
    assert run(program)["taken"], "it was written anew"


def test_a_file_that_was_cut_off_is_none(program: Path) -> None:
    file_of(program).write_bytes(file_of(program).read_bytes()[:-1])

    assert run(program)["taken"] == []


def test_nothing_is_kept_where_python_keeps_nothing(once: Path, tmp_path: Path) -> None:
    shutil.copytree(once, tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))

    run(tmp_path / "plugins", PYTHONDONTWRITEBYTECODE="1")

    assert list(tmp_path.rglob("*.modules")) == []
