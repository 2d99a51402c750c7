"""Postcodes of the shape LS2 9DX, and the slips that are made with them; all others are taken as they are."""

import re

from localgroups.model.late_patterns import late
from localgroups.reading.faults import Fault, quoted, warning

_OUT = r"[A-Z]{1,2}\d[ABCDEFGHJKMNPRSTUVWXY\d]?"
_DISTRICT = late(_OUT)
_WHOLE = late(rf"{_OUT} ?\d[ABD-HJLNP-UW-Z]{{2}}")
"""No code has a letter where it could be taken for a figure."""
_SEVERAL = late(r"[A-Z]{1,2}\d[A-Z\d]?(?:[ ;/+]+(?:and )?[A-Z]{1,2}\d[A-Z\d]?)+")
_RANGE = late(r"([A-Z]{1,2})(\d{1,2})\s*(?:-|–|—|to)\s*(?:\1)?(\d{1,2})", re.IGNORECASE)
_AS_FIGURES = str.maketrans("OoIl|", "00111")


def doubt_of_postcode(text: str, *, is_district: bool = False) -> Fault | None:
    """What to say of a postcode in which a letter stands for a figure; None for all that may be right."""
    known = (_DISTRICT,) if is_district else (_WHOLE, _DISTRICT)
    if not re.search(r"[A-Z][A-Z]?\d|\d[A-Z]|[A-Z]l", text) or any(
        one.fullmatch(text.upper()) for one in known if _is_even(text)
    ):
        return None
    meant = next((one for one in _readings(text) if any(shape.fullmatch(one) for shape in known)), "")
    if not meant:
        return None
    return warning("odd-postcode", f"In {quoted(text)} a letter stands in place of a figure.", f"Write: {meant}")


def _is_even(text: str) -> bool:
    """Whether a text is in small letters alone or has none."""
    return text == text.lower() or text == text.upper()


def _readings(text: str) -> list[str]:
    """The text with letters that look like figures made figures, where figures can stand."""
    if not 2 <= len(text) <= 9 or not re.fullmatch(r"[A-Z\dlo| ]+", text):
        return []
    first, space, last = text.partition(" ")
    if not space and len(text) > 4:
        first, last = text[:-3], text[-3:]
    end = f"{space}{last[:1].translate(_AS_FIGURES)}{last[1:]}"
    starts = [first[:at] + first[at:].translate(_AS_FIGURES) for at in (1, 2)]
    starts += [first[:at] + first[at:-1].translate(_AS_FIGURES) + first[-1:] for at in (1, 2)]
    return [f"{one}{end}".upper() for one in dict.fromkeys(starts)]


def doubt_of_districts(text: str) -> Fault | None:
    """What to say of an entry of covers: that is several districts; None for every other."""
    stretch = _RANGE.fullmatch(text)
    if stretch and int(stretch[2]) < int(stretch[3]) <= int(stretch[2]) + 40:
        every = ", ".join(f"{stretch[1]}{number}" for number in range(int(stretch[2]), int(stretch[3]) + 1))
        return warning("odd-postcode", f"{quoted(text)} is read as one place, not as from and to.", f"Write: {every}")
    if _SEVERAL.fullmatch(text):
        every = ", ".join(_DISTRICT.findall(text))
        return warning("odd-postcode", f"{quoted(text)} is read as one place; commas are missing.", f"Write: {every}")
    return doubt_of_postcode(text, is_district=True)
