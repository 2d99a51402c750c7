"""A theme: templates that turn views into pages, and one stylesheet.

Templates of THEME_TEMPLATES_OVERRIDES come before the theme's own, as Pelican has it.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

LAYERS = ("tokens", "base", "layouts", "parts")
"""The order of the style sheets is the order of the cascade; a theme's `print.css` comes last."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder with `templates/` and `static/`."""

    folder: Path
    overrides: tuple[Path, ...] = ()
    _environment: Environment = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        environment = Environment(
            loader=FileSystemLoader([*self.overrides, self.folder / "templates"]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            cache_size=-1,
        )
        object.__setattr__(self, "_environment", environment)

    def render(self, template: str, **values: Any) -> bytes:
        """A page, in UTF-8."""
        return self._environment.get_template(template).render(**values).encode()

    def stylesheet(self) -> tuple[str, bytes]:
        """(path from the root, bytes) of all style sheets in one; the name changes with what is in it."""
        folder = self.folder / "static" / "css"
        names = [folder / f"{layer}.css" for layer in (*LAYERS, "print")]
        data = b"\n".join(one.read_bytes() for one in names if one.is_file())
        return f"/theme/style-{sha256(data).hexdigest()[:10]}.css", data
