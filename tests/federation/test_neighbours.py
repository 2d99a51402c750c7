"""The atlas gives what measuring every distance gives."""

from random import Random

import pytest

from localgroups.federation.neighbours import HOW_MANY, NEARBY_KM, Near, Spot, all_near
from localgroups.model.places import Position


def measured(spot: Spot, others: list[Spot]) -> Near:
    """Every distance measured, the nearest kept."""
    found = [
        (spot.position.distance_km(one.position), one.slug)
        for one in others
        if spot.position and one.position and one.slug != spot.slug and not one.is_closed
    ]
    return tuple((slug, distance) for distance, slug in sorted(found) if distance <= NEARBY_KM)[:HOW_MANY]


@pytest.mark.parametrize("reach", [0.5, 4, 30, 89.9])
def test_the_atlas_finds_the_same_neighbours_as_measuring_all(reach: float) -> None:
    draw = Random(f"atlas {reach}")  # noqa: S311
    # Rounded, so that several stand at the same place and at the same distance.
    spots = [
        Spot(
            f"g{number}",
            Position(round(draw.uniform(-reach, reach), 1), round(draw.uniform(-reach, reach) * 2, 1)),
            is_closed=draw.random() < 0.1,
        )
        for number in range(120)
    ]
    spots.append(Spot("nowhere", None))

    assert all_near(spots) == {one.slug: measured(one, spots) for one in spots}
