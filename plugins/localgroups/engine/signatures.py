"""What a part of the site is made from, in one short text: when it is the same, so is what comes of it.

Two kinds. What a folder *looks like* (names, sizes, times) is quick to see and says nothing where files were just
checked out. What is *in* it takes reading. The first is asked always, the second where the first has changed.
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from localgroups.reading.opening import PLAIN

_LENGTH = 12
_DEEP = 8
"""Folders within folders that are looked at; texts lie in the first."""
_TICK = 20_000_000
"""Nanoseconds in which a disk's clock may stand still: a file this young may change without looking changed."""
_PART = 1 << 20
"""Bytes that are read at once; most texts are shorter, and no room is made for more than they have."""


class Seen(NamedTuple):
    """A file as it looks from outside."""

    path: str
    """Relative to the folder, with `/`."""
    mode: int
    size: int
    time: int
    """Nanoseconds."""
    number: int
    """Its number on the disk: a file that took the place of another has a new one."""


def look(folder: Path | str) -> list[Seen]:
    """All that lies in a folder, in order; nothing is opened and no link is followed."""
    return sorted(_walk(str(folder), "", 0))


def _walk(folder: str, prefix: str, depth: int) -> Iterator[Seen]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        try:
            facts = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if S_ISDIR(facts.st_mode):
            # A folder's own size and time say nothing that is not said by what is in it.
            yield Seen(f"{prefix}{entry.name}/", facts.st_mode, 0, 0, 0)
            if depth < _DEEP:
                yield from _walk(entry.path, f"{prefix}{entry.name}/", depth + 1)
        else:
            yield Seen(f"{prefix}{entry.name}", facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_ino)


def looks(seen: Iterable[Seen], now: int) -> str:
    """How a folder looks; the empty text, which equals nothing, where a file is too young to be sure of.

    `now` is the disk's own time, in nanoseconds, from before the folder was looked at.
    """
    digest = blake2b(digest_size=_LENGTH)
    for one in seen:
        if one.time > now - _TICK:
            return ""
        digest.update(
            f"{one.path}\0{one.mode}\0{one.size}\0{one.time}\0{one.number}\n".encode("utf-8", "surrogateescape")
        )
    return digest.hexdigest()


def contents(folder: Path | str, seen: Iterable[Seen]) -> str:
    """What is in a folder: names, and the bytes of all plain files."""
    digest = blake2b(digest_size=_LENGTH)
    for one in seen:
        kind = "file" if S_ISREG(one.mode) else str(one.mode)
        digest.update(f"{one.path}\0{kind}\0{one.size}\n".encode("utf-8", "surrogateescape"))
        if S_ISREG(one.mode):
            digest.update(_digest_of(f"{folder}/{one.path}"))
    return digest.hexdigest()


def looks_if_same(folder: Path, looked: str, held: str, now: int) -> str | None:
    """How a folder looks now, if it holds what it `held` when it `looked` as it did; None where it does not."""
    seen = look(folder)
    looking = looks(seen, now)
    if looking and looking == looked:
        return looking
    return looking if contents(folder, seen) == held else None


def _digest_of(file: str) -> bytes:
    """Of the bytes of a plain file; of nothing where it is none any more."""
    digest = blake2b(digest_size=_LENGTH)
    try:
        handle = os.open(file, PLAIN)
    except OSError:
        return b""
    try:
        facts = os.fstat(handle)
        if not S_ISREG(facts.st_mode):
            return b""
        wanted = min(facts.st_size, _PART) + 1
        while part := os.read(handle, wanted):
            digest.update(part)
            if len(part) < wanted:
                break
    finally:
        os.close(handle)
    return digest.digest()


def disk_time(folder: Path) -> int:
    """The time, in nanoseconds, by the clock of the disk: that of a file that is written now."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "now"
    file.write_bytes(b"")
    return file.stat().st_mtime_ns


def names_in(folder: Path) -> str:
    """What lies in a folder by name and kind, and not what is in it."""
    digest = blake2b(digest_size=_LENGTH)
    try:
        with os.scandir(folder) as found:
            entries = sorted((one.name, one.is_symlink(), one.is_dir(follow_symlinks=False)) for one in found)
    except OSError:
        entries = []
    for entry in entries:
        digest.update(f"{entry}\n".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()
