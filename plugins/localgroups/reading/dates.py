"""Dates, as people write them; what can be read in two ways is refused with both readings."""

import re
from datetime import date, timedelta

from localgroups.model.late_patterns import late
from localgroups.model.limits import LINE
from localgroups.model.moments import RoughDate
from localgroups.model.values import Struct
from localgroups.reading.calendar_words import (
    EARLIEST,
    LATEST,
    MONTHS,
    WEEKDAYS,
    days_in,
    in_words,
    month_number,
    weekday_name,
    weekday_number,
)
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.words import nearest

_USUAL = re.compile(r"(?:1[89]|2[01])\d\d-\d\d-\d\d")
"""The usual way, which needs no more thought."""
_ISO = late(r"(\d{4})-(\d\d)-(\d\d)")
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:\b(?P<weekday>[^\W\d_]{3,})\.?,?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>\d{4})(?![\d-])"
_FORMS = (
    _WEEKDAY + r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
    _WEEKDAY + rf"\b{_DAY}\s+(?:of\s+)?{_NAME},?\s+{_YEAR}",
    _WEEKDAY + rf"\b{_NAME}\s+{_DAY},?\s+{_YEAR}",
)
"""These are texts, compiled where they are asked for, as are those below: nearly every date is written in figures."""
_YEAR_MONTH = r"(\d{4})-(\d{1,2})"
_MONTH_YEAR = rf"(?i){_NAME},?\s+(?P<year>\d{{4}})"
_MONTH_SLASH_YEAR = r"(\d{1,2})[/.](\d{4})"
_MARKS = ("“", "”", "„", "‟", "‘", "’", '"', "'")
_BEFORE = ("the", "from", "for", "until")
"""Words before a date that say nothing of the day."""
_AFTER = r"(?i)^[\s,]*(?:T(?=\d))?"
"""What joins a date to the time behind it."""


class Dated(Struct, frozen=True):
    """A date found in a text, with what stands around it."""

    day: date
    rest: str
    """Everything else, stripped: a time, or nothing."""


def read_date(text: str) -> date | Fault:
    """A date known to the day."""
    if _USUAL.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    found = find_date(text)
    if isinstance(found, Fault):
        return found
    if found.rest:
        return Fault(
            "only-a-date",
            f"{quoted(text)} says more than a date; this field takes the date alone.",
            f"Write: {found.day.isoformat()}",
        )
    return found.day


def read_rough_date(text: str) -> RoughDate | Fault:
    """A date known to the day, the month (`2026-12`, `December 2026`) or the year (`2026`)."""
    words = text.strip()
    if words.isdecimal() and len(words) == 4:
        return RoughDate(int(words)) if EARLIEST <= int(words) <= LATEST else _odd_year(text, int(words))
    short = re.fullmatch(_MONTH_SLASH_YEAR, words)
    if short and 1 <= int(short[1]) <= 12:
        better = f"{short[2]}-{int(short[1]):02d}"
        return Fault("date-in-figures", f"{quoted(text)} is a month and a year in figures.", f"Write: {better}")
    month: int | None = None
    found = re.fullmatch(_YEAR_MONTH, words) if len(words) <= LINE.most else None
    if found:
        year, month = int(found[1]), int(found[2])
    else:
        found = re.fullmatch(_MONTH_YEAR, words) if len(words) <= LINE.most else None
        if found:
            year, month = int(found["year"]), month_number(found["name"])
            if month is None:
                return _unknown_month(text, found["name"])
    if month is not None:
        if not 1 <= month <= 12:
            return Fault(
                "unknown-month",
                f"{quoted(text)}: there are only twelve months.",
                f"Write: {year}-12 for December {year}",
            )
        return RoughDate(year, month) if EARLIEST <= year <= LATEST else _odd_year(text, year)
    day = read_date(text)
    return day if isinstance(day, Fault) else RoughDate(day.year, day.month, day.day)


