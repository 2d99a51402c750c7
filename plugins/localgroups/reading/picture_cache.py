"""Pictures that were made anew before, kept by what they were made from.

One file a picture: a line of JSON, then the encoded sizes one after the other. Whatever stands in the folder, loading
it does no harm, and deleting it between builds costs time alone. The encoded sizes stay in the file until they are
published.
"""

import hashlib
import os
from pathlib import Path

from localgroups.model.groups import Stored
from localgroups.model.values import Struct, decoded, encoded
from localgroups.reading.picture_sizes import Developed, Encoded


class _Head(Struct, frozen=True):
    """The line of JSON."""

    sha256: str
    """Of all that follows."""
    sizes: tuple[tuple[int, int, int], ...]
    """Of each picture its width and height in pixels, and its length in bytes."""


def load(file: Path) -> Developed | None:
    """Where `store` wrote each size; None where that is not there or not whole."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    facts = decoded(_Head, head)
    if facts is None or not facts.sizes or facts.sha256 != hashlib.sha256(body).hexdigest():
        return None
    pictures: list[Encoded] = []
    start = len(head) + 1
    for width, height, length in facts.sizes:
        pictures.append(Encoded(width, height, Stored(file, start, length)))
        start += length
    *sizes, card = pictures
    return Developed(tuple(sizes), card)


def store(file: Path, picture: Developed) -> None:
    """Whole or not at all, also where two builds write at once."""
    from tempfile import mkstemp  # new pictures are seldom, and it is slow to load

    pictures = (*picture.sizes, picture.card)
    parts = [one.data for one in pictures if isinstance(one.data, bytes)]
    body = b"".join(parts)
    sizes = [(one.width, one.height, len(data)) for one, data in zip(pictures, parts, strict=True)]
    head = encoded(_Head(hashlib.sha256(body).hexdigest(), tuple(sizes)))
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = mkstemp(dir=file.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(head + b"\n" + body)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
