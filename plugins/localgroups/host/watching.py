"""Waiting for files to change, with the watcher that Pelican itself uses."""

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch


def changes(paths: list[Path]) -> Iterator[set[Path]]:
    """What changed, each time that something did."""
    for found in watch(*paths, raise_interrupt=True):
        yield {Path(path) for _, path in found}
