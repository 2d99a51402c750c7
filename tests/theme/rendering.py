"""The theme as the engine uses it, and its parts one by one."""

from functools import cache
from pathlib import Path
from typing import Any

from localgroups.outputs.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "themes" / "commons"
TEMPLATES = FOLDER / "templates"


@cache
def theme() -> Theme:
    """The engine's own reading of it: everything escaped, nothing undefined."""
    return Theme(FOLDER)


def render(template: str, **values: Any) -> str:
    """A page."""
    return theme().render(template, **values).decode()


def macro(name: str) -> Any:
    """A part, to be called with its parameters."""
    return getattr(theme()._templates.environment.get_template(f"parts/{name}.html").module, name)


def stylesheet() -> str:
    """All style sheets in one, as published."""
    return theme().stylesheet()[1].decode()


def all_templates() -> dict[str, str]:
    """Every template's text by its name."""
    paths = sorted(TEMPLATES.rglob("*.html"))
    return {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in paths}
