"""The headers that a host sends with the site's files, read from the site's own `_headers`.

So that what works in the preview works in public: the same rules, in the format of Netlify and Cloudflare Pages.
"""

import re
from pathlib import Path

from localgroups.model.values import Struct
from localgroups.outputs.headers import FILE

Header = tuple[str, str]
_PLACES = re.compile(r"\*|:[A-Za-z]\w*")


class _Rule(Struct, frozen=True):
    """Headers for the paths that fit a pattern."""

    pattern: re.Pattern[str]
    headers: tuple[Header, ...]


class SiteHeaders(Struct, frozen=True):
    """All rules of a site, in order."""

    rules: tuple[_Rule, ...] = ()

    @classmethod
    def of(cls, output: Path) -> "SiteHeaders":
        """Those of a site in a folder; none where it has no such file."""
        try:
            return cls.read((output / FILE).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return cls()

    @classmethod
    def read(cls, text: str) -> "SiteHeaders":
        """A line that begins with `/` says which paths; the indented ones below it say what is sent."""
        found: list[tuple[str, list[Header]]] = []
        for line in text.splitlines():
            if line.startswith("/"):
                found.append((line.strip(), []))
            elif line[:1].isspace() and ":" in line and found and not line.lstrip().startswith(("#", "!")):
                name, _, value = line.partition(":")
                found[-1][1].append((name.strip(), value.strip()))
        return cls(tuple(_Rule(_pattern(path), tuple(headers)) for path, headers in found))

    def for_path(self, path: str) -> tuple[Header, ...]:
        """Every header of every rule that fits."""
        return tuple(header for rule in self.rules if rule.pattern.fullmatch(path) for header in rule.headers)


def _pattern(path: str) -> re.Pattern[str]:
    """`*` stands for anything, `:name` for what is between two `/`."""
    parts, last = [], 0
    for place in _PLACES.finditer(path):
        parts += [re.escape(path[last : place.start()]), ".*" if place[0] == "*" else "[^/]+"]
        last = place.end()
    return re.compile("".join([*parts, re.escape(path[last:])]))
