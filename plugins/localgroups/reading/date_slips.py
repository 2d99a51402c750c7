"""Why there is no date in a text, and what was probably meant."""

import re
from collections.abc import Callable
from datetime import date

from localgroups.reading.calendar_words import (
    EARLIEST,
    LATEST,
    MONTHS,
    days_in,
    in_words,
    month_number,
    weekday_name,
    weekday_number,
)
from localgroups.reading.faults import Fault, listed, quoted

EXAMPLE = "Write it like 2026-12-03 or 3 December 2026"

_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:[^\W\d_]{3,}\.?,?\s+(?:the\s+)?)?"
_NAME = r"([^\W\d_]{3,})\.?"
_SHORT_YEAR = re.compile(rf"\b{_ORDINAL}\s+(?:of\s+)?{_NAME},?\s+['’‘]?(\d\d)(?![\d:.]|\s*(?:am|pm))", re.IGNORECASE)
_NO_YEAR = re.compile(
    rf"\b(?:{_ORDINAL}\s+(?:of\s+)?(?P<name>[^\W\d_]{{3,}})"
    r"|(?P<name2>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?)\b\.?",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")
_LONG_DASHES = re.compile(r"(\d{4})\s?[‐-―−]\s?(\d\d)\s?[‐-―−]\s?(\d\d)(?!\d)")
_LETTERS = re.compile(r"\b(?=[\dOolI-]*[OolI])[\dOolI]{4}-[\dOolI]{2}-[\dOolI]{2}\b")
_AS_FIGURES = str.maketrans("OolI", "0011")
_OPEN = re.compile(
    r"(?:date\s+)?(?:tb[acd]|to be (?:confirmed|announced|decided|agreed)|soon|not yet known|unknown|\?+)\b.*|\?+",
    re.IGNORECASE | re.DOTALL,
)
_RELATIVE = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|(?:next|this|last|coming)\s+\w+"
    r"|(?:new year|christmas|boxing)\b.*|xmas|easter|now)\b",
    re.IGNORECASE,
)
_REPEATING = re.compile(
    r"\b(?:every|each|weekly|monthly|fortnightly|daily|alternate)\b"
    r"|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+[^\W\d_]+day\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(r"\d{4}(?:-\d{1,2})?|[^\W\d_]{3,}\.?,?\s+\d{4}")
_AFTER = re.compile(r"^[\s,]*(?:T(?=\d))?", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}\s*(?:am|pm)\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)

_TO = r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill?\b)\s*"
_AND = r"\s*(?:\+|&|\band\b|\bor\b|,)\s*"
_YEAR = r",?\s+(\d{4})(?!\d)"
_TWO_ISO = re.compile(rf"(\d{{4}}-\d\d-\d\d)(?:{_TO}|({_AND}))(\d{{4}}-\d\d-\d\d)(?!\d)", re.IGNORECASE)
_TWO_DAYS = re.compile(
    rf"(?<![\d:.-]){_WEEKDAY}{_ORDINAL}(?:\s+{_NAME})?(?:{_YEAR})?(?:{_TO}|({_AND})){_WEEKDAY}{_ORDINAL}"
    rf"\s+(?:of\s+)?{_NAME}{_YEAR}",
    re.IGNORECASE,
)


def two_dates(text: str) -> Fault | None:
    """What to say of a text with a first and a last day, or with two days; None for every other."""
    iso = _TWO_ISO.search(text)
    if iso:
        return _two(text, iso[1], iso[3], iso[2] is not None)
    found = _TWO_DAYS.search(text)
    if not found:
        return None
    day, name, first_year, both, last_day, last_name, year = found.groups()
    month, last_month = month_number(name or last_name), month_number(last_name)
    first = _made(int(first_year or year), month, int(day))
    last = _made(int(year), last_month, int(last_day))
    return _two(text, first.isoformat(), last.isoformat(), both is not None) if first and last else None


