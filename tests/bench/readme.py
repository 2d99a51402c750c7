"""The README's place for the figures: what stands between two marks is written anew from results."""

from pathlib import Path

from bench.drawing import as_png, as_svg
from bench.plot import HEIGHT, WIDTH, plot
from bench.results import Results, short_table

BEGIN, END = "<!-- bench: written by `python3 tasks.py bench --write` -->", "<!-- end of bench -->"
TITLE = "How the time of a build grows with the number of items, from nothing and after one changed line"
PICTURE = "docs/images/bench"


class NoPlace(RuntimeError):
    """The README lost the marks between which the figures stand."""


def with_figures(text: str, results: Results) -> str:
    """The README's text with today's figures."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise NoPlace(f"README.md needs the lines {BEGIN} and {END}")
    return f"{head}{BEGIN}\n![{TITLE}]({PICTURE}.svg)\n\n{short_table(results)}\n{END}{tail}"


def write_pictures(results: Results, folder: Path, name: str, what: str) -> None:
    """The plot as SVG and as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    shapes = plot(results, what)
    (folder / f"{name}.svg").write_bytes(as_svg(shapes, WIDTH, HEIGHT, TITLE))
    (folder / f"{name}.png").write_bytes(as_png(shapes, WIDTH, HEIGHT))


def write_readme(results: Results, root: Path, what: str) -> None:
    readme = root / "README.md"
    readme.write_text(with_figures(readme.read_text(encoding="utf-8"), results), encoding="utf-8")
    write_pictures(results, (root / PICTURE).parent, Path(PICTURE).name, what)
