"""What libraries wrote, kept beside our own code from run to run.

Feeds and calendars come in two dozen shapes, and a library writes each of them once, around marks (`moulds`). To load
the libraries takes longer than to write a hundred pages; where a shape was written before, by the same program with
the same libraries, what was written then is taken. It is text, and stands where Python keeps the code of modules.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from localgroups.model.values import Struct, decoded, encoded
from localgroups.outputs.beside_code import keep_beside, place_beside

_MOST = 400
"""So many are kept: a nation with odd ones has the library write these each time."""


class _File(Struct, frozen=True):
    """What is in the file."""

    version: str
    """Of the program and of all libraries, when this was written."""
    shapes: dict[str, list[str]]


class _Shelf(Struct):
    """What this process knows."""

    version: str = ""
    """Of this program; empty as long as nobody has said which one it is: then nothing is kept."""
    shapes: dict[str, list[str]] | None = None
    """None where nobody has asked yet."""


_SHELF = _Shelf()


def keep_for(version: str) -> None:
    """Keep from now on what is written, and take what was kept; `version` is that of the program with its libraries."""
    if version != _SHELF.version:
        _SHELF.version, _SHELF.shapes = version, None


def are_kept() -> bool:
    """Whether there are any: then the libraries are hardly needed."""
    return bool(_shapes())


def shape(name: str, write: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Texts that a library writes, under a name that says of what; `write` has it do that."""
    found = _shapes().get(name)
    if found is None:
        found = [*write()]
        if len(_shapes()) < _MOST:
            _shapes()[name] = found
            _keep()
    return found


def _shapes() -> dict[str, list[str]]:
    if _SHELF.shapes is None:
        _SHELF.shapes = _read()
    return _SHELF.shapes


def _read() -> dict[str, list[str]]:
    place = _place() if _SHELF.version else None
    if place is None:
        return {}
    with suppress(OSError):
        found = decoded(_File, place.read_bytes())
        if found and found.version == _SHELF.version:
            return found.shapes
    return {}


def _keep() -> None:
    """What others have kept meanwhile stays. What is lost where two keep at once is kept another time."""
    place = _place() if _SHELF.version else None
    if place is not None:
        keep_beside(place, encoded(_File(_SHELF.version, _read() | _shapes())))


def _place() -> Path | None:
    """Beside this file's own code; None for a Python that keeps none."""
    return place_beside(__file__, ending=".shapes")
