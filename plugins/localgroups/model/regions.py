"""The tree of regions."""

from collections.abc import Iterator

from localgroups.model.values import Struct


class Region(Struct, frozen=True):
    """One region and the regions in it."""

    slug: str
    name: str
    summary: str = ""
    parent: str = ""
    """Slug of the region that holds it; empty at the top."""
    children: tuple["Region", ...] = ()

    def walk(self) -> Iterator["Region"]:
        """Itself, then all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()
