"""The directory of groups: regions, nested as the nation nests them, and an index by name."""

import unicodedata
from itertools import groupby

from localgroups.federation.nation import Federation, name_order
from localgroups.model.regions import Region
from localgroups.model.rollups import Card
from localgroups.outputs.cards import Cards
from localgroups.outputs.views import GroupCard, RegionEntry


def region_entry(region: Region, federation: Federation, cards: Cards, with_groups: bool = True) -> RegionEntry:
    """A region with its groups and the regions in it; closed groups are counted nowhere."""
    living = [one for one in federation.inside(region.slug).cards if not one.is_closed]
    here = tuple(one for one in living if one.region == region.slug)
    return RegionEntry(
        name=region.name,
        href=cards.site.href(f"/regions/{region.slug}/"),
        slug=region.slug,
        summary=region.summary,
        count=len(living),
        groups=cards.groups(here) if with_groups else (),
        children=tuple(region_entry(child, federation, cards, with_groups) for child in region.children),
    )


def by_initial(groups: tuple[Card, ...], cards: Cards) -> tuple[tuple[str, tuple[GroupCard, ...]], ...]:
    """Groups under the first letter of their names, accents aside: `("L", (...))`."""
    found = sorted(groups, key=lambda one: (initial(one.name), *name_order(one.name, one.slug)))
    return tuple(
        (letter, cards.groups(tuple(some))) for letter, some in groupby(found, key=lambda one: initial(one.name))
    )


def initial(name: str) -> str:
    """The letter that a name stands under: `É` under E, a figure under #."""
    plain = name_order(name, "")[0]
    first = unicodedata.normalize("NFD", plain)[:1].upper()
    return first if first.isalpha() else "#"
