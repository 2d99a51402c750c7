"""What group.yaml says that can hardly be meant: words of a form, a start to come, an end before it."""

from datetime import date, datetime

from localgroups.model.moments import UnknownZone, zone
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.item_doubts import check_imprint
from localgroups.reading.look_alikes import mixed_word, plain_letters
from localgroups.reading.placeholders import placeholder_in_value
from localgroups.reading.postcodes import doubt_of_districts
from localgroups.reading.schema.group import GroupFile


def check_group(fields: GroupFile, today: date, site_zone: str, faults: FileFaults) -> None:
    """Tell what is wrong between the fields of a group, or with their words."""
    for key, words, is_name in (("name", fields.name, True), ("summary", fields.summary, False)):
        left_in = placeholder_in_value(words, is_name=is_name)
        if left_in:
            faults.add(left_in, key)
    check_imprint(fields.imprint, faults)
    for number, district in enumerate(fields.covers):
        odd = doubt_of_districts(district)
        if odd:
            faults.add(odd, "covers", number)
    _check_zone(fields.timezone, site_zone, faults)
    _check_letters(fields.name, faults)
    since, until = fields.since, fields.until
    if since and until and until.first_day < since.first_day and not str(since).startswith(str(until)):
        message = f"The end, {until}, is before the beginning, {since}."
        faults.add(Fault("ends-before-start", message, "Look at both dates again."), "until")
    if since and since.year > today.year + 1:
        faults.add(warning("far-ahead", f"{since} is more than a year ahead.", "Look at the year again."), "since")


def _check_zone(name: str, site_zone: str, faults: FileFaults) -> None:
    """A zone without summer time, whose name is that of the winter or summer of the site's own: `GMT`."""
    if not name or name == site_zone:
        return
    winter, summer = datetime(2026, 1, 15), datetime(2026, 7, 15)
    try:
        own, site = zone(name), zone(site_zone)
    except UnknownZone:
        return
    offsets = {site.utcoffset(one) for one in (winter, summer)}
    is_fixed = own.utcoffset(winter) == own.utcoffset(summer) and ("/" not in name or name.startswith("Etc/"))
    if is_fixed and len(offsets) > 1 and own.utcoffset(winter) in offsets:
        message = f"{quoted(name)} has no summer time: for half the year its times would be an hour out."
        faults.add(Fault("fixed-zone", message, f"Write: {site_zone}"), "timezone")


def _check_letters(name: str, faults: FileFaults) -> None:
    """A name with letters of two alphabets in one word, which nobody can type to look for it."""
    word = mixed_word(name)
    if word:
        message = f"In {quoted(word)} letters of two alphabets are mixed that look the same."
        meant = plain_letters(word)
        help = (
            "Type it again, in one alphabet"
            if mixed_word(meant) or not meant.isascii()
            else f"Write: {plain_letters(name)}"
        )
        faults.add(Fault("look-alike-letters", message, help), "name")
