"""Every kind of slip is explained, on the terminal and in the documentation."""

from house.imports import ROOT
from localgroups.cli.explaining import reference
from localgroups.reading.codes import CODES, SECTIONS


def test_the_page_of_slips_is_the_newest() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert page == reference(), "localgroups explain --format markdown > docs/diagnostics.md"


def test_every_code_stands_in_one_section() -> None:
    listed = [code.name for codes in SECTIONS.values() for code in codes]
    assert sorted(listed) == [code.name for code in CODES]
