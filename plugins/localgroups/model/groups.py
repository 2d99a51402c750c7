"""A local group and all that it publishes."""

from pathlib import Path

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.identity import Owner
from localgroups.model.items import Held, Items
from localgroups.model.links import Contact, Link
from localgroups.model.moments import RoughDate
from localgroups.model.places import Place
from localgroups.model.values import Struct, field


class Group(Struct, frozen=True, kw_only=True):
    """Who and where a group is: its group.yaml and about.md."""

    slug: str
    name: str
    region: str
    kind: str = "local"
    """local, section, workplace, student, working-group or nation."""
    status: str = "active"
    """forming, active, paused or closed."""
    since: RoughDate | None = None
    until: RoughDate | None = None
    summary: str = ""
    about: SafeHtml = EMPTY
    place: Place | None = None
    covers: tuple[str, ...] = ()
    contact: Contact = Contact()
    links: tuple[Link, ...] = ()
    language: str
    timezone: str
    maintainers: tuple[str, ...] = ()
    former_slugs: tuple[str, ...] = ()
    """Earlier slugs, oldest first."""
    imprint: str = ""
    """The group's own; empty where the national one holds."""
    calendars: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()

    @property
    def owner(self) -> Owner:
        return Owner(self.slug, self.name, self.former_slugs[0] if self.former_slugs else self.slug)

    @property
    def href(self) -> str:
        return f"/groups/{self.slug}/"


class GroupReading(Struct, frozen=True):
    """What came of reading one group's folder."""

    slug: str
    group: Group | None
    """None where group.yaml cannot be used; then nothing of the folder is published."""
    items: Items
    files: tuple["Asset", ...] = ()
    """Images and documents to publish."""
    diagnostics: tuple[Diagnostic, ...] = ()
    held: tuple[Held, ...] = ()
    item_count: int = 0
    """Items found, published or not."""
    drafts: int = 0
    expired: int = 0
    """Items that are kept back as their writers wish."""
    good: tuple[tuple[str, str], ...] = ()
    """(path in the folder, text) of every file as it was last good."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """SHA-256 of the bytes of every text that was read, by its path in the folder."""


class Asset(Struct, frozen=True):
    """A file that goes into the output as it is: an image's rendition or a document."""

    href: str
    """Path on the site, from its root."""
    content: "bytes | Stored"


class Stored(Struct, frozen=True):
    """Bytes that stay on the disk until they are needed: a nation's photos are more than a machine's memory."""

    file: Path
    start: int
    """Where they begin in the file."""
    length: int
    digest: str = ""
    """SHA-256 of these bytes in hexadecimal, where the file is not ours and may change meanwhile."""
