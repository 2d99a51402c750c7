"""Fields in their usual form, one a line, read without the YAML library: nearly every file has no others.

    title: Winter meeting
    starts: 2027-01-12 13:00
    where: {name: "Town house", town: Riverside}
    access: [step-free, hearing-loop]

Apart from `located_yaml`, which reads everything and gives the same nodes for these, at three times the cost. What is
written in any other way, however little, is left to it: no fault is told here.
"""

import re
from collections.abc import Sequence as Ordered

from localgroups.model.characters import is_plain
from localgroups.model.limits import NESTING
from localgroups.reading.nodes import Mapping, Node, Sequence, Text

_NAME = r"[a-z][a-z_-]{0,40}"
_QUOTED = r'"[^"\\\t]*"'
_BARE = r"(?:-(?=\w)|[\w(/+£€$.])[^:#\t]*+(?:(?::(?=[^ ])|(?<=[^ ])#)[^:#\t]*+)*+(?<! )"
"""A text alone on its line ends with the line, unless `: ` or ` #` is in it."""
_WORD = r"-?[\w(£€](?:[\w .+/&()'’%£@_-]|:(?=[\w/]))*+(?<! )"
"""A text between brackets ends at a comma or at the bracket."""
_ONE = rf"(?:{_QUOTED}|{_WORD})"
_FIELD = re.compile(
    rf"({_NAME}): +({_QUOTED}|{_BARE}|\[{_ONE}(?:, {_ONE})*\]|\{{{_NAME}: {_ONE}(?:, {_NAME}: {_ONE})*\}})"
)
_ENTRY = re.compile(_ONE)
_INNER_FIELD = re.compile(rf"({_NAME}): ({_ONE})")


def read_usual_fields(text: str, first_line: int) -> Mapping | None:
    """The nodes of a text that begins on `first_line` of its file; None where any line is of another form."""
    lines = text.split("\n")
    if lines.pop() or not is_plain(text) or text.count("[") + text.count("{") >= NESTING.most:
        return None
    entries: list[tuple[Text, Node]] = []
    for line, written in enumerate(lines, first_line):
        found = _FIELD.fullmatch(written)
        if found is None:
            return None
        name, value = found[1], found[2]
        entries.append((Text(name, line, 1, line, len(name) + 1), _value(value, written, line, found.start(2))))
    if not entries or _has_doubles(entries):
        return None
    return Mapping(tuple(entries), first_line, 1, first_line + len(lines), 1)


def _value(value: str, written: str, line: int, begin: int) -> Node:
    """The node of a value that begins at `begin` of its line, and ends it."""
    if value[0] == "[":
        items = [_text(one[0], line, one.start() + 1) for one in _ENTRY.finditer(written, begin + 1)]
        return Sequence(tuple(items), line, begin + 1, line, len(written) + 1)
    if value[0] == "{":
        fields = [
            (Text(one[1], line, one.start() + 1, line, one.end(1) + 1), _text(one[2], line, one.start(2) + 1))
            for one in _INNER_FIELD.finditer(written, begin + 1)
        ]
        return Mapping(tuple(fields), line, begin + 1, line, len(written) + 1)
    return _text(value, line, begin + 1)


def _has_doubles(entries: Ordered[tuple[Text, Node]]) -> bool:
    """Whether a field is written twice, or one inside a field."""
    return len({key.value for key, _ in entries}) < len(entries) or any(
        _has_doubles(value.entries) for _, value in entries if isinstance(value, Mapping)
    )


def _text(written: str, line: int, column: int) -> Text:
    end = column + len(written)
    return (
        Text(written[1:-1], line, column, line, end, True)
        if written[0] == '"'
        else Text(written, line, column, line, end)
    )
