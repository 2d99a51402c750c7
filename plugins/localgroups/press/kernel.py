"""Four things that the operating system can do and Python has no word for.

To exchange two folders' names in one step, to wait until a disk holds all that was written to it, to have a new tree
laid where the disk has room, and to end a process with the one that began it. Where a system knows none, callers have
another way; this is the only file that speaks to the system's own library.
"""

import errno
import os
import signal
import sys
from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Linux, renameat2(2)."""
_RENAME_SWAP = 2
"""macOS, renamex_np(2)."""
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
"""Its number, for C libraries that have no name for it."""
_PR_SET_PDEATHSIG = 1
_TOP_OF_HIERARCHIES = 0x00020000
"""Linux, FS_TOPDIR_FL of ioctl_iflags(2): what `chattr +T` sets."""
_FEW = 50
"""Up to here files are settled one by one; to settle a whole disk may mean to wait for what others write to it."""
_UNKNOWN_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change what they name, at one instant. False where system or file system cannot.

    Raises OSError where it could, but not with these two: a mount point, no right to, two file systems.
    """
    names = os.fsencode(one), os.fsencode(other)
    library = _library()
    arguments: tuple[int | bytes, ...]
    if sys.platform == "darwin":
        call, arguments = getattr(library, "renamex_np", None), (*names, _RENAME_SWAP)
    elif sys.platform == "linux":
        call = getattr(library, "renameat2", None)
        arguments = (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        if call is None and os.uname().machine in _RENAMEAT2:
            call, arguments = library.syscall, (_RENAMEAT2[os.uname().machine], *arguments)
    else:
        return False
    if call is None:
        return False
    if call(*arguments) == 0:
        return True
    number = _last_error()
    if number in _UNKNOWN_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one))


def end_with(first: int) -> None:
    """End this process at once when `first`, which began it, ends, whatever it is at. Linux, prctl(2)."""
    if sys.platform == "linux":
        _library().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != first:  # it has ended before it could be asked for
            os._exit(1)


def settle(folder: Path, files: Iterable[Path]) -> None:
    """Come back when the disk holds `files`, which are in `folder`, whatever happens to the power afterwards."""
    rest = iter(files)
    some = list(islice(rest, _FEW + 1))  # a whole site's would take room for nothing
    call = getattr(_library(), "syncfs", None) if sys.platform == "linux" and len(some) > _FEW else None
    if call is None:
        _settle_each(chain(some, rest))
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle) != 0:
            number = _last_error()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)


def give_room(folder: Path) -> bool:
    """Have the system lay each new folder in `folder` where the disk is emptiest, and not beside what is there.

    A site is thousands of files at once. Among other files, and above all where many were removed just before, ext4
    looks for a place for each of them, up to ten times as long as it takes to write it. False where the file system
    knows no such mark: Linux's ext4 and its like do.
    """
    if sys.platform != "linux":
        return False
    import fcntl

    size = 8 if sys.maxsize > 1 << 32 else 4  # of C's long, which is in the numbers of the two calls
    get, change = (way << 30 | size << 16 | ord("f") << 8 | number for way, number in ((2, 1), (1, 2)))
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        marks = int.from_bytes(fcntl.ioctl(handle, get, bytes(size)), sys.byteorder)
        fcntl.ioctl(handle, change, (marks | _TOP_OF_HIERARCHIES).to_bytes(size, sys.byteorder))
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def write_settled(file: Path, text: str) -> None:
    """A file of ours, whole or not at all, and on the disk before it takes its name."""
    beside = file.with_suffix(".new")
    beside.write_bytes(text.encode())
    settle(beside.parent, [beside])
    beside.replace(file)


def settle_folder(folder: Path) -> None:
    """The same for the names in one folder. Where folders cannot be settled, the system does it in its own time."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _settle_each(files: Iterable[Path]) -> None:
    folders = set()
    for file in files:
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())
        folders.add(file.parent)
    for folder in sorted(folders):
        settle_folder(folder)


def _last_error() -> int:
    import ctypes

    return ctypes.get_errno()


def _library() -> Any:
    if sys.platform == "win32":
        return None
    import ctypes  # one file that changes asks nothing of the system's library

    return ctypes.CDLL(None, use_errno=True)
