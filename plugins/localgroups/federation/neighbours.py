"""Which groups are near one another."""

from collections.abc import Iterable

from localgroups.model.rollups import Card

HOW_MANY = 4
"""A page shows no more; the region's page has the rest."""


def neighbours(card: Card, others: Iterable[Card]) -> tuple[tuple[Card, float], ...]:
    """The nearest living groups with their distance in kilometres; none for a group without a position."""
    here = card.place.position if card.place else None
    if here is None:
        return ()
    found = [
        (here.distance_km(other.place.position), other.slug, other)
        for other in others
        if other.slug != card.slug and not other.is_closed and other.place and other.place.position
    ]
    return tuple((other, distance) for distance, _, other in sorted(found, key=lambda one: one[:2])[:HOW_MANY])
