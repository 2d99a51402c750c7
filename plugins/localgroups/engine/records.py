"""Plain values as bytes and back: what the cache holds, and the keys by which it is found.

The only file that knows the library which does it. What is read back is checked against the types; whatever stands
in a file of the cache, loading it gives a value of that type or nothing, and runs no code.
"""

from functools import cache
from hashlib import blake2b
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")
_LENGTH = 12
"""Bytes of a key: two of a million million are equal by chance once in a thousand years of builds."""


def encoded(value: object) -> bytes:
    """JSON. Raises TypeError for what is not a plain value: a fault of the program."""
    return msgspec.json.encode(value)


def decoded(kind: type[T], data: bytes) -> T | None:
    """A value of a type out of its JSON; None where that is none."""
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(data))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.json.Decoder(kind)


def key_of(value: object) -> str:
    """A short text that changes when the value does, the same in every process."""
    data = value if isinstance(value, bytes) else msgspec.json.encode(value, order="deterministic")
    return blake2b(data, digest_size=_LENGTH).hexdigest()
