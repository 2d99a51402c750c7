"""Meetings as calendar programs read them (RFC 5545, RFC 7986).

Every meeting is serialised once, as bytes; every calendar that lists it joins those bytes. The only file that
knows icalendar.

The library is slow where a nation has thousands of meetings. It writes whatever is rare; of texts and moments, which
are most of a calendar, it writes once what stands around them, and decides the order of all; that is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from localgroups.model.items import Meeting, ProgrammePart
from localgroups.model.moments import Moment, zone
from localgroups.model.occurrences import Occurrence, as_single, occurrences, usual_span
from localgroups.model.recurrence import Recurrence
from localgroups.model.revisions import UNKNOWN, Revision
from localgroups.model.values import Struct
from localgroups.outputs.kept_shapes import shape
from localgroups.outputs.moulds import Mould, Text, mark, mould_of
from localgroups.outputs.printable import one_line, printable, with_escapes
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

_ZONE = b"\nDTSTART;TZID="
"""Stands before the zone of an event: no line that was folded goes on like that, and where an event ends is said in the
zone in which it starts."""
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n"}
_STAND_IN, _STAND_IN_WRITTEN = datetime(1970, 1, 1), "19700101T000000"
_STAND_IN_UNTIL = {True: "19700101", False: "19700101T000000Z"}
"""For a meeting of whole days, and for others."""
_STAND_IN_PLACE = (1.5, 2.5)
_STAND_IN_NUMBER = 1970

if TYPE_CHECKING:
    from icalendar import Calendar

Properties = dict[str, Any]
"""What is said of an event, by the names that RFC 5545 has for it: texts, moments, and values of our own below."""


class _Repeat(Struct, frozen=True):
    """An RRULE."""

    rule: str
    """With a stand-in where it says until when."""
    stand_in: str
    until: str


class _Video(Struct, frozen=True):
    """The address of a conference."""

    address: str


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
    event = _described(meeting, address, domain, imprint, kind) | _revised(meeting, revision)
    recurrence = meeting.recurrence
    if recurrence is None:
        return _serialised(event)
    stand_in = _STAND_IN_UNTIL[meeting.all_day] if recurrence.until else ""
    rule = recurrence.rule.as_rrule(stand_in)
    event["rrule"] = _Repeat(rule, stand_in, _until(meeting, recurrence.until))
    if recurrence.left_out:
        event["exdate"] = [_named(meeting, day) for day in recurrence.left_out]
    parts = [event]
    for one in _differing(meeting, recurrence):
        part = _described(as_single(meeting, one), f"{address}#{one.anchor}", domain, imprint, kind, one.note)
        parts.append(part | _revised(meeting, revision) | {"recurrence-id": _named(meeting, one.day)})
    return b"".join(_serialised(part) for part in parts)


def _described(meeting: Meeting, address: str, domain: str, imprint: str, kind: str, note: str = "") -> Properties:
    """All but how it repeats."""
    starts, ends = _times(meeting)
    said: Properties = {
        "uid": f"{meeting.identity}@{domain}",
        "dtstart": starts,
        "summary": PREFIX.get(meeting.status, "") + one_line(meeting.title),
        "status": STATUS[meeting.status],
        "url": address,
        "description": _description(meeting, address, imprint, note),
        **_placed(meeting),
    }
    if meeting.recurrence and meeting.starts.local.utcoffset() != meeting.ends.local.utcoffset():
        # The clocks change during the first of many: from its end, programs would give all the others its length.
        said["duration"] = meeting.ends.wall - meeting.starts.wall
    elif ends > starts:
        said["dtend"] = ends
    if kind:
        said["categories"] = one_line(kind)
    return said


def _revised(meeting: Meeting, revision: Revision) -> Properties:
    """RFC 5545, 3.8.7: DTSTAMP is the time of the last revision, as in a calendar without a METHOD: that of the build
    would be another in every build. Where no revision is known it is the start, which moves when the meeting moves."""
    said = {"dtstamp": revision.modified or meeting.starts.instant, "sequence": revision.sequence}
    return said | {"last-modified": revision.modified} if revision.modified else said


def zone_of(event: bytes) -> str:
    """The zone that a serialised meeting refers to; empty where it holds UTC or whole days."""
    return event.partition(_ZONE)[2].partition(b":")[0].decode()


def calendar(
    name: str, description: str, language: str, events: Iterable[bytes], zones: Iterable[str], url: str, product: str
) -> bytes:
    """A calendar of serialised meetings, in the order given.

    `zones` are those that the events refer to (`zone_of`), in any order and any number of times; `url` is the address
    of the page that shows the same; `product` the name of the program: `localgroups 1.0`.
    """
    texts = {"name": one_line(name), "description": one_line(description), "url": url}
    lines = (one.cast(texts) for one in _named_head(product, language, bool(name), bool(description)))
    return _joined(b"".join(map(_folded, lines)), events, zones)


@lru_cache(maxsize=64)
def _named_head(product: str, language: str, has_name: bool, has_description: bool) -> tuple[Mould, ...]:
    """The lines of a calendar without events, with gaps for what it says of itself."""
    name = " ".join(["calendar", product, language, *("named",) * has_name, *("described",) * has_description])
    lines = shape(name, lambda: _named_lines(product, language, has_name, has_description))
    return tuple(mould_of(line, _kind) for line in lines)


def _named_lines(product: str, language: str, has_name: bool, has_description: bool) -> list[str]:
    from icalendar import vDuration, vText

    head = _head(product)
    named, described = ("name", "x-wr-calname", has_name), ("description", "x-wr-caldesc", has_description)
    for standard, customary, is_there in (named, described):
        if is_there:
            head.add(standard, vText(mark(standard)), parameters={"LANGUAGE": language})
            head.add(customary, vText(mark(standard)))
    head.add("url", mark("url"))
    head.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    head.add("x-published-ttl", vDuration(REFRESH))
    return [str(line) for line in head.content_lines() if line]


def single_event(event: bytes, product: str) -> bytes:
    """One serialised meeting as a file to open: without a name, or programs would add a calendar for it."""
    return _joined(_bare_head(product), (event,), (zone_of(event),))


@cache
def _bare_head(product: str) -> bytes:
    (head,) = shape(f"calendar {product}", lambda: [bytes(_head(product).to_ical()).decode()])
    return head.encode()


def load() -> None:
    """Have the library at hand, for processes that begin as copies of this one."""
    import icalendar

    assert icalendar


def _head(product: str) -> "Calendar":
    from icalendar import Calendar  # here: what it writes is kept

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


# ------------------------------------------------------------- lines


def _serialised(event: Properties) -> bytes:
    lines = [_folded(_line(name, event[name])) for name in _in_order(tuple(event))]
    return b"".join((b"BEGIN:VEVENT\r\n", *lines, b"END:VEVENT\r\n"))


@lru_cache(maxsize=256)
def _in_order(names: tuple[str, ...]) -> Sequence[str]:
    """Names of properties as the library has them follow each other."""
    return shape(" ".join(("order", *names)), lambda: _ordered(names))


def _ordered(names: tuple[str, ...]) -> list[str]:
    from icalendar import Event

    return [one.lower() for one in Event(dict.fromkeys(names, "")).sorted_keys()]


def _line(name: str, value: object) -> str:
    """A property as a content line, before it is folded."""
    match value:
        case str():
            before, after, escape = _around_text(name)
            written = escape(value)
        case datetime():
            before, after = _around_moment(name, value.tzinfo)
            parts = (value.year, value.month, value.day, value.hour, value.minute, value.second)
            written = "%04d%02d%02dT%02d%02d%02d" % parts  # noqa: UP031 - twice as quick, and there are three an event
        case date():
            before, after = _around(name, "day", _STAND_IN.date(), _STAND_IN_WRITTEN[:8])
            written = value.isoformat().replace("-", "")
        case int():
            before, after = _around(name, "number", _STAND_IN_NUMBER, str(_STAND_IN_NUMBER))
            written = str(value)
        case (float(), float()):
            before, after = _around(name, "place", _STAND_IN_PLACE, "{};{}".format(*_STAND_IN_PLACE))
            written = "{};{}".format(*value)
        case _Repeat():
            line = _rule_line(name, value.rule)
            return line.replace(value.stand_in, value.until) if value.until else line
        case _Video():
            return _video_line(name).cast({name: value.address})
        case _:
            return _library_line(name, value)
    return f"{before}{written}{after}"


@cache
def _around_text(name: str) -> tuple[str, str, Text]:
    """What the library writes before a text and after it, and how the text is written."""
    before, after = _around(name, "text", mark(name), mark(name))
    return before, after, _kind(before)


@lru_cache(maxsize=512)
def _around_moment(name: str, zone: tzinfo | None) -> Sequence[str]:
    """What the library writes before a moment of a zone, and after it."""
    return _around(name, str(zone), _STAND_IN.replace(tzinfo=zone), _STAND_IN_WRITTEN)


def _around(name: str, kind: str, stand_in: object, written: str) -> Sequence[str]:
    """What it writes before and after a stand-in for a value of some kind."""

    def apart() -> Sequence[str]:
        before, found, after = _library_line(name, stand_in).partition(written)
        if not found:
            raise RuntimeError(f"icalendar writes {stand_in} otherwise: {before!r}")
        return before, after

    return shape(f"{name} {kind}", apart)


@lru_cache(maxsize=512)
def _rule_line(name: str, rule: str) -> str:
    def written() -> Sequence[str]:
        from icalendar import vRecur

        return [_library_line(name, vRecur.from_ical(rule))]

    return shape(f"{name} {rule}", written)[0]


@cache
def _video_line(name: str) -> Mould:
    def written() -> Sequence[str]:
        from icalendar import vUri

        params = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Join online"}
        return [_library_line(name, vUri(mark(name), params=params))]

    return mould_of(shape(f"{name} video", written)[0], lambda _before: str)


def _library_line(name: str, value: object) -> str:
    from icalendar import Event

    event = Event()
    event.add(name, value)
    return str(event.content_lines()[1])


def _kind(before: str) -> Text:
    """RFC 5545, 3.3.11 and 3.3.13: addresses are written as they are."""
    return str if before == "URL:" else _escaped


def _escaped(text: str) -> str:
    return with_escapes(text, _ESCAPES)


def _folded(line: str) -> bytes:
    """RFC 5545, 3.1: folded at 75 octets, with its end. Like the library we never part an escape from what it escapes,
    nor a character; it weighs every single one, which takes long."""
    if len(line) < FOLDED and line.isascii():  # as most are
        return f"{line}\r\n".encode()
    data = line.encode()
    parts, start = [], 0
    while len(data) - start >= FOLDED:
        end = start + FOLDED - 1
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        if data[end - 1] in b"\\^":
            end -= 1
        parts.append(data[start:end])
        start = end
    parts.append(data[start:])
    return b"\r\n ".join(parts) + b"\r\n"


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
    facts = [
        f"Join online: {meeting.online}" if meeting.online else "",
        f"Online: {meeting.online_note}" if meeting.online_note else "",
        f"Cost: {meeting.cost}" if meeting.cost else "",
        f"Book: {meeting.book}" if meeting.book else "",
    ]
    paragraphs = (
        one_line(note),
        one_line(meeting.summary),
        "\n".join([one_line(fact) for fact in facts if fact]),
        "\n".join(_programme(meeting.programme)),
        address,
        printable(imprint).strip(),
    )
    return "\n\n".join([paragraph for paragraph in paragraphs if paragraph])


def _programme(parts: Sequence[ProgrammePart]) -> Iterator[str]:
    """A festival is one event; what takes place in it is told a line each, below its day where there are several."""
    days = [(day, list(group)) for day, group in groupby(parts, key=lambda one: one.starts.day)]
    for day, group in days:
        if len(days) > 1:
            yield f"{weekday_text(day)}:"
        for one in group:
            place = f" ({one_line(one.place.short)})" if one.place and one.place.short else ""
            yield f"{clock(one.starts.wall)}: {one_line(one.title)}{place}"


def _placed(meeting: Meeting) -> Properties:
    """Where it is, if anything is said of that."""
    place = meeting.place
    line = one_line(place.line) if place else ""
    said: Properties = {}
    if line or meeting.is_online:
        said["location"] = line or "Online"
    if place and place.position:
        said["geo"] = (place.position.latitude, place.position.longitude)
    if meeting.online:
        said["conference"] = _Video(one_line(meeting.online))
    return said


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
