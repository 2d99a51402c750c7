"""Which groups are near one another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import nlargest
from math import cos, radians, sin

from localgroups.model.places import EARTH_RADIUS_KM, Position
from localgroups.model.values import Struct

HOW_MANY = 4
"""A page shows no more; the region's page has the rest."""
NEARBY_KM = 200
"""Farther than a day's outing there and back, a group is no neighbour: on a map of few groups, none is shown."""

_MARGIN = 1e-9
"""Far more than what is rounded off, and far less than a metre."""
_DEGREES = NEARBY_KM / (EARTH_RADIUS_KM * radians(1)) + _MARGIN
"""Of latitude: whoever is farther north or south is farther away."""
_CLOSE = cos(NEARBY_KM / EARTH_RADIUS_KM) - _MARGIN
"""The cosine of the angle between two that are just near, seen from the middle of the earth."""

Near = tuple[tuple[str, float], ...]
"""Slugs of groups, with the distance in kilometres; the nearest first."""
_Place = tuple[float, tuple[float, float, float], Position, str]


class Spot(Struct, frozen=True):
    """A group on the map."""

    slug: str
    position: Position | None
    is_closed: bool = False


class Atlas(Struct, frozen=True):
    """Where all living groups are, from south to north: made once, asked for every group."""

    places: tuple[_Place, ...]
    """Latitude, the way there from the middle of the earth, position, group."""

    @classmethod
    def of(cls, spots: Iterable[Spot]) -> "Atlas":
        known = ((one.position, one.slug) for one in spots if not one.is_closed)
        places = [(position.latitude, _arrow(position), position, slug) for position, slug in known if position]
        return cls(tuple(sorted(places, key=lambda one: one[0])))

    def near(self, spot: Spot) -> Near:
        """The nearest living groups with their distance in kilometres; none for a group without a position."""
        here = spot.position
        if here is None:
            return ()
        x, y, z = _arrow(here)
        first = bisect_left(self.places, here.latitude - _DEGREES, key=lambda one: one[0])
        last = bisect_right(self.places, here.latitude + _DEGREES, key=lambda one: one[0])
        band = [
            (x * east + y * north + z * up, position, other)
            for _, (east, north, up), position, other in self.places[first:last]
            if other != spot.slug
        ]
        nearest = nlargest(HOW_MANY, (cosine for cosine, _, _ in band))
        least = max(_CLOSE, nearest[-1] - _MARGIN) if len(nearest) == HOW_MANY else _CLOSE
        found = [(here.distance_km(position), other) for cosine, position, other in band if cosine >= least]
        near = sorted(one for one in found if one[0] <= NEARBY_KM)
        return tuple((other, distance) for distance, other in near[:HOW_MANY])


def all_near(spots: Iterable[Spot]) -> dict[str, Near]:
    """Every group's neighbours."""
    spots = tuple(spots)
    atlas = Atlas.of(spots)
    return {one.slug: atlas.near(one) for one in spots}


def _arrow(position: Position) -> tuple[float, float, float]:
    latitude, longitude = radians(position.latitude), radians(position.longitude)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
