"""Who does the work on groups beside this process: several of ours, or a cluster.

Each is a `concurrent.futures.Executor`, so that what is built says nothing of where. A federation that outgrows one
machine names a Dask cluster; its workers need this program, and the same folders under the same names.
"""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import SplitResult, urlsplit

from localgroups.press.kernel import end_with

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

# What several processes need is loaded where there are several: an edit of one group is built by one.

P = ParamSpec("P")
T = TypeVar("T")
DASK = "dask:"
_PATIENCE = 10
"""Seconds in which a scheduler has to answer."""
_BEHIND = 10
"""How far these processes stand behind the first one where there is more to do than processors: that one joins what
they make, alone, and all wait for it."""


class NoSuchExecutor(Exception):
    """An executor was named that cannot be had here. In words for whoever named it."""


class LostProcess(Exception):
    """A process that worked on groups was ended from outside, as systems do that are short of memory."""


class LostCluster(Exception):
    """The workers of a cluster, or the way to them, went away in the middle. The address of its scheduler."""


@contextmanager
def executor_for(jobs: int, named: str, sent: object) -> Iterator[tuple[Executor | None, int]]:
    """An executor, and how many pieces of work it does at once; None where only this process can do it. `sent` is what
    each piece brings along.

    Raises NoSuchExecutor.
    """
    if named:
        with _cluster(named) as found:
            yield found
    elif not _can_be_sent(sent):
        yield None, 1
    else:
        with _several(jobs) as pool:
            yield pool, jobs


@contextmanager
def _several(jobs: int) -> "Iterator[ProcessPoolExecutor]":
    """Processes of our own, which end with this one, however it ends. Raises LostProcess."""
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, mp_context=_processes(), initializer=_begin)
    try:
        yield pool
    except BrokenExecutor as broken:
        raise LostProcess from broken
    finally:
        pool.shutdown(cancel_futures=True)  # what has begun is waited for: nobody lays files behind our back


def _begin() -> None:
    """The first that a process does: see that it ends with the one that it works for.

    One that is killed cannot tell the others. They would wait for work for ever, and hold the build's lock, which they
    have from it; so none comes before they are gone, and none waits long. Interrupts are the first process's business.
    """
    import multiprocessing
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = multiprocessing.parent_process()
    assert first is not None and first.pid is not None  # only processes that were started begin here
    end_with(first.pid)
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    # Where the system does not see to it, a thread does; it has to wait where a library keeps all others waiting.
    threading.Thread(target=_end_after, args=(first.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def _processes() -> "BaseContext":
    """Copies of this process where the system makes them safely: they begin with all that is loaded here."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _can_be_sent(value: object) -> bool:
    """Whether other processes can have it. A filter of a theme's that was written in pelicanconf.py may not."""
    import pickle

    try:
        pickle.dumps(value)
    except (pickle.PicklingError, TypeError, AttributeError):
        return False
    return True


@contextmanager
def _cluster(named: str) -> Iterator[tuple[Executor, int]]:
    """Workers of a Dask cluster. Raises NoSuchExecutor, LostCluster."""
    address = _address(named)
    import socket

    try:
        from distributed import Client, KilledWorker
        from distributed.comm import CommClosedError
    except ImportError as missing:
        raise NoSuchExecutor("Install Dask first: pip install 'localgroups[dask]'") from missing
    try:
        # Asked for plainly first: Dask itself would try for a while, and leave loose ends where it tried in vain.
        socket.create_connection((address.hostname, address.port), timeout=_PATIENCE).close()
        client = Client(address.geturl(), timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise NoSuchExecutor(f"There is no Dask scheduler at {address.geturl()}.") from fault
    with client:
        width = sum(client.nthreads().values())
        if not width:
            raise NoSuchExecutor(f"The Dask scheduler at {address.geturl()} has no workers.")
        try:
            yield client.get_executor(pure=False), width
        except (KilledWorker, CommClosedError, CancelledError) as lost:
            raise LostCluster(address.geturl()) from lost


def _address(named: str) -> SplitResult:
    """The scheduler's address. Raises NoSuchExecutor."""
    try:
        address = urlsplit(named.removeprefix(DASK))
        if named.startswith(DASK) and address.scheme in ("tcp", "tls") and address.hostname and address.port:
            return address
    except ValueError:  # a port that can be none
        pass
    raise NoSuchExecutor(f"{named} is no executor. Write the address of a cluster: dask:tcp://scheduler:8786")
