"""Each limit is named with its number, and what is heavier than anybody writes is read or refused, never endured."""

from pathlib import Path

import pytest

from localgroups.model.diagnostics import Severity
from localgroups.model.limits import FAULTS, LIMITS, LINE, LIST, MENDS, NESTING, PARAGRAPH, STEM, TEXT_BYTES
from reading.nation import BASE, read_groups, read_riverside, write

PATH = "meetings/2026-12-03-social.md"
TOP = "---\ntitle: Social\nstarts: 2026-12-03 19:00\n"


def codes_of(tmp_path: Path, text: str, path: str = PATH) -> list[str]:
    return [one.code for one in read_riverside(tmp_path, {path: text}).diagnostics]


def filled(pattern: str) -> str:
    """As many repeats as a text may have."""
    return pattern * ((TEXT_BYTES.most - 400) // len(pattern.encode("utf-8")))


def test_every_limit_has_a_reason_and_can_be_said() -> None:
    assert all(limit.reason.endswith(".") and limit.of and str(limit)[0].isdigit() for limit in LIMITS)
    assert len({(limit.of, limit.unit) for limit in LIMITS}) == len(LIMITS)


def test_a_text_over_the_limit_is_not_even_decoded(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: b"\xff" * 10_000_000})
    assert [(one.code, "10000 KB" in one.message and "200 KB" in one.message) for one in reading.diagnostics] == [
        ("text-too-large", True)
    ]


def test_a_line_over_the_limit_names_it(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: f"{TOP}cost: {'a' * (LINE.most + 1)}\n---\n"})
    assert [(one.code, str(LINE) in one.message) for one in reading.diagnostics] == [("too-long", True)]


def test_a_short_text_over_the_limit_names_it(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: f"{TOP}summary: {'a ' * PARAGRAPH.most}\n---\n"})
    assert [(one.code, str(PARAGRAPH) in one.message) for one in reading.diagnostics] == [("too-long", True)]


def test_a_list_over_the_limit_names_it(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: f"{TOP}tags: [{'a, ' * (LIST.most + 1)}]\n---\n"})
    assert [(one.code, str(LIST) in one.message) for one in reading.diagnostics] == [("list-too-long", True)]


def test_a_name_over_the_limit_names_it(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {f"news/{'a' * (STEM.most + 1)}.md": "---\ntitle: A\n---\n"})
    assert [(one.code, str(STEM) in one.message) for one in reading.diagnostics] == [("file-name", True)]


def test_nesting_over_the_limit_names_it(tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: f"{TOP}x-a: {'[' * 80}{']' * 80}\n---\n"})
    assert [(one.code, str(NESTING) in one.message) for one in reading.diagnostics] == [("too-deep", True)]


def test_after_many_slips_the_rest_is_not_listed_and_that_is_said(tmp_path: Path) -> None:
    fields = "".join(f"stranger{number}: a\n" for number in range(FAULTS.most + 20))
    found = codes_of(tmp_path, f"{TOP}{fields}---\n")
    assert found.count("unknown-field") == FAULTS.most
    assert found[-1] == "too-many-slips" or "too-many-slips" in found
    assert len(found) == FAULTS.most + 1


def test_after_many_mended_lines_reading_stops(tmp_path: Path) -> None:
    fields = "".join(f"x-{number}: @a\n" for number in range(MENDS.most * 2))
    found = codes_of(tmp_path, f"{TOP}{fields}---\n")
    assert found == ["special-start"] * MENDS.most


@pytest.mark.parametrize(
    "pattern",
    [
        "[", "![", "[a](", "](", "] (", "[a](b ", "<a href=\"", "<a ", "<!--", "*a ", "**", "_", "`", "``a", "> ", "- ",
        "\t", "|", "|a", "&#1;", "[^1]", "[a]: b\n", "<iframe ", "<script>", "www.", "a@b.", "Ã©", "â€", "lorem ",
        "write ", "{{", "<<<<<<< a\n", "---\ntitle: a\n", "[a](x.md) ", "![](a.jpg)", "<i><b>", "“", "\u202e", "\x01",
        "!\"#$%&'()*+,-./",
    ],
)  # fmt: skip
def test_no_body_is_too_heavy_to_answer(pattern: str, tmp_path: Path) -> None:
    """What makes readers of Markdown slow elsewhere: 200 KB of it. A hang here is the failure."""
    write(tmp_path, {**BASE, f"groups/riverside/{PATH}": f"{TOP}---\n{filled(pattern)}"})
    _, groups = read_groups(tmp_path)
    errors = [one for one in groups["riverside"].diagnostics if one.severity is Severity.ERROR]
    assert bool(errors) == bool(groups["riverside"].held)
    assert groups["hillside"].items.meetings
    assert len(groups["riverside"].diagnostics) <= FAULTS.most + 1


@pytest.mark.parametrize(
    "fields",
    [
        "title: [" + "[" * 9_000,
        "title: " + "{a: " * 9_000,
        "- " * 9_000,
        "titel: a\n" * 15_000,
        "".join(f"titel{number}: a\n" for number in range(9_000)),
        "title: a\nstarts: " + "9" * 150_000,
        "title: a\nstarts: 99999999999",
        "title: a\nstarts: " + "3-" * 60_000,
        "title: a\nstarts: 2026-12-03 " + "7pm " * 30_000,
        "title: a\nstarts: 2026-12-03\nduration: " + "1 1/2 " * 20_000,
        "title: a\nstarts: 2026-12-03\nbook: " + "https://" * 20_000,
        "title: a\nstarts: 2026-12-03\nbook: https://" + "a." * 60_000,
        "title: a\nstarts: 2026-12-03\nimage: " + "images/" * 20_000,
        "title: a\nstarts: 2026-12-03\naccess: " + "stepfre," * 20_000,
        "title: a\nstarts: 2026-12-03\nprogramme:\n" + "- {strats: x, tilte: y}\n" * 499,
        "title: #" + "a" * 150_000,
        'title: "' + "\\" * 150_000,
        "title: a\n" + "é" * 80_000,
    ],
)
def test_no_fields_are_too_heavy_to_answer(fields: str, tmp_path: Path) -> None:
    reading = read_riverside(tmp_path, {PATH: f"---\n{fields}\n---\ntext\n"})
    assert reading.held
    assert len(reading.diagnostics) <= FAULTS.most + 1
    assert all(len(one.message) + len(one.help) < 1_500 for one in reading.diagnostics)
