"""Small files of the workshop, written whole or not at all: several for every group of a first build."""

import os
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_whole(file: Path, data: bytes) -> None:
    """Put bytes under a name at one instant; the folder is made if it is not there. Raises OSError."""
    target = str(file)
    beside = f"{target}.new"
    try:
        handle = os.open(beside, _NEW, 0o666)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(beside, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
    os.replace(beside, target)  # noqa: PTH105 - thousands of files: anything more than these calls is felt


def write_changed(file: Path, data: bytes) -> None:
    """The same; a file that has these bytes already is left alone, and keeps its time."""
    with suppress(OSError):
        if _has(str(file), data):
            return
    write_whole(file, data)


def _has(file: str, data: bytes) -> bool:
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb", buffering=0) as there:
        return os.fstat(handle).st_size == len(data) and there.read() == data
