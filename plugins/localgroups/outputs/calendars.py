"""Meetings as calendar programs read them (RFC 5545, RFC 7986).

Every meeting is serialised once, as bytes; every calendar that lists it joins those bytes. The only file that
knows icalendar.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import groupby

from icalendar import Calendar, Event, vDuration, vRecur, vText, vUri
from icalendar.parser import Contentline

from localgroups.model.items import Meeting, ProgrammePart
from localgroups.model.moments import Moment, zone
from localgroups.model.occurrences import Occurrence, as_single, occurrences, usual_span
from localgroups.model.recurrence import Recurrence
from localgroups.model.revisions import UNKNOWN, Revision
from localgroups.outputs.printable import one_line, printable
from localgroups.outputs.timezones import follows_rule, odd_days, vtimezone
from localgroups.outputs.wording import clock, weekday_text

FOLDED = 75
REFRESH = timedelta(hours=6)
"""How often programs should look for changes: a meeting cancelled in the morning is gone by the evening."""
STATUS = {"confirmed": "CONFIRMED", "provisional": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
PREFIX = {"postponed": "POSTPONED: ", "cancelled": "CANCELLED: "}
"""Said in the title too, because few programs show the status."""
LAST_SECOND = time(23, 59, 59)
LAST_TOLD = date(2037, 12, 31)
"""The rules of zones are known so far, on every system; nobody plans the hour of such a change so far ahead."""

_ZONE = re.compile(rb"^DT(?:START|END);TZID=([^:;\r\n]+):", re.MULTILINE)


def vevent(
    meeting: Meeting, address: str, domain: str, imprint: str, kind: str = "", revision: Revision = UNKNOWN
) -> bytes:
    """One meeting, BEGIN:VEVENT to END:VEVENT with line ends.

    `address` is its page's, absolute; `domain` the one in permanent ids; `kind` the label of its type; `revision` which
    version this is, told with each of its dates.

    One that repeats has its rule, what is left out as EXDATE, and after it one more VEVENT, with a RECURRENCE-ID, for
    each date that differs (RFC 5545, 3.8.4.4 and 3.8.5). A cancelled date stays, called so, and is never an EXDATE: it
    would vanish without a word. Dates whose instant programs would not find from the rule, because the clocks change in
    that hour or the zone had other rules then, are told in UTC in the same way.
    """
    event = _described(meeting, address, domain, imprint, kind)
    _add_revision(event, meeting, revision)
    recurrence = meeting.recurrence
    if recurrence is None:
        return _serialised(event)
    event.add("rrule", vRecur.from_ical(recurrence.rule.as_rrule(_until(meeting, recurrence.until))))
    if recurrence.left_out:
        event.add("exdate", [_named(meeting, day) for day in recurrence.left_out])
    parts = [event]
    for one in _differing(meeting, recurrence):
        part = _described(as_single(meeting, one), f"{address}#{one.anchor}", domain, imprint, kind, one.note)
        _add_revision(part, meeting, revision)
        part.add("recurrence-id", _named(meeting, one.day))
        parts.append(part)
    return b"".join(_serialised(part) for part in parts)


def _described(meeting: Meeting, address: str, domain: str, imprint: str, kind: str, note: str = "") -> Event:
    """All but how it repeats."""
    event = Event()
    event.add("uid", f"{meeting.identity}@{domain}")
    starts, ends = _times(meeting)
    event.add("dtstart", starts)
    if meeting.recurrence and meeting.starts.local.utcoffset() != meeting.ends.local.utcoffset():
        # The clocks change during the first of many: from its end, programs would give all the others its length.
        event.add("duration", meeting.ends.wall - meeting.starts.wall)
    elif ends > starts:
        event.add("dtend", ends)
    event.add("summary", PREFIX.get(meeting.status, "") + one_line(meeting.title))
    event.add("status", STATUS[meeting.status])
    event.add("url", address)
    event.add("description", _description(meeting, address, imprint, note))
    if kind:
        event.add("categories", [one_line(kind)])
    _add_place(event, meeting)
    return event


def _add_revision(event: Event, meeting: Meeting, revision: Revision) -> None:
    """RFC 5545, 3.8.7: DTSTAMP is the time of the last revision, as in a calendar without a METHOD: that of the build
    would be another in every build. Where no revision is known it is the start, which moves when the meeting moves."""
    event.add("dtstamp", revision.modified or meeting.starts.instant)
    event.add("sequence", revision.sequence)
    if revision.modified:
        event.add("last-modified", revision.modified)


def _serialised(event: Event) -> bytes:
    return b"".join(b"%b\r\n" % _folded(line) for line in event.content_lines() if line)


def _folded(line: Contentline) -> bytes:
    """RFC 5545, 3.1: folded at 75 octets. The library weighs every character; where each is one octet, the places are
    known. Like the library we never part an escape from what it escapes."""
    if not line.isascii():
        return bytes(line.to_ical())  # type: ignore[no-untyped-call]
    parts, start = [], 0
    while len(line) - start >= FOLDED:
        end = start + FOLDED - 1
        if line[end - 1] in "\\^":
            end -= 1
        parts.append(line[start:end])
        start = end
    parts.append(line[start:])
    return "\r\n ".join(parts).encode()


def zone_of(event: bytes) -> str:
    """The zone that a serialised meeting refers to; empty where it holds UTC or whole days."""
    found = _ZONE.search(event)
    return found[1].decode() if found else ""


def calendar(
    name: str, description: str, language: str, events: Iterable[bytes], zones: Iterable[str], url: str, product: str
) -> bytes:
    """A calendar of serialised meetings, in the order given.

    `zones` are those that the events refer to (`zone_of`), in any order and any number of times; `url` is the address
    of the page that shows the same; `product` the name of the program: `localgroups 1.0`.
    """
    head = _head(product)
    for standard, customary, text in (("name", "x-wr-calname", name), ("description", "x-wr-caldesc", description)):
        if text:
            head.add(standard, vText(one_line(text)), parameters={"LANGUAGE": language})
            head.add(customary, vText(one_line(text)))
    head.add("url", url)
    head.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", vDuration(REFRESH))
    return _joined(bytes(head.to_ical()), events, zones)


def single_event(event: bytes, product: str) -> bytes:
    """One serialised meeting as a file to open: without a name, or programs would add a calendar for it."""
    return _joined(_bare_head(product), (event,), (zone_of(event),))


@cache
def _bare_head(product: str) -> bytes:
    return bytes(_head(product).to_ical())


def _head(product: str) -> Calendar:
    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", f"-//{one_line(product)}//EN")
    head.add("calscale", "GREGORIAN")
    head.add("method", "PUBLISH")
    return head


def _joined(head: bytes, events: Iterable[bytes], zones: Iterable[str]) -> bytes:
    """Zones and events, put in before the end of an empty calendar."""
    start, _, end = head.rpartition(b"END:")
    rules = (vtimezone(zone) for zone in sorted({*zones} - {""}))
    return b"".join((start, *rules, *events, b"END:", end))


# ------------------------------------------------------------- parts of a meeting


def _times(meeting: Meeting) -> tuple[date, date] | tuple[datetime, datetime]:
    """Whole days, with the day after the last; else wall times with their zone where every program finds the
    instant from them; else UTC."""
    starts, ends = meeting.starts, meeting.ends
    if meeting.all_day:
        return starts.day, max(ends.day, starts.day + timedelta(days=1))
    if meeting.recurrence:  # its rule goes by the time on the wall
        return _on_wall(starts.wall, starts.zone), _on_wall(ends.wall, starts.zone)
    if follows_rule(starts) and follows_rule(ends) and starts.zone == ends.zone:
        return starts.local, ends.local
    return starts.instant.astimezone(UTC), ends.instant.astimezone(UTC)


def _description(meeting: Meeting, address: str, imprint: str, note: str) -> str:
    """What to know, what to do, where to read on, and who is responsible: a paragraph each."""
    facts = (
        f"Join online: {meeting.online}" if meeting.online else "",
        f"Online: {meeting.online_note}" if meeting.online_note else "",
        f"Cost: {meeting.cost}" if meeting.cost else "",
        f"Book: {meeting.book}" if meeting.book else "",
    )
    paragraphs = (
        one_line(note),
        one_line(meeting.summary),
        "\n".join(one_line(fact) for fact in facts if fact),
        "\n".join(_programme(meeting.programme)),
        address,
        printable(imprint).strip(),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _programme(parts: Sequence[ProgrammePart]) -> Iterator[str]:
    """A festival is one event; what takes place in it is told a line each, below its day where there are several."""
    days = [(day, list(group)) for day, group in groupby(parts, key=lambda one: one.starts.day)]
    for day, group in days:
        if len(days) > 1:
            yield f"{weekday_text(day)}:"
        for one in group:
            place = f" ({one_line(one.place.short)})" if one.place and one.place.short else ""
            yield f"{clock(one.starts.wall)}: {one_line(one.title)}{place}"


def _add_place(event: Event, meeting: Meeting) -> None:
    place = meeting.place
    line = one_line(place.line) if place else ""
    if line or meeting.is_online:
        event.add("location", line or "Online")
    if place and place.position:
        event.add("geo", (place.position.latitude, place.position.longitude))
    if meeting.online:
        event.add(
            "conference",
            vUri(one_line(meeting.online)),
            parameters={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Join online"},
        )


# ------------------------------------------------------------- what repeats


def _on_wall(wall: datetime, name: str) -> datetime:
    """A time on the wall of a zone, in UTC where that is the zone."""
    return wall.replace(tzinfo=zone(name) if vtimezone(name) else UTC)


def _named(meeting: Meeting, day: date) -> date:
    """A date of the rule as EXDATE and RECURRENCE-ID name it: as DTSTART is written, and so that the rule makes it."""
    if meeting.all_day:
        return day
    return _on_wall(datetime.combine(day, meeting.starts.wall.time()), meeting.starts.zone)


def _until(meeting: Meeting, until: date | None) -> str:
    """RFC 5545, 3.3.10: a date where DTSTART is one, else UTC; empty where no end is known."""
    if until is None:
        return ""
    if meeting.all_day:
        return f"{until:%Y%m%d}"
    return f"{Moment(datetime.combine(until, LAST_SECOND), meeting.starts.zone).instant:%Y%m%dT%H%M%SZ}"


def _differing(meeting: Meeting, recurrence: Recurrence) -> list[Occurrence]:
    """Dates that the file changes, and those whose instants the rule alone does not tell, by date."""
    days = {one.date for one in recurrence.changes}
    if not meeting.all_day:
        days.update(_odd_dates(meeting, recurrence))
    return [one for day in sorted(days) for one in occurrences(meeting, day, day)]


def _odd_dates(meeting: Meeting, recurrence: Recurrence) -> Iterator[date]:
    """Only days around a change of the clocks are looked at, whatever the rule."""
    starts, ends = meeting.starts, meeting.ends
    last = min(recurrence.until or LAST_TOLD, LAST_TOLD)
    nights = (ends.day - starts.day).days
    for year in range(starts.day.year, last.year + 1):
        near = {day - timedelta(days=number) for day in odd_days(starts.zone, year) for number in range(nights + 1)}
        for day in near:
            if recurrence.rule.falls_on(day, starts.day) and day <= last and day not in recurrence.left_out:
                begin, end = usual_span(starts, ends, day)
                wall = datetime.combine(day, starts.wall.time())
                is_moved = (begin.wall, end.wall) != (wall, wall + (ends.wall - starts.wall))
                if is_moved or not follows_rule(begin) or not follows_rule(end):
                    yield day
