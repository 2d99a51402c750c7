"""The fields of `organisation.yaml` and `regions.yaml`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.fields import Language, Line, Paragraph, Slug, Url, Zone
from localgroups.reading.markers import a_list, some_fields
from localgroups.reading.records import Record, field
from localgroups.reading.schema.parts import Contact, Figures, SiteLinks

Labels = Annotated[dict[Slug, Line], some_fields("agm: Annual general meeting")]


class WordsFields(Record):
    """The words that the organisation chose."""

    meetings: Labels = field("Kinds of meeting: a word and its label", "{agm: Annual general meeting}", default={})
    access: Labels = field("Access facts: a word and its label", "{step-free: Step-free access}", default={})


class OrganisationFile(Record):
    """The national office: the one place that names the organisation."""

    synonyms = synonyms.ORGANISATION

    name: Line = field("What the organisation is called", "National Organisation", required=True, default="")
    strapline: Line = field("A few words below the name", "Local groups, one voice", default="")
    summary: Paragraph = field("One or two sentences about it", default="")
    language: Language = field("The code of the language of the site", "en", default="en")
    timezone: Zone = field("The time zone of meetings, where a group names none", "Europe/Paris", default="UTC")
    url: Url = field("The public address", "https://www.example.org", default="https://example.org")
    id_domain: Line = field(
        "The domain in the permanent ids of feeds and calendars; never change it", "example.org", default=""
    )
    repository: Url = field(
        "Where the files are kept on the Git host; desk pages then lead there",
        "https://git.example.org/office/site",
        default="",
    )
    notice: Paragraph = field("A line at the top of every page", default="")
    imprint: Paragraph = field(
        "The digital imprint: promoter and address", "Promoted by the example office, Riverside", default=""
    )
    contact: Contact | None = field("How to reach the national office", "{email: office@example.org}")
    menu: SiteLinks = field("Pages in the head of every page", "[{label: About, url: /about/}]", default=())
    actions: SiteLinks = field(
        "What a visitor is asked to do; the first is the button", "[{label: Join, url: /join/}]", default=()
    )
    links: SiteLinks = field("Elsewhere on the web", default=())
    figures: Figures = field("Numbers with their date and source", default=())
    words: Annotated[WordsFields, some_fields("meetings: …, access: …")] | None = field(
        "Kinds of meeting and access facts that are added or renamed"
    )


Regions = Annotated[tuple[Annotated["RegionFields", some_fields("slug: …, name: …")], ...], a_list()]


class RegionFields(Record):
    """One region, and the regions in it."""

    synonyms = synonyms.REGION

    slug: Slug = field("Its name in addresses", "north", required=True, default="")
    name: Line = field("What it is called", "The North", required=True, default="")
    summary: Paragraph = field("One or two sentences about it", default="")
    regions: Regions = field("The regions in it", default=())


class RegionsFile(Record):
    """The tree of regions."""

    regions: Regions = field("The regions, in the order of lists", required=True, default=())
