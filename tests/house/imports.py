"""What the modules of the package import, read from their text: late imports count too."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "plugins" / "localgroups"


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement's target."""

    importer: str
    """Path of the file, relative to the project: `plugins/localgroups/model/items.py`."""
    line: int
    module: str
    """Dotted: `localgroups.model.items`."""
    level: int
    """Dots before it; 0 for an absolute import."""

    @property
    def top(self) -> str:
        """The package that it comes from."""
        return self.module.partition(".")[0]

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.module}"


def imports_of(text: str, importer: str) -> list[Import]:
    """All imports in a module's text, wherever they stand."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [Import(importer, node.lineno, name.name, 0) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module == "localgroups":  # `from localgroups import reading` reaches a room as well
                found += [Import(importer, node.lineno, f"localgroups.{name.name}", node.level) for name in node.names]
            else:
                found.append(Import(importer, node.lineno, module, node.level))
    return found


def package_imports() -> tuple[Import, ...]:
    """All imports of the package."""
    return tuple(
        one
        for path in sorted(PACKAGE.rglob("*.py"))
        for one in imports_of(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
    )


def is_third_party(one: Import) -> bool:
    """Neither ours nor the standard library's."""
    return one.level == 0 and one.top != "localgroups" and one.top not in sys.stdlib_module_names
