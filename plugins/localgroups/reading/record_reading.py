"""Plain values become a record: every field is taken as its type says, and every fault is found in one run."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from localgroups.reading.faults import Fault
from localgroups.reading.markers import IsFields, IsList, IsText
from localgroups.reading.nodes import Key
from localgroups.reading.records import Record, marks_of, types_of

Plain = str | dict[str, Any] | list[Any]
"""Fields without their places: texts, lists and fields within fields."""
Found = list[tuple[tuple[Key, ...], Fault]]
"""Faults, each with the keys that lead to it."""
R = TypeVar("R", bound=Record)
_Reader = Callable[[Any, tuple[Key, ...], Found], Any]
"""Gives the value of a plain value, which keys lead to; or adds to the faults, and what it gives is of no use."""


def read_plain(record: type[R], data: Mapping[str, Any]) -> tuple[R, Found]:
    """The record, and every fault with the keys that lead to it. A field with a fault in it counts as absent."""
    found: Found = []
    return _read_fields(record, data, (), found), found


def _read_fields(record: type[R], data: Mapping[str, Any], at: tuple[Key, ...], found: Found) -> R:
    written: dict[str, Any] = {}
    readers = _readers(record)
    told = len(found)
    for name, plain in data.items():  # few of many fields are written
        if name in readers:
            value = readers[name](plain, (*at, name), found)
            if len(found) == told:
                written[name] = value
            else:
                told = len(found)
    return record(**written)


@cache
def _readers(record: type[Record]) -> Mapping[str, _Reader]:
    return {name: _reader(annotation) for name, annotation in types_of(record).items()}


def _reader(annotation: Any) -> _Reader:
    for mark in marks_of(annotation):
        if isinstance(mark, IsText):
            return partial(_read_text, mark)
        if isinstance(mark, IsList):
            entry, _ = get_args(annotation.__origin__)
            return partial(_read_list, mark, _reader(entry))
        if isinstance(mark, IsFields):
            return _reader_of_fields(mark, annotation.__origin__)
    possible = [one for one in get_args(annotation) if one is not NoneType]
    if len(possible) != 1:
        raise TypeError(f"no mark says how it is read: {annotation}")
    return _reader(possible[0])


def _reader_of_fields(mark: IsFields, inner: Any) -> _Reader:
    if get_origin(inner) is dict:
        name, value = get_args(inner)
        return partial(_read_labels, mark, _reader(name), _reader(value))
    return partial(_read_record, mark, inner)


def _read_text(mark: IsText, value: object, at: tuple[Key, ...], found: Found) -> object:
    result = mark.take(value)
    if type(result) is Fault:  # in half the time that `isinstance` takes with a Struct, for every text there is
        found.append((at, result))
    return result


def _read_list(mark: IsList, read: _Reader, value: object, at: tuple[Key, ...], found: Found) -> object:
    entries = mark.take(value)
    if isinstance(entries, Fault):
        found.append((at, entries))
        return None
    return tuple([read(one, (*at, number), found) for number, one in enumerate(entries)])


def _read_record(mark: IsFields, record: type[Record], value: object, at: tuple[Key, ...], found: Found) -> object:
    fields = mark.take(value)
    if isinstance(fields, Fault):
        found.append((at, fields))
        return None
    return _read_fields(record, fields, at, found)


def _read_labels(
    mark: IsFields, name_of: _Reader, value_of: _Reader, value: object, at: tuple[Key, ...], found: Found
) -> object:
    fields = mark.take(value)
    if isinstance(fields, Fault):
        found.append((at, fields))
        return None
    return {name_of(key, (*at, key, "[key]"), found): value_of(one, (*at, key), found) for key, one in fields.items()}
