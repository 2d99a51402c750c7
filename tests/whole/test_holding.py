"""One file's slip costs that file's item and nothing else, and is never silent."""

import json

import pytest

from whole.nations import Nation

GOOD = "title: Good\nstarts: 2026-12-01 19:00"
BAD = {
    "missing title": (b"---\nstarts: 2026-12-03 19:00\n---\nText.\n", "title"),
    "wrong date": (b"---\ntitle: Bad\nstarts: 31 November 2026, 7pm\n---\nText.\n", "31 November 2026"),
    "duplicate key": (b"---\ntitle: Bad\ntitle: Worse\nstarts: 2026-12-03 19:00\n---\nText.\n", "title"),
    "latin-1 bytes": ("---\ntitle: Café\nstarts: 2026-12-03 19:00\n---\nText.\n".encode("latin-1"), "Caf"),
    "merge marker": (b"---\ntitle: Bad\n<<<<<<< HEAD\nstarts: 2026-12-03 19:00\n=======\n>>>>>>> x\n---\n", "<<<<<<<"),
    "empty file": (b"", "empty"),
}


@pytest.fixture
def with_neighbours(nation: Nation) -> Nation:
    nation.group("riverside")
    nation.group("hillside", region="south")
    nation.meeting("riverside", "2026-12-01-good", GOOD)
    nation.meeting("hillside", "2026-12-01-good", GOOD)
    return nation


@pytest.mark.parametrize("name", BAD)
def test_a_slip_is_told_with_file_line_words_and_cure_and_all_else_is_published(
    with_neighbours: Nation, name: str
) -> None:
    nation = with_neighbours
    data, words = BAD[name]
    nation.write("groups/riverside/meetings/2026-12-03-bad.md", data)

    assert nation.build("--report", str(nation.folder / "report.json")) == 3

    report = json.loads((nation.folder / "report.json").read_text())
    faults = [one for one in report["diagnostics"] if one["severity"] == "error"]
    assert {one["path"] for one in faults} == {"groups/riverside/meetings/2026-12-03-bad.md"}
    assert all(one["line"] >= 1 and one["help"] for one in faults)
    assert any(words in one["message"] for one in faults)
    assert [one["path"] for one in report["held"]] == ["groups/riverside/meetings/2026-12-03-bad.md"]
    for group in ("riverside", "hillside"):
        assert "Good" in nation.page(f"/groups/{group}/meetings/2026-12-01-good/")
    assert not (nation.output / "groups/riverside/meetings/2026-12-03-bad").exists()
    assert "held 1" in nation.printed.splitlines()[-1]


def test_check_and_build_tell_the_same(with_neighbours: Nation) -> None:
    nation = with_neighbours
    for number, (data, _) in enumerate(BAD.values()):
        nation.write(f"groups/riverside/meetings/2026-12-03-bad-{number}.md", data)
    nation.build("--report", str(nation.folder / "report.json"))

    assert nation.check("--format", "json") == 1

    checked = json.loads(nation.printed)
    built = json.loads((nation.folder / "report.json").read_text())
    assert checked["diagnostics"] == built["diagnostics"]
    assert (checked["groups"], checked["items"]) == (2, 8)


def test_a_broken_group_file_costs_that_group_alone(with_neighbours: Nation) -> None:
    with_neighbours.write("groups/riverside/group.yaml", "name: [Riverside\n")

    assert with_neighbours.build() == 3
    assert not (with_neighbours.output / "groups/riverside").exists()
    assert "Good" in with_neighbours.page("/groups/hillside/meetings/2026-12-01-good/")
    assert "groups/riverside/group.yaml" in with_neighbours.printed


def test_a_nation_that_cannot_be_read_leaves_the_old_site(with_neighbours: Nation) -> None:
    with_neighbours.build()
    before = with_neighbours.tree()
    with_neighbours.write("content/organisation.yaml", "name: [Nation\n")

    assert with_neighbours.build() == 1
    assert with_neighbours.tree() == before
    assert "The old site stands" in with_neighbours.printed


def test_good_files_raise_nothing(with_neighbours: Nation) -> None:
    assert with_neighbours.check() == 0
    assert "all is well" in with_neighbours.printed
