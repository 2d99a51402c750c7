"""Fields that are not known: what they were probably meant to be, and the line to write instead."""

import re

from localgroups.model.limits import FAULTS
from localgroups.reading import synonyms
from localgroups.reading.faults import Fault, FileFaults, listed, quoted
from localgroups.reading.nodes import Mapping, Node, Text
from localgroups.reading.records import Record, inner_records, list_fields
from localgroups.reading.slips import as_quoted
from localgroups.reading.words import distance, nearest

SHOWN = 30
"""So many fields are listed in a message."""
_BARE = re.compile(r"[^\s\"'#&*!|>%@`{}\[\],:?-][^#\n]*")
_CLOCK = re.compile(r"\d[:.]\d\d|\d\s*[ap]m\b")
_TEXTS = ("text", "body", "content", "story", "article")
_MOMENTS = ("starts", "ends")


def meant_by(name: str, record: type[Record]) -> str:
    """The field of the record that a word stands for: in other letters, by another name, with a slip; else empty."""
    plain = name.strip().casefold().replace(" ", "_").replace("-", "_")
    every = [*record.fields, *record.refused]
    if plain in every:
        return plain
    if plain in record.synonyms:
        return record.synonyms[plain]
    own, other = nearest(plain, every), nearest(plain, record.synonyms)
    if own and (not other or distance(plain, own) <= distance(plain, other)):
        return own
    return record.synonyms.get(other, "")


def report_strangers(node: Mapping, numbers: list[int], record: type[Record], faults: FileFaults) -> None:
    """Say of each unknown field, by its number among the entries, what was meant."""
    pairs = _pairs(node, numbers[: FAULTS.most], record)
    told: set[int] = set()
    for number in numbers:
        if number in told:
            continue
        key = node.entries[number][0]
        if faults.is_full:
            return
        rest = _cut_at_comma(node, number, record)
        if rest:
            faults.add_key(rest[0], key)
            told.update(range(number, number + rest[1]))
        elif number in pairs:
            other, fault = pairs[number]
            faults.add_key(fault, key)
            told.add(other)
        else:
            faults.add_key(_explain(node, number, record), key)


def _explain(node: Mapping, number: int, record: type[Record]) -> Fault:
    key, value = node.entries[number]
    name = key.value
    if name in record.refused:
        return record.refused[name]
    word, colon, rest = name.partition(":")
    if colon and word.strip() in record.fields:
        return Fault(
            "missing-space", f"A space is missing after {quoted(word + ':')}.", f"Write: {word}: {rest.strip()}"
        )
    word, equals, rest = name.partition("=")
    if equals and word.strip() in record.fields:
        return Fault(
            "missing-colon", f"{quoted(name)} has = in place of a colon.", f"Write: {word.strip()}: {rest.strip()}"
        )
    whole = synonyms.WHOLE.get(name.strip().casefold())
    if whole and whole.partition(":")[0] in record.fields and name.strip().casefold() not in record.fields:
        return _unknown(name, f"Write: {whole}" if _means_yes(name, value) else "Take this line out.")
    near = meant_by(name, record)
    if near in record.refused:
        return record.refused[near]
    outer = _field_around(name, record)
    is_synonym = name.strip().casefold() in record.synonyms
    if outer and (not is_synonym or _is_below(node, number, outer)):
        return _inside(node, number, outer, record)
    there = next((key.line for key, _ in node.entries if key.value == near), 0)
    if there:
        return _unknown(
            name, f"The field {near}: is there already, in line {there}. Put it there, and take this line out."
        )
    if near in record.fields:
        return _unknown(name, f"Write: {near}:{_as_entry(name, near, value, record) or _shown(value)}")
    if name.strip().casefold() in _TEXTS:
        return _unknown(name, "Take this line out, and write the text below the second line ---.")
    every = list(record.fields)
    more = f", … ({len(every) - SHOWN} more)" if len(every) > SHOWN else ""
    known = f"{', '.join(every[:SHOWN])}{more}" if more else listed(every, "and")
    own = (
        f" A note of your own begins with x-, like x-{'-'.join(name.casefold().split())}:" if len(name) < SHOWN else ""
    )
    return _unknown(name, f"Known here: {known}.{own}")


def _unknown(name: str, help: str) -> Fault:
    return Fault("unknown-field", f"{quoted(name)} is not a field that is known here.", help)


def _means_yes(name: str, value: Node) -> bool:
    """`draft: true`, `published: false`"""
    word = value.value.strip().casefold() if isinstance(value, Text) else ""
    return (word in ("false", "no", "off", "0")) == (name.strip().casefold() in synonyms.WHOLE_WHERE_NO)


def _shown(value: Node) -> str:
    """The value as it can be pasted behind the name; nothing where it is long or no text."""
    if not isinstance(value, Text) or not value.value.strip() or value.line != value.end_line or len(value.value) > 80:
        return ""
    text = value.value.strip()
    return (
        f" {text}" if _BARE.fullmatch(text) and ": " not in text and not text.endswith(":") else f" {as_quoted(text)}"
    )


