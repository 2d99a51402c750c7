"""Names that a group may not claim: a former one that is another's, or one that looks like another group's.

Apart from reading a group's files, because it takes the whole nation to see.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Protocol

from localgroups.model.characters import shown
from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.groups import Group, GroupReading
from localgroups.model.items import Items
from localgroups.model.values import replace
from localgroups.reading.look_alikes import look_of, strangeness


class Claimant(Protocol):
    """Whoever has a name and claims former ones: a group, or what is kept of one."""

    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def former_slugs(self) -> tuple[str, ...]: ...


def claim_faults(groups: Iterable[Claimant], living: frozenset[str]) -> list[Diagnostic]:
    """A diagnostic for each claim that cannot stand; `living` are the slugs of all group folders."""
    groups = tuple(groups)
    refused = refused_claims(groups, living)
    claims = [_fault(one, slug, slug in living) for one in groups for slug in one.former_slugs if slug in refused]
    return [*claims, *_name_faults(groups)]


def _fault(group: Claimant, slug: str, is_living: bool) -> Diagnostic:
    why = "there is a group of that name today" if is_living else "another group claims it too"
    return Diagnostic(
        "former-slug-taken",
        Span(f"groups/{group.slug}/group.yaml"),
        f'This group says that it was once called "{slug}", but {why}.',
        f"Remove {slug} from former_slugs, or ask the national office which group it belonged to.",
    )


def gone_faults(gone: Iterable[str], groups: Iterable[Claimant]) -> list[Diagnostic]:
    """A word about each group whose folder went since the last build, unless another group was once called so."""
    renamed = {slug for one in groups for slug in one.former_slugs}
    return [
        Diagnostic(
            "group-gone",
            Span(f"groups/{slug}"),
            f'The folder "{slug}" is gone, and the pages of that group with it.',
            f"If it was renamed, add to group.yaml in its new folder: former_slugs: [{slug}]. If it went by a slip, "
            "put it back.",
            Severity.WARNING,
        )
        for slug in gone
        if slug not in renamed
    ]


def takeover_faults(gone: Iterable[str], groups: Iterable[Claimant], known: Collection[str]) -> list[Diagnostic]:
    """A word about each group that takes the name of one that stood beside it at the last build and is gone now.

    `known` are the groups of that build. A group that is new since then was renamed, and nothing is said.
    """
    taken = set(gone)
    return [
        Diagnostic(
            "former-slug-taken-over",
            Span(f"groups/{one.slug}/group.yaml"),
            f'This group takes over the old addresses of "{slug}", which was a group of its own until now.',
            f"If that was not agreed, take {slug} out of former_slugs:",
            Severity.WARNING,
        )
        for one in groups
        for slug in one.former_slugs
        if slug in taken and one.slug in known
    ]


def borrowed_names(groups: Iterable[Claimant]) -> dict[str, Claimant]:
    """Slugs of groups whose name cannot be told apart by eye from that of another, and is the odder of the two.

    Names that are typed alike are no look-alikes: two towns may be called the same.
    """
    by_look: dict[str, list[Claimant]] = {}
    for one in groups:
        by_look.setdefault(look_of(one.name), []).append(one)
    found: dict[str, Claimant] = {}
    for alike in by_look.values():
        if len(alike) == 1:
            continue
        first = min(alike, key=lambda one: (strangeness(one.name), one.slug))
        found |= {one.slug: first for one in alike if strangeness(one.name) > strangeness(first.name)}
    return found


def _name_faults(groups: tuple[Claimant, ...]) -> list[Diagnostic]:
    of_slug = {one.slug: one for one in groups}
    return [
        Diagnostic(
            "look-alike-name",
            Span(f"groups/{slug}/group.yaml"),
            f'"{shown(of_slug[slug].name)}" looks the same as the name of groups/{other.slug}, "{shown(other.name)}".',
            "Type the name again in plain letters, and add what tells the two groups apart, like the county",
        )
        for slug, other in borrowed_names(groups).items()
    ]


def with_own_name(reading: GroupReading, borrowed: Collection[str]) -> GroupReading:
    """The same reading, called by its folder's name where its own looks like another group's."""
    group = reading.group
    if group is None or group.slug not in borrowed:
        return reading
    return _of_group(reading, replace(group, name=group.slug))


def refused_claims(groups: Iterable[Claimant], living: frozenset[str]) -> frozenset[str]:
    """Former names that nobody may have: a living group's, and those that several claim."""
    claimed = Counter(slug for one in groups for slug in set(one.former_slugs))
    return frozenset(slug for slug, times in claimed.items() if times > 1 or slug in living)


def without_claims(reading: GroupReading, refused: frozenset[str]) -> GroupReading:
    """The same reading as though the group had not made the claims that are refused.

    Its items' permanent ids are made from its first name, so these change with it.
    """
    group = reading.group
    if group is None or not refused.intersection(group.former_slugs):
        return reading
    return _of_group(
        reading, replace(group, former_slugs=tuple(one for one in group.former_slugs if one not in refused))
    )


def _of_group(reading: GroupReading, group: Group) -> GroupReading:
    """The reading with another group in the place of its own, as the owner of all its items."""
    items = reading.items
    return replace(
        reading,
        group=group,
        items=Items(
            tuple(replace(one, owner=group.owner) for one in items.news),
            tuple(replace(one, owner=group.owner) for one in items.meetings),
            tuple(replace(one, owner=group.owner) for one in items.campaigns),
        ),
    )
