"""Fields within fields, which several kinds of file share."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.fields import (
    DocumentPath,
    Email,
    FileUrl,
    Latitude,
    Line,
    Longitude,
    Number,
    Paragraph,
    Phone,
    RoughDate,
    SiteUrl,
    Url,
)
from localgroups.reading.markers import a_list, reads, some_fields
from localgroups.reading.records import Record, field

STATUS_DRAFT = {"draft": "Draft"}
"""Kept back, whatever the kind of file."""


Sum = Annotated[str, reads(one_of({"groups": "Groups"}, "a way to add up"), enum=["groups"])]


class PlaceFields(Record):
    """Where something is."""

    synonyms = synonyms.PLACE

    name: Line = field("The hall, the pub, the street corner", "Community Hall", default="")
    address: Paragraph = field("Street and number", "12 Station Road", default="")
    town: Line = field("Town or village", "Riverside", default="")
    postcode: Line = field("Postcode", "RS1 2AB", default="")
    latitude: Latitude | None = field("Degrees north of the equator", "53.80")
    longitude: Longitude | None = field("Degrees east of Greenwich; west is negative", "-1.55")


class ContactFields(Record):
    """How to get in touch."""

    synonyms = synonyms.CONTACT

    email: Email = field("E-mail address", "hello@example.org", default="")
    phone: Phone = field("Telephone number, with the spaces that people read it by", "01632 960 001", default="")
    form: Url = field("Address of a contact form", "https://example.org/contact", default="")
    address: Paragraph = field("Postal address", "12 Station Road, Riverside", default="")


class LinkFields(Record):
    """A link with its label."""

    synonyms = synonyms.LINK

    label: Line = field("What the link says", "Mastodon", required=True, default="")
    url: FileUrl = field(
        "Where it leads: an address, or a file in your folder",
        "https://social.example.org/@group",
        required=True,
        default="",
    )


class SiteLinkFields(Record):
    """A link in the organisation's menus."""

    synonyms = synonyms.LINK

    label: Line = field("What the link says", "Join", required=True, default="")
    url: SiteUrl = field("Where it leads: an address, or a path on the site", "/join/", required=True, default="")


class OutsideFields(Record):
    """A calendar or a feed elsewhere."""

    synonyms = synonyms.LINK

    label: Line = field("Whose it is", "Trades council", required=True, default="")
    url: Url = field("Its address", "https://example.org/events.ics", required=True, default="")


class DocumentFields(Record):
    """A file to download."""

    synonyms = synonyms.DOCUMENT

    title: Line = field("What it is", "Agenda", required=True, default="")
    file: DocumentPath = field("The file in your folder documents", "documents/agenda.pdf", required=True, default="")


class GoalFields(Record):
    """What a campaign counts."""

    synonyms = synonyms.GOAL

    target: Number | None = field("How many are wanted", "2500", required=True)
    count: Number = field("How many there are", "1200", default=0)
    what: Line = field("Of what", "signatures", required=True, default="")
    as_of: RoughDate | None = field("When that was so", "2026-05-01")
    sum: Sum = field("`groups`: a national campaign adds its groups' counts to its own", "groups", default="")


class FigureFields(Record):
    """A number with its date and source."""

    synonyms = synonyms.FIGURE

    value: Line = field("The number, as it should be printed", "150", required=True, default="")
    label: Line = field("Of what", "local groups", required=True, default="")
    as_of: RoughDate | None = field("When that was so", "2026")
    source: Line = field("Who says so", "annual report", default="")


Place = Annotated[PlaceFields, some_fields("town: …, postcode: …", "town")]
Where = Annotated[PlaceFields, some_fields("name: …, town: …", "name")]
Contact = Annotated[ContactFields, some_fields("email: …, phone: …")]
Goal = Annotated[GoalFields, some_fields("target: …, count: …, what: …")]
Links = Annotated[tuple[Annotated[LinkFields, some_fields("label: …, url: …")], ...], a_list()]
SiteLinks = Annotated[tuple[Annotated[SiteLinkFields, some_fields("label: …, url: …")], ...], a_list()]
Outside = Annotated[tuple[Annotated[OutsideFields, some_fields("label: …, url: …")], ...], a_list()]
Documents = Annotated[tuple[Annotated[DocumentFields, some_fields("title: …, file: …")], ...], a_list()]
Figures = Annotated[tuple[Annotated[FigureFields, some_fields("value: …, label: …")], ...], a_list()]
