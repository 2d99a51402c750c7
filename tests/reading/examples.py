"""The examples of GitHub's and of CommonMark's specifications: what is typed, and the HTML that it becomes.

The specifications lie in tests/cases/markdown as they are published, so that nobody need trust a copy of a copy.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "markdown"
_PARTS = re.compile(
    r"^(?P<section>#{1,6} [^\n]+)$|^`{32} example(?P<asks>[^\n]*)\n(?P<written>.*?)^\.\n(?P<shown>.*?)^`{32}$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """One example."""

    number: int
    """As the published specification counts, from 1."""
    section: str
    """The heading that it stands under."""
    asks: frozenset[str]
    """Extensions that it needs; `disabled` where the parser's own tests leave it out."""
    written: str
    """The Markdown."""
    shown: str
    """The HTML, before anything unsafe is taken out."""

    def __str__(self) -> str:
        return f"{self.number} ({self.section})"


@cache
def gfm() -> tuple[Example, ...]:
    """Those of GitHub Flavored Markdown."""
    return _read("gfm-0.29.txt")


@cache
def commonmark() -> tuple[Example, ...]:
    """Those of CommonMark, which GitHub's dialect began from."""
    return _read("commonmark-0.31.2.txt")


def _read(name: str) -> tuple[Example, ...]:
    text = (FOLDER / name).read_text(encoding="utf-8").replace("→", "\t")
    found: list[Example] = []
    section = ""
    for part in _PARTS.finditer(text):
        if part["section"]:
            section = part["section"].lstrip("# ")
        else:
            asks = frozenset(part["asks"].split())
            found.append(Example(len(found) + 1, section, asks, part["written"], part["shown"]))
    return tuple(found)
