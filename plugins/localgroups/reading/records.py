"""The one file that knows pydantic: what a record of fields is, how one is read, and its JSON Schema.

A record's fields all have a default, so that a record with faults can still be looked at: a field that
could not be read counts as absent for the checks that follow, and every fault is told in one run.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
    create_model,
)

from localgroups.model.limits import LINE, LIST, PARAGRAPH, Limit
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.nodes import Key

Plain = str | dict[str, Any] | list[Any]
"""Fields without their places: texts, lists and fields within fields."""


class Record(BaseModel):
    """Fields of one kind of file, or of a part of one."""

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    synonyms: ClassVar[Mapping[str, str]] = {}
    """Words that people use for a field's name, for messages."""
    refused: ClassVar[Mapping[str, Fault]] = {}
    """Fields of the format that the program does not publish yet, and what to say."""


R = TypeVar("R", bound=Record)
_POSITION = re.compile(r"([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)")


class _Refused(ValueError):
    """Carries a fault through the library; never leaves this file."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def field(says: str, example: object = None, *, default: Any = None, required: bool = False) -> Any:
    """A field: what it says to writers, an example, and what holds where it is absent."""
    return Field(
        default=default,
        description=says,
        examples=None if example is None else [example],
        json_schema_extra={"required": True} if required else None,
    )


def with_field(name: str, annotation: Any, info: Any) -> Callable[[type[R]], type[R]]:
    """One more field, as its last, for a record: one whose name is a word of Python's, like `except`."""

    def add(record: type[R]) -> type[R]:
        more: dict[str, Any] = {name: (annotation, info)}
        return create_model(record.__name__, __base__=record, __doc__=record.__doc__, **more)

    return add


def reads(read: Callable[[str], object], *, is_long: bool = False, **schema: Any) -> PlainValidator:
    """Marks the type of a field that is written as one text; `read` gives its value or a `Fault`.

    What is longer than any value can be is not looked at, but where it `is_long` by its nature.
    """

    def of_text(value: object) -> object:
        if not isinstance(value, str):
            raise _Refused(_no_text(value))
        if len(value) > PARAGRAPH.most and not is_long:
            message = f"{quoted(value)} has {len(value)} characters; this field takes {LINE}."
            raise _Refused(Fault("too-long", message, "Shorten it; longer text belongs below the fields."))
        result = read(value)
        if isinstance(result, Fault):
            raise _Refused(result)
        return result

    return PlainValidator(of_text, json_schema_input_type=Annotated[str, WithJsonSchema({"type": "string", **schema})])


def a_list(*, splits: bool = False, most: Limit = LIST) -> BeforeValidator:
    """Marks the type of a list; where it `splits`, a text is taken apart at its commas."""

    def of_list(value: object) -> object:
        if isinstance(value, str) and splits:
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            entry = f"- {value}" if isinstance(value, str) and len(value) < LINE.most else "- …"
            if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
                entry = f"- {{{', '.join(f'{key}: {_bare(one)}' for key, one in value.items())}}}"
            help = f"Begin each entry on a line of its own with a hyphen and a space: {' '.join(entry.split())}"
            raise _Refused(Fault("list-expected", "A list belongs here.", help))
        if len(value) > most.most:
            message = f"This list has {len(value)} entries; at most {most} are read."
            raise _Refused(Fault("list-too-long", message, "Shorten it."))
        return value

    return BeforeValidator(of_list)


def some_fields(names: str, text_field: str = "") -> BeforeValidator:
    """Marks the type of fields within a field, and names two of them for messages.

    A text alone is taken as its `text_field`, where one is named.
    """

    def of_fields(value: object) -> object:
        if isinstance(value, str) and text_field:
            position = _POSITION.fullmatch(value.strip())
            if position:
                help = f"Write: {{latitude: {position[1]}, longitude: {position[2]}}}"
                raise _Refused(Fault("fields-expected", f"{quoted(value)} is a position without its fields.", help))
            return {text_field: value}
        if not isinstance(value, dict):
            written = f"{quoted(value)} stands" if isinstance(value, str) else "A list stands"
            raise _Refused(
                Fault("fields-expected", f"{written} where fields belong.", f"Write: {_filled(names, value)}")
            )
        return value

    return BeforeValidator(of_fields)


def _filled(names: str, value: object) -> str:
    """`{label: …, url: https://example.org}`: what was written, in the field where it probably belongs."""
    if not isinstance(value, str) or len(value) > LINE.most or "\n" in value:
        return f"{{{names}}}"
    bare = _bare(value)
    fields = [name.removesuffix(": …") for name in names.split(", ")]
    is_way = "/" in value or ("." in value and " " not in value)
    wanted = ("url", "file", "email") if is_way or "@" in value else ("label", "title", "name", "town", "target")
    slot = next((name for name in fields if name in wanted), "")
    return "{" + ", ".join(f"{name}: {bare if name == slot else '…'}" for name in fields) + "}"


def _bare(value: str) -> str:
    """A value as it stands inside braces."""
    bare = value.strip()
    return json.dumps(bare, ensure_ascii=False) if set(bare) & set(',#{}[]"') or ": " in bare else bare


def _no_text(value: object) -> Fault:
    """Brackets around a text, or several where one belongs."""
    words = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    if isinstance(value, dict):
        words = [str(key) for key in value]
        what = "Fields of its own stand"
    else:
        what = "A list stands"
    shown = f", like: {quoted(words[0])[1:-1]}" if words and words[0].strip() else ""
    message = f"{what} where one text belongs; brackets and hyphens make them."
    return Fault("text-expected", message, f"Write one text behind the colon, without brackets{shown}")


def read_plain(record: type[R], data: dict[str, Any]) -> tuple[R, list[tuple[tuple[Key, ...], Fault]]]:
    """The record, and every fault with the keys that lead to it."""
    faults: list[tuple[tuple[Key, ...], Fault]] = []
    while True:
        try:
            return record.model_validate(data), faults
        except ValidationError as error:
            found = list(_faults(error))
            faults.extend(found)
            bad = {keys[0] for keys, _ in found}
            data = {key: value for key, value in data.items() if key not in bad}


def _faults(error: ValidationError) -> Iterator[tuple[tuple[Key, ...], Fault]]:
    for one in error.errors(include_url=False):
        cause = one.get("ctx", {}).get("error")
        if not isinstance(cause, _Refused) or not one["loc"]:
            raise error
        yield one["loc"], cause.fault


def required_fields(record: type[Record]) -> frozenset[str]:
    """Names of the fields that have to be there."""
    return _traits(record)[0]


def inner_records(record: type[Record]) -> Mapping[str, type[Record]]:
    """Fields that hold fields, or lists of them."""
    return _traits(record)[1]


def list_fields(record: type[Record]) -> frozenset[str]:
    """Names of the fields that hold lists."""
    return _traits(record)[2]


@cache
def _traits(record: type[Record]) -> tuple[frozenset[str], Mapping[str, type[Record]], frozenset[str]]:
    required = frozenset(
        name for name, info in record.model_fields.items() if info.json_schema_extra == {"required": True}
    )
    inner = {name: found for name, info in record.model_fields.items() if (found := _record_in(info.annotation))}
    lists = frozenset(name for name, info in record.model_fields.items() if get_origin(info.annotation) is tuple)
    return required, inner, lists


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def json_schema(record: type[Record]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a file, for editors."""
    schema = record.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        properties = part.get("properties", {})
        required = [name for name, one in properties.items() if one.pop("required", False)]
        if required:
            part["required"] = required
        part["additionalProperties"] = False
        part["patternProperties"] = {"^x-": {}}
    return schema
