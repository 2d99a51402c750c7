"""Diagnostics as people and programs read them: text, annotations for a Git host, JSON."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from localgroups.model.diagnostics import Diagnostic, Severity

LINE_WIDTH = 160
"""Characters of a source line that are quoted; a longer line is cut around the fault."""


def as_text(diagnostics: Iterable[Diagnostic], source: Path, colour: bool = False) -> str:
    """Each fault with its line quoted, a caret under the place, and the cure."""
    read = _line_reader(source)
    return "\n".join(_one_text(one, read, colour) for one in diagnostics)


def _one_text(one: Diagnostic, read: Callable[[str, int], str], colour: bool) -> str:
    span = one.span
    bold, red, dim, off = ("\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "", "")
    word = "warning" if one.severity is Severity.WARNING else "fault"
    lines = [
        f"{bold}{span.path}:{span.line}:{span.column}{off} {red}{word}{off} {dim}[{one.code}]{off}",
        f"  {one.message}",
    ]
    quoted, column = _cut(read(span.path, span.line), span.column)
    if quoted.strip():
        end = span.end_column if span.end_line == span.line else span.column + 1
        length = max(1, min(end - span.column, len(quoted) - column + 1))
        gutter = f"{span.line:>5}"
        lines.append(f"{dim}{gutter} |{off} {quoted}")
        lines.append(f"{dim}{' ' * len(gutter)} |{off} {' ' * (column - 1)}{red}{'^' * length}{off}")
    if one.help:
        lines.append(f"  {bold}→{off} {one.help}")
    return "\n".join(lines) + "\n"


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
            file = source / path
            try:
                data = file.read_bytes()[:1_000_000] if file.is_file() and not file.is_symlink() else b""
            except OSError:
                data = b""
            files[path] = data.decode("utf-8-sig", "replace").splitlines()
        lines = files[path]
        line = lines[number - 1] if 0 < number <= len(lines) else ""
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
        **asdict(one.span),
        "message": one.message,
        "help": one.help,
    }


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands of GitHub, worst first: the host shows only the first few of each kind."""
    ordered = sorted(diagnostics, key=lambda one: (one.severity is not Severity.ERROR, *one.order))
    return "\n".join(_annotation(one) for one in ordered)


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
        f"| `{_cell(one.span.path)}` | {one.span.line} | {_cell(one.message)} | {_cell(one.help)} |"
        for one in diagnostics
    ]
    head = ["| File | Line | What is wrong | How to mend it |", "| --- | ---: | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def _cell(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("`", "'")
    return " ".join(escaped.split())
