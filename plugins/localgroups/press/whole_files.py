"""Files that are written with no more calls than it takes: there are thousands of them.

Those of the workshop come whole or not at all.
"""

import os
from contextlib import suppress
from pathlib import Path

from localgroups.reading.opening import PLAIN

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
_OVER = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _PLAIN


def write_all(target: str, flags: int, data: bytes) -> None:
    """Open a file, and write all of some bytes to it. Raises OSError."""
    handle = os.open(target, flags, 0o666)
    try:
        done = os.write(handle, data)
        while done < len(data):  # seldom: a system takes two gigabytes at once, and a network's disk may take less
            done += os.write(handle, memoryview(data)[done:])
    finally:
        os.close(handle)


def write_whole(file: Path, data: bytes) -> None:
    """Put bytes under a name at one instant; the folder is made if it is not there. Raises OSError."""
    target = str(file)
    beside = f"{target}.new"
    try:
        write_all(beside, _OVER, data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_all(beside, _OVER, data)
    os.replace(beside, target)  # noqa: PTH105 - as above


def write_telling(file: Path, data: bytes) -> None:
    """The same for bytes that tell whoever reads them whether all are there: where there is no such file yet, they go
    into it at once, and a build that is killed over it leaves what counts for nothing."""
    try:
        write_all(str(file), NEW, data)
    except FileExistsError:
        write_changed(file, data)
    except FileNotFoundError:
        write_whole(file, data)


def write_changed(file: Path, data: bytes) -> None:
    """The same; a file that has these bytes already is left alone, and keeps its time."""
    with suppress(OSError):
        if _has(str(file), data):
            return
    write_whole(file, data)


def _has(file: str, data: bytes) -> bool:
    handle = os.open(file, PLAIN)
    with os.fdopen(handle, "rb", buffering=0) as there:
        return os.fstat(handle).st_size == len(data) and there.read() == data
