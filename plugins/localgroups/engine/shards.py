"""What is kept of each part of the site from build to build.

A shard a group, and one for the nation: what it hands up, which files it has, what they were made from. A shard is a
file whose name holds a digest of what is in it; it is never written over, and what is not whole is not there.
"""

import os
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Group
from localgroups.model.html import SafeHtml
from localgroups.model.items import Items, Meeting
from localgroups.model.nation import NationFacts
from localgroups.model.revisions import Revision
from localgroups.model.rollups import Rollup, SerialisedEvent
from localgroups.model.values import Struct, decoded, encoded, field, key_of
from localgroups.outputs.sitemap import Entry
from localgroups.press.whole_files import write_telling

T = TypeVar("T")


class LostShard(RuntimeError):
    """What was kept of a part is gone or not whole: it has to be built again. Its name."""


class Handed(Struct, frozen=True):
    """What a group hands up to the nation."""

    rollup: Rollup
    events: tuple[SerialisedEvent, ...]
    addresses: tuple[Entry, ...]
    """Of its pages, for the sitemap; but for its home page's, which is always there."""


class GroupShard(Struct, frozen=True):
    """What is kept of a group for the next time that it is built."""

    files: dict[str, str]
    """Every file but those of the second pass, with its key."""
    group: Group | None = None
    """None where its group.yaml never was good."""
    repeating: tuple[Meeting, ...] = ()
    """Meetings that repeat, whose next dates are shown on the desk."""
    drafts: int = 0
    expired: int = 0


class TextShard(Struct, frozen=True):
    """Texts of a group that a feed of the nation might hold."""

    texts: dict[str, SafeHtml]
    """By identity."""


class OfficeShard(Struct, frozen=True):
    """What is kept of the national office's own folder."""

    facts: NationFacts
    items: Items
    intro: SafeHtml
    assets: tuple[str, ...]
    """Addresses of its pictures and documents, which stand in the output."""
    revisions: dict[str, Revision] = field(default_factory=dict)
    """Of its meetings, by identity."""


class PartShard(Struct, frozen=True):
    """What is kept of the nation's files, or of Pelican's."""

    files: dict[str, str]
    slugs: tuple[str, ...] = ()
    """Of Pelican's pages that are shown."""
    addresses: tuple[Entry, ...] = ()
    """Of its pages, for the sitemap."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Of Pelican's pages that are not on the site."""
    events: tuple[SerialisedEvent, ...] = ()
    """The national office's own."""


class Opened(Struct, frozen=True):
    """A shard that was found to be whole."""

    data: bytes
    """A value a line."""

    def get(self, line: int, kind: type[T]) -> T | None:
        """One of the values; None where it is not there, or something else."""
        begin = 0
        for _ in range(line):  # to find an end of line takes a fraction of what it takes to split them all
            begin = self.data.find(b"\n", begin) + 1
            if not begin:
                return None
        end = self.data.find(b"\n", begin)
        return decoded(kind, self.data[begin:] if end < 0 else self.data[begin:end])


class Shards(Struct, frozen=True):
    """The folder that they lie in."""

    folder: Path

    def put(self, slug: str, *values: object) -> str:
        """Keep some values, a line each; gives the name of the file."""
        data = b"\n".join(encoded(one) for one in values)
        name = f"{slug}.{key_of(data)}"
        write_telling(self.folder / name, data)
        return name

    def open(self, name: str) -> Opened | None:
        """What is kept under a name; None where it is not there or not whole."""
        try:
            data = (self.folder / name).read_bytes()
        except (OSError, ValueError):
            return None
        whole = bool(name) and key_of(data) == name.rpartition(".")[2]
        return Opened(data) if whole else None

    def get(self, name: str, line: int, kind: type[T]) -> T | None:
        """One of the values; None where it is not there or not whole."""
        opened = self.open(name)
        return opened.get(line, kind) if opened else None

    def need(self, name: str, line: int, kind: type[T]) -> T:
        """The same. Raises LostShard."""
        found = self.get(name, line, kind)
        if found is None:
            raise LostShard(name)
        return found

    def names(self) -> set[str]:
        """Of all that are there."""
        try:
            return set(os.listdir(self.folder))  # noqa: PTH208 - names are wanted
        except OSError:
            return set()

    def keep_only(self, names: AbstractSet[str]) -> None:
        """Delete all but these."""
        for name in self.names() - names:
            (self.folder / name).unlink(missing_ok=True)
