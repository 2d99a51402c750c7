"""JSON Schema (2020-12) of records, for editors: the same declaration that files are read by."""

from collections.abc import Mapping
from types import NoneType
from typing import Any, get_args, get_origin

from localgroups.reading.markers import IsText
from localgroups.reading.records import Field, Record, inner_records, marks_of, required_fields, types_of

Schema = dict[str, Any]


def json_schema(record: type[Record]) -> Schema:
    """What an editor can know of a file: names, kinds of value, what is needed; the parts in alphabetical order."""
    parts = {part.__name__: _fields_schema(part) for part in _parts_of(record)}
    return ({"$defs": dict(sorted(parts.items()))} if parts else {}) | _fields_schema(record)


def _parts_of(record: type[Record]) -> list[type[Record]]:
    """Every record within this one, at any depth; itself, where it stands within itself."""
    found: list[type[Record]] = []
    wanted = list(inner_records(record).values())
    while wanted:
        one = wanted.pop()
        if one not in found:
            found.append(one)
            wanted.extend(inner_records(one).values())
    return found


def _fields_schema(record: type[Record]) -> Schema:
    types = types_of(record)
    schema: Schema = {
        "description": record.__doc__,
        "properties": {name: _field_schema(name, one, types[name]) for name, one in record.fields.items()},
        "title": record.__name__,
        "type": "object",
    }
    required = [name for name in record.fields if name in required_fields(record)]
    if required:
        schema["required"] = required
    return schema | {"additionalProperties": False, "patternProperties": {"^x-": {}}}


def _field_schema(name: str, field: Field, annotation: Any) -> Schema:
    schema = _value_schema(annotation)
    if not _is_record(annotation):
        schema["title"] = name.replace("_", " ").title()
    schema["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    schema["description"] = field.says
    if field.example:
        schema["examples"] = [field.example]
    return dict(sorted(schema.items()))


def _is_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    inside = annotation.__origin__ if marks_of(annotation) else None
    possible = [inside] if inside else [one for one in get_args(annotation) if one is not NoneType]
    return len(possible) == 1 and get_origin(annotation) is not tuple and _is_record(possible[0])


def _value_schema(annotation: Any) -> Schema:
    """Of the value alone, as it is written."""
    for mark in marks_of(annotation):
        if isinstance(mark, IsText):
            return _sorted({"type": "string", **mark.schema})
        return _value_schema(annotation.__origin__)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    if get_origin(annotation) is tuple:
        return {"items": _value_schema(get_args(annotation)[0]), "type": "array"}
    if get_origin(annotation) is dict:
        return _labels_schema(*(_value_schema(one) for one in get_args(annotation)))
    one, _ = get_args(annotation)
    return {"anyOf": [_value_schema(one), {"type": "null"}]}


def _labels_schema(names: Mapping[str, Any], values: Schema) -> Schema:
    """Names that the writer chooses, each with its value."""
    more = {name: one for name, one in names.items() if name not in ("pattern", "type")}
    return {"patternProperties": {names["pattern"]: values}, "propertyNames": more, "type": "object"}


def _sorted(schema: Mapping[str, Any]) -> Schema:
    return dict(sorted(schema.items()))
