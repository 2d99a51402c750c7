"""Pieces of work on groups, handed to whoever does them, and what comes of them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from typing import Generic, TypeVar

from localgroups.engine.config import Progress
from localgroups.engine.executors import Here
from localgroups.engine.group_work import Setup
from localgroups.model.values import Struct

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Setup, tuple[Task, ...]], list[Result]]

_SHARES = 6
"""Each of those that work gets so many pieces one after the other: one heavy group then keeps nobody waiting long."""
_FEW = 4
"""Groups in a piece when one alone works: often enough for a progress bar."""


class Crew(Struct, frozen=True):
    """An executor, and how many pieces of work it does at once."""

    executor: Executor
    width: int
    setup: Setup
    progress: Progress

    def begin(self, work: Work[Task, Result], tasks: Sequence[Task], what: str) -> "Begun[Result]":
        """Have some groups worked on. In this process it is done when this comes back."""
        here = isinstance(self.executor, Here)
        size = _FEW if here else max(1, -(-len(tasks) // (self.width * _SHARES)))
        sizes: dict[Future[list[Result]], int] = {}
        if tasks:
            self.progress(what, 0, len(tasks))
        for start in range(0, len(tasks), size):
            piece = tuple(tasks[start : start + size])
            sizes[self.executor.submit(work, self.setup, piece)] = len(piece)
            if here:
                self.progress(what, start + len(piece), len(tasks))
        return Begun(sizes, what, self.progress)

    def done(self, work: Work[Task, Result], tasks: Sequence[Task], what: str) -> Iterator[Result]:
        """The same, and wait for it."""
        return self.begin(work, tasks, what).results()


class Begun(Struct, Generic[Result], frozen=True):
    """Work under way."""

    sizes: dict[Future[list[Result]], int]
    """Each piece, with the number of groups in it."""
    what: str
    progress: Progress

    def results(self) -> Iterator[Result]:
        """What comes of it, in any order. Raises what a piece of it raised."""
        done, total = 0, sum(self.sizes.values())
        for future in as_completed(self.sizes):
            yield from future.result()
            done += self.sizes[future]
            self.progress(self.what, done, total)
