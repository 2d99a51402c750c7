"""What the fields of an item say that can hardly be meant, one field beside the other.

Apart from `years`, which looks at one date; here are words and dates that do not go together.
"""

import re
from datetime import date
from html import unescape

from localgroups.reading.calendar_words import in_words
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.nodes import Key
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.schema.news import NewsFile
from localgroups.reading.schema.parts import PlaceFields

_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ONLINE = re.compile(
    r"(?:(?:on|via|by|over)\s+)?(?:zoom|teams|skype|google meet|jitsi|webinar|video ?call)"
    r"|(?:on-?line|virtual|remote)(?: only)?",
    re.IGNORECASE,
)
# Texts, compiled where they are asked for.
_NO_WORDS = r"(?i)(?:an? )?(?:image|picture|photo|photograph|pic|img|logo|alt|alt text|\S+\.(?:jpe?g|png|webp))"
_HTML = (
    r"(?i)&(?:#\d{2,5}|#x[\da-f]{2,4}|amp|lt|gt|quot|apos|nbsp|[rl][ds]quo|[nm]dash|hellip);"
    r"|</?(?:a|b|i|u|em|strong|br|p|span|div|font|h\d)\b[^<>]{0,200}>"
)
_NO_IMPRINT = r"(?i)yes|no|true|false|y|n|none|tb[acd]|\W+"


def check_news(fields: NewsFile, day: date | None, today: date, faults: FileFaults) -> None:
    """Dates of news that do not go together."""
    is_told = any(one.code == "name-says-otherwise" for one in faults.found)
    if day is not None and day > today and fields.date is not None and not is_told:
        message = f"{in_words(day)} is still to come, and this is published at once."
        help = f"Write the day it is from, like {today.isoformat()}; keep it back until then with  status: draft"
        faults.add(warning("date-to-come", message, help), "date")
    if day is not None and fields.expires and fields.expires < day:
        message = f"It would be shown until {in_words(fields.expires)}, and is from {in_words(day)}: never."
        faults.add(
            Fault("expires-before-date", message, "Write the last day on which it is shown, or take the line out"),
            "expires",
        )
    if fields.updated and day is not None and fields.updated < day:
        message = f"It was changed on {in_words(fields.updated)}, before the day it is from, {in_words(day)}."
        faults.add(warning("updated-before-date", message, "Take the line out, or write a later day"), "updated")
    elif fields.updated and fields.updated > today:
        message = f"{in_words(fields.updated)} is still to come."
        faults.add(warning("date-to-come", message, f"Write: {today.isoformat()}"), "updated")


def check_words(fields: ItemFields, faults: FileFaults) -> None:
    """Words for a picture that is not there, or that say nothing."""
    if fields.image_alt and not fields.image and not faults.has_errors:
        message = "There are words for a picture, and there is no picture."
        faults.add(warning("alt-without-image", message, "Add a line: image: images/name.jpg"), "image_alt")
    elif fields.image_alt and re.fullmatch(_NO_WORDS, fields.image_alt):
        message = f"{quoted(fields.image_alt)} does not say what the picture shows."
        help = "Write it in a few words, like: People with banners in the rain"
        faults.add(warning("alt-says-nothing", message, help), "image_alt")
    check_imprint(fields.imprint, faults)
    for key, words in (("title", fields.title), ("summary", fields.summary)):
        if ("&" in words or "<" in words) and re.search(_HTML, words):
            from localgroups.reading.slips import as_quoted

            message = f"{quoted(words)} has signs of a web page in it, which are printed as they stand."
            plain = re.sub(_HTML, lambda found: unescape(found[0]) if found[0][0] == "&" else "", words)
            faults.add(warning("html-in-field", message, f"Write: {key}: {as_quoted(plain)}"), key)


def check_imprint(imprint: str, faults: FileFaults) -> None:
    """An imprint that names nobody."""
    if imprint and re.fullmatch(_NO_IMPRINT, imprint):
        message = f"{quoted(imprint)} does not say who promotes this, and where they can be found."
        faults.add(Fault("empty-imprint", message, "Write: Promoted by … (name and address)"), "imprint")


def check_where(where: PlaceFields | None, online: str, faults: FileFaults) -> None:
    """An address on the web, or the name of a way to call, where a place belongs."""
    name = where.name.strip() if where else ""
    at: tuple[Key, ...] = ("where", "name")
    if _WEB.fullmatch(name):
        help = f"Write in place of this line:  online: {name if '://' in name else f'https://{name}'}"
        fault = Fault("where-is-online", f"{quoted(name)} is an address on the web, not a place.", help)
        faults.add(fault, *at)
    elif _ONLINE.fullmatch(name):
        way = (
            name
            if " " in name or not name.casefold().startswith(("online", "on-line", "virtual", "remote"))
            else "https://…"
        )
        help = "Take this line out." if online else f"Write in place of this line:  online: {way}"
        faults.add(warning("where-is-online", f"{quoted(name)} is not a place that anybody can go to.", help), *at)
