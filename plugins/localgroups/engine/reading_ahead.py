"""Asking the disk for the texts of many groups before they are read.

A computer that has not read a nation's folder for a while has to fetch every file from its disk, and whoever reads a
file waits for it. Another process asks for those to come meanwhile; nothing is lost where it does not get far.
"""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from localgroups.engine.looking import MANY
from localgroups.press.kernel import end_with
from localgroups.reading.opening import PLAIN


@contextmanager
def reading_ahead(folders: Sequence[Path], jobs: int, many: int = MANY) -> Iterator[None]:
    """Have a second process ask for the texts in `folders`, in this order, while the block runs.

    Not where one process alone is wanted, there are not `many` folders, or the system knows no way to ask.
    """
    if jobs < 2 or len(folders) < many or sys.platform != "linux":
        yield
        return
    first = os.getpid()
    process = os.fork()
    if process == 0:
        _ask_and_end(folders, first)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _ask_and_end(folders: Sequence[Path], first: int) -> None:
    """All that the second process does. Nothing of the first's is finished twice: it ends here, whatever happens."""
    try:
        end_with(first)
        for one in folders:
            if not _is_at_hand(f"{one}/group.yaml"):
                _ask_for_texts(str(one))
    finally:
        os._exit(0)


def _is_at_hand(file: str) -> bool:
    """Whether a file can be read without waiting. Then so can its neighbours: they are read and forgotten together."""
    try:
        handle = os.open(file, PLAIN)
    except OSError:
        return False
    try:
        return os.preadv(handle, [bytearray(1)], 0, os.RWF_NOWAIT) >= 0
    except OSError:
        return False
    finally:
        os.close(handle)


def _ask_for_texts(folder: str) -> None:
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                _ask_for_texts(entry.path)
            elif entry.name.endswith((".md", ".yaml")) and entry.is_file(follow_symlinks=False):
                _ask_for(entry.path)


def _ask_for(file: str) -> None:
    with suppress(OSError):
        handle = os.open(file, PLAIN)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_WILLNEED)
        finally:
            os.close(handle)
