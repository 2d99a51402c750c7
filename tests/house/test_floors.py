"""Imports point downwards only."""

import pytest

from house.imports import PACKAGE, Import, imports_of, is_third_party, package_imports

FLOORS = ("model", "reading", "federation", "outputs", "press", "engine", "host", "cli")
"""From the ground up."""


def floor(module_or_path: str) -> int | None:
    """The floor that a module or a file of the package stands on; None for the door (`localgroups/__init__.py`)."""
    parts = module_or_path.removeprefix("plugins/").removesuffix(".py").replace("/", ".").split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else None


def is_climb(one: Import) -> bool:
    """Whether a module imports from a floor above its own."""
    here, there = floor(one.importer), floor(one.module)
    return one.top == "localgroups" and here is not None and there is not None and there > here


def test_no_module_imports_from_a_floor_above_its_own() -> None:
    assert [str(one) for one in package_imports() if is_climb(one)] == []


@pytest.mark.parametrize(
    "text",
    [
        "from localgroups.reading.files import group_slugs",
        "import localgroups.reading.files",
        "from localgroups import reading",
        "def late() -> None:\n    from localgroups.engine.build import build",
    ],
)
def test_a_climb_is_seen_however_it_is_written(text: str) -> None:
    assert [is_climb(one) for one in imports_of(text, "plugins/localgroups/model/items.py")] == [True]


def test_a_step_down_is_no_climb() -> None:
    text = "from localgroups.model.items import News"
    assert [is_climb(one) for one in imports_of(text, "plugins/localgroups/reading/news.py")] == [False]


def test_every_module_stands_on_a_floor() -> None:
    door = {"__init__.py", "__main__.py"}
    homeless = [path.name for path in PACKAGE.iterdir() if path.suffix == ".py" and path.name not in door]
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert homeless == []
    assert rooms - {"themes"} <= set(FLOORS)


def test_imports_are_absolute_so_that_a_reader_sees_the_floor() -> None:
    assert [str(one) for one in package_imports() if one.level] == []


def test_importing_the_package_reaches_no_floor_until_it_is_asked() -> None:
    text = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    at_once = [line for line in text.splitlines() if line.startswith(("import localgroups", "from localgroups"))]
    assert at_once == []


def test_the_ground_floor_needs_nothing_but_the_standard_library_and_one_kind_of_value() -> None:
    ground = [one for one in package_imports() if one.importer.startswith("plugins/localgroups/model/")]
    assert {one.importer for one in ground if is_third_party(one)} == {"plugins/localgroups/model/values.py"}


def test_pelican_is_known_to_the_host_alone() -> None:
    assert {floor(one.importer) for one in package_imports() if one.top == "pelican"} <= {FLOORS.index("host")}
