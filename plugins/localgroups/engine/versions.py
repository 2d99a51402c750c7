"""What all parts of the site depend on: the program, its libraries, the theme, the settings.

When any of it changes, nothing that was made before is taken for good.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from localgroups.engine.config import Config
from localgroups.engine.signatures import contents
from localgroups.model.values import key_of
from localgroups.reading.outside import Seen, look

_PACKAGE = Path(__file__).resolve().parent.parent
_FORMAT = 1
"""Of the cache's own files: a number that grows when they change their meaning."""


def _written_in(folder: Path) -> list[Seen]:
    """What people wrote in a folder: not the code that Python keeps of it."""
    return [one for one in look(folder) if "__pycache__/" not in one.path]


@cache
def program() -> str:
    """The program: its own files, Python, and the libraries that are installed beside it."""
    seen = [one for one in _written_in(_PACKAGE) if one.path.endswith(".py")]
    return key_of((_FORMAT, sys.version, contents(_PACKAGE, seen), *_libraries()))


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
