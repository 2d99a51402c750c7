"""One group's folder: who it is, and all that it publishes."""

from datetime import date
from pathlib import Path

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Group, GroupReading
from localgroups.model.html import SafeHtml
from localgroups.model.identity import Owner
from localgroups.model.items import Held, Items
from localgroups.model.nation import NationFacts
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, listed, quoted
from localgroups.reading.files import Folder, scan_folder
from localgroups.reading.library import Library
from localgroups.reading.owner_items import read_items
from localgroups.reading.rendering import Renderer
from localgroups.reading.schema.group import GroupFile
from localgroups.reading.validation import read_record
from localgroups.reading.values import contact_of, outside_links, own_links, place_of
from localgroups.reading.words import nearest
from localgroups.reading.yaml_files import read_mapping, read_text_alone


def read_group(folder: Path, slug: str, facts: NationFacts, renderer: Renderer, today: date) -> GroupReading:
    """The group in `folder`, whatever state it is in. `slug` is the folder's name; it has been checked.

    Where group.yaml cannot be used there is no group and there are no items, and the faults of all files
    are told all the same.
    """
    prefix = f"groups/{slug}"
    scanned = scan_folder(folder, prefix)
    library = Library(scanned, slug, renderer)
    about_group = FileFaults(f"{prefix}/group.yaml")
    fields = _read_fields(scanned, facts, about_group)
    owner = Owner(slug, fields.name or slug, fields.former_slugs[0] if fields.former_slugs else slug)
    organisation = facts.organisation
    desk = Desk(
        owner=owner,
        facts=facts,
        language=fields.language or organisation.language,
        timezone=fields.timezone or organisation.timezone,
        imprint=fields.imprint or organisation.imprint,
        folder=scanned,
        library=library,
        renderer=renderer,
        today=today,
    )
    about_text = FileFaults(f"{prefix}/about.md")
    about = read_text_alone("about.md", about_text, desk)
    group = _group(fields, about, desk, about_group)
    items = read_items(desk)
    if about_group.has_errors:
        group = None
    return GroupReading(
        slug=slug,
        group=group,
        items=items.items if group else Items(),
        files=library.published() if group else (),
        diagnostics=_sorted([*scanned.diagnostics, *about_group.found, *about_text.found, *items.diagnostics]),
        held=(
            *_held(about_group),
            *_held(about_text),
            *_refused(scanned),
            *items.held,
        ),
        item_count=items.count + len(scanned.refused),
    )


def _read_fields(folder: Folder, facts: NationFacts, faults: FileFaults) -> GroupFile:
    """The record of group.yaml; an empty one where it cannot be read."""
    node = read_mapping(folder.root, "group.yaml", faults)
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


def _group(fields: GroupFile, about: SafeHtml, desk: Desk, faults: FileFaults) -> Group | None:
    place = place_of(fields.place, faults, "place")
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
        about=about,
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


def _held(faults: FileFaults) -> tuple[Held, ...]:
    return (Held(faults.path, codes=faults.codes),) if faults.has_errors else ()


def _refused(folder: Folder) -> tuple[Held, ...]:
    return tuple(
        Held(path, codes=tuple(sorted({one.code for one in folder.diagnostics if one.span.path == path})))
        for path in folder.refused
    )


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: one.order))
