"""What every text of one owner is read against."""

from datetime import date
from pathlib import PurePosixPath

from localgroups.model.identity import NATION, Kind, Owner, item_href
from localgroups.model.nation import NationFacts
from localgroups.model.values import Struct, replace
from localgroups.reading.earlier import NOTHING, Earlier
from localgroups.reading.files import Folder
from localgroups.reading.library import Library
from localgroups.reading.rendering import Renderer


class Desk(Struct, frozen=True):
    """One owner's folder, the nation's facts and the day."""

    owner: Owner
    facts: NationFacts
    language: str
    timezone: str
    imprint: str
    """The owner's, else the national one."""
    folder: Folder
    library: Library
    renderer: Renderer
    today: date
    earlier: Earlier = NOTHING
    """What may stand in for a file that cannot be published as it is."""

    @property
    def is_nation(self) -> bool:
        return self.owner.slug == NATION

    def as_it_was(self) -> "Desk":
        """The same for reading an earlier text: pictures and documents that are gone since are there again."""
        return replace(self, library=self.library.as_it_was(self.earlier.upload))

    def stems(self, kind: Kind) -> list[str]:
        """Stems of the owner's files of one kind, published or not."""
        return self.folder.texts[kind]

    def href_of_text(self, path: str) -> str | None:
        """The page of a file of this folder, `news/library-saved.md`; None where there is none."""
        pure = PurePosixPath(path)
        if path in ("group.yaml", "about.md", ".", "README.md"):
            return self.owner.home
        folder = pure.parent.as_posix()
        if folder in tuple(Kind) and pure.suffix == ".md" and pure.stem in self.stems(Kind(folder)):
            return item_href(self.owner.slug, Kind(folder), pure.stem)
        return None
