"""Records of the schema become the model's places, contacts and links."""

from localgroups.model.links import Contact, Link
from localgroups.model.places import Place, Position
from localgroups.reading.addresses import is_own_file
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.nodes import Key
from localgroups.reading.own_files import read_document_path
from localgroups.reading.placeholders import placeholder_in_value
from localgroups.reading.positions import doubt_of
from localgroups.reading.postcodes import doubt_of_postcode
from localgroups.reading.schema.parts import ContactFields, LinkFields, OutsideFields, PlaceFields, SiteLinkFields


def place_of(fields: PlaceFields | None, zone_name: str, faults: FileFaults, *at: Key) -> Place | None:
    """The place; None where nothing was said. `zone_name` is the time zone of its meetings."""
    if fields is None:
        return None
    position = None
    if fields.latitude is not None and fields.longitude is not None:
        position = Position(fields.latitude, fields.longitude)
        doubt = doubt_of(position, zone_name)
        if doubt:
            faults.add(doubt, *at, "latitude")
    elif fields.latitude is not None or fields.longitude is not None:
        there, missing = ("latitude", "longitude") if fields.latitude is not None else ("longitude", "latitude")
        faults.add(
            Fault("half-a-position", f"There is a {there} and no {missing}.", f"Add {missing}: or take {there}: out"),
            *at,
            there,
        )
    left_in = placeholder_in_value(fields.name, is_name=False)
    if left_in:
        faults.add(left_in, *at, "name")
    odd = doubt_of_postcode(fields.postcode)
    if odd:
        faults.add(odd, *at, "postcode")
    place = Place(fields.name, fields.address, fields.town, fields.postcode, position)
    return None if place == Place() else place


def contact_of(fields: ContactFields | None) -> Contact:
    return Contact() if fields is None else Contact(fields.email, fields.phone, fields.form, fields.address)


def outside_links(fields: tuple[OutsideFields, ...] | tuple[SiteLinkFields, ...]) -> tuple[Link, ...]:
    return tuple(Link(one.label, one.url) for one in fields)


def own_links(fields: tuple[LinkFields, ...], desk: Desk, faults: FileFaults, *at: Key) -> tuple[Link, ...]:
    """Links that may lead to a document of the writer's own."""
    return tuple(
        Link(one.label, address_of(one.url, desk, faults, *at, number, "url")) for number, one in enumerate(fields)
    )


def address_of(url: str, desk: Desk, faults: FileFaults, *at: Key) -> str:
    """An address as it is, or the address of the writer's own document; empty where there is none.

    A path on the site is the national office's to use: a group's folder may be shown at another place.
    """
    if url.startswith("/") and not desk.is_nation:
        faults.add(
            Fault(
                "outside-path",
                f"{quoted(url)} is a path outside this group's folder.",
                f"Write: {desk.facts.organisation.url}{url}",
            ),
            *at,
        )
        return ""
    if not url or not is_own_file(url):
        return url
    path = read_document_path(url)
    document = path if isinstance(path, Fault) else desk.library.document(path)
    if isinstance(document, Fault):
        faults.add(document, *at)
        return ""
    return document.href