def _two(text: str, first: str, last: str, are_apart: bool) -> Fault:
    help = (
        f"Write each as a meeting of its own: {first} in one file, {last} in another"
        if are_apart
        else f"Write: {first}  and, on a line of its own,  ends: {last}"
    )
    return Fault("two-dates", f"{quoted(text)} is two dates; this field takes one.", help)


def _made(year: int, month: int | None, day: int) -> date | None:
    """A date, where the calendar has it."""
    if month and EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= days_in(year, month):
        return date(year, month, day)
    return None


def explain_date(text: str) -> Fault:
    """Why there is no date in a text."""
    return next(fault for explain in _EXPLANATIONS if (fault := explain(text)) is not None)


def _odd_signs(text: str) -> Fault | None:
    """Long dashes, or letters that look like figures."""
    letters = _LETTERS.search(text)
    if letters:
        better = text.replace(letters[0], letters[0].translate(_AS_FIGURES), 1)
        return Fault(
            "letter-in-date", f"In {quoted(letters[0])} a letter stands in place of a figure.", f"Write: {better}"
        )
    dashes = _LONG_DASHES.search(text)
    if dashes:
        better = text.replace(dashes[0], "-".join(dashes.groups()), 1)
        return Fault(
            "long-dashes", f"The dashes of {quoted(dashes[0])} are longer than hyphens.", f"Write: {better.strip()}"
        )
    together = _RUN_TOGETHER.match(text.strip())
    if together and _made(int(together[1]), int(together[2]), int(together[3])):
        rest = _AFTER.sub("", text.strip()[together.end() :]).strip()
        rest = f"{rest[:2]}:{rest[2:]}" if re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", rest) else rest
        return Fault(
            "not-a-date",
            f"{quoted(text)} has no hyphens between year, month and day.",
            f"Write: {'-'.join(together.groups())} {rest}".rstrip(),
        )
    return None


def _in_figures(text: str) -> Fault | None:
    first = _YEAR_FIRST.search(text)
    if first:
        return _figures(text, first[0], first.span(), [(int(first[1]), int(first[3]), int(first[4]))])
    figures = _FIGURES.search(text)
    if figures:
        year = int(figures[4]) + (2000 if len(figures[4]) == 2 else 0)
        one, two = int(figures[1]), int(figures[3])
        return _figures(text, figures[0], figures.span(), [(year, two, one), (year, one, two)])
    return None


def _without_year(text: str) -> Fault | None:
    short = _SHORT_YEAR.search(text)
    if short and month_number(short[2]):
        better = text.replace(short[0], f"{short[1]} {MONTHS[(month_number(short[2]) or 1) - 1]} 20{short[3]}", 1)
        message = f"{quoted(text)} does not say the year with its four figures."
        return Fault("missing-year", message, f"Write: {better}")
    for found in _NO_YEAR.finditer(text):
        month = month_number(found["name"] or found["name2"])
        if month:
            return _missing_year(text, found[0], found.span(), [(month, int(found[1] or found[4]))])
    figures = _DAY_AND_MONTH.match(text.strip())
    if figures:
        one, two = int(figures[1]), int(figures[2])
        return _missing_year(text.strip(), figures[0], figures.span(), [(two, one), (one, two)])
    return None


def _missing_year(text: str, written: str, span: tuple[int, int], readings: list[tuple[int, int]]) -> Fault:
    """`readings`: month and day, in the order in which they are likely."""
    before, after = text[: span[0]].strip(" ,"), _AFTER.sub("", text[span[1] :]).strip(" ,.")
    weekday = next((word for word in before.replace(",", " ").split() if weekday_number(word) is not None), "")
    rest = f", {after}" if after else ""

    def on(day: date) -> str:
        """The year is that of the file's name, if the day is too."""
        if (day.month, day.day) not in readings:
            return ""
        return f"Write: {weekday_name(day) + ' ' if weekday else ''}{in_words(day)}{rest}"

    return Fault(
        "missing-year",
        f"{quoted(text)} does not say which year.",
        f"Write the year behind it: {written} YYYY{rest}, with four figures in place of YYYY",
        help_on=on,
    )


