"""Figures of many runs: kept as JSON, and told as tables."""

import json
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.contenders import HUGO, OURS, PELICAN
from bench.rounds import Run
from bench.scenarios import Scenario

ORDER = (OURS, HUGO, PELICAN)
NAMES = {OURS: "This", HUGO: "Hugo", PELICAN: "Pelican"}


@dataclass(frozen=True, slots=True)
class Figure:
    """The middle of several measurements, and how far they lie apart."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "Figure":
        given = sorted(values)
        return cls(statistics.median(given), given[0], given[-1])


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured, where, and with what."""

    machine: Mapping[str, str]
    labels: Mapping[str, str]
    """Each contender's name and version."""
    runs: Mapping[int, Sequence[Mapping[str, Any]]]
    """Items: the runs at that size."""

    @classmethod
    def read(cls, file: Path) -> "Results":
        record = json.loads(file.read_text(encoding="utf-8"))
        return cls(record["machine"], record["labels"], {int(size): runs for size, runs in record["runs"].items()})

    def write(self, file: Path) -> None:
        record = {
            "machine": self.machine,
            "labels": self.labels,
            "runs": {str(size): runs for size, runs in self.runs.items()},
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def with_runs(self, size: int, runs: Iterable[Run]) -> "Results":
        return Results(self.machine, self.labels, {**self.runs, size: [one.as_record() for one in runs]})

    @property
    def contenders(self) -> list[str]:
        return [name for name in ORDER if name in self.labels]

    def figure(self, size: int, contender: str, scenario: Scenario, what: str) -> Figure | None:
        """`what` is `wall`, `cpu`, `memory`, `written` or `files`. None where it was not measured."""
        take = _TAKE[what]
        values = [
            take(one)
            for one in self.runs.get(size, ())
            if one["contender"] == contender and one["scenario"] == scenario
        ]
        return Figure.of(values) if values else None


_TAKE: Mapping[str, Callable[[Mapping[str, Any]], float]] = {
    "wall": lambda one: float(one["wall"]),
    "cpu": lambda one: one["user"] + one["system"],
    "memory": lambda one: one["memory"] / 1e6,
    "written": lambda one: float(one["written"]),
    "files": lambda one: float(one["files"]),
}


def full_table(results: Results) -> str:
    """Everything: a table for each size, with the middle and (in brackets) the least and the most."""
    return "\n\n".join(f"{size:,} items\n\n{_table_of(results, size)}" for size in sorted(results.runs))


def _table_of(results: Results, size: int) -> str:
    rows = [["after", "program", "seconds", "of the processors", "MB", "files written", "of"]]
    for scenario in Scenario:
        for name in results.contenders:
            wall = results.figure(size, name, scenario, "wall")
            if wall is None:
                continue
            figures = [results.figure(size, name, scenario, what) for what in ("cpu", "memory", "written", "files")]
            cpu, memory, written, files = (one or wall for one in figures)
            rows.append([str(scenario), NAMES[name], spread(wall), spread(cpu), f"{memory.most:.0f}"])
            rows[-1] += [f"{written.middle:,.0f}", f"{files.middle:,.0f}"]
    return in_columns(rows)


def short_table(results: Results) -> str:
    """For the README, in Markdown: seconds on the wall, and against Hugo."""
    heads = ["Items", "Build after", *(NAMES[name] for name in results.contenders), "Against Hugo", "Files written"]
    lines = [_row(heads), _row(["---:", "---", *("---:" for _ in heads[2:])])]
    for size in sorted(results.runs):
        for scenario in Scenario:
            figures = {name: results.figure(size, name, scenario, "wall") for name in results.contenders}
            own, others = figures[OURS], figures.get(HUGO)
            if own is None:
                continue
            written = results.figure(size, OURS, scenario, "written") or own
            ratio = f"{own.middle / others.middle:.2f}" if others else ""
            cells = [f"{one.middle:,.2f} s" if one else "" for one in figures.values()]
            lines.append(_row([f"{size:,}", str(scenario), *cells, ratio, f"{written.middle:,.0f}"]))
    return "\n".join([*lines, "", memory_line(results), "", machine_line(results)])


def memory_line(results: Results) -> str:
    """The largest process, at each size, over all scenarios."""
    parts = []
    for name in results.contenders:
        sizes = []
        for size in sorted(results.runs):
            found = [results.figure(size, name, scenario, "memory") for scenario in Scenario]
            most = max((one.most for one in found if one), default=0)
            if most:
                sizes.append(f"{most:,.0f} MB at {size:,}")
        parts.append(f"{NAMES[name]}: {', '.join(sizes)}")
    return f"Largest process. {'. '.join(parts)}."


def machine_line(results: Results) -> str:
    """`Measured on AMD EPYC, 2 cores ...`"""
    about = results.machine
    rest = f"{about['cores']} cores, {about['memory']}, {about['system']}, files on {about['files on']}"
    programs = ", ".join(results.labels[name] for name in results.contenders)
    return (
        f"Measured on {about['processor']}, {rest}: {programs}. The middle of {rounds_of(results)} interleaved rounds."
    )


def rounds_of(results: Results) -> int:
    """How often each size was measured at least."""
    counts = [
        sum(one["contender"] == OURS and one["scenario"] == Scenario.COLD for one in runs)
        for runs in results.runs.values()
    ]
    return min(counts, default=0)


def spread(figure: Figure) -> str:
    """`4.91 (4.80-5.33)`"""
    return f"{figure.middle:.2f} ({figure.least:.2f}-{figure.most:.2f})"


def in_columns(rows: Sequence[Sequence[str]]) -> str:
    """Plain text with each column as wide as its widest cell."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
