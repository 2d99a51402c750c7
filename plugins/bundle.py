"""What goes into the built package beside its modules: the default theme and the licence.

In the repository both stand outside plugins/, where Pelican and Git hosts look for them; in a source
distribution they are inside already. Only the build back end runs this file.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = {"../themes/commons": "localgroups/themes/commons", "../LICENSE": "localgroups/LICENSE"}
"""From where in the repository, to where in the package."""


class Bundle(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the default theme and the licence to every build."""

    def initialize(self, _version: str, build_data: dict[str, Any]) -> None:
        for source, target in BUNDLED.items():
            found = Path(self.root, source)
            for file in [found] if found.is_file() else sorted(found.rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts:
                    build_data["force_include"][str(file)] = (Path(target) / file.relative_to(found)).as_posix()
