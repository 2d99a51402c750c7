"""Located nodes become a record of the schema; what does not fit becomes located faults."""

from typing import Any, TypeVar

from localgroups.model.diagnostics import Severity
from localgroups.model.limits import FAULTS
from localgroups.model.values import replace
from localgroups.reading.faults import Fault, FileFaults
from localgroups.reading.nodes import Key, Mapping, Node, Sequence, Text
from localgroups.reading.record_reading import Plain, read_plain
from localgroups.reading.records import Record, inner_records, list_fields, required_fields

R = TypeVar("R", bound=Record)


def read_record(record: type[R], node: Mapping, faults: FileFaults, at: tuple[Key, ...] = ()) -> R:
    """The record behind `node`, which `at` leads to from the root of the file's nodes.

    A field with a fault counts as absent; `faults` has it.
    """
    data = _shape(node, record, faults, at)
    made, found = read_plain(record, data)
    for keys, fault in found:
        faults.add(fault, *at, *keys)
    return made


def _shape(node: Mapping, record: type[Record], faults: FileFaults, at: tuple[Key, ...]) -> dict[str, Any]:
    """The known fields as plain values; unknown, refused and missing ones are reported."""
    known, refused = record.fields, record.refused
    inner = inner_records(record)
    data: dict[str, Any] = {}
    strangers: list[int] = []
    for number, (key, value) in enumerate(node.entries):
        name = key.value
        if name in known and name not in refused:
            if isinstance(value, Text):
                if value.value.strip():
                    data[name] = value.value
            elif name in inner:
                data[name] = _inside(value, inner[name], record, name, faults, at)
            else:
                data[name] = plain(value)
        elif not name.startswith("x-"):
            strangers.append(number)
    if strangers:
        from localgroups.reading.strangers import report_strangers  # here: they are rare, and so is a missing field

        report_strangers(node, strangers, record, faults)
    for name in required_fields(record):
        if not data.get(name):
            _report_missing(name, node, record, faults, at)
    return data


def _inside(
    node: Node, inner: type[Record], record: type[Record], name: str, faults: FileFaults, at: tuple[Key, ...]
) -> Plain:
    if isinstance(node, Mapping) and name not in list_fields(record):
        return _shape(node, inner, faults, (*at, name))
    if isinstance(node, Sequence):
        return [
            _shape(one, inner, faults, (*at, name, number)) if isinstance(one, Mapping) else plain(one)
            for number, one in enumerate(node.items)
        ]
    return plain(node)


def plain(node: Node) -> Plain:
    """Texts, lists and dictionaries without their places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(one) for one in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def _report_missing(name: str, node: Mapping, record: type[Record], faults: FileFaults, at: tuple[Key, ...]) -> None:
    example = record.fields[name].example or "…"
    for key, _ in node.entries:
        if key.value == name:
            if not _is_told(key.line, faults):
                message, help = f"Nothing is written behind {name}:.", f"Write: {name}: {example}"
                faults.add_key(Fault("missing-field", message, help), key)
            return
    from localgroups.reading.strangers import meant_by

    if any(meant_by(key.value, record) == name for key, _ in node.entries[: FAULTS.most]):
        return  # the unknown field is reported, with this name as its cure
    faults.add(Fault("missing-field", f"The field {name}: is missing.", f"Add a line: {name}: {example}"), *at)


def _is_told(line: int, faults: FileFaults) -> bool:
    """Whether it is said already why there is nothing in a line; a cut that was mild is one no longer."""
    for number, one in enumerate(faults.found):
        if one.span.line == line and one.code == "cut-by-hash":
            faults.found[number] = replace(one, severity=Severity.ERROR)
        if one.span.line == line and faults.found[number].severity is Severity.ERROR:
            return True
    return False