def find_date(text: str) -> Dated | Fault:
    """The one date in a text, whatever else stands there; what is longer than a line is none."""
    from localgroups.reading import date_slips  # here: nearly every date is written in the usual way

    if len(text) > LINE.most:
        return Fault("not-a-date", f"{quoted(text)} is not a date that can be read here.", date_slips.EXAMPLE)
    both = date_slips.two_dates(text) if len(text) > 10 else None
    if both:
        return both
    iso = _ISO.match(text)
    if iso and not text[10:11].isdecimal():
        rest = re.sub(_AFTER, "", text[10:]).strip()
        day = _made(text, int(iso[1]), int(iso[2]), int(iso[3]), rest)
        return day if isinstance(day, Fault) else Dated(day, rest)
    if text[:1] in _MARKS:
        return _unquoted(text)
    for form in _FORMS:
        found = re.search(form, text, re.IGNORECASE)
        if found:
            return _in_words(text, found)
    return date_slips.explain_date(text)


def _in_words(text: str, found: re.Match[str]) -> Dated | Fault:
    """The date of a match of one of the forms, with its weekday held against it."""
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else month_number(parts["name"])
    if month is None:
        return _unknown_month(text, parts["name"])
    weekday = (parts["weekday"] or "").casefold()
    number = weekday_number(weekday)
    is_word = not weekday or number is not None or weekday in _BEFORE or bool(nearest(weekday, WEEKDAYS))
    begin = found.start() if is_word else found.end("weekday")
    rest = f"{text[:begin].strip(' ,')} {re.sub(_AFTER, '', text[found.end() :]).strip()}".strip()
    day = _made(text, int(parts["year"]), month, int(parts["day"]), rest)
    if isinstance(day, Fault):
        return day
    if number is not None and number != day.weekday():
        return _wrong_weekday(day, number, rest)
    if weekday and is_word and number is None and weekday not in _BEFORE:
        right = f"{weekday_name(day)} {in_words(day)}"
        message = f"{quoted(parts['weekday'])} is not a day of the week."
        return Fault("unknown-weekday", message, f"Write: {_with(right, rest)}")
    return Dated(day, rest)


def _with(day: str, rest: str) -> str:
    """A date as it should be, with the time that stood behind it."""
    return f"{day}, {rest}" if rest else day


def _made(text: str, year: int, month: int, day: int, rest: str) -> date | Fault:
    if not EARLIEST <= year <= LATEST:
        return _odd_year(text, year)
    if not 1 <= month <= 12:
        swapped = 1 <= day <= 12 and 1 <= month <= days_in(year, day)
        meant = date(year, day, month) if swapped else None
        help = f"Write: {meant} {rest}".rstrip() if meant else "Months go from 01 to 12."
        return Fault("unknown-month", f"{quoted(text)}: there is no month {month}.", help)
    last = days_in(year, month)
    if not 1 <= day <= last:
        named = f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]
        near = in_words(date(year, month, last if day else 1))
        message = f"{quoted(text)} is not a date: {named} has {last} days."
        return Fault("no-such-day", message, f"Write: {_with(near, rest)}")
    return date(year, month, day)


def _odd_year(text: str, year: int) -> Fault:
    return Fault(
        "odd-year",
        f"{quoted(text)}: the year {year} is not one that is meant here.",
        "Write the year with its four figures.",
    )


def _unknown_month(text: str, name: str) -> Fault:
    near = nearest(name, MONTHS)
    return Fault(
        "unknown-month",
        f"{quoted(name)} is not a month that is known here.",
        f"Write: {re.sub(re.escape(name), near, text, count=1)}"
        if near
        else "Write the date in figures, year first: 2026-12-03",
    )


def _wrong_weekday(day: date, wanted: int, rest: str) -> Fault:
    after = day + timedelta((wanted - day.weekday()) % 7)
    before, name = after - timedelta(7), WEEKDAYS[wanted]
    right = _with(f"{weekday_name(day)} {in_words(day)}", rest)
    return Fault(
        "wrong-weekday",
        f"{in_words(day)} is a {weekday_name(day)}, not a {name}.",
        f"Write: {right} — or {name} {in_words(before)} or {name} {in_words(after)}",
    )


def _unquoted(text: str) -> Fault:
    """A date between quotation marks that are part of the text: curly ones, mostly."""
    bare = text.strip().strip("".join(_MARKS))
    if bare != text.strip() and bare:
        inner = find_date(bare)
        if not isinstance(inner, Fault):
            return Fault("curly-quotes", f"There are quotation marks in the date {text.strip()}.", f"Write: {bare}")
    from localgroups.reading.date_slips import explain_date

    return explain_date(text)
