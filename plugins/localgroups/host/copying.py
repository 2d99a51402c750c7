"""What goes wrong with the disk while Pelican copies static files.

Pelican says it in a warning and goes on, with half a file. A site is published whole or not at all, so here it is
kept, and raised at the end.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EIO, ENOSPC, EROFS

_OF_THE_DISK = (EDQUOT, EIO, ENOSPC, EROFS)


class _Keeper(logging.Handler):
    """Keeps the errors that records carry."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[OSError] = []

    def emit(self, record: logging.LogRecord) -> None:
        values = record.args if isinstance(record.args, tuple) else ()
        self.kept.extend(one for one in values if isinstance(one, OSError) and one.errno in _OF_THE_DISK)


@contextmanager
def faults_raised() -> Iterator[None]:
    """Raises the first fault of the disk that Pelican met in between."""
    keeper = _Keeper()
    logger = logging.getLogger("pelican.utils")
    logger.addHandler(keeper)
    try:
        yield
    finally:
        logger.removeHandler(keeper)
    if keeper.kept:
        raise keeper.kept[0]
