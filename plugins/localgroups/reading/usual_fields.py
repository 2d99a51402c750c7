"""Fields in their usual form, read without the YAML library: nearly every file has no others.

    title: Winter meeting
    starts: 2027-01-12 13:00
    where: {name: "Town house", town: Riverside}
    access: [step-free, hearing-loop]
    links:
      - {label: Mastodon, url: "https://social.example.org/@riverside"}

Apart from `located_yaml`, which reads everything and gives the same nodes for these, at three times the cost. What is
written in any other way, however little, is left to it: no fault is told here.
"""

import re

from localgroups.model.characters import is_plain
from localgroups.model.limits import NESTING
from localgroups.reading.nodes import Mapping, Node, Sequence, Text

_NAME = r"[a-z][a-z_-]{0,40}+"
_QUOTED = r'"[^"\\\t]*+"|\'[^\'\t]*+\''
_BARE = r"(?:-(?=\w)|[\w(/+£€$.])[^:#\t]*+(?:(?::(?=[^ ])|(?<=[^ ])#)[^:#\t]*+)*+(?<! )"
"""A text alone on its line ends with the line, unless `: ` or ` #` is in it."""
_WORD = r"-?[\w(£€](?:[\w .+/&()'’%£@_-]++|:(?=[\w/]))*+(?<! )"
"""A text between brackets ends at a comma or at the bracket."""
_LINE = re.compile(rf"( {{0,8}}+)(- )?(?:({_NAME}):(?: ++|$))?({_QUOTED}|{_BARE}|(?=[\[{{]).*)?")
"""Its indent, the hyphen of a list's entry, a name, a value."""
_ENTRY = re.compile(rf"{_QUOTED}|{_WORD}")
_INNER_NAME = re.compile(rf"({_NAME}): ")
_BRACKETS = NESTING.most // 2
"""So many can stand in one another in a line; the indents of `_LINE` have room for fewer levels than the other half."""
_Line = tuple[str, ...]
"""The four groups of `_LINE`, empty where there is none."""
_END: _Line = ("", "end", "", "")
"""Below the last line: it goes on with nothing."""


class _Unusual(Exception):
    """Something is written in another form."""


def read_usual_fields(text: str, first_line: int) -> Node | None:
    """The nodes of a text that begins on `first_line` of its file; None where any line is of another form."""
    lines = text.split("\n")
    if lines.pop() or not is_plain(text):
        return None
    found = [one.groups("") for line in lines if (one := _LINE.fullmatch(line))]
    if not found or len(found) < len(lines) or found[0][0]:
        return None
    reading = _Reading(lines, [*found, _END], first_line)
    try:
        root = reading.block(0)
    except _Unusual:
        return None
    return root if reading.at == len(lines) else None


class _Reading:
    """One pass over the lines. Columns count from 0 here, and from 1 in the nodes."""

    def __init__(self, written: list[str], lines: list[_Line], first_line: int) -> None:
        self.written = written
        self.lines = lines
        """The parts of each line, and `_END`."""
        self.first_line = first_line
        self.at = 0
        """The line that is read next, from 0."""

    def block(self, column: int) -> Node:
        return self.sequence(column) if self.lines[self.at][1] else self.mapping(column)

    def sequence(self, column: int) -> Sequence:
        start = self.first_line + self.at
        items: list[Node] = []
        while self.goes_on_with_entry(column):
            _, _, name, value = self.lines[self.at]
            if name:
                items.append(self.mapping(column + 2))
            else:
                items.append(self.value(value))
                self.at += 1
        return Sequence(tuple(items), start, column + 1, *self.end())

    def mapping(self, column: int) -> Mapping:
        """Those at `column`; the first one perhaps behind a hyphen."""
        start = self.first_line + self.at
        entries: list[tuple[Text, Node]] = []
        while True:
            indent, hyphen, name, value = self.lines[self.at]
            if entries and (hyphen or len(indent) != column):
                break
            if not name:
                raise _Unusual
            line = self.first_line + self.at
            node = self.value(value) if value else None
            self.at += 1
            key = Text(name, line, column + 1, line, column + len(name) + 1)
            entries.append((key, node or self.below(column)))
        _refuse_doubles(entries)
        return Mapping(tuple(entries), start, column + 1, *self.end())

    def below(self, column: int) -> Node:
        """The value of a field at `column` that has none on its own line. A list's hyphens may stand right under it."""
        indent = len(self.lines[self.at][0])
        if indent > column or self.goes_on_with_entry(column):
            return self.block(indent)
        raise _Unusual

    def goes_on_with_entry(self, column: int) -> bool:
        """Whether the next line stands at `column`, with a hyphen."""
        indent, hyphen, _, _ = self.lines[self.at]
        return hyphen == "- " and len(indent) == column

    def value(self, value: str) -> Node:
        """The value of the line, which ends with it."""
        if not value:
            raise _Unusual
        written, line = self.written[self.at], self.first_line + self.at
        begin = len(written) - len(value)
        if value[0] not in "[{":
            return _text(value, line, begin)
        node = _value(written, line, begin) if value.count("[") + value.count("{") < _BRACKETS else None
        if node is None or node.end_column <= len(written):
            raise _Unusual
        return node

    def end(self) -> tuple[int, int]:
        """Line and column where a block ends: for YAML, where the next one begins."""
        return self.first_line + self.at, len(self.lines[self.at][0]) + 1


def _value(written: str, line: int, begin: int) -> Node:
    """The node that begins at `begin` of its line, alone or between brackets."""
    sign = written[begin : begin + 1]
    if sign == "[":
        return _list(written, line, begin)
    if sign == "{":
        return _fields(written, line, begin)
    found = _ENTRY.match(written, begin)
    if found is None:
        raise _Unusual
    return _text(found[0], line, begin)


def _list(written: str, line: int, begin: int) -> Sequence:
    items: list[Node] = []
    at, is_closed = begin + 1, False
    while not is_closed:
        items.append(_value(written, line, at))
        at, is_closed = _behind(items[-1], written, "]")
    return Sequence(tuple(items), line, begin + 1, line, at + 1)


def _fields(written: str, line: int, begin: int) -> Mapping:
    entries: list[tuple[Text, Node]] = []
    at, is_closed = begin + 1, False
    while not is_closed:
        name = _INNER_NAME.match(written, at)
        if name is None:
            raise _Unusual
        value = _value(written, line, name.end())
        entries.append((Text(name[1], line, at + 1, line, name.end(1) + 1), value))
        at, is_closed = _behind(value, written, "}")
    _refuse_doubles(entries)
    return Mapping(tuple(entries), line, begin + 1, line, at + 1)


def _behind(node: Node, written: str, bracket: str) -> tuple[int, bool]:
    """Where the comma or the bracket behind a node ends, and whether it is the bracket."""
    at = node.end_column - 1
    if written[at : at + 2] == ", ":
        return at + 2, False
    if written[at : at + 1] == bracket:
        return at + 1, True
    raise _Unusual


def _refuse_doubles(entries: list[tuple[Text, Node]]) -> None:
    if len({key.value for key, _ in entries}) < len(entries):
        raise _Unusual


def _text(written: str, line: int, begin: int) -> Text:
    end = begin + 1 + len(written)
    return (
        Text(written[1:-1], line, begin + 1, line, end, True)
        if written[0] in "\"'"
        else Text(written, line, begin + 1, line, end)
    )
