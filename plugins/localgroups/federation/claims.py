"""Former names that a group may not claim: a living group's, or one that another claims too.

Apart from reading a group's files, because it takes the whole nation to see.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.groups import Group, GroupReading
from localgroups.model.items import Items


def claim_faults(groups: Iterable[Group], living: frozenset[str]) -> list[Diagnostic]:
    """A diagnostic for each claim that cannot stand; `living` are the slugs of all group folders."""
    groups = tuple(groups)
    refused = refused_claims(groups, living)
    return [_fault(one, slug, slug in living) for one in groups for slug in one.former_slugs if slug in refused]


def _fault(group: Group, slug: str, is_living: bool) -> Diagnostic:
    why = "there is a group of that name today" if is_living else "another group claims it too"
    return Diagnostic(
        "former-slug-taken",
        Span(f"groups/{group.slug}/group.yaml"),
        f'This group says that it was once called "{slug}", but {why}.',
        f"Remove {slug} from former_slugs, or ask the national office which group it belonged to.",
    )


def gone_faults(gone: Iterable[str], groups: Iterable[Group]) -> list[Diagnostic]:
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


def refused_claims(groups: Iterable[Group], living: frozenset[str]) -> frozenset[str]:
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
    honest = replace(group, former_slugs=tuple(one for one in group.former_slugs if one not in refused))
    items = reading.items
    return replace(
        reading,
        group=honest,
        items=Items(
            tuple(replace(one, owner=honest.owner) for one in items.news),
            tuple(replace(one, owner=honest.owner) for one in items.meetings),
            tuple(replace(one, owner=honest.owner) for one in items.campaigns),
        ),
    )
