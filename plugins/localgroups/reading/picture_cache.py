"""Pictures that were made anew before, kept by what they were made from.

One file a picture: a line of JSON, then the encoded sizes one after the other. Whatever stands in the folder, loading
it does no harm, and deleting it between builds costs time alone. The encoded sizes stay in the file until they are
published.
"""

import hashlib
import json
import os
from pathlib import Path
from tempfile import mkstemp

from localgroups.model.groups import Stored
from localgroups.reading.picture_sizes import Developed, Encoded


def load(file: Path) -> Developed | None:
    """Where `store` wrote each size; None where that is not there or not whole."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        facts = json.loads(head)
        if facts["sha256"] != hashlib.sha256(body).hexdigest():
            return None
        encoded: list[Encoded] = []
        start = len(head) + 1
        for width, height, length in facts["sizes"]:
            encoded.append(Encoded(int(width), int(height), Stored(file, start, int(length))))
            start += int(length)
        *sizes, card = encoded
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Developed(tuple(sizes), card)


def store(file: Path, picture: Developed) -> None:
    """Whole or not at all, also where two builds write at once."""
    encoded = (*picture.sizes, picture.card)
    parts = [one.data for one in encoded if isinstance(one.data, bytes)]
    body = b"".join(parts)
    sizes = [[one.width, one.height, len(data)] for one, data in zip(encoded, parts, strict=True)]
    head = json.dumps({"sha256": hashlib.sha256(body).hexdigest(), "sizes": sizes}).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = mkstemp(dir=file.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(head + b"\n" + body)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
