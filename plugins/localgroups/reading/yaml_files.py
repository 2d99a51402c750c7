"""Files of fields alone: group.yaml, organisation.yaml, regions.yaml. Texts alone: about.md, home.md."""

from os.path import lexists
from pathlib import Path
from typing import NamedTuple

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.reading.bodies import read_body
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, warning
from localgroups.reading.files import read_text
from localgroups.reading.front_matter import split
from localgroups.reading.nodes import Mapping, Node, Sequence
from localgroups.reading.written_fields import read_fields


def read_nodes(root: Path, name: str, faults: FileFaults) -> Node | None:
    """The nodes of a file that has to be there; None where `faults` says what is wrong."""
    text = read_present(root, name, faults)
    return None if text is None else nodes_of(text, faults)


def read_present(root: Path, name: str, faults: FileFaults, digests: dict[str, bytes] | None = None) -> str | None:
    """The text of a file that has to be there; None where `faults` says what is wrong. `digests` as in `read_text`."""
    if not lexists(f"{root}/{name}"):
        faults.add(
            Fault(
                "missing-file",
                f"The file {name} is missing.",
                f"Add a file of the name {name}; the documentation has one to copy.",
            )
        )
        return None
    text = read_text(root, name, faults, digests)
    return None if faults.has_errors else text


def nodes_of(text: str, faults: FileFaults) -> Node | None:
    """The nodes of a text that consists of fields."""
    faults.root = read_fields(text, 1, faults)
    return faults.root


def read_mapping(root: Path, name: str, faults: FileFaults) -> Mapping | None:
    """As `read_nodes`, for a file that consists of fields."""
    return mapping_of(read_nodes(root, name, faults), faults)


def mapping_of(node: Node | None, faults: FileFaults) -> Mapping | None:
    """The node, where it is fields; else `faults` says that there are none."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Sequence) and any(isinstance(one, Mapping) for one in node.items):
        message = "The hyphens at the beginning of the lines make a list of the fields."
        faults.add_at(Fault("stray-hyphen", message, "Delete the hyphen and the space before each field."), node.line)
    elif not faults.has_errors:
        faults.add(Fault("no-fields", "There are no fields in this file.", "Write one a line, like  name: Riverside"))
    return None


class TextAlone(NamedTuple):
    """A text without fields, as it is published."""

    html: SafeHtml
    source: str = ""
    """What it was made from; empty where there is none."""
    stands_in: bool = False
    """Whether it is an earlier version of a text that cannot be used."""


def read_text_alone(name: str, faults: FileFaults, desk: Desk) -> TextAlone:
    """A text without fields; where it cannot be used, the newest earlier one that can."""
    if name not in desk.folder.names:
        return TextAlone(EMPTY)
    text = desk.folder.read(name, faults)
    if text is not None and not faults.has_errors:
        html = _text_alone(name, text, faults, desk)
        if not faults.has_errors:
            return TextAlone(html, text)
    for earlier, forgiving in desk.earlier.readable(name, faults.path):
        html = _text_alone(name, earlier, forgiving, desk.as_it_was())
        if not forgiving.has_errors:
            return TextAlone(html, earlier, True)
    return TextAlone(EMPTY)


def _text_alone(name: str, text: str, faults: FileFaults, desk: Desk) -> SafeHtml:
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
