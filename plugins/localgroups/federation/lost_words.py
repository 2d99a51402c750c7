"""Words of meetings that the nation took away while groups still use them.

Each group is told of its own files; that the cause is one line of organisation.yaml is seen only here.
"""

import re
from collections.abc import Iterable

from localgroups.model.diagnostics import Diagnostic, Severity, Span

GROUPS = 3
"""So many groups do not make the same slip of the finger."""
_SAID = re.compile(r"[\"“](.+)[\"”] is not (a kind of meeting|an access fact) that is known here\.")


def lost_words(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """A word about each unknown one that several groups use alike."""
    files: dict[tuple[str, str], set[str]] = {}
    for one in found:
        said = _SAID.fullmatch(one.message) if one.code == "unknown-word" else None
        if said and one.span.path.startswith("groups/"):
            files.setdefault((said[1].casefold(), said[2]), set()).add(one.span.path)
    faults = []
    for (word, what), paths in sorted(files.items()):
        groups = {path.split("/")[1] for path in paths}
        if len(groups) >= GROUPS:
            table = "meetings" if what == "a kind of meeting" else "access"
            faults.append(
                Diagnostic(
                    "word-removed",
                    Span("content/organisation.yaml"),
                    f'"{word}" is no word of the nation, and {len(paths)} files of {len(groups)} groups use it.',
                    f"If it was taken out by a slip, put it back: words: {{{table}: {{{word}: {word.capitalize()}}}}}",
                    Severity.WARNING,
                )
            )
    return faults
