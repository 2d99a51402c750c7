"""The fields of meetings: `meetings/*.md`, and each entry of `meetings/*.yaml`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.fields import (
    Date,
    Duration,
    End,
    FileUrl,
    LeftOuts,
    Line,
    Markdown,
    Paragraph,
    Repeats,
    RoughDate,
    When,
    Words,
)
from localgroups.reading.markers import a_list, reads, some_fields
from localgroups.reading.records import Record, field, with_field
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.schema.parts import STATUS_DRAFT, Documents, Where

STATUSES_OF_A_DATE = {
    "confirmed": "Confirmed",
    "provisional": "Provisional",
    "cancelled": "Cancelled",
    "postponed": "Postponed",
}
STATUSES = STATUSES_OF_A_DATE | STATUS_DRAFT

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


class PartFields(Record):
    """One part of a programme."""

    synonyms = synonyms.PART

    starts: When | None = field("When it begins", "2026-09-24 10:00", required=True)
    ends: End | None = field("When it ends: a whole moment, or a time on the same day", "2026-09-24 11:30")
    title: Line = field("What it is", "Opening plenary", required=True, default="")
    where: Where | None = field("The room or hall", "{name: Main hall}")
    summary: Paragraph = field("One or two sentences", "Welcome, and reports from the year.", default="")


StatusOfADate = Annotated[str, reads(one_of(STATUSES_OF_A_DATE, "a status of a date"), enum=list(STATUSES_OF_A_DATE))]
Status = Annotated[str, reads(one_of(STATUSES, "a status of a meeting"), enum=list(STATUSES))]
Programme = Annotated[tuple[Annotated[PartFields, some_fields("starts: …, title: …")], ...], a_list()]


class ChangeFields(Record):
    """What is otherwise on one date of a repeating meeting."""

    synonyms = synonyms.CHANGE

    date: Date | None = field("The date that it would have by the rule", "2027-01-05", required=True)
    starts: End | None = field("When it begins this once: a moment, a time of that day, or another day", "18:30")
    ends: End | None = field("When it ends this once", "20:30")
    duration: Duration | None = field("How long it lasts this once", "1h")
    status: StatusOfADate | None = field("confirmed, provisional, cancelled or postponed", "cancelled")
    title: Line = field("What it is called this once", "Annual general meeting", default="")
    where: Where | None = field("Where it is this once", "{name: Town Hall}")
    online: Line = field("Address to join at this once, or words; `no` where it is not online", "no", default="")
    cost: Line = field("What it costs this once", "free", default="")
    book: FileUrl = field("Where to book for this date", "https://example.org/book", default="")
    note: Line = field("What to know of this date", "Use the side door.", default="")


Changes = Annotated[tuple[Annotated[ChangeFields, some_fields("date: …, status: …")], ...], a_list()]


@with_field(
    "except",
    LeftOuts,
    field("Dates, months or stretches without it", "[2026-12-24, August, 2027-03-29 to 2027-04-10]", default=()),
)
class MeetingTimes(ItemFields):
    """When a meeting takes place."""

    starts: When | None = field(
        "Date and time of the beginning, of the first where it repeats; a date alone is the whole day",
        "2026-12-03 19:00",
        required=True,
    )
    ends: End | None = field(
        "When it ends: a whole moment, or a time on the same day; default: two hours later", "2026-12-03 21:00"
    )
    duration: Duration | None = field("How long it lasts, in place of ends", "2h")
    repeats: Repeats | None = field(
        "How often it takes place, in words: every Tuesday, every 2 weeks on Monday, last Sunday of March, the 15th of "
        "every month",
        "first Thursday of the month",
    )
    until: RoughDate | None = field(
        "The last day on which it may take place; a month or a year counts whole", "2027-07"
    )


class MeetingFile(MeetingTimes):
    """Something that will happen, at a time."""

    synonyms = synonyms.MEETING

    changes: Changes = field("Single dates that differ, and how", default=())
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
