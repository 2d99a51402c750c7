"""A small nation on disk for tests of reading, and what a check of it says."""

from datetime import date
from pathlib import Path

from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.groups import GroupReading
from localgroups.model.nation import NationReading
from localgroups.reading.files import group_slugs
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer
from localgroups.reading.unreadable import UnreadableNation

TODAY = date(2026, 11, 22)

BASE = {
    "content/organisation.yaml": "name: National Organisation\nlanguage: en\ntimezone: Europe/Paris\n",
    "content/regions.yaml": "- {slug: north, name: The North}\n- {slug: south, name: The South}\n",
    "content/campaigns/warm-homes.md": "---\ntitle: Warm homes\n---\nFor warm homes.\n",
    "groups/riverside/group.yaml": "name: Riverside\nregion: north\n",
    "groups/riverside/news/2026-11-01-library-saved.md": "---\ntitle: Library saved\n---\nIt stays open.\n",
    "groups/riverside/campaigns/night-bus.md": "---\ntitle: Night bus\n---\nBring it back.\n",
    "groups/hillside/group.yaml": "name: Hillside\nregion: south\n",
    "groups/hillside/meetings/2026-12-01-social.md": "---\ntitle: Social\nstarts: 2026-12-01 19:00\n---\nCome along.\n",
}
"""All well; a test adds its own files, or writes over these."""


def write(source: Path, files: dict[str, str | bytes]) -> Path:
    """Lay files out under `source`."""
    for path, text in files.items():
        file = source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return source


def read_groups(source: Path, today: date = TODAY) -> tuple[NationReading, dict[str, GroupReading]]:
    """The nation and each of its groups."""
    renderer = Renderer.at(None)
    nation = read_nation(source, renderer, today)
    slugs, _ = group_slugs(source)
    return nation, {slug: read_group(source / "groups" / slug, slug, nation.facts, renderer, today) for slug in slugs}


def read_riverside(source: Path, files: dict[str, str | bytes], today: date = TODAY) -> GroupReading:
    """The group of that name, with files of its own in the small nation."""
    write(source, {**BASE, **{f"groups/riverside/{path}": text for path, text in files.items()}})
    return read_groups(source, today)[1]["riverside"]


def all_diagnostics(source: Path) -> list[Diagnostic]:
    """Every fault of a nation, in order."""
    try:
        nation, groups = read_groups(source)
    except UnreadableNation as unreadable:
        return list(unreadable.diagnostics)
    found = [
        *nation.diagnostics,
        *group_slugs(source)[1],
        *(one for group in groups.values() for one in group.diagnostics),
    ]
    return sorted(found, key=lambda one: one.order)


def as_text(found: list[Diagnostic]) -> str:
    """Faults as the cases under tests/cases show them."""
    lines = []
    for one in found:
        mild = " (warning)" if one.severity is Severity.WARNING else ""
        lines.append(f"{one.span.path}:{one.span.line}:{one.span.column}: {one.code}{mild}: {one.message}")
        if one.help:
            lines.append(f"    {one.help}")
    return "\n".join(lines)
