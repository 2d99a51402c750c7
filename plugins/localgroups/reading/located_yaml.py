"""YAML becomes located nodes, with no types: the one file that knows the YAML library.

Only its scanner and parser are used. `19:30`, `no` and `07700` stay the texts that were typed; tags,
anchors, aliases, merge keys and doubled keys are refused, because people meet them by accident only.
"""

import re
from typing import TYPE_CHECKING, Any

import yaml

from localgroups.model.characters import holds_deceiving, without_deceiving
from localgroups.model.limits import MENDS, NESTING
from localgroups.reading.bracket_depth import too_deep_at
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.nodes import Mapping, Node, Sequence, Text

if TYPE_CHECKING:
    from localgroups.reading.slips import Slip

_Parser: Any
try:
    from yaml import cyaml

    _Parser = cyaml.CParser  # type: ignore[attr-defined]
except ImportError:  # the library was built without its C half: slower, the same answers
    _Parser = yaml.Loader

_Scalar = yaml.ScalarEvent
_ODD_SPACE = re.compile(
    r"(\s*[\u00a0\u202f\u3000]\s*|\s*(?:-\s+)?[\w-]+\s*:(?=\s*[\u00a0\u202f\u3000])\s*|\s*-(?=[\u00a0\u202f\u3000])\s*)"
)
_CURLY = {"“": "”", "‘": "’"}
_BULLETS = ("•", "·", "‣", "–", "—")
_PLAIN_SPACES = str.maketrans("\u00a0\u202f\u3000", "   ")
_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends for YAML, but not for editors: lines would be counted differently."""


def parse_fields(text: str, first_line: int, faults: FileFaults) -> Node | None:
    """The nodes of a text that begins on `first_line` of its file, whatever its form; None where nothing can be read.

    After a slip that the library cannot read past, the line is mended as the message says, so that the
    slips below it are found in the same run.
    """
    lines = (text if text.isascii() else text.translate(_BREAKS)).split("\n")
    if "\u00a0" in text or "\u202f" in text or "\u3000" in text:
        _mend_spaces(lines, first_line, faults)
    deep = too_deep_at(lines)
    if deep:
        faults.add_at(_TOO_DEEP, deep[0] + first_line, deep[1] + 1)
        return None
    for _ in range(MENDS.most):
        reported = len(faults.found)
        try:
            return _Build(lines, first_line, faults).read()
        except yaml.MarkedYAMLError as error:
            del faults.found[reported:]
            at = error.problem_mark or error.context_mark
            context = error.context_mark or at
            slip = _find_slip(lines, at.line if at else 0, context.line if context else 0)
        except _SecondPart as second:
            del faults.found[reported:]
            slip = second.slip
        except yaml.YAMLError:
            del faults.found[reported:]
            slip = _find_slip(lines, 0, 0)
        faults.add_at(slip.fault, slip.line + first_line, slip.column, slip.end_column)
        if slip.mended is None:
            return None
        lines[slip.line] = slip.mended
    return None


def _find_slip(lines: list[str], at: int, context: int) -> "Slip":
    from localgroups.reading.slips import find_slip  # here, as all of it below: nearly every file is without a slip

    return find_slip(lines, at, context)


def _mend_spaces(lines: list[str], first_line: int, faults: FileFaults) -> None:
    """Make ordinary spaces of others, at a line's beginning and behind a field's colon; each line is told."""
    for number, line in enumerate(lines):
        found = _ODD_SPACE.match(line)
        if not found:
            continue
        lines[number] = f"{found[1].translate(_PLAIN_SPACES)}{line[found.end() :]}"
        column = next(at for at, sign in enumerate(line, 1) if sign in "\u00a0\u202f\u3000")
        fault = warning(
            "odd-space",
            "A space of this line is of another kind than the space bar makes.",
            f"Delete it and type it again: {lines[number].strip()}",
        )
        faults.add_at(fault, number + first_line, column, column + 1)


_TOO_DEEP = Fault("too-deep", f"Fields stand inside fields more than {NESTING} deep.", "Write it flatter.")


class _TooDeep(Exception):
    """More levels than the limit."""


class _SecondPart(Exception):
    """A line --- that begins a second document."""

    def __init__(self, line: int) -> None:
        from localgroups.reading.slips import Slip

        fault = Fault(
            "second-part",
            "The line --- begins a second part here.",
            "Delete the line ---; all fields belong together.",
        )
        self.slip = Slip(fault, line, 1, 4, "")


class _Build:
    """One pass over the parser's events, which the library leaves untyped."""

    def __init__(self, lines: list[str], first_line: int, faults: FileFaults) -> None:
        self.lines = lines
        self.base = first_line
        self.faults = faults
        text = "\n".join(lines)
        self.parser: Any = _Parser(text)
        self.has_hash = " #" in text

    def read(self) -> Node | None:
        """The first document's root; None for an empty one."""
        next_event = self.parser.get_event
        root: Node | None = None
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                return root
            if kind is yaml.DocumentStartEvent:
                documents += 1
                start = event.start_mark
            elif kind is not yaml.StreamStartEvent and kind is not yaml.DocumentEndEvent:
                try:
                    node = self.node(event, 0)
                except _TooDeep:
                    return None
                if documents == 1:
                    root = node
                elif not (isinstance(node, Text) and not node.value):
                    raise _SecondPart(start.line)

    def node(self, event: Any, depth: int) -> Node:
        """The node that begins with `event`."""
        kind = type(event)
        if kind is _Scalar:
            return self.text(event)
        if depth >= NESTING.most:
            self.faults.add_at(_TOO_DEEP, event.start_mark.line + self.base, event.start_mark.column + 1)
            raise _TooDeep
        if kind is yaml.AliasEvent:
            self.refuse(event, "alias", "*")
            mark, end = event.start_mark, event.end_mark
            return Text("", mark.line + self.base, mark.column + 1, end.line + self.base, end.column + 1)
        if event.anchor:
            self.refuse(event, "anchor", "&")
        if event.tag:
            self.refuse(event, "tag", "!")
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def text(self, event: Any) -> Text:
        """Called for every word of every file; so nothing is asked twice."""
        start, end = event.start_mark, event.end_mark
        line, column, last = start.line, start.column, end.line
        value: str = event.value
        if event.anchor:
            self.refuse(event, "anchor", "&")
        if event.tag:
            self.refuse(event, "tag", "!")
        style = event.style
        if not style:
            if self.has_hash:
                self.warn_of_cut(last, end.column)
            if (last > line or value[:1] in _BULLETS) and self.is_told_as_list(line, last, column):
                value = ""
            elif value[:1] in _CURLY:
                self.warn_of_curly(value, line, column)
        elif style == '"' and holds_deceiving(value):
            self.warn_of_hidden(start)
            value = without_deceiving(value)
        base = self.base
        return Text(value, line + base, column + 1, last + base, end.column + 1, bool(style))

    def warn_of_hidden(self, start: Any) -> None:
        """Between double quotes YAML knows escapes: `\\u202e` is six plain signs, and one hidden character."""
        fault = warning(
            "hidden-character",
            "Here is an escape for a character that cannot be seen; it is left out.",
            "Delete the backslash and what belongs to it.",
        )
        self.faults.add_at(fault, start.line + self.base, start.column + 1)

    def sequence(self, first: Any, depth: int) -> Sequence:
        items: list[Node] = []
        next_event = self.parser.get_event
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            items.append(self.text(event) if type(event) is _Scalar else self.node(event, depth + 1))
        return Sequence(tuple(items), *self.stretch(first, event))

    def mapping(self, first: Any, depth: int) -> Mapping:
        entries: list[tuple[Text, Node]] = []
        lines: dict[str, int] = {}
        next_event = self.parser.get_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = self.text(event) if type(event) is _Scalar else self.node(event, depth + 1)
            event = next_event()
            value = self.text(event) if type(event) is _Scalar else self.node(event, depth + 1)
            if not isinstance(key, Text):
                fault = Fault("odd-key", "A field's name has to be a plain word here.", "Write: name: value")
                self.faults.add_at(fault, key.line, key.column)
            elif key.value == "<<":
                self.faults.add_key(Fault("merge-key", "The field << is not known here.", "Write the fields out."), key)
            elif key.value in lines:
                first_line = lines[key.value]
                places = f": in line {first_line} and" if first_line != key.line else ""
                message = f"{quoted(key.value)} is written twice{places} in line {key.line}."
                self.faults.add_key(
                    Fault("duplicate-key", message, "Keep the one that is right and delete the other."), key
                )
            else:
                lines[key.value] = key.line
                entries.append((key, value))
        return Mapping(tuple(entries), *self.stretch(first, event))

    def stretch(self, first: Any, last: Any) -> tuple[int, int, int, int]:
        start, end = first.start_mark, last.end_mark
        return start.line + self.base, start.column + 1, end.line + self.base, end.column + 1

    def refuse(self, event: Any, code: str, sign: str) -> None:
        """Say that a value begins with a sign that YAML keeps for itself."""
        from localgroups.reading.slips import as_quoted

        line, column = event.start_mark.line, event.start_mark.column
        rest = self.lines[line][column:].strip() if line < len(self.lines) else ""
        before = self.lines[line][:column].strip() if rest else ""
        self.faults.add_at(
            Fault(
                code,
                f"A value cannot begin with {sign} unless it stands in quotation marks.",
                f"Write: {before} {as_quoted(rest)}".replace(":  ", ": "),
            ),
            line + self.base,
            column + 1,
            column + 1 + len(rest),
        )

    def is_told_as_list(self, first: int, last: int, column: int) -> bool:
        """Whether lines that were read as one text were meant as a list, `-step-free`; each is told."""
        if self.lines[first][:column].strip():
            return False
        from localgroups.reading.slips import bulleted

        lines = range(first, min(last, len(self.lines) - 1) + 1)
        entries = {number: bulleted(self.lines[number][column:]) for number in lines if self.lines[number].strip()}
        if not all(entries.values()):
            return False
        for number, entry in entries.items():
            fault = Fault("list-sign", "An entry of a list begins with a hyphen and a space.", f"Write: {entry}")
            self.faults.add_at(fault, number + self.base, column + 1, len(self.lines[number]) + 1)
        return True

    def warn_of_curly(self, value: str, line: int, column: int) -> None:
        """Curly marks around a whole value do not work as quotation marks do: they are printed."""
        inner = value[1:-1]
        if not value.endswith(_CURLY[value[:1]]) or set(inner) & set("“”‘’0123456789@") or "://" in inner:
            return
        from localgroups.reading.slips import as_quoted

        before = self.lines[line][:column].strip()
        self.faults.add_at(
            warning(
                "curly-quotes",
                f"The quotation marks of {quoted(value)} are curly, and are printed with it.",
                f"Write: {before} {as_quoted(inner)}",
            ),
            line + self.base,
            column + 1,
            column + 1 + len(value),
        )

    def warn_of_cut(self, line: int, column: int) -> None:
        """A plain value ends where ` #` begins a remark; a number or a hashtag was probably meant."""
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        remark = rest.lstrip()
        if not remark.startswith("#") or rest == remark or remark[1:2] in ("", " ", "\t", "#"):
            return
        from localgroups.reading.slips import as_quoted

        name, colon, whole = self.lines[line].partition(": ")
        if not colon:
            name, colon, whole = "-", " ", self.lines[line].strip().removeprefix("- ")
        self.faults.add_at(
            warning(
                "cut-by-hash",
                f"From {quoted(remark)} on, this line is read as a remark and left out.",
                f"Write: {name.strip()}{colon}{as_quoted(whole.strip())}",
            ),
            line + self.base,
            column + 1 + len(rest) - len(remark),
            column + 1 + len(rest),
        )