def _open(text: str) -> Fault | None:
    if not _OPEN.fullmatch(text.strip()):
        return None
    return Fault(
        "date-not-known",
        f"{quoted(text)} is not a date yet.",
        "Until it is known, keep the file back with  status: draft",
    )


def _relative(text: str) -> Fault | None:
    """Days that are others tomorrow: `tomorrow`, `next Thursday`, `Christmas Eve`, `Thursday 7pm`."""
    words = text.replace(",", " ").split()
    if not _RELATIVE.search(text) and not (words and weekday_number(words[0]) is not None):
        return None
    clock = _CLOCK.search(text)
    rest = f" {clock[0]}" if clock else ""
    return Fault(
        "relative-date",
        f"{quoted(text)} is another day for everybody who reads it later.",
        f"Write the date itself, like 2026-12-03{rest}",
        help_on=lambda day: f"Write the date itself: {day}{rest}",
    )


def _repeating(text: str) -> Fault | None:
    if not _REPEATING.search(text):
        return None
    return Fault(
        "repeating-date",
        f"{quoted(text)} is many dates; this field takes one.",
        "Write the first one, like 2026-12-03 19:00",
        help_on=lambda day: f"Write the first one: {day}",
    )


def _time_alone(text: str) -> Fault | None:
    clock = _CLOCK.match(text.strip())
    if not clock:
        return None
    return Fault(
        "time-without-date",
        f"{quoted(text)} is a time without its date.",
        f"Write: 2026-12-03 {text.strip()}, with the date it is meant for",
        help_on=lambda day: f"Write: {day} {text.strip()}",
    )


def _rough(text: str) -> Fault | None:
    words = text.strip()
    if not _ROUGH.fullmatch(words) and month_number(words) is None:
        return None
    return Fault(
        "missing-day",
        f"{quoted(text)} does not say which day.",
        "Write the whole date, like 2026-12-03 or 3 December 2026",
        help_on=lambda day: f"Write the whole date: {day}",
    )


def _neither(text: str) -> Fault:
    return Fault(
        "not-a-date",
        f"{quoted(text)} is not a date that can be read here.",
        EXAMPLE,
        help_on=lambda day: f"Write it like {day} or {in_words(day)}",
    )


def _figures(text: str, written: str, span: tuple[int, int], readings: list[tuple[int, int, int]]) -> Fault:
    """A date in figures only: one reading at most is what was meant."""
    days = list(dict.fromkeys(made for reading in readings if (made := _made(*reading))))
    before, after = text[: span[0]].strip(" ,"), _AFTER.sub("", text[span[1] :]).strip()
    before = " ".join(word for word in before.split() if weekday_number(word.strip(",")) is None)
    rest = f" {before}{after}" if before or after else ""
    if len(days) == 2:
        return Fault(
            "ambiguous-date",
            f"{quoted(written)} can be read as {listed(in_words(day) for day in days)}.",
            f"Write: {listed(day.isoformat() + rest for day in days)}",
            help_on=lambda day: f"Write: {day}{rest}" if day in days else "",
        )
    if days:
        return Fault(
            "date-in-figures",
            f"{quoted(written)} is read differently in different countries.",
            f"Write: {days[0].isoformat()}{rest}",
        )
    return Fault("not-a-date", f"{quoted(written)} is not a date.", EXAMPLE)


_EXPLANATIONS: tuple[Callable[[str], Fault | None], ...] = (
    _odd_signs,
    _in_figures,
    _open,
    _repeating,
    _without_year,
    _relative,
    _rough,
    _time_alone,
    _neither,
)
"""From the surest to the last resort, which has always an answer."""
