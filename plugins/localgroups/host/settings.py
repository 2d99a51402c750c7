"""What a build is told, from the settings that Pelican users know. Nothing of Pelican is loaded for it."""

from collections.abc import Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from localgroups.engine.config import Config, silent
from localgroups.host.clock import day_of
from localgroups.host.defaults import national_settings
from localgroups.host.orders import Order
from localgroups.host.shortcut import is_plain
from localgroups.outputs.theme import Theme
from localgroups.reading.plain_values import read_language

Settings = dict[str, Any]

CONF, PUBLISH_CONF = "pelicanconf.py", "publishconf.py"
_UNSET: Settings = {"SITEURL": "", "JINJA_GLOBALS": {}, "JINJA_FILTERS": {}, "THEME_TEMPLATES_OVERRIDES": []}
"""What Pelican takes where nothing is said; the rest stands in every nation's settings."""


def config_of(settings: Mapping[str, Any]) -> Config:
    """A Config from Pelican's settings, by the names that Pelican users know."""
    return Config(
        source=Path(settings["PATH"]).parent,
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        today=day_of(settings, settings["TIMEZONE"]),
        theme=_theme(settings),
        name=settings["SITENAME"],
        address=settings["SITEURL"],
        timezone=settings["TIMEZONE"],
        language=_language(settings["DEFAULT_LANG"]),
        only=frozenset(settings.get("LOCALGROUPS_ONLY", ())),
        progress=settings.get("LOCALGROUPS_PROGRESS", silent),
        jobs=settings.get("LOCALGROUPS_JOBS", 1),
        has_search=settings.get("LOCALGROUPS_SEARCH", True),
        executor=settings.get("LOCALGROUPS_EXECUTOR", ""),
    )


def _theme(settings: Mapping[str, Any]) -> Theme:
    """The theme, with the names and filters that templates of Pelican's own can use."""
    names = {"SITENAME": settings["SITENAME"], "SITEURL": settings["SITEURL"], **settings["JINJA_GLOBALS"]}
    overrides = tuple(Path(one) for one in settings["THEME_TEMPLATES_OVERRIDES"])
    return Theme(Path(settings["THEME"]), overrides, names, settings["JINJA_FILTERS"])


def _language(tag: str) -> str:
    """Pelican writes it in small letters; a tag is known by `pt-BR`."""
    found = read_language(tag)
    return found if isinstance(found, str) else ""


def conf_of(order: Order) -> Path | None:
    """The settings file; None where the source folder brings none."""
    source = order.source.resolve()
    names = (PUBLISH_CONF, CONF) if order.is_public else (CONF,)
    return next((source / one for one in names if (source / one).is_file()), None)


def with_overrides(settings: Settings, source: Path) -> Settings:
    """Pelican finds these from where it was started, and all else from the file that names them."""
    overrides = settings["THEME_TEMPLATES_OVERRIDES"]
    return {**settings, "THEME_TEMPLATES_OVERRIDES": [str(source / one) for one in overrides]}


def foreseen(order: Order) -> Config | None:
    """What Pelican's settings will come to, so that a build can begin while Pelican is loaded; None where it waits.

    It waits where plugins are listed, or where there are things for templates: these may change anything. Whoever
    begins with what is foreseen looks later whether it came so. Raises UnreadableNation.
    """
    conf, source = conf_of(order), order.source.resolve()
    said = _said_by(conf) if conf else national_settings(source)
    settings = {**_UNSET, **said, **order.settings}
    if not is_plain(settings) or order.settings.get("LOCALGROUPS_ONLY"):
        return None
    try:
        for name in ("PATH", "OUTPUT_PATH", "THEME"):
            settings[name] = str(source / settings[name])
        settings["SITEURL"] = settings["SITEURL"].removesuffix("/")
        return config_of(with_overrides(settings, source)) if Path(settings["THEME"]).is_dir() else None
    except (AttributeError, KeyError, TypeError):  # Pelican has words for it
        return None


def _said_by(conf: Path) -> Settings:
    """The settings in a file; none where it cannot be run."""
    spec = spec_from_file_location(conf.stem, conf)  # as Pelican does it
    if spec is None or spec.loader is None:
        return {}
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:  # it is run again by Pelican, and told then
        return {}
    return {name: value for name, value in vars(module).items() if name.isupper()}
