"""The whole nation read, and nothing else done with it."""

from datetime import date
from pathlib import Path

from localgroups.model.groups import Group
from localgroups.model.items import Items
from localgroups.model.values import Struct
from localgroups.reading.files import group_slugs
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer


class Survey(Struct, frozen=True):
    """Every group that can be published, and the items of all and of the national office."""

    today: date
    groups: tuple[Group, ...]
    items: tuple[Items, ...]


def survey(source: Path, today: date) -> Survey:
    """Read everything in `source`. Raises UnreadableNation."""
    renderer = Renderer.at(None)
    nation = read_nation(source, renderer, today)
    slugs, _ = group_slugs(source)
    readings = [read_group(source / "groups" / slug, slug, nation.facts, renderer, today) for slug in slugs]
    published = [one for one in readings if one.group is not None]
    return Survey(
        today,
        tuple(one.group for one in published if one.group is not None),
        (nation.items, *(one.items for one in published)),
    )
