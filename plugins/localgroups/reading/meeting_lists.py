"""Lists of meetings: `meetings/*.yaml`, each entry a meeting of its own.

An entry's stem is its `id`, where that can be part of an address, else its first date and its title:
`2026-12-03-members-meeting`. One entry's faults do not touch the others.
"""

import re

from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults
from localgroups.reading.files import read_text
from localgroups.reading.items import ItemReading, is_draft
from localgroups.reading.located_yaml import read_fields
from localgroups.reading.meetings import meeting_of
from localgroups.reading.nodes import Mapping, Node, Sequence, Text
from localgroups.reading.plain_values import suggest_stem
from localgroups.reading.schema.meeting import MeetingEntry
from localgroups.reading.validation import read_record

_STEM = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")


def read_list(name: str, desk: Desk) -> list[ItemReading]:
    """The meetings of one file."""
    path = f"{desk.folder.prefix}/meetings/{name}"
    whole = FileFaults(path)
    text = read_text(desk.folder.root, f"meetings/{name}", whole)
    root = read_fields(text, 1, whole) if text is not None else None
    if text is not None and not isinstance(root, Sequence) and not whole.has_errors:
        whole.add(
            Fault(
                "list-expected",
                "This file has to be a list of meetings.",
                "Begin each meeting with a hyphen and a space:  - title: …",
            )
        )
    if not isinstance(root, Sequence):
        return [ItemReading(path, None, whole)]
    readings = [_read_entry(node, path, whole, desk) for node in root.items]
    return [*readings, ItemReading(path, None, whole, counts=False)] if whole.found else readings


def _read_entry(node: Node, path: str, whole: FileFaults, desk: Desk) -> ItemReading:
    faults = FileFaults(path, node, node.line)
    inside = [one for one in whole.found if node.line <= one.span.line <= node.end_line]
    whole.found = [one for one in whole.found if one not in inside]
    faults.found.extend(inside)
    named = f"{path}:{node.line}"
    if not isinstance(node, Mapping):
        faults.add(
            Fault(
                "fields-expected",
                "An entry of the list has no fields.",
                "Write: - title: … and the other fields below it, two spaces further in",
            )
        )
        return ItemReading(named, None, faults)
    if is_draft(node.text("status")):
        return ItemReading(named, None, FileFaults(path))
    fields = read_record(MeetingEntry, node, faults)
    about = node.get("about")
    line = about.line + (0 if isinstance(about, Text) and about.line == about.end_line else 1) if about else node.line
    meeting = meeting_of(fields, stem_of(fields), fields.about, line, faults, desk)
    return ItemReading(named, meeting, faults)


def stem_of(fields: MeetingEntry) -> str:
    """The stem of an entry."""
    if fields.id and _STEM.fullmatch(fields.id):
        return fields.id
    day = f"{fields.starts.day}-" if fields.starts else ""
    return f"{day}{suggest_stem(fields.title, 'meeting')[:80].strip('-')}"
