"""Pictures that writers upload, on their way to the site.

Names, the cache and what a page needs to know; the pixels are the business of `renditions`.
"""

import hashlib
from functools import cache
from pathlib import Path

from localgroups.model.groups import Asset
from localgroups.model.limits import IMAGE_BYTES
from localgroups.model.pictures import Picture, Rendition
from localgroups.model.values import Struct
from localgroups.reading import picture_cache
from localgroups.reading.faults import Fault
from localgroups.reading.picture_sizes import RECIPE, Developed, Encoded
from localgroups.reading.uploads import plain_name, read_upload


class PictureResult(Struct, frozen=True):
    """A picture with the files that it needs, or what is wrong with it."""

    picture: Picture | None = None
    assets: tuple[Asset, ...] = ()
    fault: Fault | None = None


class Pictures(Struct, frozen=True):
    """Publishes pictures, and remembers in a folder what it made of them."""

    cache_dir: Path | None = None
    """None: nothing is remembered."""

    def publish(self, file: Path, href_prefix: str, alt: str) -> PictureResult:
        """One picture for the owner whose addresses begin with `href_prefix`: `/groups/riverside/`.

        Content faults are returned: `file-not-there`, `picture-too-heavy`, `picture-format`, `picture-damaged`,
        `picture-too-many-pixels`, `photo-has-position`.
        """
        data = read_upload(file, IMAGE_BYTES, "picture-too-heavy")
        if isinstance(data, Fault):
            return PictureResult(fault=data)
        digest = hashlib.sha256(data).hexdigest()
        developed = self._developed(data, digest, file.name)
        if isinstance(developed, Fault):
            return PictureResult(fault=developed)
        name = f"{href_prefix}images/{plain_name(file.stem, 'image')}-{digest[:8]}"
        sizes = [(f"{name}-{size.width}.webp", size) for size in developed.sizes]
        card = (f"{name}-{developed.card.width}.jpg", developed.card)
        picture = Picture(tuple(_rendition(*one) for one in sizes), alt, _rendition(*card))
        return PictureResult(picture, tuple(Asset(href, size.data) for href, size in (*sizes, card)))

    def _developed(self, data: bytes, digest: str, name: str) -> Developed | Fault:
        if self.cache_dir is None:
            return _develop(data, name)
        file = self.cache_dir / f"{digest[:32]}-{_recipe()}.pictures"
        known = picture_cache.load(file)
        if known is not None:
            return known
        developed = _develop(data, name)
        if isinstance(developed, Developed):
            picture_cache.store(file, developed)
            return picture_cache.load(file) or developed
        return developed


def _rendition(href: str, size: Encoded) -> Rendition:
    return Rendition(href, size.width, size.height)


def _develop(data: bytes, name: str) -> Developed | Fault:
    from localgroups.reading.renditions import develop  # here: it imports Pillow, which a warm build needs not

    return develop(data, name)


@cache
def _recipe() -> str:
    """Eight characters that change when the same source would give other bytes."""
    from importlib.metadata import version  # here: it is slow to load, and most texts have no picture

    return hashlib.sha256(f"{RECIPE} {version('pillow')}".encode()).hexdigest()[:8]
