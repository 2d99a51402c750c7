"""What all parts of the site depend on: the program, its libraries, the theme, the settings.

When any of it changes, nothing that was made before is taken for good.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from localgroups.engine.config import Config
from localgroups.engine.signatures import contents, looks
from localgroups.model.values import Struct, decoded, encoded, key_of
from localgroups.outputs.beside_code import keep_beside, place_beside
from localgroups.reading.outside import Seen, look

_PACKAGE = Path(__file__).resolve().parent.parent
_LATE = 1 << 62
"""Nanoseconds: no file is younger. Whether one was too young to be sure of is asked when its note is read."""
_FORMAT = 1
"""Of the cache's own files: a number that grows when they change their meaning."""


def _written_in(folder: Path) -> list[Seen]:
    """What people wrote in a folder: not the code that Python keeps of it."""
    return look(folder, without="__pycache__")


@cache
def program() -> str:
    """The program: its own files, Python, and the libraries that are installed beside it."""
    return key_of((_FORMAT, sys.version, own_files(_PACKAGE, place_beside(__file__, ending=".read")), *_libraries()))


class _Read(Struct, frozen=True):
    """What was in our own files when they were read, kept beside their code."""

    looks: str
    contents: str


def own_files(folder: Path, note: Path | None) -> str:
    """What is in the files of a program. They are read where they look otherwise than `note` says: Python goes by less
    when it takes the code that it keeps of a module for that of its file."""
    seen = [one for one in _written_in(folder) if one.path.endswith(".py")]
    kept, now = None, 0
    if note is not None:
        with suppress(OSError):
            kept, now = decoded(_Read, note.read_bytes()), note.stat().st_mtime_ns
    if kept is not None and kept.looks == looks(seen, now):
        return kept.contents
    found = contents(folder, seen)
    if note is not None:
        keep_beside(note, encoded(_Read(looks(seen, _LATE), found)))
    return found


def _libraries() -> Iterable[str]:
    """Names with versions of all that is installed, as their folders say: `nh3-0.3.0.dist-info`."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(one for one in os.listdir(place or ".") if one.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
        except OSError:
            continue
    return sorted(found)


def version(config: Config) -> str:
    """Of all that every part of a site depends on, but for what people write; the empty text where it cannot be said,
    because the theme uses functions, which nobody can compare."""
    theme = config.theme
    if theme.filters:
        return ""
    looks = [contents(place, _written_in(place)) for place in (theme.folder, *theme.overrides)]
    try:
        return key_of((program(), looks, theme.names, config.name, config.address, config.timezone, config.language))
    except TypeError:
        return ""
