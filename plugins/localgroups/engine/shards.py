"""What is kept of each part of the site from build to build.

A shard a group, and one for the nation: what it hands up, which files it has, what they were made from. A shard is a
file of some values, each with a digest, whose name holds a digest of these; it is never written over, and what is not
whole is not there. Who wants one value neither reads the others nor asks whether they are whole.

What groups have by the thousand lies there without the names of its fields (`array_like`), which would be half of it:
no shard outlives the version of the program that wrote it.
"""

import os
from collections.abc import Container
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
from localgroups.model.values import Struct, Unread, decoded, encoded, field, key_of
from localgroups.outputs.sitemap import Entry
from localgroups.press.whole_files import write_telling
from localgroups.reading.opening import PLAIN

T = TypeVar("T")
_HEAD = 1024
"""Bytes in which the head of a shard has room, several times over."""
_Said = tuple[tuple[str, int], ...]
"""The head: of each value its digest and its length in bytes."""


class LostShard(RuntimeError):
    """What was kept of a part is gone or not whole: it has to be built again. Its name."""


class Handed(Struct, frozen=True, array_like=True):
    """What a group hands up to the nation."""

    rollup: Rollup
    events: tuple[SerialisedEvent, ...]
    addresses: tuple[Entry, ...]
    """Of its pages, for the sitemap; but for its home page's, which is always there."""


class GroupShard(Struct, frozen=True, array_like=True):
    """What is kept of a group for the next time that it is built."""

    files: dict[str, str]
    """Every file but those of the second pass, with its key."""
    group: Group | None = None
    """None where its group.yaml never was good."""
    repeating: tuple[Meeting, ...] = ()
    """Meetings that repeat, whose next dates are shown on the desk."""
    drafts: int = 0
    expired: int = 0


class TextShard(Struct, frozen=True, array_like=True):
    """Texts of a group that a feed of the nation might hold."""

    texts: dict[str, SafeHtml]
    """By identity."""


class UnreadTexts(Struct, frozen=True, array_like=True):
    """The same for those who want a few of them."""

    texts: dict[str, Unread]


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
    """Some values of a shard, which were found to be whole."""

    values: dict[int, bytes]
    """By their numbers."""

    def get(self, number: int, kind: type[T]) -> T | None:
        """One of them; None where it is not there, or something else."""
        data = self.values.get(number)
        return None if data is None else decoded(kind, data)


class Kept(Struct, frozen=True):
    """What was put into a shard."""

    name: str
    """Of the file."""
    keys: tuple[str, ...]
    """One for each value, which changes when the value does."""


class Shards(Struct, frozen=True):
    """The folder that they lie in."""

    folder: Path

    def put(self, slug: str, *values: object) -> Kept:
        """Keep some values, known by their numbers from 0."""
        parts = [encoded(one) for one in values]
        keys = tuple([key_of(one) for one in parts])
        head = encoded([(key, len(one)) for key, one in zip(keys, parts, strict=True)])
        name = f"{slug}.{key_of(head)}"
        write_telling(self.folder / name, b"\n".join([head, *parts]))
        return Kept(name, keys)

    def open(self, name: str, *numbers: int) -> Opened | None:
        """Some of the values that are kept under a name; None where they are not there or not whole."""
        try:
            handle = os.open(f"{self.folder}/{name}", PLAIN)
        except (OSError, ValueError):
            return None
        try:
            values = _read(handle, name.rpartition(".")[2], numbers)
        except OSError:  # a folder, where systems open it like a file
            return None
        finally:
            os.close(handle)
        return None if values is None else Opened(values)

    def get(self, name: str, number: int, kind: type[T]) -> T | None:
        """One of the values; None where it is not there or not whole."""
        opened = self.open(name, number)
        return opened.get(number, kind) if opened else None

    def need(self, name: str, number: int, kind: type[T]) -> T:
        """The same. Raises LostShard."""
        found = self.get(name, number, kind)
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


def _read(handle: int, key: str, numbers: Container[int]) -> dict[int, bytes] | None:
    """Those of the values in a file that there are; None where they are not what its name says. Raises OSError."""
    head, _, _ = os.read(handle, _HEAD).partition(b"\n")
    said = decoded(_Said, head) if key_of(head) == key else None
    if said is None:
        return None
    values: dict[int, bytes] = {}
    begin, size = len(head) + 1, os.fstat(handle).st_size
    for number, (digest, length) in enumerate(said):
        if number in numbers:
            if not 0 <= begin <= begin + length <= size:
                return None
            os.lseek(handle, begin, os.SEEK_SET)
            values[number] = os.read(handle, length)
            if key_of(values[number]) != digest:
                return None
        begin += length + 1
    return values