def _as_entry(name: str, near: str, value: Node, record: type[Record]) -> str:
    """`facebook: example.org` as an entry of the list of links that it belongs into; empty for every other field."""
    inner = inner_records(record).get(near)
    if inner is None or near not in list_fields(record) or not isinstance(value, Text) or "." not in value.value:
        return ""
    if not {"label", "url"} <= inner.fields.keys() or len(value.value.split()) != 1:
        return ""
    way = value.value.strip()
    label = name.strip().replace("_", " ").capitalize()
    return f" [{{label: {label}, url: {way if '://' in way else f'https://{way}'}}}]"


def _field_around(name: str, record: type[Record]) -> str:
    """The field of the record that has fields of its own, this one among them."""
    plain = name.strip().casefold().replace(" ", "_").replace("-", "_")
    if plain in record.fields:
        return ""
    for outer, inner in inner_records(record).items():
        if outer in synonyms.GROUPED and (plain in inner.fields or inner.synonyms.get(plain) in inner.fields):
            return outer
    return ""


def _is_below(node: Mapping, number: int, outer: str) -> bool:
    """Whether the entry stands below an empty `where:`, perhaps with others between."""
    return any(
        key.value == outer and isinstance(value, Text) and not value.value for key, value in node.entries[:number]
    )


def _inside(node: Mapping, number: int, outer: str, record: type[Record]) -> Fault:
    key, value = node.entries[number]
    written = f"{key.value}:{_shown(value)}"
    there = node.get(outer)
    help = f"Write: {outer}: {{{written}}}"
    if isinstance(there, Text) and there.value.strip():
        first = record.fields[outer].example.strip("{").partition(":")[0]
        help = f"Write: {outer}: {{{first}:{_shown(there)}, {written}}}"
    elif there is not None:
        help = f"Begin it after two spaces, below {outer}:  {written}"
    return Fault("field-inside", f"{quoted(key.value)} belongs inside the field {outer}:.", help)


def _pairs(node: Mapping, numbers: list[int], record: type[Record]) -> dict[int, tuple[int, Fault]]:
    """A day and a time in two fields, which are one here: number of the one to speak of, that of the other."""
    found: dict[int, tuple[int, Fault]] = {}
    for field in _MOMENTS:
        if field not in record.fields:
            continue
        mine = [number for number in numbers if meant_by(node.entries[number][0].value, record) == field]
        there = [number for number, (key, _) in enumerate(node.entries) if key.value == field]
        if len(mine) + len(there) != 2 or not mine:
            continue
        both = sorted([*there, *mine])
        values = [node.entries[number][1] for number in both]
        texts = [value.value.strip() for value in values if isinstance(value, Text)]
        if len(texts) != 2 or not all(texts):
            continue
        if any(_CLOCK.search(text) and re.search(r"\d{4}", text) for text in texts):
            continue
        texts.sort(key=lambda text: -len(re.findall(r"\d+|[A-Za-z]{3,}", text)))
        names = " and ".join(f"{node.entries[number][0].value}:" for number in both)
        fault = Fault(
            "split-date",
            f"The day and the time stand in two fields, {names}",
            f"Write in place of both: {field}: {texts[0]} {texts[1]}",
        )
        found[mine[0]] = (both[0] if both[0] != mine[0] else both[1], fault)
    return found


def _cut_at_comma(node: Mapping, number: int, record: type[Record]) -> tuple[Fault, int] | None:
    """Where a field of braces is the rest of the text before it, `{address: 1, High Street}`: how many are."""
    if number == 0:
        return None
    before, text = node.entries[number - 1]
    rest: list[str] = []
    for key, value in node.entries[number:]:
        known = key.value in record.fields or meant_by(key.value, record)
        empty = isinstance(value, Text) and not value.value and not value.is_quoted
        if known or not empty or not isinstance(text, Text) or text.end_line != key.line:
            break
        rest.append(key.value)
    if not rest or not isinstance(text, Text):
        return None
    decimal = re.fullmatch(r"-?\d{1,3}", text.value) and re.fullmatch(r"\d+", rest[0])
    if before.value in ("email", "phone", "form", "url"):
        message = f"{quoted(before.value)} takes one, and a comma stands behind {quoted(text.value)}."
        return Fault("comma-in-braces", message, f"Write: {before.value}: {text.value}"), len(rest)
    point = "" if all(len(one) == 3 for one in rest) and before.value not in ("latitude", "longitude") else "."
    whole = f"{text.value}{point}{''.join(rest)}" if decimal else as_quoted(", ".join([text.value, *rest]))
    message = f"{quoted(rest[0])} is read as a field of its own, because a comma stands before it."
    return Fault("comma-in-braces", message, f"Write: {before.value}: {whole}"), len(rest)
