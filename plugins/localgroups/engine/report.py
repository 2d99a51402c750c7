"""What a build did, for people and for programs."""

from collections.abc import Container, Iterable

from localgroups.engine.ledger import Diagnostics, GroupLine, Ledger, OfficeLine
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
    told: tuple[Diagnostic, ...]
    """What people are to hear of them now: every fault, and the warnings of what was read in this build. Hundreds of
    old warnings would bury the one new line."""
    old: tuple[Diagnostics, ...] = ()
    """Of what was not read in this build; the faults among them are told."""
    held: tuple[Held, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    files: int
    """Files of the whole site."""
    is_swapped: bool = True
    """False where the output could not be swapped as a whole, and files were replaced one after the other."""

    @property
    def unsaid(self) -> int:
        """So many warnings are not told."""
        return sum(one.warned for one in self.old)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that there are, whether they are new or stood before."""
        return _sorted((*self.told, *(warning for one in self.old for warning in one.warnings())))

    @property
    def exit_status(self) -> int:
        """0 where all is published, 3 where something was held or refused."""
        return 3 if self.held or any(one.severity is Severity.ERROR for one in self.told) else 0


def report_of(
    ledger: Ledger, published: Published, read: Container[str] = (), passing: Iterable[Diagnostic] = ()
) -> Report:
    """The report of a build that ended with this ledger. `read`: slugs of the groups, and of the national office, that
    this build has read; `passing`: what no later build says again."""
    lines: tuple[OfficeLine | GroupLine, ...] = (ledger.office, *ledger.groups)
    told, old = [*ledger.diagnostics, *passing], list[Diagnostics]()
    for line in lines:
        if line.slug in read:
            told += line.diagnostics.all()
        else:
            told += line.diagnostics.errors
            old.append(line.diagnostics)
    held = [*ledger.held, *(one for line in lines for one in line.held)]
    return Report(
        groups=sum(bool(one.handed) for one in ledger.groups),
        items=sum(one.items for one in lines),
        published=sum(one.published for one in lines),
        told=_sorted(told),
        old=tuple(old),
        held=tuple(sorted(held, key=lambda one: one.path)),
        written=published.written,
        removed=published.removed,
        files=ledger.files,
        is_swapped=published.is_swapped,
    )


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: one.order))
