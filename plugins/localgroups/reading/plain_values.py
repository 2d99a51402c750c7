"""Lines of text, numbers, languages, zones and names: the plain values of fields."""

import re
from datetime import datetime

from localgroups.model.late_patterns import late
from localgroups.model.limits import LINE, PARAGRAPH, SLUG, STEM
from localgroups.model.moments import UnknownZone, zone
from localgroups.model.zone_files import zone_file, zone_names
from localgroups.reading.faults import Fault, listed, quoted
from localgroups.reading.words import nearest

MOST_ZONES = 4
"""So many are proposed; more are no answer."""
_COUNTRIES = {"UK": "GB"}
"""What people say for a country's code (ISO 3166)."""
_SLUG = late(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STEM = late(r"[a-z0-9][a-z0-9-]*")
_ID = late(r"[A-Za-z0-9][A-Za-z0-9._@+-]*")
_LANGUAGE = late(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8})*)")
_NUMBER = late(r"\d{1,12}|\d{1,3}(?:[, \u00a0\u202f]\d{3}){1,3}")
_AMOUNT = r"(?i)\D{0,3}?(\d{1,3}(?:[., ]\d{3})+|\d{1,12})(\.\d{1,3})?\s?(k|thousand)?(?![\d.,])"
"""Compiled where it is asked for, as what explains other slips below."""
_LANGUAGES = {
    "english": "en", "welsh": "cy", "cymraeg": "cy", "gaelic": "gd", "scottish gaelic": "gd", "gàidhlig": "gd",
    "irish": "ga", "gaeilge": "ga", "scots": "sco", "cornish": "kw", "manx": "gv", "french": "fr", "français": "fr",
    "german": "de", "deutsch": "de", "spanish": "es", "español": "es", "italian": "it", "italiano": "it",
    "portuguese": "pt", "português": "pt", "dutch": "nl", "polish": "pl", "polski": "pl", "romanian": "ro",
    "russian": "ru", "ukrainian": "uk", "turkish": "tr", "arabic": "ar", "hebrew": "he", "persian": "fa",
    "farsi": "fa", "urdu": "ur", "hindi": "hi", "punjabi": "pa", "bengali": "bn", "gujarati": "gu", "tamil": "ta",
    "somali": "so", "swahili": "sw", "chinese": "zh", "japanese": "ja", "korean": "ko", "greek": "el",
    "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "catalan": "ca", "basque": "eu",
}  # fmt: skip
_SIDED = r"(?i)([+-]?\d{1,3}(?:[.,]\d{1,15})?)\s*°?\s*([NSEW])?"
_MINUTES = r"(?i)(\d{1,3})\s*°\s*(\d{1,2}(?:\.\d+)?)\s*['′’](?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:\"|″|”|''))?\s*([NSEW])?"
_DEGREES = late(r"[+-]?\d{1,3}(?:\.\d{1,15})?")


def read_line(text: str) -> str | Fault:
    """One line of text."""
    line = text.strip()
    if "\n" in line:
        return Fault(
            "line-break",
            f"{quoted(line)} has a line break in it; this field takes one line.",
            f"Write: {' '.join(line.split())[: LINE.most]}",
        )
    if len(line) > LINE.most:
        return Fault(
            "too-long",
            f"{quoted(line)} has {len(line)} characters; this field takes {LINE}.",
            "Shorten it; longer text belongs below the fields.",
        )
    return line


def read_paragraph(text: str) -> str | Fault:
    """A short text, on one line whatever its line breaks were."""
    words = " ".join(text.split())
    if len(words) > PARAGRAPH.most:
        return Fault(
            "too-long",
            f"{quoted(words)} has {len(words)} characters; this field takes {PARAGRAPH}.",
            "Shorten it; longer text belongs below the fields.",
        )
    return words


def read_slug(text: str) -> str | Fault:
    """The name of a group or a region in addresses."""
    slug = text.strip()
    if _SLUG.fullmatch(slug) and len(slug) <= SLUG.most:
        return slug
    return Fault(
        "not-a-slug",
        f"{quoted(text)} cannot be part of an address.",
        f"Write: {suggest_stem(text)[: SLUG.most]}",
    )


def read_stem(text: str) -> str | Fault:
    """The name of a file without its ending."""
    stem = text.strip().removesuffix(".md")
    if _STEM.fullmatch(stem) and len(stem) <= STEM.most:
        return stem
    return Fault("not-a-stem", f"{quoted(text)} cannot be the name of a file.", f"Write: {suggest_stem(text)}")


def suggest_stem(text: str, otherwise: str = "file") -> str:
    """A name for addresses, made of any text: `Café at 7` as `cafe-at-7`; `otherwise` where nothing is left."""
    from unicodedata import combining, normalize

    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: STEM.most].strip("-") or otherwise


