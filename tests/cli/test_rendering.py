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
    assert "| `content/a,b:c.md` | 1 | Odd \\| \\<b\\>. |  |" in as_markdown([WARNING])


def carets(line: str, column: int, length: int, folder: Path) -> tuple[str, str]:
    (folder / "a.md").write_text(f"{line}\n", encoding="utf-8")
    text = as_text([Diagnostic("c", Span("a.md", 1, column, 1, column + length), "m")], folder)
    quoted, below = text.splitlines()[2:4]
    return quoted.partition(" | ")[2], below.partition(" | ")[2]


def test_a_caret_stands_under_its_place_behind_wide_signs(tmp_path: Path) -> None:
    assert carets("東京 mising", 4, 6, tmp_path) == ("東京 mising", "     ^^^^^^")


def test_an_accent_of_its_own_takes_no_room(tmp_path: Path) -> None:
    assert carets("Cafe\u0301 mising", 7, 6, tmp_path) == ("Cafe\u0301 mising", "     ^^^^^^")


def test_a_tab_is_one_space(tmp_path: Path) -> None:
    assert carets("\tmising", 2, 6, tmp_path) == (" mising", " ^^^^^^")


def test_where_words_run_from_right_to_left_the_place_is_named(tmp_path: Path) -> None:
    assert carets("שלום mising", 6, 6, tmp_path) == ("שלום mising", "^ mising")


def test_lines_are_counted_as_editors_count_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("a\u2028b\x0cc\r\nmising\n".encode())
    assert "    2 | mising" in as_text([Diagnostic("c", Span("a.md", 2, 1, 2, 7), "m")], tmp_path)


def test_one_broken_file_hides_no_other_from_the_annotations() -> None:
    many = [Diagnostic("c", Span("groups/a/news/a.md", line), "m") for line in range(1, 40)]
    other = Diagnostic("c", Span("groups/b/news/b.md"), "m")
    assert "groups/b/news/b.md" in as_annotations([*many, other]).splitlines()[1]
