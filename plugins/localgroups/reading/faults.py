"""A fault before its place is known, and the list of one file's faults.

Readers of single values (dates, links, choices) are pure: they give a value or a `Fault`. Whoever knows
which file and which word the value came from turns it into a `Diagnostic` here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.reading.nodes import Key, Mapping, Node, Sequence, Text, node_at

QUOTE_LENGTH = 60


def quoted(text: str) -> str:
    """What was written, on one line, cut where it is long, between quotation marks."""
    words = " ".join(text.split())
    shown = words if len(words) <= QUOTE_LENGTH else words[: QUOTE_LENGTH - 1] + "…"
    return f"“{shown}”" if '"' in shown else f'"{shown}"'


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as people list them: `a, b or c`."""
    every = list(words)
    return f" {last} ".join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, and the text that mends it."""

    code: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR

    def at(self, span: Span) -> Diagnostic:
        return Diagnostic(self.code, span, self.message, self.help, self.severity)


def warning(code: str, message: str, help: str = "") -> Fault:
    """A fault that does not hold the item."""
    return Fault(code, message, help, Severity.WARNING)


@dataclass(slots=True)
class FileFaults:
    """The faults of one file, or of one entry of a list, gathered while it is read."""

    path: str
    """Relative to the source folder."""
    root: Node | None = None
    """The fields, once they are known; places are looked up in it."""
    line: int = 1
    """Where to point when a field is not there at all."""
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, fault: Fault, *keys: Key) -> None:
        """A fault of the field at `keys`: `"where", "latitude"`; of the whole file without keys."""
        self.found.append(fault.at(self.span(*keys)))

    def add_at(self, fault: Fault, line: int, column: int = 1, end_column: int | None = None) -> None:
        """A fault at a place in the text."""
        self.found.append(fault.at(Span(self.path, line, column, line, column if end_column is None else end_column)))

    def add_key(self, fault: Fault, key: Text) -> None:
        """A fault of a field's name."""
        self.found.append(fault.at(self.span_of(key)))

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
        return any(one.severity is Severity.ERROR for one in self.found)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the errors, each once, in the order of their names."""
        return tuple(sorted({one.code for one in self.found if one.severity is Severity.ERROR}))
