"""Meetings: from fields to item."""

from collections.abc import Mapping as Labels

from localgroups.model.items import Meeting, ProgrammePart
from localgroups.model.links import Document
from localgroups.model.recurrence import Recurrence
from localgroups.reading.choices import read_choice
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.item_doubts import check_where
from localgroups.reading.items import common_of
from localgroups.reading.joining import online_of
from localgroups.reading.meeting_times import Span, end_of, span_of, start_of
from localgroups.reading.nodes import Key, Mapping
from localgroups.reading.schema.meeting import MeetingEntry, MeetingFile, PartFields
from localgroups.reading.validation import read_record
from localgroups.reading.values import address_of, place_of
from localgroups.reading.years import warn_of_year

DEFAULT_TYPE = "meeting"
"""What an earlier version is whose own word the nation has taken away since."""


def read_meeting(node: Mapping, stem: str, text: str, line: int, faults: FileFaults, desk: Desk) -> Meeting | None:
    """The meeting; None where `faults` says what is wrong."""
    return meeting_of(read_record(MeetingFile, node, faults), stem, text, line, faults, desk)


def meeting_of(
    fields: MeetingFile | MeetingEntry, stem: str, text: str, line: int, faults: FileFaults, desk: Desk
) -> Meeting | None:
    """A meeting out of its record."""
    span = span_of(fields.starts, fields.ends, fields.duration, desk.timezone, faults) if fields.starts else None
    if span is not None:
        warn_of_year(
            span.starts.day, stem if not isinstance(fields, MeetingEntry) else "", desk.today, faults, "starts"
        )
    words = desk.facts.organisation
    kind = _word(fields.type, words.meeting_types, "a kind of meeting", faults, "type")
    online, note = online_of(fields.online, faults, "online")
    common = common_of(fields, stem, text, line, faults, desk)
    check_where(fields.where, fields.online, faults)
    place = place_of(fields.where, desk.timezone, faults, "where")
    access = _access(fields.access, words.access_facts, faults)
    book = address_of(fields.book, desk, faults, "book")
    programme = _programme(fields.programme, span, faults) if span else ()
    documents = _documents(fields, faults, desk)
    recurrence = _recurrence(fields, span, faults, desk) if span else None
    if faults.has_errors or span is None:
        return None
    return Meeting(
        **common,
        starts=span.starts,
        ends=span.ends,
        all_day=span.all_day,
        type=kind or DEFAULT_TYPE,
        status=fields.status,
        place=place,
        online=online,
        online_note=note,
        access=access,
        cost=fields.cost,
        book=book,
        audience=fields.audience,
        programme=programme,
        documents=documents,
        recurrence=recurrence,
    )


def _word(written: str, known: Labels[str, str], what: str, faults: FileFaults, *at: Key, of_many: bool = False) -> str:
    word = read_choice(written, known, what, of_many=of_many)
    if isinstance(word, Fault):
        if not faults.forgiven:
            faults.add(word, *at)
        return ""
    return word


def _access(written: tuple[str, ...] | None, known: Labels[str, str], faults: FileFaults) -> tuple[str, ...] | None:
    if written is None:
        return None
    facts = (
        _word(one, known, "an access fact", faults, "access", number, of_many=True)
        for number, one in enumerate(written)
        if one
    )
    return tuple(dict.fromkeys(fact for fact in facts if fact))


def _programme(parts: tuple[PartFields, ...], span: Span, faults: FileFaults) -> tuple[ProgrammePart, ...]:
    made = []
    for number, part in enumerate(parts):
        at: tuple[Key, ...] = ("programme", number)
        if part.starts is None:
            continue
        if part.starts.clock is None:
            faults.add(
                Fault(
                    "missing-time", "This part has no time.", f"Write: {part.starts.day} 10:00, with the time it begins"
                ),
                *at,
                "starts",
            )
            continue
        begin = start_of(part.starts, span.starts.zone, faults, *at, "starts")
        if begin is None:
            continue
        end = end_of(begin, part.ends, faults, *at, "ends") if part.ends is not None else None
        if begin.instant < span.starts.instant or (end or begin).instant > span.ends.instant:
            faults.add(
                warning(
                    "outside-meeting",
                    f"{quoted(part.title)} is not between the beginning and the end of the meeting.",
                    "Look at the dates of this part, and at starts: and ends: of the meeting.",
                ),
                *at,
                "starts",
            )
        made.append(
            ProgrammePart(
                begin, end, part.title, place_of(part.where, span.starts.zone, faults, *at, "where"), part.summary
            )
        )
    return tuple(sorted(made, key=lambda one: (one.starts.instant, one.title)))


def _recurrence(fields: MeetingFile | MeetingEntry, span: Span, faults: FileFaults, desk: Desk) -> Recurrence | None:
    if not (fields.repeats or fields.until or fields.changes or getattr(fields, "except")):
        return None
    from localgroups.reading.repeats import recurrence_of  # here: few meetings repeat

    return recurrence_of(fields, span, faults, desk)


def _documents(fields: MeetingFile, faults: FileFaults, desk: Desk) -> tuple[Document, ...]:
    made = []
    for number, one in enumerate(fields.documents):
        if not one.file:
            continue
        document = desk.library.document(one.file, one.title)
        if isinstance(document, Fault):
            faults.add(document, "documents", number, "file")
        else:
            made.append(document)
    return tuple(made)
