"""Lists of meetings: `meetings/*.yaml`, each entry a meeting of its own.

An entry's stem is its `id`, where that can be part of an address, else its first date and its title:
`2026-12-03-members-meeting`. One entry's faults do not touch the others.
"""

from localgroups.model.late_patterns import late
from localgroups.model.limits import FAULTS
from localgroups.model.values import replace
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults
from localgroups.reading.items import ItemReading, is_draft
from localgroups.reading.meetings import meeting_of
from localgroups.reading.nodes import Mapping, Node, Sequence, Text
from localgroups.reading.plain_values import suggest_stem
from localgroups.reading.schema.meeting import MeetingEntry
from localgroups.reading.validation import read_record
from localgroups.reading.written_fields import read_fields

_STEM = late(r"[a-z0-9][a-z0-9-]{0,119}")


def read_list(name: str, desk: Desk) -> list[ItemReading]:
    """The meetings of one file, and last the list as a whole."""
    whole = FileFaults(f"{desk.folder.prefix}/meetings/{name}")
    return list_of(desk.folder.read(f"meetings/{name}", whole), whole, desk)


def list_of(text: str | None, whole: FileFaults, desk: Desk) -> list[ItemReading]:
    """The meetings of one text; None where `whole` says why there is none."""
    path = whole.path
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
    lines = _lines_of_entries(text or "", root)
    readings: list[ItemReading] = []
    told = 0
    for node, own in zip(root.items, lines, strict=True):
        reading = _passed_over(node, path) if told > FAULTS.most else None
        readings.append(replace(reading or _read_entry(node, path, whole, desk), entry=own))
        told += len(readings[-1].faults.found)
    return [*readings, ItemReading(path, None, whole, counts=False, source=text or "")]


def _passed_over(node: Node, path: str) -> ItemReading | None:
    """An entry with unknown fields, held without a guess at what was meant: a guess costs time, and a list is long."""
    if not isinstance(node, Mapping) or all(_is_known(key.value) for key, _ in node.entries):
        return None
    faults = FileFaults(path, node, node.line)
    message = f"There are more than {FAULTS} in this file; from here on they are not listed."
    faults.add(Fault("too-many-slips", message, "Mend those above, and check again."))
    return ItemReading(f"{path}:{node.line}", None, faults)


def _is_known(name: str) -> bool:
    return name in MeetingEntry.fields or name.startswith("x-")


def _lines_of_entries(text: str, root: Sequence) -> list[str]:
    """The lines of each entry, its hyphen in the first column; empty ones where entries share lines."""
    lines = text.split("\n")
    starts: list[int] = []
    for node in root.items:
        start = node.line - 1
        while start >= 0 and not lines[start].lstrip().startswith("-"):
            start -= 1
        starts.append(start)
    if not starts or starts != sorted(set(starts)) or starts[0] == -1:
        return [""] * len(root.items)
    ends = [*starts[1:], len(lines)]
    return [_shifted(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _shifted(lines: list[str]) -> str:
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    return "".join(f"{one[indent:] if not one[:indent].strip(' ') else one.lstrip(' ')}\n" for one in lines)


def _read_entry(node: Node, path: str, whole: FileFaults, desk: Desk) -> ItemReading:
    faults = FileFaults(path, node, node.line, forgiven=whole.forgiven)
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
        return ItemReading(named, None, FileFaults(path), is_draft=True)
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
