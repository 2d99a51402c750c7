"""One set-up at a time, on any system."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from setup_progress import say


@contextlib.contextmanager
def lock(file: Path) -> Iterator[int]:
    """One at a time; the system lets go of it when its last holder dies, however it dies."""
    with file.open("rb") as handle:
        if os.name == "nt":
            lock_on_windows(handle.fileno())
        else:
            lock_on_posix(handle.fileno())
        yield handle.fileno()


def lock_on_posix(handle: int) -> None:
    """Waits for it, and says so."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another task is setting up .venv; waiting for it.")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return  # a file system without locks: two at once are then the user's to avoid


def lock_on_windows(handle: int) -> None:
    """Waits for it: a byte far beyond the file's end, so that pip can read the file itself."""
    import msvcrt

    os.lseek(handle, 1 << 30, os.SEEK_SET)
    while True:
        with contextlib.suppress(OSError):  # it gives up after ten seconds
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
            return
        say("Another task is setting up .venv; waiting for it.")
