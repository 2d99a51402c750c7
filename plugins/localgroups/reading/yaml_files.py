"""Files of fields alone: group.yaml, organisation.yaml, regions.yaml. Texts alone: about.md, home.md."""

from pathlib import Path

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.reading.bodies import read_body
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, warning
from localgroups.reading.files import read_text
from localgroups.reading.front_matter import split
from localgroups.reading.located_yaml import read_fields
from localgroups.reading.nodes import Mapping, Node


def read_nodes(root: Path, name: str, faults: FileFaults) -> Node | None:
    """The nodes of a file that has to be there; None where `faults` says what is wrong."""
    if not (root / name).is_symlink() and not (root / name).exists():
        faults.add(
            Fault(
                "missing-file",
                f"The file {name} is missing.",
                f"Add a file of the name {name}; the documentation has one to copy.",
            )
        )
        return None
    text = read_text(root, name, faults)
    if text is None or faults.has_errors:
        return None
    faults.root = read_fields(text, 1, faults)
    return faults.root


def read_mapping(root: Path, name: str, faults: FileFaults) -> Mapping | None:
    """As `read_nodes`, for a file that consists of fields."""
    node = read_nodes(root, name, faults)
    if isinstance(node, Mapping):
        return node
    if not faults.has_errors:
        faults.add(Fault("no-fields", "There are no fields in this file.", "Write one a line, like  name: Riverside"))
    return None


def read_text_alone(name: str, faults: FileFaults, desk: Desk) -> SafeHtml:
    """A text without fields; empty where it is absent or cannot be read."""
    if name not in desk.folder.names:
        return EMPTY
    text = read_text(desk.folder.root, name, faults)
    if text is None or faults.has_errors:
        return EMPTY
    line = 1
    if text.startswith("---\n"):
        faults.add_at(
            warning(
                "fields-not-needed",
                f"{name} needs no fields; those at its top are not published.",
                "Delete everything down to the second line ---.",
            ),
            1,
            1,
            4,
        )
        parts = split(text, FileFaults(faults.path))
        if parts is not None:
            text, line = parts.body, parts.body_line
    return read_body(text, line, faults, desk)
