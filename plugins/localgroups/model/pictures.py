"""Images, ready to be shown."""

from localgroups.model.values import Struct


class Rendition(Struct, frozen=True, array_like=True):
    """One size of an image as it stands in the output."""

    href: str
    """Path on the site, from its root: `/groups/riverside/images/march-1a2b3c4d-640.webp`."""
    width: int
    height: int


class Picture(Struct, frozen=True, array_like=True):
    """An image in the sizes that are published, smallest first, with its alternative text."""

    renditions: tuple[Rendition, ...]
    alt: str
    card: Rendition | None = None
    """A JPEG for the cards that other programs show where an address is shared: not all of them read WebP."""

    @property
    def largest(self) -> Rendition:
        return self.renditions[-1]
