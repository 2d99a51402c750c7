"""Where things are."""

from math import asin, cos, radians, sin, sqrt

from localgroups.model.values import Struct

EARTH_RADIUS_KM = 6371.0


class Position(Struct, frozen=True, array_like=True):
    """A point on the map, in decimal degrees (WGS 84)."""

    latitude: float
    longitude: float

    def distance_km(self, other: "Position") -> float:
        """Great-circle distance (haversine), near enough to say which group is nearest."""
        lat1, lat2 = radians(self.latitude), radians(other.latitude)
        half_lat = sin((lat2 - lat1) / 2)
        half_lon = sin(radians(other.longitude - self.longitude) / 2)
        return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_lat**2 + cos(lat1) * cos(lat2) * half_lon**2)))


class Place(Struct, frozen=True, array_like=True):
    """A hall, a street corner, a town: as much as the writer gave."""

    name: str = ""
    address: str = ""
    town: str = ""
    postcode: str = ""
    position: Position | None = None

    @property
    def line(self) -> str:
        """All of it on one line: `Old Mill, 12 Mill Lane, Riverside, 1020`."""
        parts: list[str] = []
        for part in (self.name, self.address, self.town, self.postcode):
            if part and part not in parts:
                parts.append(part)
        return ", ".join(parts)

    @property
    def short(self) -> str:
        """For a list: the hall and the town, or what there is."""
        where = self.name or self.address
        return f"{where}, {self.town}" if where and self.town else where or self.town or self.postcode
