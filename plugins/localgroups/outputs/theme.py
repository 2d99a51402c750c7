"""A theme: templates that turn views into pages, and one stylesheet.

Templates of THEME_TEMPLATES_OVERRIDES come before the theme's own, as Pelican has it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

LAYERS = ("tokens", "base", "layouts", "parts")
"""The order of the style sheets is the order of the cascade; a theme's `print.css` comes last."""


class TemplateFault(RuntimeError):
    """A template of the theme, or one that overrides it, cannot be used."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder with `templates/` and `static/`."""

    folder: Path
    overrides: tuple[Path, ...] = ()
    names: Mapping[str, Any] = field(default_factory=dict)
    """What every template may use besides its view: the globals of Pelican's settings."""
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
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
        environment.globals.update(self.names)
        environment.filters.update(self.filters)
        object.__setattr__(self, "_environment", environment)

    def render(self, template: str, **values: Any) -> bytes:
        """A page, in UTF-8. Raises TemplateFault where a template is missing or has a slip."""
        try:
            return self._environment.get_template(template).render(**values).encode()
        except TemplateError as fault:
            line = f", line {fault.lineno}" if isinstance(fault, TemplateSyntaxError) else ""
            raise TemplateFault(f"templates/{template}{line}: {fault}") from fault

    def stylesheet(self) -> tuple[str, bytes]:
        """(path from the root, bytes) of all style sheets in one; the name changes with what is in it."""
        folder = self.folder / "static" / "css"
        names = [folder / f"{layer}.css" for layer in (*LAYERS, "print")]
        data = b"\n".join(one.read_bytes() for one in names if one.is_file())
        return f"/theme/style-{sha256(data).hexdigest()[:10]}.css", data
