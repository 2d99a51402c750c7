"""The few national facts that every group's files are read against."""

from collections.abc import Mapping
from functools import cached_property

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Asset
from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.items import Held, Items
from localgroups.model.organisation import Organisation
from localgroups.model.regions import Region
from localgroups.model.revisions import Revision
from localgroups.model.values import Struct, field


class NationFacts(Struct, frozen=True, dict=True):
    """What a group may name: regions, national campaigns, kinds of meeting, access facts."""

    organisation: Organisation
    regions: tuple[Region, ...] = ()
    """The top of the tree, in the order of the file."""
    campaigns: dict[str, str] = field(default_factory=dict)
    """National campaigns: stem to title; an empty title for one that may be named and has no page, because it is
    held or a draft."""

    @cached_property
    def _by_slug(self) -> dict[str, Region]:
        """Asked for by every card of every group: the tree is walked once."""
        return {region.slug: region for root in self.regions for region in root.walk()}

    def all_regions(self) -> Mapping[str, Region]:
        """Every region by its slug, in the order of the tree."""
        return self._by_slug

    def ancestors(self, slug: str) -> tuple[Region, ...]:
        """The region and those that hold it, from the inside out; empty for an unknown slug."""
        regions = self.all_regions()
        line: list[Region] = []
        while slug in regions:
            line.append(regions[slug])
            slug = regions[slug].parent
        return tuple(line)


class NationReading(Struct, frozen=True):
    """What came of reading the national office's own folder."""

    facts: NationFacts
    items: Items = Items()
    intro: SafeHtml = EMPTY
    """content/home.md"""
    assets: tuple[Asset, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    held: tuple[Held, ...] = ()
    item_count: int = 0
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    """Of its meetings, by identity."""
    good: tuple[tuple[str, str], ...] = ()
    """(path in the folder, text) of every file as it was last good."""
