"""Which files of a site a build wrote: seen from outside, the same for every program."""

import os
from pathlib import Path

Tree = dict[str, tuple[int, int, int]]
"""Path: number on the disk, time of the last change in nanoseconds, size."""


def seen(folder: Path) -> Tree:
    """All files below a folder, as they are now; none where there is no folder."""
    found: Tree = {}
    _look(f"{folder}{os.sep}", "", found)
    return found


def _look(root: str, prefix: str, found: Tree) -> None:
    try:
        entries = list(os.scandir(root + prefix))
    except FileNotFoundError:
        return
    for entry in entries:
        path = prefix + entry.name
        if entry.is_dir():
            _look(root, f"{path}/", found)
        else:
            about = entry.stat()
            found[path] = (about.st_ino, about.st_mtime_ns, about.st_size)


def written(before: Tree, after: Tree) -> int:
    """How many files are new, or were written again, with the same bytes or others."""
    return sum(before.get(path) != about for path, about in after.items())
