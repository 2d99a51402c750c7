"""Every file in tests/cases/diagnostics tells slips and what is said of them; here they are tried.

A case is one or more blocks `~~~~file PATH` and then a block `~~~~output` with every fault, exactly. The files
are laid over a small nation that is well. `file latin-1 PATH` is saved in that encoding; in `file bytes PATH`
`\\x00` stands for a byte.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from localgroups.model.diagnostics import Severity
from localgroups.reading.codes import CODES
from localgroups.reading.unreadable import UnreadableNation
from reading.nation import BASE, all_diagnostics, as_text, read_groups, write
from reading.plain_words import in_plain_words

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "diagnostics"
BLOCK = re.compile(r"^~~~~(file|output)(?: (latin-1|bytes))?(?: (\S[^\n]*))?\n(.*?)^~~~~$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """Files with a slip, and what is said."""

    name: str
    files: dict[str, str | bytes]
    output: str


def read_cases(file: Path) -> list[Case]:
    cases: list[Case] = []
    files: dict[str, str | bytes] = {}
    for kind, encoding, path, text in BLOCK.findall(file.read_text(encoding="utf-8")):
        if kind == "file" and encoding == "latin-1":
            files[path] = text.encode("latin-1")
        elif kind == "file" and encoding == "bytes":
            files[path] = text.encode("latin-1").decode("unicode_escape").encode("latin-1")
        elif kind == "file":
            files[path] = text
        else:
            cases.append(Case(f"{file.stem}-{len(cases) + 1}", files, text.rstrip("\n")))
            files = {}
    return cases


ELSEWHERE = {
    "address-taken",
    "all-groups-gone",
    "program-fault",
    "document-kind",
    "document-name",
    "document-too-heavy",
    "folder-emptied",
    "former-slug-taken-over",
    "folder-too-large",
    "group-gone",
    "list-too-long",
    "look-alike-name",
    "not-a-plain-file",
    "page-address-taken",
    "page-unread",
    "photo-has-position",
    "picture-damaged",
    "picture-format",
    "picture-too-heavy",
    "picture-too-many-pixels",
    "text-too-large",
    "too-many-items",
    "too-many-slips",
    "word-removed",
}
"""Codes whose cases need more than a small text, or more than reading; each has a test of its own."""
CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in read_cases(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_slip_is_told_exactly_so(case: Case, tmp_path: Path) -> None:
    source = write(tmp_path, {**BASE, **case.files})
    assert as_text(all_diagnostics(source)) == case.output


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_everything_else_is_published(case: Case, tmp_path: Path) -> None:
    source = write(tmp_path, {**BASE, **case.files})
    broken = {one.span.path for one in all_diagnostics(source) if one.severity is Severity.ERROR}
    try:
        nation, groups = read_groups(source)
    except UnreadableNation:
        assert broken <= {"content/organisation.yaml", "content/regions.yaml"}
        return
    published = {
        item.path
        for reading in groups.values()
        for kind in (reading.items.news, reading.items.meetings, reading.items.campaigns)
        for item in kind
    }
    well = {path for path in BASE if path.startswith("groups/") and not path.endswith("group.yaml")} - broken
    for slug in ("riverside", "hillside"):
        if groups[slug].group is None:
            well = {path for path in well if not path.startswith(f"groups/{slug}/")}
    assert well <= published
    held = {re.sub(r":\d+$", "", one.path) for reading in groups.values() for one in reading.held}
    held |= {one.path for one in nation.held}
    assert {path for path in broken if path.count("/") > 1} <= held


def test_every_code_of_reading_has_a_case() -> None:
    shown = {code for case in CASES for code in re.findall(r"^\S.*?:\d+:\d+: ([a-z0-9-]+)", case.output, re.MULTILINE)}
    assert {code.name for code in CODES} - shown - ELSEWHERE == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_slip_is_told_in_plain_words(case: Case, tmp_path: Path) -> None:
    source = write(tmp_path, {**BASE, **case.files})
    assert [one for one in all_diagnostics(source) if not in_plain_words(one)] == []


def test_the_small_nation_is_well(tmp_path: Path) -> None:
    assert all_diagnostics(write(tmp_path, {**BASE})) == []


def test_there_are_cases() -> None:
    assert len(CASES) > 40
