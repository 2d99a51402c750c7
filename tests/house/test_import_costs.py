"""What a command loads before it starts to work."""

import subprocess
import sys

from house.imports import ROOT


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in memory after a statement, in a fresh interpreter."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "plugins", capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_check_needs_no_pelican() -> None:
    assert "pelican" not in loaded_by("import localgroups.cli; import localgroups.engine.check")


def test_the_package_itself_loads_nothing() -> None:
    assert {"pelican", "pydantic", "yaml", "jinja2"} & loaded_by("import localgroups") == set()
