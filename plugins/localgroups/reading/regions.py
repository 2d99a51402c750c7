"""regions.yaml: the tree of regions."""

from pathlib import Path

from localgroups.model.regions import Region
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.nodes import Key, Mapping, Sequence, Text
from localgroups.reading.schema.nation import RegionFields, RegionsFile
from localgroups.reading.validation import read_record
from localgroups.reading.yaml_files import read_nodes

NAME = "regions.yaml"


def read_regions(content: Path, faults: FileFaults) -> tuple[Region, ...]:
    """The regions at the top of the tree, with those below them; `faults` says what is wrong."""
    root = read_nodes(content, NAME, faults)
    if root is None and faults.has_errors:
        return ()
    if not isinstance(root, Sequence):
        faults.add(
            Fault(
                "list-expected",
                "This file has to be a list of regions.",
                "Begin each region with a hyphen and a space:  - slug: north",
            )
        )
        return ()
    name = Text("regions", root.line, root.column, root.line, root.column)
    whole = Mapping(((name, root),), root.line, root.column, root.end_line, root.end_column)
    faults.root = whole
    fields = read_record(RegionsFile, whole, faults)
    seen: dict[str, str] = {}
    return tuple(_region(one, "", seen, faults, ("regions", number)) for number, one in enumerate(fields.regions))


def _region(fields: RegionFields, parent: str, seen: dict[str, str], faults: FileFaults, at: tuple[Key, ...]) -> Region:
    if fields.slug in seen and fields.slug:
        faults.add(
            Fault(
                "duplicate-region",
                f"{quoted(fields.slug)} is the slug of {quoted(seen[fields.slug])} too.",
                "Give one of them another slug.",
            ),
            *at,
            "slug",
        )
    seen[fields.slug] = fields.name
    children = tuple(
        _region(one, fields.slug, seen, faults, (*at, "regions", number)) for number, one in enumerate(fields.regions)
    )
    return Region(fields.slug, fields.name, fields.summary, parent, children)
