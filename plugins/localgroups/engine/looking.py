"""Looking at the folders of many groups while something else is done: a large part of a small build's time goes into
asking the disk how files look, and another process can ask.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from mmap import mmap
from pathlib import Path
from typing import BinaryIO

from localgroups.engine.signatures import looks
from localgroups.model.values import decoded, encoded
from localgroups.reading.outside import look

MANY = 100
"""Groups for which a second process is worth the while."""

Looks = dict[str, str]
"""Slugs, with how their folders look; the empty text where that is not sure."""


Question = Callable[[], list[str]]
Sight = tuple[Looks, list[list[str]]]
"""How folders look, and answers to what a second process was asked besides; none where it did not say."""


@contextmanager
def looking(
    folder: Path, slugs: Sequence[str], now: int, jobs: int, first: Sequence[Question] = (), many: int = MANY
) -> Iterator[Callable[[], Sight] | None]:
    """Have a second process answer what comes `first`, and then look at the folders of groups in `folder`, while the
    block runs; what it gives helps with the rest, waits, and says what was seen. Any folder may be missing there.

    None where the system starts no process as a copy of this one, where there are not `many` groups, or one process
    alone is wanted. `now` is the disk's own time, in nanoseconds, from before.
    """
    if jobs < 2 or len(slugs) < many or sys.platform != "linux":
        yield None
        return
    reading, writing = os.pipe()
    ends = _Ends(len(slugs))
    process = os.fork()
    if process == 0:
        os.close(reading)
        _look_and_end(folder, slugs, now, first, ends, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield lambda: _together(_look_from_the_back(folder, slugs, now, ends), _answer(pipe, slugs))
    finally:
        os.waitpid(process, 0)


class _Ends:
    """How far two processes have come, one from the front and one from the back. They share it without waiting for each
    other: where they meet, both may look at the same folder, and see the same."""

    def __init__(self, count: int) -> None:
        self._numbers = memoryview(mmap(-1, 8)).cast("i")
        self._numbers[0], self._numbers[1] = 0, count

    def from_the_front(self) -> Iterator[int]:
        at = 0
        while at < self._numbers[1]:
            self._numbers[0] = at + 1
            yield at
            at += 1

    def from_the_back(self) -> Iterator[int]:
        at = self._numbers[1]
        while at > self._numbers[0]:
            at -= 1
            self._numbers[1] = at
            yield at


def _look_from_the_back(folder: Path, slugs: Sequence[str], now: int, ends: _Ends) -> Looks:
    """What the first process sees, when it has nothing else to do any more."""
    return {slugs[at]: looks(look(folder / slugs[at]), now) for at in ends.from_the_back()}


def _together(own: Looks, others: Sight) -> Sight:
    return others[0] | own, others[1]


def _answer(pipe: BinaryIO, slugs: Sequence[str]) -> Sight:
    """What the second process has seen; nothing where it came to grief."""
    said = decoded(tuple[list[list[str]], list[str]], pipe.read())
    return (dict(zip(slugs, said[1], strict=False)), said[0]) if said else ({}, [])


def _look_and_end(
    folder: Path, slugs: Sequence[str], now: int, first: Sequence[Question], ends: _Ends, writing: int
) -> None:
    """All that the second process does. Nothing of the first's is finished twice: it ends here, whatever happens."""
    try:
        said = [ask() for ask in first], [looks(look(folder / slugs[at]), now) for at in ends.from_the_front()]
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(encoded(said))
    finally:
        os._exit(0)
