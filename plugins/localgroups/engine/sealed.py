"""Small files of the workshop: a value, and before it a seal that tells whether all of it is there."""

from pathlib import Path
from typing import TypeVar

from localgroups.model.values import decoded, encoded, key_of
from localgroups.press.whole_files import write_telling

T = TypeVar("T")


def read_sealed(kind: type[T], file: Path) -> T | None:
    """The value in a file; None where there is none that can be used."""
    try:
        seal, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return decoded(kind, data) if key_of(data) == seal.decode("ascii", "replace") else None


def write_sealed(file: Path, value: object) -> None:
    """Whole or not at all; a file that holds the value already is left alone."""
    data = encoded(value)
    write_telling(file, key_of(data).encode() + b"\n" + data)
