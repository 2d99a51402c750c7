"""What a command loads before it starts to work."""

import argparse
import subprocess
import sys
from importlib import import_module

import pytest

from house.imports import ROOT
from localgroups.cli import COMMANDS


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in memory after a statement, in a fresh interpreter."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "plugins", capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_check_needs_no_pelican() -> None:
    assert "pelican" not in loaded_by("import localgroups.cli; import localgroups.engine.check")


HEAVY = {"pelican", "pydantic", "feedgen", "icalendar", "PIL", "jinja2", "markdown", "lxml"}


@pytest.mark.parametrize("module", ["building", "explaining"])
def test_what_a_command_says_needs_nothing_that_reads_or_prints(module: str) -> None:
    assert loaded_by(f"import localgroups.cli.{module}") & (HEAVY | {"yaml"}) == set()


def test_what_asks_for_the_day_needs_nothing_that_reads() -> None:
    assert loaded_by("import localgroups.host.shortcut") & (HEAVY | {"yaml", "nh3", "cmarkgfm"}) == set()


def test_a_command_is_loaded_when_it_is_asked_for() -> None:
    quietly = "import io; sys.stdout = io.StringIO()"
    run = "from localgroups.cli import main; main(['explain', 'missing-field'])"
    assert loaded_by(f"{quietly}; {run}; sys.stdout = sys.__stdout__") & HEAVY == set()


def test_every_command_is_found_in_its_module() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    for module in dict.fromkeys(COMMANDS.values()):
        import_module(f"localgroups.cli.{module}").add_to(commands)
    assert set(commands.choices) == set(COMMANDS)


def test_plain_values_load_no_second_typing_and_leave_it_to_others() -> None:
    assert "typing_extensions" not in loaded_by("import localgroups.model.values")
    assert "typing_extensions" in loaded_by("import localgroups.model.values, typing_extensions")


def test_the_package_itself_loads_nothing() -> None:
    assert {"pelican", "pydantic", "yaml", "jinja2"} & loaded_by("import localgroups") == set()
