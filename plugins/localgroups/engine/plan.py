"""What has to be built, and why: a pure look at what the last build knew and at how things are.

A group is built when its folder, the program, the theme, the settings or the few national facts have changed, when a
day has come on which something of it turns, or when its files in the output are not those that were left there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from localgroups.engine.ledger import GroupLine, Ledger
from localgroups.engine.signatures import contents, look, looks
from localgroups.federation.claims import borrowed_names, refused_claims
from localgroups.press.standing import Standing


@dataclass(frozen=True, slots=True)
class Plan:
    """Which groups can stay as they are, and which are built."""

    kept: dict[str, GroupLine]
    stale: tuple[str, ...]
    """Slugs, sorted."""
    gone: tuple[GroupLine, ...]
    """Groups whose folder is not there any more."""


def make_plan(source: Path, slugs: Iterable[str], ledger: Ledger, standing: Standing, today: date, now: int) -> Plan:
    """The plan for some groups. `ledger` is that of the same version, or an empty one; `now` is the disk's time."""
    slugs = tuple(slugs)
    before = ledger.by_slug()
    kept: dict[str, GroupLine] = {}
    for slug in slugs:
        line = before.get(slug)
        if line is None or not ledger.day <= today < line.turn or standing.touches(f"groups/{slug}/"):
            continue
        same = _if_same(source / "groups" / slug, line, now)
        if same is not None:
            kept[slug] = same
    return Plan(
        kept=kept,
        stale=tuple(sorted(one for one in slugs if one not in kept)),
        gone=tuple(line for slug, line in before.items() if slug not in slugs),
    )


def _if_same(folder: Path, line: GroupLine, now: int) -> GroupLine | None:
    """The line of a folder in which nothing has changed, with how it looks now; None where something has."""
    seen = look(folder)
    looking = looks(seen, now)
    if looking and looking == line.looks:
        return line
    return replace(line, looks=looking) if contents(folder, seen) == line.contents else None


@dataclass(frozen=True, slots=True)
class Names:
    """Which names groups may not have, because they are others'."""

    refused: frozenset[str] = frozenset()
    """Former names."""
    borrowed: frozenset[str] = frozenset()
    """Slugs of groups that call themselves what another is called."""

    @classmethod
    def among(cls, lines: Iterable[GroupLine], living: frozenset[str]) -> "Names":
        shown = tuple(one for one in lines if one.name)
        return cls(refused_claims(shown, living), frozenset(borrowed_names(shown)))

    def wronged(self, lines: Iterable[GroupLine]) -> tuple[str, ...]:
        """Groups that were built with other names than they may have: somebody else's claim has come or gone."""
        return tuple(
            one.slug
            for one in lines
            if self.refused.intersection(one.former_slugs) != set(one.refused)
            or (one.slug in self.borrowed) != one.is_borrowed
        )
