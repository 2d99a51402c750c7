"""Who is inside a folder at this moment: a server that was started in it, an upload under way, a shell.

They go on seeing that very folder after it was replaced, so it is not changed under their feet. Asked of Linux, which
tells; elsewhere nobody is seen.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_PROCESSES = Path("/proc")


def visited(folders: Iterable[Path]) -> set[str]:
    """The names of those in which a process that we may look at has its working folder, or an open file or folder."""
    ways = {f"{os.path.realpath(one)}/": one.name for one in folders}
    return {name for place in _places() for way, name in ways.items() if f"{place}/".startswith(way)} if ways else set()


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
