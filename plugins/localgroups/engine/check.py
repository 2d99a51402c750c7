"""Checking without building: the same reading, and nothing written."""

from datetime import date
from pathlib import Path

from localgroups.federation.claims import claim_faults
from localgroups.federation.lost_words import lost_words
from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Group
from localgroups.model.items import Meeting
from localgroups.model.values import Struct
from localgroups.reading.files import group_slugs
from localgroups.reading.groups import read_group
from localgroups.reading.nation import FOLDER, read_nation
from localgroups.reading.office_pages import check_pages
from localgroups.reading.rendering import Renderer
from localgroups.reading.unreadable import UnreadableNation


class Outcome(Struct, frozen=True):
    """What a check found."""

    diagnostics: tuple[Diagnostic, ...]
    groups: int
    items: int
    repeating: tuple[Meeting, ...] = ()
    """Meetings that repeat, among those that were spoken of."""


def check(source: Path, paths: tuple[str, ...], today: date) -> Outcome:
    """Every fault of the nation in `source`; with `paths`, those in these files and folders alone.

    Paths are relative to the source, with `/`. A group that no path touches is not read.
    """
    renderer = Renderer.at(None)
    try:
        nation = read_nation(source, renderer, today)
    except UnreadableNation as unreadable:
        return Outcome(unreadable.diagnostics, 0, 0)
    slugs, faults = group_slugs(source)
    wanted = [slug for slug in slugs if not paths or any(_touches(path, f"groups/{slug}") for path in paths)]
    readings = [read_group(source / "groups" / slug, slug, nation.facts, renderer, today) for slug in wanted]
    groups: list[Group] = [one.group for one in readings if one.group is not None]
    found = [*nation.diagnostics, *faults, *claim_faults(groups, frozenset(slugs))]
    found += [fault for one in readings for fault in one.diagnostics]
    found += [*lost_words(found), *check_pages(source / FOLDER)]
    shown = [one for one in found if not paths or any(_holds(path, one.span.path) for path in paths)]
    return Outcome(
        tuple(sorted(shown, key=lambda one: one.order)),
        len(wanted),
        sum(one.item_count for one in readings) + nation.item_count,
        tuple(
            one
            for items in (nation.items, *(reading.items for reading in readings))
            for one in items.meetings
            if one.recurrence and (not paths or any(_holds(path, one.path) for path in paths))
        ),
    )


def _holds(path: str, file: str) -> bool:
    """Whether a file is `path` or lies in it."""
    return path in (".", file) or file.startswith(f"{path}/")


def _touches(path: str, folder: str) -> bool:
    """Whether `path` lies in a folder or holds it."""
    return _holds(path, folder) or _holds(folder, path)
