"""The ledger: one line a group of what the last build knew, and what that stood for.

Small, because every build reads the whole of it. It is written when the site stands, and never before: a build that
is killed leaves the ledger of the site that is served.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from localgroups.engine.sealed import read_sealed, write_sealed
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.identity import NATION
from localgroups.model.items import Held
from localgroups.model.values import Struct, Unread, decoded, unread

NAME = "ledger.json"


class Diagnostics(Struct, frozen=True):
    """What is wrong in one owner's files. Of the warnings, of which a large nation has thousands, most builds want
    nothing but the number."""

    errors: tuple[Diagnostic, ...] = ()
    warned: int = 0
    """So many warnings."""
    unread: Unread = unread(())

    @classmethod
    def of(cls, found: Iterable[Diagnostic]) -> "Diagnostics":
        errors, warnings = list[Diagnostic](), list[Diagnostic]()
        for one in found:
            (errors if one.severity is Severity.ERROR else warnings).append(one)
        return cls(tuple(errors), len(warnings), unread(warnings))

    def warnings(self) -> tuple[Diagnostic, ...]:
        return decoded(tuple[Diagnostic, ...], self.unread) or ()

    def all(self) -> tuple[Diagnostic, ...]:
        """Errors and warnings, in no order."""
        return (*self.errors, *self.warnings())


class GroupLine(Struct, frozen=True, kw_only=True):
    """What is known of one group's part of the site."""

    slug: str
    looks: str
    """How its folder looked; empty where that was not sure."""
    contents: str
    """What was in its folder."""
    turn: date
    """The first day on which it has to be built although nothing has changed."""
    refused: tuple[str, ...] = ()
    """Former names that it claims and may not have."""
    is_borrowed: bool = False
    """Whether it may not be called what it calls itself: another looks just so."""
    shard: str = ""
    handed: str = ""
    """Key of what it hands up; empty for a group without a page."""
    card: str = ""
    """Key of what others show of it."""
    name: str = ""
    """As its group.yaml has it; empty for a group without a page."""
    former_slugs: tuple[str, ...] = ()
    """Former names that its group.yaml claims, refused ones among them."""
    latitude: float | None = None
    longitude: float | None = None
    is_closed: bool = False
    past: str = ""
    """Key of what Git knew of its meetings' files."""
    shows: str = ""
    """Key of what its home page shows of others, its desk of faults that only the nation sees, its digests of days."""
    faces: Unread = unread({})
    """Files that are made when all groups are read, with their keys: home, desk, digests, what stands at former
    addresses. An edit of one group asks for no other's."""
    files: int = 0
    """So many it has, without these."""
    face_count: int = 0
    items: int = 0
    published: int = 0
    diagnostics: Diagnostics = Diagnostics()
    held: tuple[Held, ...] = ()

    def face_keys(self) -> dict[str, str]:
        """The files of `faces`."""
        return decoded(dict[str, str], self.faces) or {}


class OfficeLine(Struct, frozen=True, kw_only=True):
    """What is known of the national office's folder."""

    looks: str = ""
    contents: str = ""
    past: str = ""
    shard: str = ""
    items: int = 0
    published: int = 0
    diagnostics: Diagnostics = Diagnostics()
    held: tuple[Held, ...] = ()

    @property
    def slug(self) -> str:
        """As an owner of items."""
        return NATION


class Ledger(Struct, frozen=True, kw_only=True):
    """What the last build knew."""

    version: str = ""
    """Of all that every part depends on: program, theme, settings."""
    facts: str = ""
    """Key of the national facts that every group is read against."""
    day: date = date.min
    office: OfficeLine = OfficeLine()
    folders: str = ""
    """What lies in groups/, by name."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Those that are no single group's or the national office's."""
    held: tuple[Held, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    nation: str = ""
    """Key of all that the nation's files were made from."""
    nation_shard: str = ""
    nation_files: int = 0
    stage_shard: str = ""
    robots: str = ""
    robots_shard: str = ""
    files: int = 0
    """Of the whole site."""

    @property
    def shards(self) -> frozenset[str]:
        """Names of all shards that it speaks of."""
        return frozenset(
            (
                self.office.shard,
                self.nation_shard,
                self.stage_shard,
                self.robots_shard,
                *(one.shard for one in self.groups if one.shard),
            )
        )

    def by_slug(self) -> dict[str, GroupLine]:
        return {one.slug: one for one in self.groups}


def read_ledger(folder: Path) -> Ledger:
    """The ledger; an empty one where there is none that can be used."""
    return read_sealed(Ledger, folder / NAME) or Ledger()


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Whole or not at all."""
    write_sealed(folder / NAME, ledger)


def forget_ledger(folder: Path) -> None:
    """Let the next build take nothing for known."""
    (folder / NAME).unlink(missing_ok=True)
