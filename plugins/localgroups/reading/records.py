"""What a record is: the fields of one kind of file, or of a part of one, declared once.

Reading (`record_reading`), JSON Schema (`json_schema`), messages and the field reference all look at this declaration.
A record's fields all have a default, so that a record with faults can still be looked at: a field that could not be
read counts as absent for the checks that follow, and every fault is told in one run.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, get_args, get_type_hints

from localgroups.model.values import Struct
from localgroups.reading.faults import Fault
from localgroups.reading.markers import IsList


class Field(Struct, frozen=True):
    """What a record says of one field; its type stands in the annotation."""

    says: str
    """What it is for, in words to those who write."""
    example: str
    """Empty where the default says enough."""
    default: Any
    """What holds where the field is absent."""
    required: bool


class Declared(type):
    """The class of records: it takes the fields out of a declaration, and leaves their defaults there."""

    fields: Mapping[str, Field]
    """By name, those of the record that it extends first."""

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> None:
        super().__init__(name, bases, body)
        cls.fields = {}
        for base in bases:
            cls.fields |= getattr(base, "fields", {})
        cls.fields |= {key: one for key, one in body.items() if isinstance(one, Field)}
        for key, one in cls.fields.items():
            setattr(cls, key, one.default)


class Record(metaclass=Declared):
    """Fields of one kind of file, or of a part of one.

    The default of a field is an attribute of the class; an instance holds what was written.
    """

    synonyms: ClassVar[Mapping[str, str]] = {}
    """Words that people use for a field's name, for messages."""
    refused: ClassVar[Mapping[str, Fault]] = {}
    """Fields of the format that the program does not publish yet, and what to say."""

    def __init__(self, **written: Any) -> None:
        self.__dict__.update(written)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a record does not change: {type(self).__name__}.{name}")


R = TypeVar("R", bound=Record)


def field(says: str, example: str = "", *, default: Any = None, required: bool = False) -> Any:
    """A field: what it says to writers, an example, and what holds where it is absent."""
    return Field(says, example, default, required)


def with_field(name: str, annotation: Any, info: Any) -> Callable[[type[R]], type[R]]:
    """One more field, as its last, for a record: one whose name is a word of Python's, like `except`."""

    def add(record: type[R]) -> type[R]:
        body = {"__doc__": record.__doc__, "__module__": record.__module__, "__annotations__": {name: annotation}}
        return cast("type[R]", Declared(record.__name__, (record,), {**body, name: info}))

    return add


@cache
def types_of(record: type[Record]) -> Mapping[str, Any]:
    """The type of each field as it is written in the declaration, marks included."""
    hints = get_type_hints(record, include_extras=True)
    return {name: hints[name] for name in record.fields}


@cache
def required_fields(record: type[Record]) -> frozenset[str]:
    """Names of the fields that have to be there."""
    return frozenset(name for name, one in record.fields.items() if one.required)


@cache
def inner_records(record: type[Record]) -> Mapping[str, type[Record]]:
    """Fields that hold fields, or lists of them."""
    return {name: found for name, one in types_of(record).items() if (found := _record_in(one))}


@cache
def list_fields(record: type[Record]) -> frozenset[str]:
    """Names of the fields that hold lists, and nothing else where they are absent."""
    return frozenset(
        name for name, one in types_of(record).items() if any(isinstance(mark, IsList) for mark in marks_of(one))
    )


def marks_of(annotation: Any) -> tuple[Any, ...]:
    """What stands beside a type in `Annotated`."""
    return getattr(annotation, "__metadata__", ())


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
