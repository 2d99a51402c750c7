"""Plain values: how they are declared, compared and changed, and how they become bytes and a key.

The only file that knows the library which does it. A Struct is made ten times as fast as a dataclass and its class
thirty times: a program that declares two hundred of them is there that much sooner.
"""

import sys
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, cast

# Of typing_extensions msgspec takes, where it is installed, what Python has itself since 3.11. To load it would cost a
# twentieth of an edit; None in its place says that it is not there (docs.python.org, "The import system").
_is_spared = sys.modules.setdefault("typing_extensions", cast("Any", None)) is None
import msgspec  # noqa: E402
from msgspec import Struct, field  # noqa: E402
from msgspec.structs import force_setattr, replace  # noqa: E402

if _is_spared:
    del sys.modules["typing_extensions"]

__all__ = [
    "Struct",
    "Unread",
    "decoded",
    "encoded",
    "field",
    "force_setattr",
    "key_of",
    "laid_out",
    "plain",
    "replace",
    "unread",
]

Unread = msgspec.Raw
"""JSON inside other JSON that is passed on as it is: a value that few who load the rest ever look at."""

T = TypeVar("T")
_KEYED = msgspec.msgpack.Encoder(order="deterministic")
"""For keys alone, which nobody reads: quicker than JSON. Most processors have instructions for SHA-256."""
_LENGTH = 12
"""Bytes of a key: two of a million million are equal by chance once in a thousand years of builds."""


def plain(value: object) -> Any:
    """A value as dictionaries, lists and texts, for JSON: fields by name, all the way down."""
    return msgspec.to_builtins(value)


def encoded(value: object) -> bytes:
    """JSON. Raises TypeError for what is not a plain value: a fault of the program."""
    return msgspec.json.encode(value)


def laid_out(value: object) -> bytes:
    """JSON on lines of its own, as `json.dumps` lays it out with an indent of one space."""
    return msgspec.json.format(encoded(value), indent=1)


def unread(value: object) -> Unread:
    """A value as JSON, to be `decoded` by whoever wants it."""
    return Unread(encoded(value))


def decoded(kind: type[T], data: bytes | Unread) -> T | None:
    """A value of a type out of its JSON, checked against the type; None where that is none. Runs no code, whatever
    stands in the bytes."""
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(data))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.json.Decoder(kind)


def key_of(value: object) -> str:
    """A short text that changes when the value does, the same in every process."""
    data = value if isinstance(value, bytes) else _KEYED.encode(value)
    return sha256(data).digest()[:_LENGTH].hex()
