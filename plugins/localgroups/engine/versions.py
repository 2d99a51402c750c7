"""What all parts of the site depend on: the program, its libraries, the theme, the settings.

When any of it changes, nothing that was made before is taken for good.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from localgroups.engine.records import key_of
from localgroups.engine.signatures import contents, look
from localgroups.outputs.theme import Theme

_PACKAGE = Path(__file__).resolve().parent.parent
_FORMAT = 1
"""Of the cache's own files: a number that grows when they change their meaning."""


@cache
def program() -> str:
    """The program: its own files, Python, and the libraries that are installed beside it."""
    seen = [one for one in look(_PACKAGE) if one.path.endswith(".py")]
    digest = blake2b(digest_size=12)
    for part in (str(_FORMAT), sys.version, contents(_PACKAGE, seen), *_libraries()):
        digest.update(f"{part}\n".encode())
    return digest.hexdigest()


def _libraries() -> Iterable[str]:
    """Names with versions of all that is installed, as their folders say: `nh3-0.3.0.dist-info`."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(one for one in os.listdir(place or ".") if one.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
        except OSError:
            continue
    return sorted(found)


def theme(theme: Theme) -> str:
    """The theme, and what overrides it; the empty text where it uses functions, which nobody can compare."""
    digest = blake2b(digest_size=12)
    for place in (theme.folder, *theme.overrides):
        digest.update(f"{contents(place, look(place))}\n".encode())
    try:
        names = key_of(theme.names)
    except TypeError:
        return ""
    return f"{digest.hexdigest()}{names}" if not theme.filters else ""
