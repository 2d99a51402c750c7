"""One group's folder: who it is, and all that it publishes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Group, GroupReading
from localgroups.model.identity import Owner
from localgroups.model.items import LAST_GOOD, Held, Items
from localgroups.model.nation import NationFacts
from localgroups.model.values import Struct, replace
from localgroups.reading.desk import Desk
from localgroups.reading.earlier import NOTHING, Earlier
from localgroups.reading.emptied import read_unless_emptied
from localgroups.reading.faults import Fault, FileFaults, listed, quoted
from localgroups.reading.files import Folder, scan_folder
from localgroups.reading.group_doubts import check_group
from localgroups.reading.holding import held_refused, held_text
from localgroups.reading.library import Library
from localgroups.reading.outside import Seen
from localgroups.reading.rendering import Renderer
from localgroups.reading.schema.group import GroupFile
from localgroups.reading.validation import read_record
from localgroups.reading.values import contact_of, outside_links, own_links, place_of
from localgroups.reading.words import nearest
from localgroups.reading.yaml_files import mapping_of, nodes_of, read_present, read_text_alone


def read_group(
    folder: Path,
    slug: str,
    facts: NationFacts,
    renderer: Renderer,
    today: date,
    earlier: Earlier = NOTHING,
    seen: Sequence[Seen] | None = None,
) -> GroupReading:
    """The group in `folder`, whatever state it is in. `slug` is the folder's name; it has been checked. `seen` is what
    lies there, where somebody has just looked.

    What is broken is held, and its last good version published, where `earlier` knows one. Where group.yaml never was
    good there is no group and there are no items, and the faults of all files are told all the same.
    """
    prefix = f"groups/{slug}"
    scanned = scan_folder(folder, prefix, seen)
    library = Library(scanned, slug, renderer)
    about_group = FileFaults(f"{prefix}/group.yaml")
    who = _read_who(_Place(slug, scanned, library, facts, renderer, today, earlier), about_group)
    desk = who.desk
    about_text = FileFaults(f"{prefix}/about.md")
    about = read_text_alone("about.md", about_text, desk)
    items, emptied = read_unless_emptied(desk, who.group)
    group = replace(who.group, about=about.html) if who.group else None
    good = {"group.yaml": who.source, "about.md": about.source} | dict(items.good)
    return GroupReading(
        slug=slug,
        group=group,
        items=items.items if group else Items(),
        files=library.published() if group else (),
        diagnostics=_sorted(
            [*scanned.diagnostics, *about_group.found, *about_text.found, *emptied, *items.diagnostics]
        ),
        held=(
            *(Held(prefix, shown=LAST_GOOD, codes=(one.code,)) for one in emptied),
            *held_text(about_group, who.stands_in),
            *held_text(about_text, about.stands_in),
            *held_refused(scanned, items.stand_ins),
            *items.held,
        ),
        item_count=items.count + len(scanned.refused),
        drafts=items.drafts,
        expired=items.expired,
        good=tuple(sorted((name, text) for name, text in good.items() if text)),
        digests=scanned.digests,
    )


class _Place(Struct, frozen=True):
    """All that a desk needs but the group's own words."""

    slug: str
    folder: Folder
    library: Library
    facts: NationFacts
    renderer: Renderer
    today: date
    earlier: Earlier

    def desk(self, fields: GroupFile) -> Desk:
        organisation = self.facts.organisation
        return Desk(
            owner=Owner(
                self.slug, fields.name or self.slug, fields.former_slugs[0] if fields.former_slugs else self.slug
            ),
            facts=self.facts,
            language=fields.language or organisation.language,
            timezone=fields.timezone or organisation.timezone,
            imprint=fields.imprint or organisation.imprint,
            folder=self.folder,
            library=self.library,
            renderer=self.renderer,
            today=self.today,
            earlier=self.earlier,
        )


class _Who(NamedTuple):
    """Who the group is, by its group.yaml or an earlier one."""

    desk: Desk
    group: Group | None
    source: str = ""
    stands_in: bool = False


def _read_who(place: _Place, faults: FileFaults) -> _Who:
    text = read_present(place.folder.root, "group.yaml", faults, place.folder.digests)
    first = _who_of(text, place, faults)
    if not faults.has_errors:
        return first
    for earlier, forgiving in place.earlier.readable("group.yaml", faults.path):
        who = _who_of(earlier, place, forgiving)
        if not forgiving.has_errors:
            return who._replace(stands_in=True)
    return first._replace(group=None, source="")


def _who_of(text: str | None, place: _Place, faults: FileFaults) -> _Who:
    fields = _fields_of(text, place.facts, faults)
    desk = place.desk(fields)
    return _Who(desk, _group(fields, desk, faults), text or "")


def _fields_of(text: str | None, facts: NationFacts, faults: FileFaults) -> GroupFile:
    """The record of group.yaml; an empty one where it cannot be read."""
    node = mapping_of(nodes_of(text, faults), faults) if text is not None else None
    if node is None:
        return GroupFile()
    fields = read_record(GroupFile, node, faults)
    regions = facts.all_regions()
    if fields.region and fields.region not in regions:
        labels = {region.name: one for one, region in regions.items()}
        near = nearest(fields.region, regions) or labels.get(nearest(fields.region, labels), "")
        help = f"Write: {near}" if near else f"Known here: {listed(list(regions)[:12])}"
        faults.add(
            Fault("unknown-region", f"{quoted(fields.region)} is not a region that is known here.", help), "region"
        )
    return fields


def _group(fields: GroupFile, desk: Desk, faults: FileFaults) -> Group:
    check_group(fields, desk.today, desk.facts.organisation.timezone, faults)
    place = place_of(fields.place, desk.timezone, faults, "place")
    links = own_links(fields.links, desk, faults, "links")
    slug = desk.owner.slug
    if slug in fields.former_slugs:
        faults.add(
            Fault(
                "former-slug-taken", f"{quoted(slug)} is the group's name today.", f"Take {slug} out of former_slugs:"
            ),
            "former_slugs",
        )
    return Group(
        slug=slug,
        name=fields.name,
        region=fields.region,
        kind=fields.kind,
        status=fields.status,
        since=fields.since,
        until=fields.until,
        summary=fields.summary,
        place=place,
        covers=tuple(one for one in fields.covers if one),
        contact=contact_of(fields.contact),
        links=links,
        language=desk.language,
        timezone=desk.timezone,
        maintainers=fields.maintainers,
        former_slugs=fields.former_slugs,
        imprint=fields.imprint,
        calendars=outside_links(fields.calendars),
        feeds=outside_links(fields.feeds),
    )


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: one.order))
