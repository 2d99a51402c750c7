"""The images and documents of one owner: each is published when something shows it, and once.

What nothing shows stays in the folder.
"""

from collections.abc import Callable
from pathlib import Path

from localgroups.model.groups import Asset
from localgroups.model.identity import owner_prefix
from localgroups.model.links import Document
from localgroups.model.pictures import Picture
from localgroups.model.values import Struct, field, replace
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.files import Folder
from localgroups.reading.rendering import Renderer
from localgroups.reading.words import nearest


class Library(Struct):
    """Fills while the owner's texts are read."""

    folder: Folder
    owner: str
    renderer: Renderer
    assets: dict[str, Asset] = field(default_factory=dict)
    """By their address."""
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height of the pictures inside texts, by their address."""
    known: dict[tuple[str, str], Picture | Fault] = field(default_factory=dict)
    documents: dict[str, Document | Fault] = field(default_factory=dict)
    upload: Callable[[str], Path | None] = lambda _path: None
    """Where a copy lies of a file that is gone from the folder."""

    def as_it_was(self, upload: Callable[[str], Path | None]) -> "Library":
        """The same for an earlier text: what is gone since comes from `upload`, and is looked at as carefully."""
        return replace(self, upload=upload, known={}, documents={})

    def holds(self, path: str) -> bool:
        return path in self.folder.uploads or self.upload(path) is not None

    def _file(self, path: str) -> Path | None:
        return self.folder.root / path if path in self.folder.uploads else self.upload(path)

    @property
    def prefix(self) -> str:
        return f"/{owner_prefix(self.owner)}"

    def picture(self, path: str, alt: str) -> Picture | Fault:
        """An image of the folder, `images/march.jpg`."""
        key = (path, alt)
        if key not in self.known:
            file = self._file(path)
            if file is None:
                return self.missing(path)
            result = self.renderer.picture(file, self.prefix, alt)
            self.assets.update((one.href, one) for one in result.assets)
            self.known[key] = result.fault or result.picture or self.missing(path)
        return self.known[key]

    def picture_href(self, path: str, alt: str) -> str | Fault:
        """The address of an image that stands inside a text."""
        picture = self.picture(path, alt)
        if isinstance(picture, Fault):
            return picture
        largest = picture.largest
        self.sizes[largest.href] = (largest.width, largest.height)
        return largest.href

    def document(self, path: str, title: str = "") -> Document | Fault:
        """A document of the folder, `documents/agenda.pdf`."""
        if path not in self.documents:
            file = self._file(path)
            if file is None:
                return self.missing(path)
            result = self.renderer.document(file, self.prefix)
            if result.asset is not None:
                self.assets[result.asset.href] = result.asset
            self.documents[path] = result.fault or Document(title, result.href, result.size)
        known = self.documents[path]
        return known if isinstance(known, Fault) else Document(title, known.href, known.size)

    def missing(self, path: str) -> Fault:
        """A file that is not in the folder, and the nearest that is."""
        same = [one for one in sorted(self.folder.uploads) if one.casefold() == path.casefold()]
        near = same[0] if same else nearest(path, self.folder.uploads)
        if path.rpartition(".")[0] in self.folder.uploads:
            near = path.rpartition(".")[0]
        if not near:
            stem = path.rpartition(".")[0]
            near = next((one for one in sorted(self.folder.uploads) if one.rpartition(".")[0] == stem), "")
        help = f"Write: {near}" if near else "Upload the file, or take the line out."
        return Fault("file-not-there", f"{quoted(path)} is not in this group's folder.", help)

    def published(self) -> tuple[Asset, ...]:
        """Everything that was shown, by address."""
        return tuple(asset for _, asset in sorted(self.assets.items()))
