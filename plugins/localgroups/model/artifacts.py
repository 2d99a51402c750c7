"""Files of the site, before they are written."""

import re
from collections.abc import Callable

from localgroups.model.identity import NATION, owner_prefix
from localgroups.model.values import Struct

_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")
_FOR_THE_HOST = frozenset({"_headers", "_redirects"})
"""Files at the top of the site that tell a host what to do; nobody but the national office may write one."""


class PathOutside(ValueError):
    """An output path that is not inside its owner's prefix: a fault of the program, never of content."""


class OutputPath(Struct, frozen=True, order=True):
    """A path in the output, made of an owner and parts that cannot climb; made by `of` alone."""

    text: str
    """Relative, with `/`: `groups/riverside/meetings/index.html`."""

    @classmethod
    def of(cls, owner: str, href: str) -> "OutputPath":
        """The file behind an address of one owner; a directory's is its index.html.

        `href` is a path from the site's root. Raises PathOutside where a part is odd or the prefix is another's.
        """
        prefix = owner_prefix(owner)
        path = href.removeprefix("/")
        if path.endswith("/") or not path:
            path += "index.html"
        if owner == NATION and path in _FOR_THE_HOST:
            return cls(path)
        if not path.startswith(prefix) or ".." in path or not _PATH.fullmatch(path):
            raise PathOutside(f"{href!r} is not an address of {owner or 'the national office'!r}")
        return cls(path)


class Artifact(Struct, frozen=True):
    """One file of the site: where, and its bytes."""

    path: OutputPath
    data: bytes


class Draft(Struct, frozen=True):
    """A file of the site that has not been made: what it is made from, and how.

    Most files of most builds need not be: one that was made from the same before stands as it is.
    """

    path: OutputPath
    source: object
    """A plain value (Structs, texts, numbers, days) that says all there is to it: from equal ones come equal
    bytes."""
    make: Callable[[], bytes]

    @classmethod
    def of(cls, artifact: Artifact) -> "Draft":
        """Something that is made already."""
        return cls(artifact.path, artifact.data, lambda: artifact.data)
