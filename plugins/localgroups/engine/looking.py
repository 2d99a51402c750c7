"""Looking at the folders of many groups while something else is done: a large part of a small build's time goes into
asking the disk how files look, and another process can ask.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from localgroups.engine.signatures import look, looks

MANY = 100
"""Groups for which a second process is worth the while."""

Looks = dict[str, str]
"""Slugs, with how their folders look; the empty text where that is not sure."""


@contextmanager
def looking(
    folder: Path, slugs: Sequence[str], now: int, jobs: int, many: int = MANY
) -> Iterator[Callable[[], Looks] | None]:
    """Have a second process look at the folders of groups in `folder` while the block runs; what it gives waits, and
    says what was seen. Any of them may be missing there.

    None where the system starts no process as a copy of this one, where there are not `many` groups, or one process
    alone is wanted. `now` is the disk's own time, in nanoseconds, from before.
    """
    if jobs < 2 or len(slugs) < many or sys.platform != "linux":
        yield None
        return
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _look_and_end(folder, slugs, now, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield lambda: _answer(pipe, slugs)
    finally:
        os.waitpid(process, 0)


def _answer(pipe: BinaryIO, slugs: Sequence[str]) -> Looks:
    """What the second process has seen; nothing where it came to grief."""
    lines = pipe.read().decode("ascii", "replace").split("\n")
    return dict(zip(slugs, lines, strict=True)) if len(lines) == len(slugs) else {}


def _look_and_end(folder: Path, slugs: Sequence[str], now: int, writing: int) -> None:
    """All that the second process does. Nothing of the first's is finished twice: it ends here, whatever happens."""
    try:
        text = "\n".join(looks(look(folder / one), now) for one in slugs)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(text.encode("ascii"))
    finally:
        os._exit(0)
