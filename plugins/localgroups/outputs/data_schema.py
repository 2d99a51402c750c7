"""JSON Schema (draft 2020-12) of the files under /api/, made from their typed shapes."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from localgroups.model.values import laid_out

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema_of(shape: type, address: str) -> bytes:
    """The schema of one file; `address` is the absolute one that it is published at."""
    inside: dict[str, Any] = {}
    whole = {"$schema": DIALECT, "$id": address, **_object(shape, inside), "$defs": inside}
    return laid_out(whole) + b"\n"


def _object(shape: type, inside: dict[str, Any]) -> dict[str, Any]:
    """`inside` collects the shapes that it is made of."""
    fields = shape.__annotations__  # nothing in them is put off, so nothing is to be worked out
    return {
        "title": shape.__name__.removesuffix("Data").removesuffix("File"),
        "description": " ".join((shape.__doc__ or "").split()),
        "type": "object",
        "required": [*fields],
        "properties": {name: _schema(one, inside) for name, one in fields.items()},
    }


def _schema(shape: Any, inside: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(shape)
    if origin is Annotated:
        plain, words, *form = get_args(shape)
        return {**_schema(plain, inside), "description": words} | ({"format": form[0]} if form else {})
    if origin is Literal:
        return {"enum": [*get_args(shape)]}
    if origin is list:
        return {"type": "array", "items": _schema(get_args(shape)[0], inside)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(shape)[1], inside)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, inside) for one in get_args(shape)]}
    if is_typeddict(shape):
        name = shape.__name__
        if name not in inside:
            inside[name] = {}
            inside[name] = _object(shape, inside)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": _PLAIN[shape]}
