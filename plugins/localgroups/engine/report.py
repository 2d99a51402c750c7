"""What a build did, for people and for programs."""

from collections.abc import Iterable

from localgroups.engine.ledger import GroupLine, Ledger, OfficeLine
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.items import Held
from localgroups.model.values import Struct
from localgroups.press.press import Published


class Report(Struct, frozen=True, kw_only=True):
    """The outcome of one build. Paths in the output are relative to it, with `/`."""

    groups: int
    """Groups published."""
    items: int
    """Items found."""
    published: int
    """Items published."""
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[Held, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    files: int
    """Files of the whole site."""
    is_swapped: bool = True
    """False where the output could not be swapped as a whole, and files were replaced one after the other."""

    @property
    def exit_status(self) -> int:
        """0 where all is published, 3 where something was held or refused."""
        return 3 if self.held or any(one.severity is Severity.ERROR for one in self.diagnostics) else 0


def report_of(ledger: Ledger, published: Published, passing: Iterable[Diagnostic] = ()) -> Report:
    """The report of a build that ended with this ledger; `passing` is what no later build says again."""
    lines: tuple[OfficeLine | GroupLine, ...] = (ledger.office, *ledger.groups)
    diagnostics = [*ledger.diagnostics, *passing, *(fault for line in lines for fault in line.diagnostics)]
    held = [*ledger.held, *(one for line in lines for one in line.held)]
    return Report(
        groups=sum(bool(one.handed) for one in ledger.groups),
        items=sum(one.items for one in lines),
        published=sum(one.published for one in lines),
        diagnostics=tuple(sorted(diagnostics, key=lambda one: one.order)),
        held=tuple(sorted(held, key=lambda one: one.path)),
        written=published.written,
        removed=published.removed,
        files=ledger.files,
        is_swapped=published.is_swapped,
    )
