"""The time of day, as people write it."""

import re
from datetime import time
from unicodedata import normalize

from localgroups.reading.faults import Fault, quoted
from localgroups.reading.moments import Midnight

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|hrs|hours|uhr)?", re.IGNORECASE)
_MILITARY = re.compile(r"(\d{2})(\d{2})\s*(?:hrs|hours)", re.IGNORECASE)
_OCLOCK = re.compile(r"\s*o['’]?clock\b", re.IGNORECASE)
_OFFSET = re.compile(
    r"(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)(?:\.\d+)?"
    r"\s*\(?(z|utc|gmt|bst|w?est|cet|cest|uk time|local time|[a-z]+/[a-z_]+|[+-]\d{2}:?\d{2})\)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(.*?\d.*?)\s*(?:-|–|—|\bto\b|\buntil\b|['’]?\btill?\b)\s*(.*\d.*)", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b)?|\b\d{1,2}\s*[ap]\.?m\b|\bnoon\b", re.IGNORECASE)
_TYPED = re.compile(r"\d{2}:[0-5]\d")
_AS_CLOCK = str.maketrans("oil|;,", "0111::")
_SECONDS = re.compile(r"(?<=:\d\d):\d\d")
_CLOCKS = re.compile(r"\d{1,2}(?:[:.]\d{2})?")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_UNKNOWN = re.compile(r".*\b(?:tb[acd]|to be (?:confirmed|announced|decided))\b.*|\?+", re.IGNORECASE)
_NOON = ("noon", "midday", "12 noon", "12 midday", "12noon", "12pm", "12 pm")
_MIDNIGHT = ("midnight", "12 midnight", "12am", "12 am", "24:00", "24.00")


def read_time(text: str) -> time | Midnight | Fault:
    """`19:30`, `7pm`, `7.30 pm`, `noon`; a word that leaves the half of the day open is refused."""
    words = _OCLOCK.sub("", " ".join(text.split()).casefold())
    if words.endswith("m."):
        words = words if words.endswith(".m.") else words[:-1]
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
    if _UNKNOWN.fullmatch(words):
        help = "Write the date alone, and say in the text below that the time follows"
        return Fault("time-not-known", f"{quoted(text)} is not a time yet.", help)
    zoned = _OFFSET.fullmatch(words)
    if zoned and not _is_range(words):
        return Fault(
            "zone-in-time",
            f"{quoted(text)} names a time zone; times are those on the wall of the group's own zone.",
            f"Write: {_SECONDS.sub('', zoned[1])}, the local time; the group's zone stands in group.yaml as timezone:",
        )
    both = _RANGE.fullmatch(words)
    if both and len(_CLOCKS.findall(words)) > 1:
        first, last = both[1].strip(), both[2].strip()
        half = re.search(r"[ap]\.?m\b", last)
        if half and re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?", first):
            first += half[0]
        elif first.isdecimal() and last.isdecimal():
            first, last = f"{first}pm", f"{last}pm"
        return Fault(
            "time-range",
            f"{quoted(text)} is two times; this field takes one.",
            f"Write: {first}  and, on a line of its own,  ends: {last}",
        )
    four = _FOUR.fullmatch(words)
    if four:
        return Fault("not-a-time", f"{quoted(text)} is not a time.", f"Write: {four[1]}:{four[2]}")
    typed = normalize("NFKC", words).translate(_AS_CLOCK)
    if typed != words and _TYPED.fullmatch(typed) and int(typed[:-3]) < 24:
        return Fault("not-a-time", f"{quoted(text)} is not a time.", f"Write: {typed}")
    inside = _CLOCK.search(words)
    if inside:
        help = f"Write: {inside[0]}, and put the other words into the text below"
        return Fault("not-a-time", f"{quoted(text)} is more than a time.", help)
    return Fault("not-a-time", f"{quoted(text)} is not a time.", "Write it like 19:30 or 7.30pm")


def _is_range(words: str) -> bool:
    """Whether `19:00-21:00` is from and to, and no offset from another zone: then the second is later."""
    pair = re.fullmatch(r"(\d{1,2}:\d{2})-(\d{2}:\d{2})", words)
    return pair is not None and pair[2] > pair[1].zfill(5)
