"""How long something lasts: `2h`, `90 min`, `1h 30m`."""

import re
from datetime import timedelta

from localgroups.reading.faults import Fault, quoted

LONGEST = timedelta(days=31)

_PART = re.compile(
    r"(\d+(?:\.5)?)\s*(d|days?|h|hrs?|hours?|m|mins?|minutes?)\.?(?=\W|\d|$)(?:\s*(?:,|and)\s*)?\s*", re.IGNORECASE
)
_BARE_MINUTES = re.compile(r"^(\d+\s*h(?:rs?|ours?)?\s*)(\d{1,2})$", re.IGNORECASE)


def read_duration(text: str) -> timedelta | Fault:
    """The length of time; more than nothing and at most a month."""
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
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", text.strip())
    if clock:
        hours, minutes = int(clock[1]), int(clock[2])
        both = f"{hours}h {minutes}m" if minutes else f"{hours}h"
        return Fault("not-a-duration", f"{quoted(text)} could be a time or a length.", f"Write: {both}")
    if text.strip().isdecimal():
        return Fault(
            "not-a-duration",
            f"{quoted(text)} does not say of what: hours or minutes.",
            f"Write: {text.strip()}h or {text.strip()} min",
        )
    return Fault("not-a-duration", f"{quoted(text)} is not a length of time.", "Write it like 2h, 90 min or 1h 30m")
