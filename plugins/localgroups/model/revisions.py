"""How often what calendars tell of a meeting has changed, and when it did last (RFC 5545, 3.8.7.3 and 3.8.7.4).

Apart from `items`, because a file does not say it: it comes from how the file was before.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from localgroups.model.items import Meeting
from localgroups.model.occurrences import as_single, occurrences
from localgroups.model.values import Struct


class Revision(Struct, frozen=True):
    """Which one of a meeting's versions this is."""

    sequence: int = 0
    """Changes since it was first published."""
    modified: datetime | None = None
    """UTC, of the last of them, else of the first version; None where nobody knows."""


UNKNOWN = Revision()
"""Where nothing is known of earlier versions."""

_BETWEEN, _NEXT = "\x1f", "\x1e"
"""No text that people write holds these."""


def told(meeting: Meeting) -> str:
    """What calendars tell of a meeting, on one line: two meetings tell the same when only their addresses differ, their
    long texts, or what is shown on pages alone.

    Made from the meeting and not from a calendar's bytes, so that another version of the program, another theme and
    another address of the site are no change of a meeting.
    """
    return _NEXT.join(_BETWEEN.join(one) for one in _parts(meeting))


def _parts(meeting: Meeting) -> Iterator[Sequence[str]]:
    yield _said(meeting)
    recurrence = meeting.recurrence
    if recurrence is None:
        return
    until = recurrence.until.isoformat() if recurrence.until else ""
    yield (recurrence.rule.as_rrule(until), *(one.isoformat() for one in recurrence.left_out))
    for change in recurrence.changes:
        for one in occurrences(meeting, change.date, change.date):
            yield (one.anchor, one.note, *_said(as_single(meeting, one)))


def _said(meeting: Meeting) -> list[str]:
    place, starts, ends = meeting.place, meeting.starts, meeting.ends
    position = place.position if place else None
    words = (meeting.title, meeting.summary, meeting.cost, meeting.imprint, place.line if place else "")
    said = [
        *[" ".join(one.split()) for one in words],
        *(meeting.type, meeting.status, meeting.online, meeting.online_note),
        "/" if meeting.book.startswith("/") else meeting.book,  # a document of one's own: where it stands may change
        f"{starts.wall.isoformat()} {starts.zone}",
        f"{ends.wall.isoformat()} {ends.zone}",
        "all day" if meeting.all_day else "",
        f"{position.latitude} {position.longitude}" if position else "",
    ]
    for part in meeting.programme:
        said += (part.starts.wall.isoformat(), part.title, part.place.short if part.place else "")
    return said