def read_id(text: str) -> str | Fault:
    """The permanent name of an item, perhaps from another program."""
    name = text.strip()
    if _ID.fullmatch(name) and len(name) <= LINE.most:
        return name
    return Fault(
        "not-an-id",
        f"{quoted(text)} cannot be an id.",
        f"Write: {suggest_stem(text)}",
    )


def read_language(text: str) -> str | Fault:
    """A language tag (BCP 47): `en`, `pt-BR`."""
    found = _LANGUAGE.fullmatch(text.strip().replace("_", "-"))
    code = _LANGUAGES.get(text.strip().casefold(), "")
    if code:
        message = f"{quoted(text)} is the name of a language; its code belongs here."
        return Fault("unknown-language", message, f"Write: {code}")
    if not found:
        return Fault(
            "unknown-language",
            f"{quoted(text)} is not the code of a language.",
            "Write its two or three letters, like en, fr or pt-BR",
        )
    if found[2].casefold() == "-uk":
        return Fault(
            "unknown-language", f"{quoted(text)} is not the code of a language.", f"Write: {found[1].lower()}-GB"
        )
    parts = [
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()
        for part in found[2].split("-")[1:]
    ]
    return "-".join([found[1].lower(), *parts])


def read_zone(text: str) -> str | Fault:
    """A time zone of the IANA database."""
    name = text.strip()
    try:
        zone(name)
    except UnknownZone:
        known = zone_names()
        near = nearest(name, known) or nearest(name, {one.rpartition("/")[2]: one for one in known})
        near = next((one for one in known if near and one.rpartition("/")[2] == near), near)
        near = _zones_of_short(name) if name.isupper() and len(name) < 6 else near
        return Fault(
            "unknown-zone",
            f"{quoted(text)} is not a time zone that is known here.",
            f"Write: {near}" if near else "Write the name of a city whose clocks you go by, like Europe/Paris",
        )
    return name


def _zones_of_short(name: str) -> str:
    """`Europe/Paris` for what people call its time, `CEST`, or its country; several where several have it, or none."""
    rows = zone_file("zone1970.tab").read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        if row.startswith("#"):
            continue
        countries, _, key, *_ = row.split("\t")
        halves = (datetime(2026, month, 15, tzinfo=zone(key)).tzname() for month in (1, 7))
        if _COUNTRIES.get(name, name) in countries.split(",") or name in halves:
            found.append(key)
    return listed(found) if len(found) <= MOST_ZONES else ""


def read_number(text: str) -> int | Fault:
    """A whole number, from 0; thousands may be set apart by commas or spaces."""
    if _NUMBER.fullmatch(text.strip()):
        return int(re.sub(r"\D", "", text))
    found = re.match(_AMOUNT, text.strip())
    if not found:
        return Fault("not-a-number", f"{quoted(text)} is not a whole number.", "Write figures only, like 2500")
    meant = int(re.sub(r"\D", "", found[1])) * (1 if found[3] is None else 1000)
    meant += int((found[2] or ".0")[1:].ljust(3, "0")[:3]) if found[3] is not None else 0
    return Fault("not-a-number", f"{quoted(text)} is not a whole number.", f"Write: {meant}")


def read_latitude(text: str) -> float | Fault:
    return _degrees(text, 90, "latitude", "53.80")


def read_longitude(text: str) -> float | Fault:
    return _degrees(text, 180, "longitude", "-1.55")


def _degrees(text: str, most: int, name: str, example: str) -> float | Fault:
    words = text.strip().rstrip("°")
    if not _DEGREES.fullmatch(words):
        better = _in_decimals(words)
        help = f"Write: {better}" if better else f"Write decimal degrees, like {example}"
        return Fault("not-degrees", f"{quoted(text)} is not a {name}.", help)
    if abs(float(words)) > most:
        swapped = "Are latitude and longitude swapped? " if name == "latitude" and abs(float(words)) <= 180 else ""
        return Fault("out-of-range", f"{quoted(text)} is not a {name}.", f"{swapped}It goes from -{most} to {most}.")
    return float(words)


def _in_decimals(words: str) -> str:
    """`1.55W` as `-1.55`, `53°48'` as `53.8`; empty for all else."""
    sided, minutes = re.fullmatch(_SIDED, words), re.fullmatch(_MINUTES, words)
    if sided:
        number, side = sided[1].replace(",", "."), sided[2]
    elif minutes:
        number = f"{int(minutes[1]) + float(minutes[2]) / 60 + float(minutes[3] or 0) / 3600:.4f}".rstrip("0").rstrip(
            "."
        )
        side = minutes[4]
    else:
        return ""
    return f"-{number.lstrip('+-')}" if side and side.upper() in "SW" else number
