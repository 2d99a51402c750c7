"""The way past Pelican: while nothing that Pelican reads has changed, what it made stands, and it need not be loaded.

A build through Pelican leaves a note of the settings that it worked with. The next one takes them from there, if the
settings files, what they load, and every variable of the environment that they name are the same. A setup with other
plugins, or with functions for templates, always goes through Pelican: nobody can say what these depend on.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localgroups.engine.config import Config, silent
from localgroups.engine.idle import Glance, glance, nothing_to_do
from localgroups.engine.memory import Memory, remember
from localgroups.engine.sealed import read_sealed, write_sealed
from localgroups.host.clock import day_of
from localgroups.host.waiting import say_waiting
from localgroups.model.values import Struct, key_of
from localgroups.outputs.theme import Theme
from localgroups.press.lock import alone

if TYPE_CHECKING:
    from localgroups.engine.report import Report
    from localgroups.host.orders import Order

NAME = "settings.json"
_PASSING = (
    "LOCALGROUPS_TODAY",
    "LOCALGROUPS_PROGRESS",
    "LOCALGROUPS_FRESH",
    "LOCALGROUPS_JOBS",
    "LOCALGROUPS_EXECUTOR",
)
"""Settings of one build alone."""
_LAST: list[object] = []
"""What the last build worked with. Python would take it apart, text by text, before the command could end."""
_VARIABLE = re.compile(rb"[A-Z][A-Z0-9_]{2,}")


class Note(Struct, frozen=True):
    """Settings that a build worked with."""

    order: str
    """Key of what was asked for."""
    files: tuple[str, ...]
    """The settings files, and what they loaded from the source folder."""
    key: str
    """Of the bytes of these, and of the variables that they name."""
    output: str
    theme: str
    overrides: tuple[str, ...]
    names: dict[str, str]
    name: str
    address: str
    timezone: str
    language: str
    has_search: bool = True


def leave_note(order: "Order", settings: Mapping[str, Any], config: Config, files: Iterable[str]) -> None:
    """Note the settings of a build that went well; nothing where the next one cannot go without Pelican."""
    place = config.workshop / NAME
    if config.only or not is_plain(settings):
        place.unlink(missing_ok=True)
        return
    seen = tuple(sorted(files))
    note = Note(
        order=_key_of_order(order),
        files=seen,
        key=_key_of_files(seen),
        output=str(config.output),
        theme=str(config.theme.folder.resolve()),
        overrides=tuple(str(one.resolve()) for one in config.theme.overrides),
        names={name: str(value) for name, value in config.theme.names.items()},
        name=config.name,
        address=config.address,
        timezone=config.timezone,
        language=config.language,
        has_search=config.has_search,
    )
    write_sealed(place, note)


def is_plain(settings: Mapping[str, Any]) -> bool:
    """Whether it can be known what settings do: with other plugins, and with things for templates, nobody can say."""
    has_things = settings["JINJA_GLOBALS"] or settings["JINJA_FILTERS"]
    return settings.get("PLUGINS") == ["localgroups"] and not has_things


def loaded_from(folder: Path) -> list[str]:
    """Files of modules that were loaded from a folder: what a settings file there imports. Our own count elsewhere."""
    own = str(Path(__file__).resolve().parent.parent)
    found = {str(getattr(one, "__file__", None) or "") for one in list(sys.modules.values())}
    return sorted(
        one
        for one in found
        if one.startswith(f"{folder}{os.sep}") and not one.startswith(own) and "site-packages" not in one
    )


def build_past_pelican(order: "Order") -> "Report | None":
    """Build without Pelican, where that gives the same site; None where Pelican is needed."""
    config = _config_for(order)
    if config is None:
        return None
    with alone(config.workshop, partial(say_waiting, config.output)):
        memory = remember(config)
        if not memory.ledger.version:
            return None
        seen = glance(config, memory, _load_build)
        report = nothing_to_do(config, memory, seen) if seen else None
        _LAST[:] = memory, seen
        return report or _rebuilt(config, memory, seen)


def _load_build() -> None:
    """Most who build have changed something: what builds a group is loaded while another process looks for that."""
    from localgroups.engine import build
    from localgroups.outputs import templates

    assert build and templates


def _rebuilt(config: Config, memory: Memory, seen: Glance | None) -> "Report | None":
    from localgroups.engine.build import LostStage, build
    from localgroups.engine.foundation import kept

    foundation = kept(config, memory, seen.office if seen else None)
    if foundation is None:
        return None
    try:
        return build(foundation, lambda: None, seen=seen)
    except LostStage:
        return None


def _config_for(order: "Order") -> Config | None:
    """The settings of the last build, if this one has the same."""
    asked = order.settings
    if asked.get("LOCALGROUPS_ONLY") or asked.get("LOCALGROUPS_FRESH"):
        return None
    output = Path(asked.get("OUTPUT_PATH") or order.source / "output").resolve()
    workshop = output.parent / f".{output.name}.localgroups"
    note = read_sealed(Note, workshop / NAME)
    if note is None or note.order != _key_of_order(order) or note.key != _key_of_files(note.files):
        return None
    return Config(
        source=order.source.resolve(),
        output=Path(note.output),
        today=day_of(asked, note.timezone),
        theme=Theme(Path(note.theme), tuple(Path(one) for one in note.overrides), note.names),
        name=note.name,
        address=note.address,
        timezone=note.timezone,
        language=note.language,
        progress=asked.get("LOCALGROUPS_PROGRESS", silent),
        jobs=asked.get("LOCALGROUPS_JOBS", 1),
        has_search=note.has_search,
        executor=asked.get("LOCALGROUPS_EXECUTOR", ""),
    )


def _key_of_order(order: "Order") -> str:
    lasting = {name: str(value) for name, value in order.settings.items() if name not in _PASSING}
    return key_of((str(order.source.resolve()), order.is_public, lasting))


def _key_of_files(files: Iterable[str]) -> str:
    parts: list[bytes] = []
    for file in files:
        try:
            parts.append(Path(file).read_bytes())
        except OSError:
            parts.append(b"")
    text = b"\0".join(parts)
    names = sorted({name.decode() for name in _VARIABLE.findall(text)})
    return key_of((key_of(text), list(files), [(name, os.environ.get(name)) for name in names]))
