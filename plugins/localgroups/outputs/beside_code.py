"""Files that lie where Python keeps the code of modules, `__pycache__`, and are trusted as that is: whoever may write
there may write the program itself. The workshop, which is safe whatever it holds, has nothing of them.
"""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path


def place_beside(file: str, kind: str = "", ending: str = ".pyc") -> Path | None:
    """Where the code of a file would lie, of some kind in letters, or what else is kept of it, of another ending; None
    for a Python that keeps none."""
    try:
        return Path(cache_from_source(file, optimization=kind or None)).with_suffix(ending)
    except NotImplementedError:
        return None


def keep_beside(place: Path, data: bytes) -> None:
    """Whole or not at all; nothing where Python was told to keep none, or where the program may not be written to."""
    if sys.dont_write_bytecode:
        return
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        beside.write_bytes(data)
        beside.replace(place)
