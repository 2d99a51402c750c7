"""Who does the work on groups: this process, several beside it, or a cluster.

Each is a `concurrent.futures.Executor`, so that what is built says nothing of where. A federation that outgrows one
machine names a Dask cluster; its workers need this program, and the same folders under the same names.
"""

import multiprocessing
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
DASK = "dask:"


class NoSuchExecutor(Exception):
    """An executor was named that cannot be had here. In words for whoever named it."""


class Here(Executor):
    """Does everything in this process, as soon as it is asked."""

    def submit(self, work: Callable[P, T], /, *values: P.args, **named: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(work(*values, **named))
        except BaseException as fault:
            if not isinstance(fault, Exception):
                raise
            future.set_exception(fault)
        return future


@contextmanager
def executor_for(jobs: int, named: str, sent: object) -> Iterator[tuple[Executor, int]]:
    """An executor, and how many pieces of work it does at once. `sent` is what each piece brings along.

    Raises NoSuchExecutor.
    """
    if named:
        with _cluster(named) as found:
            yield found
    elif jobs <= 1 or not _can_be_sent(sent):
        yield Here(), 1
    else:
        with ProcessPoolExecutor(jobs, mp_context=_processes()) as pool:
            yield pool, jobs


def _processes() -> Any:
    """Copies of this process where the system makes them safely: they begin with all that is loaded here."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _can_be_sent(value: object) -> bool:
    """Whether other processes can have it. A filter of a theme's that was written in pelicanconf.py may not."""
    try:
        pickle.dumps(value)
    except (pickle.PicklingError, TypeError, AttributeError):
        return False
    return True


@contextmanager
def _cluster(named: str) -> Iterator[tuple[Executor, int]]:
    if not named.startswith(DASK):
        raise NoSuchExecutor(f"{named} is no executor. Write the address of a cluster: dask:tcp://scheduler:8786")
    try:
        from distributed import Client
    except ImportError as missing:
        raise NoSuchExecutor("Install Dask first: pip install 'localgroups[dask]'") from missing
    try:
        client = Client(named.removeprefix(DASK), timeout="10s", set_as_default=False)
    except (OSError, ValueError) as fault:
        raise NoSuchExecutor(f"There is no Dask scheduler at {named.removeprefix(DASK)}.") from fault
    with client:
        yield client.get_executor(pure=False), max(sum(client.nthreads().values()), 1)
