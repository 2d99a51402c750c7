"""What a part of the site is made from, in one short text: when it is the same, so is what comes of it.

Two kinds. What a folder *looks like* (names, sizes, times) is quick to see and says nothing where files were just
checked out. What is *in* it takes reading. The first is asked always, the second where the first has changed.
"""

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType

from localgroups.model.values import key_of
from localgroups.reading.opening import PLAIN
from localgroups.reading.outside import Seen, look

_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_TICK = 20_000_000
"""Nanoseconds in which a disk's clock may stand still: a file this young may change without looking changed."""
_PART = 1 << 20
"""Bytes that are read at once; most texts are shorter, and no room is made for more than they have."""


def looks(seen: Iterable[Seen], now: int) -> str:
    """How a folder looks; the empty text, which equals nothing, where a file is too young to be sure of.

    `now` is the disk's own time, in nanoseconds, from before the folder was looked at.
    """
    lines = []
    for path, mode, size, time, number in seen:
        if time > now - _TICK:
            return ""
        lines.append(f"{path}\0{mode}\0{size}\0{time}\0{number}\n")
    return key_of("".join(lines).encode("utf-8", "surrogateescape"))


def contents(folder: Path | str, seen: Iterable[Seen], read: Mapping[str, bytes] = _NOTHING) -> str:
    """What is in a folder: names, and the bytes of all plain files.

    `read` has the digests of the files that were read already: what was made of them was made of these bytes,
    whatever has become of the files meanwhile.
    """
    parts = []
    for one in seen:
        is_file = S_ISREG(one.mode)
        kind = "file" if is_file else str(one.mode)
        parts.append(f"{one.path}\0{kind}\0{one.size}\n".encode("utf-8", "surrogateescape"))
        if is_file:
            parts.append(read.get(one.path) or _digest_of(f"{folder}/{one.path}"))
    return key_of(b"".join(parts))


def looks_if_same(folder: Path, looked: str, held: str, now: int) -> str | None:
    """How a folder looks now, if it holds what it `held` when it `looked` as it did; None where it does not."""
    seen = look(folder)
    looking = looks(seen, now)
    if looking and looking == looked:
        return looking
    return looking if contents(folder, seen) == held else None


def _digest_of(file: str) -> bytes:
    """Of the bytes of a plain file; of nothing where it is none any more."""
    digest = sha256()
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
    try:
        with os.scandir(folder) as found:
            entries = sorted((one.name, one.is_symlink(), one.is_dir(follow_symlinks=False)) for one in found)
    except OSError:
        entries = []
    return key_of("".join(f"{one}\n" for one in entries).encode("utf-8", "backslashreplace"))
