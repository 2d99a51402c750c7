"""The fields of meetings: `meetings/*.md`, and each entry of `meetings/*.yaml`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.faults import Fault
from localgroups.reading.fields import Duration, End, FileUrl, Line, Markdown, Paragraph, When, Words
from localgroups.reading.records import Record, a_list, field, reads, some_fields
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.schema.parts import STATUS_DRAFT, Documents, Where

STATUSES = {
    "confirmed": "Confirmed",
    "provisional": "Provisional",
    "cancelled": "Cancelled",
    "postponed": "Postponed",
} | STATUS_DRAFT

TYPES = {
    "meeting": "Meeting",
    "agm": "Annual general meeting",
    "rally": "Rally",
    "canvass": "Canvassing",
    "training": "Training",
    "social": "Social",
    "talk": "Talk",
    "consultation": "Consultation",
    "call": "Call",
    "conference": "Conference",
    "festival": "Festival",
    "film": "Film",
    "stall": "Street stall",
    "demonstration": "Demonstration",
    "picnic": "Picnic",
    "workshop": "Workshop",
    "hustings": "Hustings",
    "fundraiser": "Fundraiser",
}
"""Kinds of meeting where organisation.yaml names none."""

ACCESS = {
    "step-free": "Step-free access",
    "accessible-toilet": "Accessible toilet",
    "hearing-loop": "Hearing loop",
    "bsl": "Sign language interpreting",
    "captions": "Live captions",
    "childcare": "Childcare",
    "quiet-space": "Quiet space",
    "parking": "Accessible parking",
    "public-transport": "Near public transport",
    "online": "Can be joined online",
    "interpreting": "Interpreting",
}
"""Access facts where organisation.yaml names none."""

NOT_YET = Fault(
    "repeats-not-yet",
    "Repeating meetings are not published yet.",
    "Write each date as its own meeting: a file each, or a list in meetings/dates.yaml",
)


class PartFields(Record):
    """One part of a programme."""

    synonyms = synonyms.PART

    starts: When | None = field("When it begins", "2026-09-24 10:00", required=True)
    ends: End | None = field("When it ends: a whole moment, or a time on the same day", "2026-09-24 11:30")
    title: Line = field("What it is", "Opening plenary", required=True, default="")
    where: Where | None = field("The room or hall", "{name: Main hall}")
    summary: Paragraph = field("One or two sentences", "Welcome, and reports from the year.", default="")


Status = Annotated[str, reads(one_of(STATUSES, "a status of a meeting"), enum=list(STATUSES))]
Programme = Annotated[tuple[Annotated[PartFields, some_fields("starts: …, title: …")], ...], a_list()]


class MeetingFile(ItemFields):
    """Something that will happen, at a time."""

    synonyms = synonyms.MEETING
    refused = dict.fromkeys(("repeats", "until", "except", "changes"), NOT_YET)

    starts: When | None = field(
        "Date and time of the beginning; a date alone is the whole day", "2026-12-03 19:00", required=True
    )
    ends: End | None = field(
        "When it ends: a whole moment, or a time on the same day; default: two hours later", "2026-12-03 21:00"
    )
    duration: Duration | None = field("How long it lasts, in place of ends", "2h")
    type: Line = field("What kind of meeting; the words of organisation.yaml", "agm", default="meeting")
    status: Status = field("confirmed, provisional, cancelled, postponed or draft", "provisional", default="confirmed")
    where: Where | None = field(
        "Where it is, in fields or as a line of text", "{name: Community Hall, town: Riverside}"
    )
    online: Line = field(
        "Address to join at; or words like `members only`, and no address is published",
        "https://meet.example.org/spring",
        default="",
    )
    access: Words | None = field(
        "Access facts, in the words of organisation.yaml; absent is shown as not stated", "[step-free, hearing-loop]"
    )
    cost: Line = field("What it costs", "free", default="")
    book: FileUrl = field("Where to book: an address", "https://example.org/book", default="")
    audience: Line = field("For whom it is", "members", default="public")
    programme: Programme = field("The parts of a conference or festival", default=())
    documents: Documents = field("Files to download", "[{title: Agenda, file: documents/agenda.pdf}]", default=())


class MeetingEntry(MeetingFile):
    """One meeting in a list of meetings."""

    synonyms = synonyms.ENTRY

    about: Markdown = field("The text, in Markdown", "Bring a friend.", default="")
