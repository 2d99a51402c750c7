"""Who is inside a folder at this moment: a server that was started in it, an upload under way, a shell.

They go on seeing that very folder after it was replaced, so it is not changed under their feet. Asked of Linux, which
tells; elsewhere nobody is seen.
"""

import os
from collections.abc import Iterator
from pathlib import Path

_PROCESSES = Path("/proc")


def has_visitors(folder: Path) -> bool:
    """Whether a process that we may look at has its working folder or an open file or folder in there."""
    inside = os.path.realpath(folder)
    return any(place == inside or place.startswith(f"{inside}/") for place in _places())


def _places() -> Iterator[str]:
    for process in _names(_PROCESSES):
        if process.isdigit():
            own = _PROCESSES / process
            yield from _targets(str(own), ("cwd", "root"))
            yield from _targets(f"{own}/fd", _names(own / "fd"))


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are wanted
    except OSError:  # ended in between, or another user's
        return []


def _targets(folder: str, names: tuple[str, ...] | list[str]) -> Iterator[str]:
    for name in names:
        try:
            yield os.readlink(f"{folder}/{name}")  # noqa: PTH115 - thousands of them: a Path each takes longer than all else
        except OSError:
            continue
