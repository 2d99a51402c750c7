"""What is told of many runs: the middle, the spread, the table, the picture, the README's place."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.contenders import HUGO, OURS, ROOT
from bench.drawing import as_png, as_svg
from bench.plot import HEIGHT, WIDTH, plot
from bench.readme import BEGIN, END, NoPlace, with_figures
from bench.results import Results, full_table, short_table, spread
from bench.rounds import Run
from bench.scenarios import Scenario
from bench.trees import seen, written
from localgroups.host.measuring import Cost

MACHINE = {
    "processor": "A Processor",
    "cores": "2",
    "memory": "8 GB",
    "system": "Linux 6",
    "python": "3.11",
    "files on": "ext4",
}
FASTER = {OURS: 1.0, HUGO: 2.0}


@pytest.fixture
def results() -> Results:
    made = Results(MACHINE, {OURS: "this", HUGO: "Hugo 1"}, {})
    for size in (3000, 10000):
        runs = [
            Run(name, scenario, Cost(seconds * size / 1000 + more, 1.0, 0.5, 80_000_000, 0), 3, 5000)
            for name, seconds in FASTER.items()
            for scenario in Scenario
            for more in (0.2, 0.0, 0.1)
        ]
        made = made.with_runs(size, runs)
    return made


def test_the_middle_is_told_with_the_least_and_the_most(results: Results) -> None:
    figure = results.figure(3000, OURS, Scenario.COLD, "wall")
    assert figure is not None
    assert spread(figure) == "3.10 (3.00-3.20)"
    assert "3.10 (3.00-3.20)" in full_table(results)


def test_results_come_back_from_their_file_as_they_were(results: Results, tmp_path: Path) -> None:
    results.write(tmp_path / "results.json")
    assert full_table(Results.read(tmp_path / "results.json")) == full_table(results)


def test_the_table_sets_ours_against_hugo_and_names_the_machine(results: Results) -> None:
    table = short_table(results)
    assert "| 3,000 | cold | 3.10 s | 6.10 s | 0.51 | 3 |" in table
    assert (
        "A Processor, 2 cores, 8 GB, Linux 6, files on ext4: this, Hugo 1. The middle of 3 interleaved rounds." in table
    )


def test_the_picture_names_every_line_and_is_well_formed(results: Results) -> None:
    shapes = plot(results)
    text = "".join(ET.fromstring(as_svg(shapes, WIDTH, HEIGHT, "A title")).itertext())  # noqa: S314 - our own
    assert "This 10 s" in text
    assert "Hugo 20 s" in text
    assert as_png(shapes, WIDTH, HEIGHT).startswith(b"\x89PNG")


def test_the_readme_has_a_place_for_the_figures_and_keeps_the_rest(results: Results) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = with_figures(text, results)
    assert "| 10,000 | cold |" in told
    assert told.partition(BEGIN)[0] == text.partition(BEGIN)[0]
    assert told.partition(END)[2] == text.partition(END)[2]
    with pytest.raises(NoPlace):
        with_figures("# Nothing", results)


def test_a_file_counts_as_written_when_it_is_new_or_was_written_again(tmp_path: Path) -> None:
    for name in ("kept", "again", "gone"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = seen(tmp_path)
    (tmp_path / "again").unlink()
    (tmp_path / "again").write_text("again, longer", encoding="utf-8")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("new", encoding="utf-8")
    assert written(before, seen(tmp_path)) == 2
    assert seen(tmp_path / "nowhere") == {}
