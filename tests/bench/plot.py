"""How cost grows with a nation: two panels, a line for each program, each named at its end.

Both axes are logarithmic: the sizes lie a factor of sixteen apart and the costs a factor of a thousand, and a cost that
grows in step with the nation is a straight line. No letters stand under colours alone: every line says its name.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.contenders import HUGO, OURS, PELICAN
from bench.drawing import FAINT, SOFT, Dot, Line, Shape, Words
from bench.results import NAMES, Results
from bench.scenarios import Scenario

WIDTH, HEIGHT = 960, 460
TOP, BOTTOM = 96, 400
PANELS = ((Scenario.COLD, "From nothing", 70, 390), (Scenario.BODY, "After one line was changed", 540, 860))
"""Scenario, title, left and right edge."""
COLOURS = {OURS: "#0072b2", HUGO: "#b3470a", PELICAN: "#5b5b5b"}
"""Told apart by people who see fewer colours, and dark enough to be read as words on white (4.5 to 1 and more)."""
TITLES = {"wall": "Seconds until the site is built", "cpu": "Seconds of the processors"}
GAP = 17
"""Between two names at least."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to a place on a logarithmic axis."""

    least: float
    most: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = math.log(value / self.least) / math.log(self.most / self.least)
        return self.start + share * (self.end - self.start)


def plot(results: Results, what: str = "wall") -> list[Shape]:
    """The whole picture; `what` is `wall` or `cpu`."""
    sizes = sorted(results.runs)
    values = [point for scenario, *_ in PANELS for name in NAMES for _, point in _points(results, name, scenario, what)]
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    down = Scale(low, high, BOTTOM, TOP)
    shapes: list[Shape] = [
        Words(24, 36, TITLES[what], 20, is_bold=True),
        Words(24, 58, "by the number of items; both axes grow by factors, and less is better", 14, SOFT),
    ]
    for scenario, title, left, right in PANELS:
        along = Scale(sizes[0] / 1.3, sizes[-1] * 1.15, left, right)
        shapes += _frame(title, left, right, sizes, along, down)
        shapes += _lines(results, scenario, what, along, down, right)
    shapes.append(Words(24, HEIGHT - 14, _where(results), 12, SOFT))
    return shapes


def _frame(
    title: str, left: float, right: float, sizes: Sequence[int], along: Callable[[float], float], down: Scale
) -> list[Shape]:
    shapes: list[Shape] = [Words(left, TOP - 14, title, 15, is_bold=True)]
    value = down.least
    while value <= down.most * 1.001:
        y = down(value)
        shapes += [Line([(left, y), (right, y)]), Words(left - 8, y + 4.5, _seconds(value), 12, SOFT, "end")]
        value *= 10
    for size in sizes:
        x = along(size)
        shapes += [Line([(x, BOTTOM), (x, BOTTOM + 5)], FAINT), Words(x, BOTTOM + 20, f"{size:,}", 12, SOFT, "middle")]
    return shapes


def _lines(results: Results, scenario: Scenario, what: str, along: Scale, down: Scale, right: float) -> list[Shape]:
    shapes: list[Shape] = []
    ends: list[tuple[float, str, str]] = []
    for name in reversed(results.contenders):
        points = [(along(size), down(value)) for size, value in _points(results, name, scenario, what)]
        if not points:
            continue
        colour = COLOURS[name]
        shapes.append(Line(points, colour, 3.5 if name == OURS else 2.2))
        shapes += [Dot(x, y, colour) for x, y in points]
        last = _points(results, name, scenario, what)[-1][1]
        ends.append((points[-1][1], f"{NAMES[name]} {_seconds(last)}", colour))
    for y, text, colour in _apart(ends):
        shapes.append(Words(right + 8, y + 4.5, text, 13.5, colour, is_bold=colour == COLOURS[OURS]))
    return shapes


def _apart(ends: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Names that would lie on each other move down."""
    placed: list[tuple[float, str, str]] = []
    for y, text, colour in sorted(ends):
        placed.append((max(y, placed[-1][0] + GAP) if placed else y, text, colour))
    return placed


def _points(results: Results, name: str, scenario: Scenario, what: str) -> list[tuple[int, float]]:
    found = ((size, results.figure(size, name, scenario, what)) for size in sorted(results.runs))
    return [(size, one.middle) for size, one in found if one]


def _seconds(value: float) -> str:
    """`0.1 s`, `13 s`"""
    if value < 1:
        return f"{value:.1g} s" if value in (0.01, 0.1) or value < 0.1 else f"{value:.2f} s"
    return f"{value:.1f} s" if value < 10 and value != int(value) else f"{value:,.0f} s"


def _where(results: Results) -> str:
    about = results.machine
    programs = ", ".join(results.labels[one] for one in results.contenders)
    return f"{about['processor']}, {about['cores']} cores, {about['system']}: {programs}"
