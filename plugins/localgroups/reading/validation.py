"""Located nodes become a record of the schema; what does not fit becomes located faults."""

from typing import Any, TypeVar

from localgroups.reading.faults import Fault, FileFaults, listed, quoted
from localgroups.reading.nodes import Key, Mapping, Node, Sequence, Text
from localgroups.reading.records import Plain, Record, inner_records, read_plain, required_fields
from localgroups.reading.slips import as_quoted
from localgroups.reading.words import nearest

R = TypeVar("R", bound=Record)
SHOWN = 14
"""So many fields are listed in a message."""


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
    known = record.model_fields
    inner = inner_records(record)
    data: dict[str, Any] = {}
    for number, (key, value) in enumerate(node.entries):
        name = key.value
        if name in known and name not in record.refused:
            if isinstance(value, Text):
                if value.value.strip():
                    data[name] = value.value
            elif name in inner:
                data[name] = _inside(value, inner[name], faults, (*at, name))
            else:
                data[name] = plain(value)
        elif not name.startswith("x-") and not _is_cut_at_comma(node, number, record, faults):
            _refuse(key, record, faults)
    for name in required_fields(record):
        if not data.get(name):
            _report_missing(name, node, record, faults, at)
    return data


def _inside(node: Node, record: type[Record], faults: FileFaults, at: tuple[Key, ...]) -> Plain:
    if isinstance(node, Mapping):
        return _shape(node, record, faults, at)
    if isinstance(node, Sequence):
        return [
            _shape(one, record, faults, (*at, number)) if isinstance(one, Mapping) else plain(one)
            for number, one in enumerate(node.items)
        ]
    return node.value


def plain(node: Node) -> Plain:
    """Texts, lists and dictionaries without their places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    return [plain(one) for one in node.items]


def _report_missing(name: str, node: Mapping, record: type[Record], faults: FileFaults, at: tuple[Key, ...]) -> None:
    example = (record.model_fields[name].examples or ["…"])[0]
    for key, _ in node.entries:
        if key.value == name:
            faults.add_key(
                Fault("missing-field", f"Nothing is written behind {name}:.", f"Write: {name}: {example}"), key
            )
            return
        if record.synonyms.get(key.value.casefold()) == name or nearest(key.value, [name]):
            return  # the unknown field is reported, with this name as its cure
    faults.add(Fault("missing-field", f"The field {name}: is missing.", f"Add a line: {name}: {example}"), *at)


def _is_cut_at_comma(node: Mapping, number: int, record: type[Record], faults: FileFaults) -> bool:
    """Whether a field of braces is no field but the rest of the text before it: `{address: 1, High Street}`."""
    key, value = node.entries[number]
    if number == 0 or not isinstance(value, Text) or value.value or value.is_quoted:
        return False
    before, text = node.entries[number - 1]
    known = key.value.casefold() in record.synonyms or nearest(key.value, record.model_fields)
    if known or not isinstance(text, Text) or text.end_line != key.line:
        return False
    message = f"{quoted(key.value)} is read as a field of its own, because a comma stands before it."
    faults.add_key(
        Fault("comma-in-braces", message, f"Write: {before.value}: {as_quoted(f'{text.value}, {key.value}')}"), key
    )
    return True


def _refuse(key: Text, record: type[Record], faults: FileFaults) -> None:
    """Say what the unknown field was probably meant to be."""
    name = key.value
    known = record.model_fields
    if name in record.refused:
        faults.add_key(record.refused[name], key)
        return
    word, colon, rest = name.partition(":")
    if colon and word.strip() in known:
        faults.add_key(
            Fault("missing-space", f"A space is missing after {quoted(word + ':')}.", f"Write: {word}: {rest.strip()}"),
            key,
        )
        return
    near = record.synonyms.get(name.strip().casefold().replace(" ", "_").replace("-", "_")) or nearest(name, known)
    if near in known:
        help = f"Write: {near}:"
    else:
        every = list(known)
        more = f", … ({len(every) - SHOWN} more)" if len(every) > SHOWN else ""
        help = (
            f"Known here: {', '.join(every[:SHOWN])}{more}. A note of your own begins with x-"
            if more
            else f"Known here: {listed(every, 'and')}"
        )
    faults.add_key(Fault("unknown-field", f"{quoted(name)} is not a field that is known here.", help), key)
