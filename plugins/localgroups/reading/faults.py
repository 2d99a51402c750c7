"""A fault before its place is known, and the list of one file's faults.

Readers of single values (dates, links, choices) are pure: they give a value or a `Fault`. Whoever knows
which file and which word the value came from turns it into a `Diagnostic` here.
"""

from collections.abc import Callable, Iterable
from datetime import date

from localgroups.model.characters import shown
from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.limits import FAULTS
from localgroups.model.values import Struct, field
from localgroups.reading.dated_names import day_in_name
from localgroups.reading.nodes import Key, Mapping, Node, Sequence, Text, node_at

QUOTE_LENGTH = 60
LONGEST_HELP = 600
"""Characters: a cure that nobody could paste is no cure."""


def quoted(text: str) -> str:
    """What was written, on one line, cut where it is long, between quotation marks."""
    words = shown(" ".join(text.split()))
    cut = words if len(words) <= QUOTE_LENGTH else words[: QUOTE_LENGTH - 1] + "…"
    return f"“{cut}”" if '"' in cut else f'"{cut}"'


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as people list them: `a, b or c`."""
    every = list(words)
    return f" {last} ".join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else ""


class Fault(Struct, frozen=True):
    """What is wrong with a value, and the text that mends it."""

    code: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    help_on: Callable[[date], str] | None = None
    """The same help where the file's name says which day is meant; empty where that day does not fit."""

    def at(self, span: Span) -> Diagnostic:
        day = day_in_name(span.path) if self.help_on else None
        help = (self.help_on(day) if self.help_on and day else "") or self.help
        if len(help) > LONGEST_HELP:
            help = help[: LONGEST_HELP - 1] + "…"
        return Diagnostic(self.code, span, self.message, help, self.severity)


def warning(code: str, message: str, help: str = "") -> Fault:
    """A fault that does not hold the item."""
    return Fault(code, message, help, Severity.WARNING)


class FileFaults(Struct):
    """The faults of one file, or of one entry of a list, gathered while it is read."""

    path: str
    """Relative to the source folder."""
    root: Node | None = None
    """The fields, once they are known; places are looked up in it."""
    line: int = 1
    """Where to point when a field is not there at all."""
    found: list[Diagnostic] = field(default_factory=list)
    forgiven: frozenset[str] = frozenset()
    """Codes that do not count as errors: of an earlier text, whose picture may be gone."""

    def add(self, fault: Fault, *keys: Key) -> None:
        """A fault of the field at `keys`: `"where", "latitude"`; of the whole file without keys."""
        self._keep(fault.at(self.span(*keys)))

    def add_at(self, fault: Fault, line: int, column: int = 1, end_column: int | None = None) -> None:
        """A fault at a place in the text."""
        self._keep(fault.at(Span(self.path, line, column, line, column if end_column is None else end_column)))

    def add_key(self, fault: Fault, key: Text) -> None:
        """A fault of a field's name."""
        self._keep(fault.at(self.span_of(key)))

    @property
    def is_full(self) -> bool:
        """Whether no more are told; the last one says so."""
        return len(self.found) > FAULTS.most

    def _keep(self, one: Diagnostic) -> None:
        if len(self.found) < FAULTS.most or (one.severity is Severity.ERROR and not self.has_errors):
            self.found.append(one)
        elif len(self.found) == FAULTS.most:
            message = f"There are more than {FAULTS} in this file; from here on they are not listed."
            fault = Fault("too-many-slips", message, "Mend those above, and check again.", one.severity)
            self.found.append(fault.at(one.span))

    def span(self, *keys: Key) -> Span:
        """Where the value at `keys` stands, or the nearest that encloses it."""
        node = node_at(self.root, keys) if self.root is not None and keys else None
        if node is None or node is self.root:
            return Span(self.path, self.line, 1, self.line, 1)
        return self.span_of(node)

    def span_of(self, node: Text | Mapping | Sequence) -> Span:
        return Span(self.path, node.line, node.column, node.end_line, node.end_column)

    @property
    def has_errors(self) -> bool:
        return bool(self.found) and any(
            one.severity is Severity.ERROR and one.code not in self.forgiven for one in self.found
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the errors, each once, in the order of their names."""
        return tuple(sorted({one.code for one in self.found if one.severity is Severity.ERROR}))
