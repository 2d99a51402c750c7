"""Odd fields: every line of tests/cases/odd_fields/lines.txt, alone and with its neighbours, as every kind of file.

Most of the lines are corners of the language that the fields are written in, of which a secretary need not know; the
rest is what people type who come from other programs. Each is read, or told in plain words.
"""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.reading.faults import FileFaults
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer
from localgroups.reading.written_fields import read_fields
from reading.nation import BASE, write
from reading.plain_words import in_plain_words

CASES = Path(__file__).resolve().parent.parent / "cases"
LINES = (CASES / "odd_fields" / "lines.txt").read_text(encoding="utf-8").splitlines()
SETTINGS = settings(deadline=None, max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck))


def is_inside(one: Diagnostic, text: str) -> bool:
    """Whether a fault points into its file."""
    lines = text.split("\n")
    return 1 <= one.span.line <= len(lines) + 1 and one.span.column >= 1


def samples() -> list[str]:
    """Each line alone, each with the next, and stretches of three and of five."""
    found = [*LINES, *("\n".join(pair) for pair in pairwise(LINES))]
    for length in (3, 5):
        found += ["\n".join(LINES[at : at + length]) for at in range(0, len(LINES), length)]
    return found


def test_there_are_hundreds_of_odd_lines() -> None:
    assert len(set(LINES)) > 250
    assert len(samples()) > 600


def test_every_odd_text_is_read_or_told_in_plain_words() -> None:
    told: dict[tuple[str, str], Diagnostic] = {}
    for text in samples():
        faults = FileFaults("groups/riverside/group.yaml")
        root = read_fields(text + "\n", 1, faults)
        assert root is not None or faults.has_errors or not _has_content(text)
        told |= {(text, one.code): one for one in faults.found if not in_plain_words(one) or not is_inside(one, text)}
    assert told == {}


def _has_content(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith(("#", "---", "...", "%")) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("group.yaml", "", "\n"),
        ("group.yaml", "name: Riverside\nregion: north\n", "\n"),
        ("meetings/odd.md", "---\ntitle: Odd\nstarts: 2026-12-03 19:00\n", "\n---\nText.\n"),
        ("news/2026-11-20-odd.md", "---\n", "\n---\nText.\n"),
        ("meetings/odd.yaml", "- title: Odd\n  starts: 2026-12-03 19:00\n", "\n"),
        ("meetings/odd.yaml", "", "\n"),
        ("campaigns/odd.md", "", "\nText.\n"),
    ],
)
def test_every_odd_text_in_every_kind_of_file_costs_nobody_else_anything(
    path: str, before: str, after: str, tmp_path: Path
) -> None:
    source = write(tmp_path, {**BASE})
    today = date(2026, 11, 22)
    renderer = Renderer.at(None)
    facts = read_nation(source, renderer, today).facts
    odd = []
    for sample in samples():
        text = f"{before}{sample}{after}"
        write(source, {f"groups/riverside/{path}": text})
        reading = read_group(source / "groups" / "riverside", "riverside", facts, renderer, today)
        errors = {one.span.path for one in reading.diagnostics if one.severity is Severity.ERROR}
        assert errors <= {f"groups/riverside/{path}"}
        assert bool(errors) == bool(reading.held)
        assert path == "group.yaml" or reading.items.campaigns
        odd += [(sample, one) for one in reading.diagnostics if not in_plain_words(one) or not is_inside(one, text)]
    assert odd == []


@SETTINGS
@given(lines=st.lists(st.sampled_from(LINES), max_size=8), indent=st.integers(0, 3))
def test_odd_lines_in_any_order_are_told_in_plain_words(lines: list[str], indent: int) -> None:
    text = "\n".join(" " * (indent * (number % 2)) + line for number, line in enumerate(lines))
    faults = FileFaults("groups/riverside/group.yaml")
    read_fields(text, 1, faults)
    assert [one for one in faults.found if not in_plain_words(one) or not is_inside(one, text)] == []
