"""Why there is no date in a text, and what was probably meant."""

import re
from datetime import date

from localgroups.reading.calendar_words import EARLIEST, LATEST, days_in, in_words, month_number
from localgroups.reading.faults import Fault, listed, quoted

_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NO_YEAR = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[^\W\d_]{3,})"
    r"|(?P<name2>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\s+\d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_OPEN = ("tbc", "tba", "tbd", "to be confirmed", "to be announced", "to be decided", "soon", "?")


_ROUGH = re.compile(r"\d{4}(?:-\d{1,2})?|[^\W\d_]{3,}\.?,?\s+\d{4}")
_AFTER = re.compile(r"^[\s,]*(?:T(?=\d))?", re.IGNORECASE)


def explain_date(text: str) -> Fault:
    """Why there is no date in a text."""
    first = _YEAR_FIRST.search(text)
    if first:
        return _figures(text, first[0], first.span(), [(int(first[1]), int(first[3]), int(first[4]))])
    figures = _FIGURES.search(text)
    if figures:
        year = int(figures[4]) + (2000 if len(figures[4]) == 2 else 0)
        one, two = int(figures[1]), int(figures[3])
        return _figures(text, figures[0], figures.span(), [(year, two, one), (year, one, two)])
    for yearless in _NO_YEAR.finditer(text):
        if month_number(yearless["name"] or yearless["name2"]):
            return Fault(
                "missing-year",
                f"{quoted(text)} does not say which year.",
                f"Write the year behind it: {yearless[0]} YYYY, with four figures in place of YYYY",
            )
    if text.strip().casefold() in _OPEN:
        return Fault(
            "date-not-known",
            f"{quoted(text)} is not a date yet.",
            "Until it is known, keep the file back with  status: draft",
        )
    if _ROUGH.fullmatch(text.strip()):
        return Fault(
            "missing-day",
            f"{quoted(text)} does not say which day.",
            "Write the whole date, like 2026-12-03 or 3 December 2026",
        )
    return Fault(
        "not-a-date",
        f"{quoted(text)} is not a date that can be read here.",
        "Write it like 2026-12-03 or 3 December 2026",
    )


def _figures(text: str, written: str, span: tuple[int, int], readings: list[tuple[int, int, int]]) -> Fault:
    """A date in figures only: one reading at most is what was meant."""
    days = []
    for year, month, day in readings:
        if EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= days_in(year, month):
            made = date(year, month, day)
            if made not in days:
                days.append(made)
    before, after = text[: span[0]].strip(" ,"), _AFTER.sub("", text[span[1] :]).strip()
    rest = f" {before}{after}" if before or after else ""
    if len(days) == 2:
        return Fault(
            "ambiguous-date",
            f"{quoted(written)} can be read as {listed(in_words(day) for day in days)}.",
            f"Write: {listed(day.isoformat() + rest for day in days)}",
        )
    if days:
        return Fault(
            "date-in-figures",
            f"{quoted(written)} is read differently in different countries.",
            f"Write: {days[0].isoformat()}{rest}",
        )
    return Fault("not-a-date", f"{quoted(written)} is not a date.", "Write it like 2026-12-03 or 3 December 2026")
