"""The marks beside a field's type: how a text, a list, or fields within a field are taken.

Each takes the plain value that was written and gives a value, or the `Fault` that says how to write it.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from localgroups.model.late_patterns import late
from localgroups.model.limits import LINE, LIST, PARAGRAPH, Limit
from localgroups.model.values import Struct
from localgroups.reading.faults import Fault, quoted

_POSITION = late(r"([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)")


class IsText(Struct, frozen=True, eq=False):
    """The field is written as one text."""

    read: Callable[[str], object]
    """Gives its value or a `Fault`."""
    is_long: bool
    """By its nature. Elsewhere, what is longer than any value can be is not looked at."""
    schema: Mapping[str, Any]
    """What JSON Schema can say of the text."""

    def take(self, value: object) -> object:
        if not isinstance(value, str):
            return _no_text(value)
        if len(value) > PARAGRAPH.most and not self.is_long:
            message = f"{quoted(value)} has {len(value)} characters; this field takes {LINE}."
            return Fault("too-long", message, "Shorten it; longer text belongs below the fields.")
        return self.read(value)


class IsList(Struct, frozen=True, eq=False):
    """The field is a list; where it `splits`, a text is taken apart at its commas."""

    splits: bool
    most: Limit

    def take(self, value: object) -> list[Any] | Fault:
        if self.splits and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list):
            entry = f"- {value}" if isinstance(value, str) and len(value) < LINE.most else "- …"
            if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
                entry = f"- {{{', '.join(f'{key}: {_bare(one)}' for key, one in value.items())}}}"
            help = f"Begin each entry on a line of its own with a hyphen and a space: {' '.join(entry.split())}"
            return Fault("list-expected", "A list belongs here.", help)
        if len(value) > self.most.most:
            message = f"This list has {len(value)} entries; at most {self.most} are read."
            return Fault("list-too-long", message, "Shorten it.")
        return value


class IsFields(Struct, frozen=True, eq=False):
    """The field holds fields, two of which are named for messages.

    A text alone is taken as its `text_field`, where one is named.
    """

    names: str
    text_field: str

    def take(self, value: object) -> dict[str, Any] | Fault:
        if isinstance(value, str) and self.text_field:
            position = _POSITION.fullmatch(value.strip())
            if position:
                help = f"Write: {{latitude: {position[1]}, longitude: {position[2]}}}"
                return Fault("fields-expected", f"{quoted(value)} is a position without its fields.", help)
            return {self.text_field: value}
        if not isinstance(value, dict):
            written = f"{quoted(value)} stands" if isinstance(value, str) else "A list stands"
            return Fault("fields-expected", f"{written} where fields belong.", f"Write: {_filled(self.names, value)}")
        return value


def reads(read: Callable[[str], object], *, is_long: bool = False, **schema: Any) -> IsText:
    """Marks the type of a field that is written as one text; `read` gives its value or a `Fault`."""
    return IsText(read, is_long, schema)


def a_list(*, splits: bool = False, most: Limit = LIST) -> IsList:
    """Marks the type of a list."""
    return IsList(splits, most)


def some_fields(names: str, text_field: str = "") -> IsFields:
    """Marks the type of fields within a field."""
    return IsFields(names, text_field)


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
