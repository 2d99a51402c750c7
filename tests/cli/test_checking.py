"""What a check hands to the Git host."""

from pathlib import Path

import pytest

from whole.nations import Nation

BAD = "title: Canvass\nstarts: 31 November 2026 10:00"


def test_the_page_of_the_run_has_every_fault_worst_first(
    nation: Nation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    nation.group("riverside")
    nation.write("groups/riverside/news/notes.css", "x")
    nation.meeting("riverside", "2026-12-01-bad", BAD)
    page.write_text("Said before.\n", encoding="utf-8")

    assert nation.check("--format", "github") == 1

    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "Said before."
    assert [one.split("`")[1] for one in lines if one.startswith("| `")] == [
        "groups/riverside/meetings/2026-12-01-bad.md",
        "groups/riverside/news/notes.css",
    ]
    said = [one for one in nation.printed.splitlines() if one.startswith("::")]
    assert [one.partition(" ")[0] for one in said] == ["::error", "::warning"]


def test_the_page_of_the_run_never_has_more_than_the_host_takes(
    nation: Nation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    nation.group("riverside")
    entry = f"- {{title: A, starts: soon, 'zz{'z' * 60}': 1, 'yy{'y' * 60}': 2}}\n"
    for number in range(5):
        nation.write(f"groups/riverside/meetings/list-{number}.yaml", entry * 1_200)

    assert nation.check("--format", "github") == 1

    text = page.read_text(encoding="utf-8")
    assert 900_000 < len(text.encode()) < 1_048_576
    assert text.splitlines()[-1].endswith("are in the log of this step.")
    assert nation.printed.count("\n::error ") > 6_000
