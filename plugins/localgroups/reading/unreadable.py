"""A nation that nothing can be built on.

Apart from the reading of it, so that whoever has to say so need not load what reads.
"""

from localgroups.model.diagnostics import Diagnostic


class UnreadableNation(Exception):
    """organisation.yaml or regions.yaml cannot be used; without them nothing can be published."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(f"{one.span.path}:{one.span.line}: {one.message}" for one in diagnostics))
        self.diagnostics = diagnostics
