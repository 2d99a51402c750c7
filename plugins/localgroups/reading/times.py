"""The time of day, as people write it."""

import re
from datetime import time
from enum import Enum

from localgroups.reading.faults import Fault, quoted

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|hrs|hours|uhr)?", re.IGNORECASE)
_MILITARY = re.compile(r"(\d{2})(\d{2})\s*(?:hrs|hours)", re.IGNORECASE)
_OCLOCK = re.compile(r"\s*o['’]?clock\b", re.IGNORECASE)
_OFFSET = re.compile(r"(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(z|utc|gmt|bst|cet|cest|[+-]\d{2}:?\d{2})", re.IGNORECASE)
_RANGE = re.compile(r"(.*?\d.*?)\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*(.*\d.*)", re.IGNORECASE)
_NOON = ("noon", "midday", "12 noon", "12 midday", "12noon", "12pm", "12 pm")
_MIDNIGHT = ("midnight", "12 midnight", "12am", "12 am", "24:00", "24.00")


class Midnight(Enum):
    """The word, which may mean the beginning or the end of the day that it is written with."""

    WORD = "midnight"


def read_time(text: str) -> time | Midnight | Fault:
    """`19:30`, `7pm`, `7.30 pm`, `noon`; a word that leaves the half of the day open is refused."""
    words = _OCLOCK.sub("", " ".join(text.split()).casefold())
    if words in _NOON:
        return time(12)
    if words in _MIDNIGHT:
        return Midnight.WORD
    found = _TIME.fullmatch(words) or _MILITARY.fullmatch(words)
    if not found:
        return _explain(text, words)
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[4] or "")[:1] if found.re is _TIME else "h"
    if half in ("a", "p"):
        return _of_half(text, hour, minute, half)
    if hour > 23 or minute > 59:
        return Fault(
            "not-a-time",
            f"{quoted(text)} is not a time.",
            "Hours go from 00 to 23, minutes from 00 to 59. Write: 19:30",
        )
    if not half and (found[2] is None or (hour < 10 and len(found[1]) == 1)):
        if 1 <= hour <= 12:
            return _either_half(text, hour, minute)
        return Fault("not-a-time", f"{quoted(text)} is not a time.", f"Write: {hour:02d}:{minute:02d}")
    return time(hour, minute)


def _of_half(text: str, hour: int, minute: int, half: str) -> time | Fault:
    if not 1 <= hour <= 12 or minute > 59:
        plain = f"Write: {hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else "Write: 7.30pm or 19:30"
        return Fault("not-a-time", f"{quoted(text)} is not a time.", plain)
    return time(hour % 12 + (12 if half == "p" else 0), minute)


def _either_half(text: str, hour: int, minute: int) -> Fault:
    morning, evening = time(hour % 12, minute), time(hour % 12 + 12, minute)
    return Fault(
        "unclear-time",
        f"{quoted(text)} can be in the morning or in the evening.",
        f"Write: {evening:%H:%M} for the evening, {morning:%H:%M} for the morning",
    )


def _explain(text: str, words: str) -> Fault:
    zoned = _OFFSET.fullmatch(words)
    if zoned:
        return Fault(
            "zone-in-time",
            f"{quoted(text)} names a time zone; times are those on the wall of the group's own zone.",
            f"Write the local time alone, like {zoned[1][:5]}; the group's zone stands in group.yaml as timezone:",
        )
    both = _RANGE.fullmatch(words)
    if both:
        return Fault(
            "time-range",
            f"{quoted(text)} is two times; this field takes one.",
            f"Write the first in starts: and the second in a field of its own, like  ends: {both[2].strip()}",
        )
    return Fault("not-a-time", f"{quoted(text)} is not a time.", "Write it like 19:30 or 7.30pm")
