"""How long something lasts: `2h`, `90 min`, `1h 30m`."""

import re
from datetime import timedelta

from localgroups.model.late_patterns import late
from localgroups.model.limits import LINE
from localgroups.reading.faults import Fault, quoted

LONGEST = timedelta(days=31)

_NUMBERS = ("one|an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_PART = late(
    r"(\d+(?:\.5)?)\s*(d|days?|h|hrs?|hours?|m|mins?|minutes?)\.?(?=\W|\d|$)(?:\s*(?:,|and)\s*)?\s*", re.IGNORECASE
)
_BARE_MINUTES = late(r"^(\d+\s*h(?:rs?|ours?)?\s*)(\d{1,2})$", re.IGNORECASE)


def read_duration(text: str) -> timedelta | Fault:
    """The length of time; more than nothing and at most a month."""
    if len(text) > LINE.most:
        return Fault("not-a-duration", f"{quoted(text)} is not a length of time.", "Write it like 2h, 90 min or 1h 30m")
    words = _BARE_MINUTES.sub(r"\1\2m", text.strip())
    total = timedelta()
    at = 0
    while at < len(words):
        part = _PART.match(words, at)
        if not part:
            return _explain(text)
        number, unit = float(part[1]), part[2][0].lower()
        if number > 100_000:
            return _explain(text)
        total += {"d": timedelta(days=number), "h": timedelta(hours=number), "m": timedelta(minutes=number)}[unit]
        at = part.end()
    if not timedelta() < total <= LONGEST:
        return Fault(
            "odd-duration",
            f"{quoted(text)} is no length for a meeting.",
            "Write it like 2h, or give the end with  ends:",
        )
    return total


def _explain(text: str) -> Fault:
    words = text.strip().casefold()
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", words)
    if clock:
        hours, minutes = int(clock[1]), int(clock[2])
        both = f"{hours}h {minutes}m" if minutes else f"{hours}h"
        return Fault("not-a-duration", f"{quoted(text)} could be a time or a length.", f"Write: {both}")
    if words.isdecimal():
        help = f"Write: {words} min" if len(words) > 1 else f"Write: {words}h or {words} min"
        help = help if int(words) else "Write it like 2h or 90 min, or take the line out: a meeting then lasts 2 hours"
        return Fault("not-a-duration", f"{quoted(text)} does not say of what: hours or minutes.", help)
    if words in ("all day", "whole day", "the whole day"):
        help = "Write the date alone in starts:, without a time, and take this line out"
        return Fault("not-a-duration", f"{quoted(text)} is not a length of time.", help)
    meant = _in_figures(words)
    help = f"Write: {meant}" if meant else "Write it like 2h, 90 min or 1h 30m"
    return Fault("not-a-duration", f"{quoted(text)} is not a length of time.", help)


def _in_figures(words: str) -> str:
    """What was written in words: `two hours`, `half an hour`, `approx 2h`; empty where that cannot be told."""
    half = re.search(r"\bhalf\b|½|1/2", words)
    words = re.sub(r"\b(an? )?half an? hour", "half hour", words)
    number = next((str(count) for count, word in enumerate(_NUMBERS, 1) if re.search(rf"\b{word}\b", words)), "")
    figures = re.search(r"\b(\d{1,2})(?:\s*[½]|\s+1/2)?\s*h", words)
    hours = figures[1] if figures else number if "hour" in words else ""
    if half and not hours:
        return "30 min"
    if hours:
        return f"{hours}h 30m" if half else f"{hours}h"
    minutes = re.search(r"(\d{1,3})\s*min", words)
    return f"{minutes[1]} min" if minutes else ""
