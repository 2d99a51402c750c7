"""Pieces of work on groups, handed to whoever does them, and what comes of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from localgroups.engine.config import Progress
from localgroups.engine.group_work import Setup, warm_up
from localgroups.model.values import Struct, field

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from threading import Thread

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Setup, tuple[Task, ...]], list[Result]]

_SHARES = 2
"""A piece is what is left, shared among so many times those that work: large ones first, single groups at the end, so
that all of them are done at about the same time."""
_FEW = 4
"""Groups in a piece when one alone works: often enough for a progress bar."""


class Crew(Struct, frozen=True):
    """Who works, and how many pieces of work are done at once."""

    executor: "Executor | None"
    """None: this process, as soon as it is asked. An edit of one group then loads nothing of executors."""
    width: int
    setup: Setup
    progress: Progress
    leaving: "list[Thread]" = field(default_factory=list)
    """Sees those off who were told that they may go."""

    def begin(self, work: Work[Task, Result], tasks: Sequence[Task], what: str) -> "Begun[Result]":
        """Have some groups worked on. In this process it is done when this comes back."""
        if tasks:
            self.progress(what, 0, len(tasks))
        if self.executor is None:
            done: list[Result] = []
            for start in range(0, len(tasks), _FEW):
                done += work(self.setup, tuple(tasks[start : start + _FEW]))
                self.progress(what, min(start + _FEW, len(tasks)), len(tasks))
            return Begun({}, what, self.progress, done)
        pieces = _pieces(tasks, self.width * _SHARES)
        return Begun({self.executor.submit(work, self.setup, one): len(one) for one in pieces}, what, self.progress)

    def done(self, work: Work[Task, Result], tasks: Sequence[Task], what: str) -> Iterator[Result]:
        """The same, and wait for it."""
        return self.begin(work, tasks, what).results()

    def dismiss(self) -> None:
        """There is no more to do, and all of it was taken: whoever did it goes while this process does what is left."""
        if self.executor is not None:
            from threading import Thread

            self.leaving.append(Thread(target=self.executor.shutdown))
            self.leaving[-1].start()


def _pieces(tasks: Sequence[Task], shares: int) -> Iterator[tuple[Task, ...]]:
    start = 0
    while start < len(tasks):
        size = max(1, (len(tasks) - start) // shares)
        yield tuple(tasks[start : start + size])
        start += size


class Begun(Struct, Generic[Result], frozen=True):
    """Work under way, or done."""

    sizes: "dict[Future[list[Result]], int]"
    """Each piece under way, with the number of groups in it."""
    what: str
    progress: Progress
    here: Sequence[Result] = ()
    """What this process has done."""

    def results(self) -> Iterator[Result]:
        """What comes of it, in any order. Raises what a piece of it raised."""
        yield from self.here
        if not self.sizes:
            return
        from concurrent.futures import as_completed

        done, total = 0, sum(self.sizes.values())
        for future in as_completed(self.sizes):
            yield from future.result()
            done += self.sizes[future]
            self.progress(self.what, done, total)


@contextmanager
def crew_for(jobs: int, named: str, setup: Setup, progress: Progress) -> Iterator[Crew]:
    """As many as asked for, or a cluster that is `named`; this process alone where others cannot have the setup.

    Raises NoSuchExecutor.
    """
    if jobs <= 1 and not named:
        yield Crew(None, 1, setup, progress)
        return
    from localgroups.engine.executors import executor_for

    if jobs > 1:
        warm_up(setup)
    with executor_for(jobs, named, setup) as (executor, width):
        crew = Crew(executor, width, setup, progress)
        try:
            yield crew
        finally:
            for one in crew.leaving:
                one.join()
