"""Waiting for files to change, with the watcher that Pelican itself uses."""

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

_TOGETHER = 6
"""Milliseconds without a change that end a save. Editors write a file in several steps, one right after the other."""
_AT_MOST = 60
"""Milliseconds after which is told what has changed even if more goes on changing."""
_TICK = 1000
"""Milliseconds of quiet after which it is told that nothing has changed, so that a new day is noticed."""


def changes(paths: list[Path]) -> Iterator[frozenset[Path]]:
    """What changed, each time that something did, and nothing once a while when nothing does.

    From when the first is given on, no change is missed; what happened before has to be looked at.
    """
    for found in watch(
        *paths, raise_interrupt=True, step=_TOGETHER, debounce=_AT_MOST, rust_timeout=_TICK, yield_on_timeout=True
    ):
        yield frozenset(Path(path) for _, path in found)
