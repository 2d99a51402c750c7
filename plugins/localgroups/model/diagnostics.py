"""A fault in content, as a value.

Faults of writers are returned, never raised; how they look on a terminal or a Git host is decided by
the renderers in `cli`. Exceptions stay for faults of the program or the machine.
"""

from enum import StrEnum

from localgroups.model.values import Struct


class Severity(StrEnum):
    """What a fault costs its file."""

    ERROR = "error"
    """The file is refused at the door, and its item held at the press."""
    WARNING = "warning"
    """The item is published; somebody should look."""


class Span(Struct, frozen=True, order=True):
    """A stretch of one file. Lines and columns count from 1, in characters; `end_column` is exclusive."""

    path: str
    """Relative to the source folder, with `/`: `groups/riverside/group.yaml`."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Diagnostic(Struct, frozen=True):
    """One fault: where, what in the writer's words, and text to paste."""

    code: str
    """Permanent, kebab-case: `missing-field`. Never renamed, never reused."""
    span: Span
    message: str
    """One headline that quotes what was written: `"31 November 2026" is not a date.`"""
    help: str = ""
    """One line that mends it: `November has 30 days. Write: 30 November 2026`."""
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Files in order of path, faults in order of place: the one order of every list of faults."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)
