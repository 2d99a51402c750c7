"""Moulds: what a library wrote around marks, into which other texts are put.

Feeds and calendars are the same around their texts by the thousand. A library writes each shape once, with a mark
where a text will stand; all that stands around the marks is its own. What was put in is never looked at again, so that
no text can be taken for a mark.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from localgroups.model.values import Struct

Text = Callable[[str], str]

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Unicode keeps them for private use: every library passes them on, and none gives them a meaning."""
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


class Gap(Struct, frozen=True):
    """A place for a text."""

    name: str
    written: Text
    """The text as it is written in this place."""
    after: str
    """What the library wrote from here to the next."""


class Mould(Struct, frozen=True):
    """What a library wrote, with gaps."""

    before: str
    """As far as the first gap."""
    gaps: tuple[Gap, ...]

    def cast(self, texts: Mapping[str, str]) -> str:
        """The same with these texts in the gaps of their names."""
        parts = [self.before]
        for gap in self.gaps:
            parts += (gap.written(texts[gap.name]), gap.after)
        return "".join(parts)


def mark(name: str) -> str:
    """What a library is given instead of a text."""
    return f"{_OPEN}{name}{_CLOSE}"


def marks(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A mark for each text. An empty one stays empty, since libraries leave out what has nothing in it."""
    return {name: mark(name) if text else "" for name, text in texts}


def mould_of(written: str, kind: Callable[[str], Text]) -> Mould:
    """The mould of what was written around marks; `kind` says how a text is written, by what stands before it."""
    before, *rest = _MARK.split(written)
    gaps, last = [], before
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        gaps.append(Gap(name, kind(last), after))
        last = after
    return Mould(before, tuple(gaps))
