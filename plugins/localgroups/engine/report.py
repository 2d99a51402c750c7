"""What a build did, for people and for programs."""

from dataclasses import dataclass

from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.items import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
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
