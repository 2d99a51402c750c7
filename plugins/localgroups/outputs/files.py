"""A file that follows a page, before it is known whose it is.

Apart from drafts, because those are below an owner's prefix, and here nobody has to know the owner.
"""

from collections.abc import Callable

from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.values import Struct


class File(Struct, frozen=True):
    """A path with what the file is made from, and how."""

    path: str
    """From the site's root: `/groups/riverside/feed.rss`."""
    source: object
    """As of a draft."""
    make: Callable[[], bytes]

    def of(self, owner: str) -> Draft:
        """The file below the prefix of its owner."""
        return Draft(OutputPath.of(owner, self.path), self.source, self.make)
