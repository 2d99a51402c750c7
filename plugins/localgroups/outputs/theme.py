"""A theme: templates that turn views into pages, and one stylesheet.

Templates of THEME_TEMPLATES_OVERRIDES come before the theme's own, as Pelican has it.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localgroups.model.values import Struct, field

if TYPE_CHECKING:
    from localgroups.outputs.templates import Templates

LAYERS = ("tokens", "base", "layouts", "parts")
"""The order of the style sheets is the order of the cascade; a theme's `print.css` comes last."""


class TemplateFault(RuntimeError):
    """A template of the theme, or one that overrides it, cannot be used."""


class Theme(Struct, frozen=True, dict=True):
    """A folder with `templates/` and `static/`."""

    folder: Path
    overrides: tuple[Path, ...] = ()
    names: Mapping[str, Any] = field(default_factory=dict)
    """What every template may use besides its view: the globals of Pelican's settings."""
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type["Theme"], tuple[Any, ...]]:
        """Sent to another process as what it is made of."""
        return Theme, (self.folder, self.overrides, dict(self.names), dict(self.filters))

    def load(self) -> None:
        """Make all templates ready, for processes that begin as copies of this one."""
        self._templates.load()

    def render(self, template: str, **values: Any) -> bytes:
        """A page, in UTF-8. Raises TemplateFault where a template is missing or has a slip."""
        return self._templates.render(template, values)

    @cached_property
    def _templates(self) -> "Templates":
        from localgroups.outputs.templates import Templates

        return Templates([*self.overrides, self.folder / "templates"], self.names, self.filters)

    def stylesheet(self) -> tuple[str, bytes]:
        """(path from the root, bytes) of all style sheets in one; the name changes with what is in it."""
        folder = self.folder / "static" / "css"
        names = [folder / f"{layer}.css" for layer in (*LAYERS, "print")]
        data = b"\n".join(one.read_bytes() for one in names if one.is_file())
        return f"/theme/style-{sha256(data).hexdigest()[:10]}.css", data
