"""Lines of writers' files, to be quoted beside a fault on a page that anybody can open.

Apart from the terminal's quotations, because a page must not give away what is not meant for the public: lines of
drafts, of fields that are not known and of notes (`x-`) are never quoted.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from localgroups.model.characters import shown, with_plain_ends
from localgroups.model.diagnostics import Diagnostic
from localgroups.model.late_patterns import late
from localgroups.reading.files import read_beginning

Lines = Mapping[tuple[str, int], str]
"""(path, line) to the line."""

_DRAFT = late(r"(?:^|[\s{,\"'-])status[\"']?\s*:\s*[\"']?draft", re.IGNORECASE)
_NOTE = late(r"(?:^|[\s{,\"'-])x-[\w-]*[\"']?\s*:", re.IGNORECASE)
_PRIVATE = ("unknown-field",)
_TEXTS = (".md", ".yaml")


def quotable_lines(source: Path, diagnostics: Iterable[Diagnostic]) -> Lines:
    """The lines that faults point at, those alone that may be shown."""
    places: dict[str, set[int]] = {}
    private: set[tuple[str, int]] = set()
    for one in diagnostics:
        places.setdefault(one.span.path, set()).add(one.span.line)
        if one.code in _PRIVATE:
            private.add((one.span.path, one.span.line))
    found: dict[tuple[str, int], str] = {}
    for path, numbers in places.items():
        lines = _lines(source, path) if path.endswith(_TEXTS) else []
        for number in numbers:
            line = lines[number - 1] if number <= len(lines) else ""
            if line.strip() and (path, number) not in private and not _NOTE.search(line):
                found[path, number] = shown(line.replace("\t", " "))
    return found


def _lines(source: Path, path: str) -> list[str]:
    """The lines of a file; none of one that cannot be read, or where a draft is in it."""
    found = read_beginning(source, path)
    text = found[0].decode("utf-8-sig", "replace") if found else ""
    if "draft" in text.casefold() and _DRAFT.search(text):
        return []
    return with_plain_ends(text).split("\n")
