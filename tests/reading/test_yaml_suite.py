"""The YAML Test Suite as every kind of file: each text is read, or told in plain words at its own place.

Most of it is no secretary's doing. It stands for whatever may be pasted into a file by mistake.
"""

import json
from pathlib import Path

import pytest

from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer
from reading.nation import BASE, TODAY, write
from reading.plain_words import in_plain_words

SUITE = Path(__file__).resolve().parent.parent / "cases" / "yaml_suite" / "cases.json"
CASES: dict[str, str] = {name: text for name, _, text in json.loads(SUITE.read_text(encoding="utf-8"))}
MEETING = "title: Odd\nstarts: 2026-12-03 19:00\n"


def is_at_its_place(one: Diagnostic, path: str, text: str) -> bool:
    """Whether a fault points at a sign of its file, or just behind a line's last."""
    lines = text.replace("\r\n", "\n").split("\n")
    return (
        one.span.path == path
        and 1 <= one.span.line <= len(lines)
        and 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1
    )


def test_the_suite_is_there_whole() -> None:
    assert len(CASES) == 402


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("group.yaml", "", ""),
        ("group.yaml", "name: Riverside\nregion: north\n", ""),
        ("news/2026-01-01-odd.md", "---\n", "\n---\nText.\n"),
        ("meetings/odd.md", "---\n", "\n---\nText.\n"),
        ("meetings/odd.md", f"---\n{MEETING}", "\n---\nText.\n"),
        ("meetings/odd.yaml", "", ""),
        ("meetings/odd.yaml", "- title: Odd\n  starts: 2026-12-03 19:00\n", ""),
        ("campaigns/odd.md", "---\n", "\n---\n"),
        ("about.md", "", ""),
    ],
)
def test_every_text_of_the_suite_is_read_or_told_in_plain_words(
    path: str, before: str, after: str, tmp_path: Path
) -> None:
    source = write(tmp_path, {**BASE})
    renderer = Renderer.at(None)
    facts = read_nation(source, renderer, TODAY).facts
    whole = f"groups/riverside/{path}"
    odd: list[tuple[str, Diagnostic]] = []
    for name, case in CASES.items():
        text = f"{before}{case}{after}"
        write(source, {whole: text})
        reading = read_group(source / "groups" / "riverside", "riverside", facts, renderer, TODAY)
        is_told = any(one.severity is Severity.ERROR for one in reading.diagnostics)
        assert is_told == bool(reading.held), name
        assert path == "group.yaml" or reading.items.campaigns, name
        odd += [
            (name, one)
            for one in reading.diagnostics
            if not in_plain_words(one) or not is_at_its_place(one, whole, text)
        ]
    assert odd == []
