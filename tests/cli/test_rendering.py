"""Diagnostics as people and programs read them."""

import json
from pathlib import Path

from localgroups.cli.rendering import as_annotations, as_json, as_markdown, as_text
from localgroups.model.diagnostics import Diagnostic, Severity, Span

FAULT = Diagnostic(
    "no-such-date",
    Span("groups/north/meetings/a.md", 3, 9, 3, 25),
    '"31 November 2026" is not a date.',
    "November has 30 days. Write: 30 November 2026",
)
WARNING = Diagnostic("odd", Span("content/a,b:c.md"), "Odd | <b>.", severity=Severity.WARNING)


def test_text_quotes_the_line_and_points_at_the_words(tmp_path: Path) -> None:
    file = tmp_path / FAULT.span.path
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitle: A\nstarts: 31 November 2026\n---\n")

    assert as_text([FAULT], tmp_path) == (
        "groups/north/meetings/a.md:3:9 fault [no-such-date]\n"
        '  "31 November 2026" is not a date.\n'
        "    3 | starts: 31 November 2026\n"
        "      |         ^^^^^^^^^^^^^^^^\n"
        "  → November has 30 days. Write: 30 November 2026\n"
    )


def test_a_source_line_cannot_drive_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / FAULT.span.path
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\n\nstarts: \x1b[31m\x07 31 November\n")

    text = as_text([FAULT], tmp_path)

    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_long_line_is_cut_around_the_fault(tmp_path: Path) -> None:
    file = tmp_path / FAULT.span.path
    file.parent.mkdir(parents=True)
    file.write_text("\n\n" + "x" * 5000 + "HERE" + "y" * 5000)

    text = as_text([Diagnostic("c", Span(FAULT.span.path, 3, 5001, 3, 5005), "m")], tmp_path)
    quoted, carets = text.splitlines()[2:4]

    assert len(quoted) < 200
    assert quoted[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_annotations_are_worst_first_and_escaped() -> None:
    lines = as_annotations([WARNING, FAULT]).splitlines()

    assert lines[0] == (
        "::error file=groups/north/meetings/a.md,line=3,col=9,endLine=3,endColumn=25,title=no-such-date::"
        '"31 November 2026" is not a date.%0ANovember has 30 days. Write: 30 November 2026'
    )
    assert lines[1].startswith("::warning file=content/a%2Cb%3Ac.md,line=1,col=1,")


def test_json_has_the_fields_of_the_interface() -> None:
    record = json.loads(as_json([FAULT], groups=1, items=2))

    assert record["diagnostics"][0] == {
        "code": "no-such-date",
        "severity": "error",
        "path": "groups/north/meetings/a.md",
        "line": 3,
        "column": 9,
        "end_line": 3,
        "end_column": 25,
        "message": FAULT.message,
        "help": FAULT.help,
    }
    assert (record["groups"], record["items"]) == (1, 2)


def test_a_summary_cannot_be_broken_by_what_was_written() -> None:
    assert "| `content/a,b:c.md` | 1 | Odd \\| &lt;b>. |  |" in as_markdown([WARNING])
