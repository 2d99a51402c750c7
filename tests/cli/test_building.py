"""What a build says: every fault each time, and a warning when the file that it is about was read."""

import json

import pytest

from whole.nations import Nation

FIELDS = "title: Spring fair\ndate: 2026-11-01"
WARNED = "![The tents](https://example.org/tents.jpg)"
"""A picture on another site is shown as a link."""
BROKEN = "title: Autumn fair\ndate: soon"


@pytest.fixture
def fairs(nation: Nation) -> Nation:
    for slug in ("riverside", "hillside"):
        nation.group(slug)
        nation.news(slug, "2026-11-01-fair", FIELDS, WARNED)
    nation.build()
    return nation


def test_a_first_build_says_every_warning(fairs: Nation) -> None:
    assert fairs.printed.count("[outside-image]") == 2
    assert "earlier" not in fairs.printed


def test_old_warnings_are_counted_and_not_said_again(fairs: Nation) -> None:
    fairs.build()

    assert "groups/" not in fairs.printed
    assert "2 earlier warnings of files that have not changed: localgroups check lists them all." in fairs.printed


def test_an_edit_brings_the_warnings_of_its_group_and_no_others(fairs: Nation) -> None:
    fairs.news("riverside", "2026-11-02-more", "title: More\ndate: 2026-11-02")
    fairs.build()

    assert "groups/riverside/news/2026-11-01-fair.md" in fairs.printed
    assert "groups/hillside" not in fairs.printed
    assert "1 earlier warning of files that have not changed" in fairs.printed


def test_a_fault_is_said_until_it_is_mended(fairs: Nation) -> None:
    fairs.news("riverside", "2026-11-02-broken", BROKEN)
    for _ in range(2):
        assert fairs.build() == 3
        assert "groups/riverside/news/2026-11-02-broken.md:3" in fairs.printed


def test_the_national_office_hears_of_its_own_once(fairs: Nation) -> None:
    fairs.write("content/news/2026-11-01-fair.md", f"---\n{FIELDS}\n---\n\n{WARNED}\n")
    fairs.build()
    assert "content/news/2026-11-01-fair.md" in fairs.printed
    fairs.build()
    assert "content/news/2026-11-01-fair.md" not in fairs.printed


def test_programs_are_told_all_of_it_each_time(fairs: Nation) -> None:
    report = fairs.folder.parent / "report.json"
    fairs.build("--report", str(report))

    assert len(json.loads(report.read_text(encoding="utf-8"))["diagnostics"]) == 2
