"""docs/dependencies.md is the one table of what the project depends on, and it is true."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import packages_distributions, requires
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.imports import ROOT, is_third_party, package_imports

TABLE = ROOT / "docs" / "dependencies.md"
PROJECT = tomllib.loads((ROOT / "plugins" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PURPOSES = {
    "run": PROJECT["dependencies"],
    "start tasks": EXTRAS["tasks"],
    "a cluster": EXTRAS["dask"],
    "test": EXTRAS["test"],
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    package: str
    purpose: str
    reason: str
    importer: str


def rows() -> list[Row]:
    """The table's lines."""
    lines = re.findall(
        r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return [
        Row(canonicalize_name(package), purpose.strip(), why.strip(), where.strip())
        for package, purpose, why, where in lines
    ]


def pinned(name: str) -> dict[str, str]:
    """Packages and versions of one file of requirements."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {
        canonicalize_name(package): version for package, version in re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE)
    }


def test_the_table_has_every_package_once_with_what_it_is_needed_for() -> None:
    asked = [
        (canonicalize_name(Requirement(one).name), purpose) for purpose, names in PURPOSES.items() for one in names
    ]
    assert sorted((row.package, row.purpose) for row in rows()) == sorted(asked)


def test_the_table_gives_a_reason_for_each() -> None:
    assert [row.package for row in rows() if len(row.reason.split()) < 3] == []


def test_a_library_is_imported_by_the_one_file_that_the_table_names() -> None:
    named = {row.package: row.importer for row in rows() if row.importer.startswith("`plugins/localgroups/")}
    actual: dict[str, set[str]] = {}
    for one in package_imports():
        if is_third_party(one):
            package = distribution_of(one.top)
            room = named.get(package, "").strip("`")
            inside = room.endswith("/") and one.importer.startswith(room)
            actual.setdefault(package, set()).add(f"`{room if inside else one.importer}`")
    assert actual == {package: {importer} for package, importer in named.items()}


def distribution_of(module: str) -> str:
    """The package on the index that brings a module: `yaml` comes with pyyaml."""
    names = [canonicalize_name(name) for name in packages_distributions().get(module, [module])]
    return canonicalize_name(module) if canonicalize_name(module) in names else names[0]


def test_every_package_that_is_asked_for_is_pinned() -> None:
    assert {row.package for row in rows() if row.purpose in ("run", "start tasks")} <= pinned("run").keys()
    assert {row.package for row in rows()} <= pinned("test").keys()


def test_what_only_a_cluster_or_a_test_needs_is_not_installed_with_the_site() -> None:
    assert {row.package for row in rows() if row.purpose in ("a cluster", "test")} & pinned("run").keys() == set()


def test_what_runs_is_what_was_tested() -> None:
    tested = pinned("test")
    assert {package: tested[package] for package in pinned("run")} == pinned("run")
    assert pinned("build") == {"setuptools": tested["setuptools"]}


@pytest.mark.parametrize("name", ["build", "run", "test"])
def test_requirements_name_packages_and_hashes_and_no_place_to_fetch_them_from(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    hashes = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [
        line for line in lines if not re.fullmatch(r"[a-z0-9.-]+==\S+ \\", line) and not hashes.fullmatch(line)
    ] == []
    assert "://" not in text


@pytest.mark.parametrize("name", ["run", "test"])
def test_what_other_systems_and_newer_pythons_need_is_pinned_too(name: str) -> None:
    pins = pinned(name)
    systems = [("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt")]
    missing = {
        f"{one.name}, for {package} on {system[1]} with Python {python}"
        for package, (system, python) in product(pins, product(systems, ("3.11", "3.12", "3.13", "3.14")))
        for one in map(Requirement, requires(package) or ())
        if canonicalize_name(one.name) not in pins
        and (one.marker is None or one.marker.evaluate(surroundings(system, python)))
    }
    assert missing == set()


def surroundings(system: tuple[str, str, str], python: str) -> dict[str, str]:
    """What conditions in requirements ask about, on another machine."""
    platform, name, os_name = system
    return {
        "sys_platform": platform,
        "platform_system": name,
        "os_name": os_name,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }


def test_the_settings_of_tools_hold_no_second_list_of_packages() -> None:
    assert "project" not in tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))
