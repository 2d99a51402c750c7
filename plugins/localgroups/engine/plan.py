"""What has to be built, and why: a pure look at what the last build knew and at how things are.

A group is built when its folder, the program, the theme, the settings or the few national facts have changed, when a
day has come on which something of it turns, or when its files in the output are not those that were left there.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from localgroups.engine.ledger import GroupLine, Ledger
from localgroups.engine.signatures import looks_if_same
from localgroups.model.values import Struct, replace
from localgroups.press.standing import Standing

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Plan(Struct, frozen=True):
    """Which groups can stay as they are, and which are built."""

    kept: dict[str, GroupLine]
    stale: tuple[str, ...]
    """Slugs, sorted."""
    gone: tuple[GroupLine, ...]
    """Groups whose folder is not there any more."""


def make_plan(
    source: Path,
    slugs: Iterable[str],
    ledger: Ledger,
    standing: Standing,
    today: date,
    now: int,
    changed: frozenset[str] | None = None,
    seen: Mapping[str, str] = _NOTHING,
) -> Plan:
    """The plan for some groups. `ledger` is that of the same version, or an empty one; `now` is the disk's time.

    `changed` are the only ones in whose folders something may have changed; None where nobody has watched them.
    `seen` is how folders look, of those at which somebody has looked since `now`.
    """
    slugs = tuple(slugs)
    before = ledger.by_slug()
    kept: dict[str, GroupLine] = {}
    for slug in slugs:
        line = before.get(slug)
        if line is None or not ledger.day <= today < line.turn or standing.touches(f"groups/{slug}/"):
            continue
        if changed is not None and slug not in changed:
            kept[slug] = line
            continue
        # What is held is looked at again each time: its good versions may come from elsewhere.
        if line.held:
            continue
        if line.looks and seen.get(slug) == line.looks:
            kept[slug] = line
            continue
        looking = looks_if_same(source / "groups" / slug, line.looks, line.contents, now)
        if looking is not None:
            kept[slug] = line if looking == line.looks else replace(line, looks=looking)
    return Plan(
        kept=kept,
        stale=tuple(sorted(one for one in slugs if one not in kept)),
        gone=tuple(line for slug, line in before.items() if slug not in slugs),
    )
