"""A theme: templates that turn views into pages, and one stylesheet.

Templates of THEME_TEMPLATES_OVERRIDES come before the theme's own, as Pelican has it.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.runtime import Macro

LAYERS = ("tokens", "base", "layouts", "parts")
"""The order of the style sheets is the order of the cascade; a theme's `print.css` comes last."""


class TemplateFault(RuntimeError):
    """A template of the theme, or one that overrides it, cannot be used."""


PARTS = "parts/"
"""The folder of templates that see nothing but the values they are given."""
_KEPT = 128
"""So many results of each part are kept: those of one group's pages, and what stands on every page."""
_NEEDS_ESCAPING = re.compile("[&<>'\"]")
_escape: Callable[[object], str] = FILTERS["escape"]


def escaped(value: object) -> str:
    """A value as HTML shows it. Most texts hold nothing to escape, and are printed as they are."""
    if type(value) is str and not _NEEDS_ESCAPING.search(value):
        return value
    return _escape(value)


class _Part(Macro):
    """A part of a page. It reads nothing but its parameters, so the same values give the same HTML."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._known = lru_cache(maxsize=_KEPT, typed=True)(super().__call__)

    def __call__(self, *values: Any, **named: Any) -> Any:
        try:
            return self._known(*values, **named)
        except TypeError:  # a value that cannot be a key, a list for one
            return super().__call__(*values, **named)


class _Environment(Environment):
    """Jinja's own, less what it does again for each page."""

    escaped = staticmethod(escaped)
    part = _Part

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dictionary: all names are known before the first template is read, and every import of a part
        compares them."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: Any, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        """A template's code: what it prints goes through `escaped`, and what is a part is one of ours."""
        code = f"{super()._generate(source, name, filename, defer_init)}\nescape = environment.escaped\n"
        return f"{code}Macro = environment.part\n" if name and name.startswith(PARTS) else code


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
        environment = _Environment(
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

    def __reduce__(self) -> tuple[type["Theme"], tuple[Any, ...]]:
        """Sent to another process as what it is made of."""
        return Theme, (self.folder, self.overrides, dict(self.names), dict(self.filters))

    def load(self) -> None:
        """Make all templates ready, for processes that begin as copies of this one. One with a slip is told of when it
        is used."""
        for name in self._environment.list_templates(extensions=("html",)):
            with suppress(TemplateError):
                self._environment.get_template(name)

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
