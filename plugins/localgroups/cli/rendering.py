"""Diagnostics as people and programs read them: text, annotations for a Git host, JSON."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category, combining, east_asian_width

from localgroups.model.characters import with_plain_ends
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.values import plain
from localgroups.reading.files import read_beginning

_MARKS = re.compile(r"[\\`*_~\[\]<>|!#$]|:(?=//)|(?<=[Ww])\.")
"""What Markdown, a table of it or a link without brackets begins with."""
LINE_WIDTH = 160
"""Characters of a source line that are quoted; a longer line is cut around the fault."""


def as_text(diagnostics: Iterable[Diagnostic], source: Path, colour: bool = False) -> str:
    """Each fault with its line quoted, a caret under the place, and the cure."""
    read = _line_reader(source)
    return "\n".join(_one_text(one, read, colour) for one in diagnostics)


def _one_text(one: Diagnostic, read: Callable[[str, int], str], colour: bool) -> str:
    span = one.span
    bold, dim, off = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "")
    is_mild = one.severity is Severity.WARNING
    colour_of = ("\x1b[33m" if is_mild else "\x1b[31m") if colour else ""
    word = "warning" if is_mild else "fault"
    lines = [
        f"{bold}{span.path}:{span.line}:{span.column}{off} {colour_of}{word}{off} {dim}[{one.code}]{off}",
        f"  {one.message}",
    ]
    quoted, column = _cut(read(span.path, span.line), span.column)
    if quoted.strip():
        end = span.end_column if span.end_line == span.line else span.column + 1
        length = max(1, min(end - span.column, len(quoted) - column + 1))
        gutter = f"{span.line:>5}"
        lines.append(f"{dim}{gutter} |{off} {quoted}")
        lines.append(f"{dim}{' ' * len(gutter)} |{off} {_pointed(quoted, column - 1, length, colour_of, off)}")
    if one.help:
        lines.append(f"  {bold}→{off} {one.help}")
    return "\n".join(lines) + "\n"


def _pointed(line: str, start: int, length: int, colour: str, off: str) -> str:
    """The carets under a stretch of a line, as wide as a terminal prints it.

    A line with words from right to left is turned by some terminals and not by others, so that no caret can stand
    under a place: there the stretch itself is repeated.
    """
    marked = line[start : start + length]
    if not line.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in line):
        return f"{colour}^ {marked.strip() or 'here'}{off}"
    return f"{' ' * _width(line[:start])}{colour}{'^' * max(1, _width(marked))}{off}"


def _width(text: str) -> int:
    """Columns of a terminal: two for a wide sign, none for an accent that sits on the letter before it."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(sign) or category(sign) in ("Mn", "Me", "Cf") else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _cut(line: str, column: int) -> tuple[str, int]:
    """A line short enough to quote, and the column in it."""
    line = line.expandtabs(1)
    if len(line) <= LINE_WIDTH:
        return line, max(1, min(column, len(line) + 1))
    start = max(0, column - 1 - LINE_WIDTH // 2)
    return line[start : start + LINE_WIDTH], column - start


def _line_reader(source: Path) -> Callable[[str, int], str]:
    """Lines of source files by path and number, with whatever a terminal could misread taken out."""
    files: dict[str, list[str]] = {}

    def read(path: str, number: int) -> str:
        if path not in files:
            found = read_beginning(source, path)
            files[path] = with_plain_ends(found[0].decode("utf-8-sig", "replace")).split("\n") if found else []
        lines = files[path]
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if line.isprintable():
            return line
        return "".join(character if character.isprintable() else " " for character in line)

    return read


def as_json(diagnostics: Iterable[Diagnostic], **more: Any) -> str:
    """`{"diagnostics": [...], ...}` as the interface has it."""
    return json.dumps({"diagnostics": [as_record(one) for one in diagnostics], **more}, ensure_ascii=False, indent=2)


def as_record(one: Diagnostic) -> dict[str, Any]:
    """One diagnostic as plain values."""
    return {
        "code": one.code,
        "severity": one.severity.value,
        **plain(one.span),
        "message": one.message,
        "help": one.help,
    }


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands of GitHub, worst first: the host shows ten errors and ten warnings of a step.

    Among equals the first of each file comes before the second of any, so that one broken file hides no other.
    """
    seen: Counter[tuple[str, Severity]] = Counter()
    ranked = []
    for one in sorted(diagnostics, key=lambda one: one.order):
        seen[one.span.path, one.severity] += 1
        ranked.append((one.severity is not Severity.ERROR, seen[one.span.path, one.severity], one))
    ranked.sort(key=lambda rank: (rank[0], rank[1], rank[2].order))
    return "\n".join(_annotation(one) for _, _, one in ranked)


def _annotation(one: Diagnostic) -> str:
    span = one.span
    places = f"file={_property(span.path)},line={span.line},col={span.column}"
    places += f",endLine={span.end_line},endColumn={span.end_column},title={_property(one.code)}"
    text = _data(f"{one.message}\n{one.help}" if one.help else one.message)
    return f"::{one.severity.value} {places}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_markdown(diagnostics: Iterable[Diagnostic]) -> str:
    """The whole list for a step summary."""
    rows = [
        f"| {_code(one.span.path)} | {one.span.line} | {_cell(one.message)} | {_cell(one.help)} |"
        for one in diagnostics
    ]
    head = ["| File | Line | What is wrong | How to mend it |", "| --- | ---: | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def _cell(text: str) -> str:
    """Plain words: what writers wrote makes no link, picture or heading on the page of a run."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()).replace("&", "&amp;"))


def _code(text: str) -> str:
    plain = " ".join(text.split()).replace("|", "\\|").replace("`", "'")
    return f"`{plain}`"
