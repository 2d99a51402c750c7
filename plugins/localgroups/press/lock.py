"""One build at a time: the lock that a build holds from its first look at the files to its last word.

It is the system's own lock on a file: a build that is killed lets go of it, and nothing has to be cleaned up by hand.
Where a file system knows no locks, builds go on without.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "lock"


@contextmanager
def alone(workshop: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the workshop. Where another build has it, call `waiting` with that one's process number, and wait.

    It waits and does not refuse: what it will publish is read after the wait, so a build that is started by hand while
    the nightly one runs shows the newest files, and neither has failed. Raises OSError where the workshop cannot be
    made.
    """
    workshop.mkdir(parents=True, exist_ok=True)
    file = workshop / NAME
    handle = _take(file, waiting)
    try:
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _take(file: Path, waiting: Callable[[str], None]) -> int:
    """The lock file, opened and locked."""
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            if not _try_to_lock(handle):
                waiting(_holder(file))
                _wait_and_lock(handle)
            if _is_still(file, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        # The workshop was removed while we waited, and may have been made anew: this lock is nobody's any more.
        os.close(handle)
        file.parent.mkdir(parents=True, exist_ok=True)


def _is_still(file: Path, handle: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _holder(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked: behind the text, which others may read."""

    def _try_to_lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _wait_and_lock(handle: int) -> None:
        while not _try_to_lock(handle):
            os.lseek(handle, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds
            except OSError:
                continue
            finally:
                os.lseek(handle, 0, os.SEEK_SET)
            return

else:
    import fcntl

    def _try_to_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # this file system knows no locks
        return True

    def _wait_and_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
