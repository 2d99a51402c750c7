"""How deep brackets stand in one another, seen before any parser does.

Apart from `located_yaml`, because the parser's own work grows with the square of the depth: ten thousand brackets keep
it busy for seconds, and a file has room for a hundred thousand.
"""

import re

from localgroups.model.limits import NESTING

_BRACKET = re.compile(r"[\[{]|[\]}]")
_SIGNS = re.compile(rf"\s*(?:[-?:][ \t]+){{{NESTING.most}}}")
"""Lists that begin in one another on one line: `- - - -`."""


def too_deep_at(lines: list[str]) -> tuple[int, int] | None:
    """Line and column, counted from 0, of the first bracket that stands too deep; None for nearly all texts.

    An entry of a list at the very left begins anew: what was left open above it is no concern of this one.
    """
    depth = 0
    for number, line in enumerate(lines):
        if line.startswith("- "):
            depth = 0
        signs = _SIGNS.match(line) if "- - " in line or "? ? " in line else None
        if signs:
            return number, signs.end() - 1
        if "[" not in line and "{" not in line and not depth:
            continue
        for bracket in _BRACKET.finditer(line):
            depth = depth + 1 if bracket.group() in "[{" else max(depth - 1, 0)
            if depth >= NESTING.most:
                return number, bracket.start()
    return None
