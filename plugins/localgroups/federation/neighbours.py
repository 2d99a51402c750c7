"""Which groups are near one another."""

from collections.abc import Iterable

from localgroups.model.rollups import Card

HOW_MANY = 4
"""A page shows no more; the region's page has the rest."""
NEARBY_KM = 200
"""Farther than a day's outing there and back, a group is no neighbour: on a map of few groups, none is shown."""


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
    near = sorted((one for one in found if one[0] <= NEARBY_KM), key=lambda one: one[:2])
    return tuple((other, distance) for distance, _, other in near[:HOW_MANY])
