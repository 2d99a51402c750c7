"""The day that a file's name begins with: `2026-12-03-members-meeting.md`.

News take their date from it where they have none, and it tells what was meant by a date with half of it missing.
"""

import re
from datetime import date

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[-._ ]|$)")


def day_in_name(path: str) -> date | None:
    """The day at the beginning of a path's last part; None where there is none."""
    found = _DATED.match(path, path.rfind("/") + 1)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
