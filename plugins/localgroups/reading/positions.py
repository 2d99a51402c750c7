"""Positions that cannot be meant: latitude and longitude swapped, or none where a form was left at zero.

Both values of a swapped pair are possible ones in most of the world, so the time zone is asked: the tables of the
zones say where each one's chief town is, and nothing of a zone is half the globe away from it.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from localgroups.model.late_patterns import late
from localgroups.model.places import Position
from localgroups.model.zone_files import zone_file
from localgroups.reading.faults import Fault, warning

_FAR = 2_500
"""Kilometres from a zone's chief town: further than that is not much, even in the largest."""
_NEARER = 3
"""So many times nearer a position has to be the other way round."""
_ROW = late(r"^[A-Z]{2}\t([+-])(\d\d)(\d\d)(?:\d\d)?([+-])(\d{3})(\d\d)(?:\d\d)?\t([\w/+-]+)", re.MULTILINE)
"""ISO 6709, degrees and minutes: `GB  +513030-0000731  …`."""


def doubt_of(position: Position, zone_name: str) -> Fault | None:
    """A warning where a position is probably not what was meant."""
    latitude, longitude = position.latitude, position.longitude
    if latitude == 0 and longitude == 0:
        message = "Latitude 0 and longitude 0 is a place in the ocean."
        return warning("position-at-sea", message, "Copy both from a map, or take both out.")
    town = _towns().get(zone_name)
    if town is None or abs(longitude) > 90:
        return None
    away, swapped = town.distance_km(position), town.distance_km(Position(longitude, latitude))
    if away > _FAR and swapped * _NEARER < away:
        message = f"Latitude {latitude:g} and longitude {longitude:g} are far from the time zone {zone_name}."
        help = f"If the two were swapped, write: latitude: {longitude:g}, longitude: {latitude:g}"
        return warning("swapped-position", message, help)
    return None


@cache
def _towns() -> Mapping[str, Position]:
    """Where the chief town of each zone is."""
    table = zone_file("zone.tab").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            row[7]: Position(_degrees(row[1], row[2], row[3]), _degrees(row[4], row[5], row[6]))
            for row in _ROW.finditer(table)
        }
    )


def _degrees(sign: str, degrees: str, minutes: str) -> float:
    number = int(degrees) + int(minutes) / 60
    return -number if sign == "-" else number
