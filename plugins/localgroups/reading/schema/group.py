"""The fields of `group.yaml`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.fields import Language, Line, Paragraph, RoughDate, Slugs, Words, Zone
from localgroups.reading.markers import reads
from localgroups.reading.records import Record, field
from localgroups.reading.schema.parts import Contact, Links, Outside, Place

KINDS = {
    "local": "Local group",
    "section": "Section",
    "workplace": "Workplace group",
    "student": "Student group",
    "working-group": "Working group",
    "nation": "Nation",
}
STATUSES = {"forming": "Forming", "active": "Active", "paused": "Paused", "closed": "Closed"}

Kind = Annotated[str, reads(one_of(KINDS, "a kind of group"), enum=list(KINDS))]
Status = Annotated[str, reads(one_of(STATUSES, "a status of a group"), enum=list(STATUSES))]


class GroupFile(Record):
    """Who and where a group is."""

    synonyms = synonyms.GROUP

    name: Line = field("What the group is called", "Riverside", required=True, default="")
    region: Line = field("The region it belongs to, by its slug in regions.yaml", "north", required=True, default="")
    kind: Kind = field("local, section, workplace, student, working-group or nation", "local", default="local")
    status: Status = field("forming, active, paused or closed", "active", default="active")
    since: RoughDate | None = field("When it was founded", "2015-11")
    until: RoughDate | None = field("When it closed", "2024")
    summary: Paragraph = field("One or two sentences about it", "We organise in Riverside.", default="")
    place: Place | None = field("Where it usually meets", "{town: Riverside, postcode: RS1}")
    covers: Words = field("Postcode districts and places that are this group's", "[RS1, RS2, Old Mill]", default=())
    contact: Contact | None = field("How to get in touch", "{email: riverside@example.org}")
    links: Links = field(
        "The group elsewhere on the web", "[{label: Mastodon, url: https://social.example.org/@riverside}]", default=()
    )
    language: Language = field("The code of the language it writes in; default: the site's", "en", default="")
    timezone: Zone = field("The time zone of its meetings; default: the site's", "Europe/Paris", default="")
    maintainers: Words = field("Accounts that may change this folder", '["@riverside-secretary"]', default=())
    former_slugs: Slugs = field("Names that the folder had before, oldest first", "[old-riverside]", default=())
    imprint: Paragraph = field("The group's own digital imprint, in place of the national one", default="")
    calendars: Outside = field("Calendars elsewhere that go with this group; its page links to them", default=())
    feeds: Outside = field("Feeds elsewhere that go with this group; its page links to them", default=())
