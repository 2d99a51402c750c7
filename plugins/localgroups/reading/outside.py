"""What lies in a folder, as it looks from outside: nothing is opened, and no link is followed."""

import os
from pathlib import Path
from stat import S_ISDIR
from typing import NamedTuple

_DEEP = 8
"""Folders within folders that are looked at; texts lie in the first."""


class Seen(NamedTuple):
    """A file as it looks from outside."""

    path: str
    """Relative to the folder, with `/`; that of a folder ends with one."""
    mode: int
    size: int
    time: int
    """Nanoseconds."""
    number: int
    """Its number on the disk: a file that took the place of another has a new one."""


def look(folder: Path | str, without: str = "") -> list[Seen]:
    """All that lies in a folder, in order; nothing where there is none, or where it may not be read. Folders that are
    named `without` are passed by, with all that is in them."""
    found: list[Seen] = []
    _walk(str(folder), "", 0, without, found)
    found.sort()
    return found


def _walk(folder: str, prefix: str, depth: int, without: str, found: list[Seen]) -> None:
    try:
        with os.scandir(folder) as there:
            entries = list(there)
    except OSError:
        return
    for entry in entries:
        try:
            facts = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if not S_ISDIR(facts.st_mode):
            path = prefix + entry.name
            found.append(Seen(path, facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_ino))
            continue
        if entry.name == without:
            continue
        # A folder's own size and time say nothing that is not said by what is in it.
        found.append(Seen(f"{prefix}{entry.name}/", facts.st_mode, 0, 0, 0))
        if depth < _DEEP:
            _walk(entry.path, f"{prefix}{entry.name}/", depth + 1, without, found)
