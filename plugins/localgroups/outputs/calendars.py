"""Meetings as calendar programs read them (RFC 5545, RFC 7986).

Every meeting is serialised once, as bytes; every calendar that lists it joins those bytes. The only file that
knows icalendar.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache

from icalendar import Calendar, Event, vDuration, vText, vUri

from localgroups.model.items import Meeting
from localgroups.outputs.printable import one_line, printable
from localgroups.outputs.timezones import follows_rule, vtimezone

REFRESH = timedelta(hours=6)
"""How often programs should look for changes: a meeting cancelled in the morning is gone by the evening."""
STATUS = {"confirmed": "CONFIRMED", "provisional": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
PREFIX = {"postponed": "POSTPONED: ", "cancelled": "CANCELLED: "}
"""Said in the title too, because few programs show the status."""

_ZONE = re.compile(rb"^DT(?:START|END);TZID=([^:;\r\n]+):", re.MULTILINE)


def vevent(meeting: Meeting, address: str, domain: str, imprint: str, kind: str = "") -> bytes:
    """One meeting, BEGIN:VEVENT to END:VEVENT with line ends.

    `address` is its page's, absolute; `domain` the one in permanent ids; `kind` the label of its type.
    """
    event = Event()
    event.add("uid", f"{meeting.identity}@{domain}")
    # When this description was made is not known, and the clock is never asked, or two builds would differ.
    # The start is known, and moves when the meeting moves.
    event.add("dtstamp", meeting.starts.instant)
    starts, ends = _times(meeting)
    event.add("dtstart", starts)
    if ends > starts:
        event.add("dtend", ends)
    event.add("summary", PREFIX.get(meeting.status, "") + one_line(meeting.title))
    event.add("status", STATUS[meeting.status])
    event.add("url", address)
    event.add("description", _description(meeting, address, imprint))
    if kind:
        event.add("categories", [one_line(kind)])
    _add_place(event, meeting)
    return bytes(event.to_ical())


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
    if follows_rule(starts) and follows_rule(ends) and starts.zone == ends.zone:
        return starts.local, ends.local
    return starts.instant.astimezone(UTC), ends.instant.astimezone(UTC)


def _description(meeting: Meeting, address: str, imprint: str) -> str:
    """What to know, what to do, where to read on, and who is responsible: a paragraph each."""
    facts = (
        f"Join online: {meeting.online}" if meeting.online else "",
        f"Online: {meeting.online_note}" if meeting.online_note else "",
        f"Cost: {meeting.cost}" if meeting.cost else "",
        f"Book: {meeting.book}" if meeting.book else "",
    )
    paragraphs = (
        one_line(meeting.summary),
        "\n".join(one_line(fact) for fact in facts if fact),
        address,
        printable(imprint).strip(),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


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
