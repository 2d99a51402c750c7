"""The engine, kept ready between builds: for whoever stays and watches the folders.

Settings, theme and Pelican's pages stay as they are until a file changes that they are made from; groups are looked at
where something changed. Every build publishes as any other does, and another process may build into the same output in
between: what stands there is asked of the disk each time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from localgroups.engine.build import LostStage, build
from localgroups.engine.config import Config
from localgroups.engine.foundation import find
from localgroups.engine.memory import remember
from localgroups.engine.report import Report
from localgroups.engine.watched import Watched
from localgroups.host.building import build_with, settings_of
from localgroups.host.clock import day_of
from localgroups.host.orders import Order
from localgroups.host.settings import config_of
from localgroups.host.waiting import say_waiting
from localgroups.model.identity import Kind
from localgroups.model.values import Struct, field, replace
from localgroups.press.lock import alone
from localgroups.reading.nation import FOLDER, HOME

Early = Callable[[Mapping[str, bytes]], None]
"""Called with pages of groups as they will be, while the rest of the site is still being built."""

_GROUPS = "groups"
_OFFICES = frozenset((*Kind, HOME, "images", "documents"))
"""What Pelican never reads of content/."""
_FEW = 200
"""More pages than these are not worth showing early."""


def no_one(_pages: Mapping[str, bytes]) -> None:
    """For those who wait until the site stands."""


class Session(Struct):
    """One nation, built again and again."""

    order: Order
    early: Early = no_one
    _config: Config | None = None
    """What was read from the settings; None where they have to be read again, and Pelican has to run."""
    _waiting: set[str] = field(default_factory=set)
    """Groups that changed, and no build since then has ended well."""

    @property
    def base(self) -> str:
        """The path that the site stands under, once it was built: `/groups`, or the empty text."""
        return urlsplit(self._config.address).path.rstrip("/") if self._config else ""

    @property
    def folders(self) -> list[Path]:
        """Folders elsewhere that the site is made from, once it was built: the theme's, and what overrides it."""
        theme = self._config.theme if self._config else None
        return [one.resolve() for one in (theme.folder, *theme.overrides)] if theme else []

    def is_due(self) -> bool:
        """Whether another day has begun since the last build."""
        return self._config is not None and self._config.today != self._today(self._config)

    def build(self, changed: Iterable[Path] | None = None) -> Report:
        """Build what has changed since the last build, or look everywhere: where `changed` is None, it is not known.

        Raises as `host.building.build` does; then everything is left for the next build.
        """
        watched = None if changed is None else self._groups_of(changed)
        if self._config is None:
            return self._with_pelican()
        config = self._config = replace(self._config, today=self._today(self._config))
        return self._without_pelican(config, watched)

    def _without_pelican(self, config: Config, watched: Watched | None) -> Report:
        with alone(config.workshop, partial(say_waiting, config.output)):
            try:
                report = build(find(config, remember(config)), lambda: None, watched)
            except LostStage:
                report = None
        if report is None:
            return self._with_pelican()
        self._waiting.clear()
        return report

    def _with_pelican(self) -> Report:
        self._config = None
        settings = settings_of(self.order)
        report = build_with(self.order, settings)
        self._config = config_of(settings)
        self._waiting.clear()
        return report

    def _today(self, config: Config) -> date:
        return day_of(self.order.settings, config.timezone)

    # ------------------------------------------------------------------ what changed

    def _groups_of(self, changed: Iterable[Path]) -> Watched | None:
        """The groups to look at; None for all. Where it is not a group's, the settings may be read again."""
        source = self.order.source.resolve()
        is_sure = True
        for path in changed:
            parts = path.relative_to(source).parts if path.is_relative_to(source) else ()
            if parts[:1] == (_GROUPS,):
                is_sure = is_sure and len(parts) > 1
                self._waiting.update(parts[1:2])
            elif parts[:1] != (FOLDER,) or parts[1:2] == () or parts[1] not in _OFFICES:
                self._config = None
        return Watched(frozenset(self._waiting), self._show_early) if is_sure else None

    def _show_early(self, tree: Path, paths: Sequence[str]) -> None:
        pages = [one for one in paths if one.endswith(".html")]
        if pages and len(pages) <= _FEW:
            self.early({one: (tree / one).read_bytes() for one in pages})
