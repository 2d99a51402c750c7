"""Which names groups may not have, because they are others'."""

from collections.abc import Iterable

from localgroups.engine.ledger import GroupLine
from localgroups.federation.claims import borrowed_names, refused_claims
from localgroups.model.values import Struct


class Names(Struct, frozen=True):
    """Which names groups may not have, because they are others'."""

    refused: frozenset[str] = frozenset()
    """Former names."""
    borrowed: frozenset[str] = frozenset()
    """Slugs of groups that call themselves what another is called."""

    @classmethod
    def among(cls, lines: Iterable[GroupLine], living: frozenset[str]) -> "Names":
        shown = tuple(one for one in lines if one.name)
        return cls(refused_claims(shown, living), frozenset(borrowed_names(shown)))

    def wronged(self, lines: Iterable[GroupLine]) -> tuple[str, ...]:
        """Groups that were built with other names than they may have: somebody else's claim has come or gone."""
        return tuple(
            one.slug
            for one in lines
            if self.refused.intersection(one.former_slugs) != set(one.refused)
            or (one.slug in self.borrowed) != one.is_borrowed
        )
