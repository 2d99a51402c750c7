"""Groups that the last build knew: to tell a slip of the whole folder from groups that end, and a theft from a rename.

A folder that was not fetched, or was moved, looks like a nation without groups. To publish that would take
every page of every group down, so nothing is published until somebody says that it is meant.
"""

from collections.abc import Collection
from pathlib import Path

from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.reading.unreadable import UnreadableNation

MEANT = "x-no-groups"
"""A file in groups/ that says: there are none, and that is right. Git keeps no folder without a file."""


def known_groups(good: Path) -> frozenset[str]:
    """Slugs of the groups of the last build; `good` is where the last good texts are kept."""
    return frozenset(one.stem for one in (good / "groups").glob("*.json"))


def refuse_an_emptied_nation(source: Path, slugs: Collection[str], known: Collection[str]) -> None:
    """Raises UnreadableNation where the last build had groups, there is none now, and nobody says so."""
    if slugs or not known or (source / "groups" / MEANT).exists():
        return
    groups = "1 group" if len(known) == 1 else f"{len(known):,} groups"
    there = "is empty" if (source / "groups").is_dir() else "is gone"
    message = f"The folder groups {there}; the last build had {groups}. Nothing was published, the old site stands."
    help = f"Put the folder back. If the nation has no groups any more, put a file of the name {MEANT} into it."
    raise UnreadableNation((Diagnostic("all-groups-gone", Span("groups"), message, help),))
