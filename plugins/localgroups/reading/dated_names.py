"""The day that a file's name begins with: `2026-12-03-members-meeting.md`.

News take their date from it where they have none, and it tells what was meant by a date with half of it missing.
"""

import re
from datetime import date

_DATED = re.compile(r"(?:.*/)?(\d{4})-(\d{2})-(\d{2})(?:[-._ ]|$)")


def day_in_name(path: str) -> date | None:
    """The day at the beginning of a path's last part; None where there is none."""
    found = _DATED.match(path)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
