"""Meetings of earlier years, which stand in a calendar for each year.

Apart from the group's calendar, because that is fetched every few hours by everybody who follows the group, and these
once. A year's file changes only when one of its meetings does.
"""

from collections.abc import Sequence
from datetime import date

from localgroups.model.limits import CALENDAR_YEARS
from localgroups.model.rollups import MeetingLine


def archived(lines: Sequence[MeetingLine], today: date) -> dict[str, int]:
    """Identity to year of every meeting that is not in its group's calendar any more; a repeating one counts by its
    last date."""
    first_kept = today.year - CALENDAR_YEARS.most
    if not [one for one in lines if one.last_day.year < first_kept]:  # as of most groups
        return {}
    return {identity: year for identity, year in _last_years(lines).items() if year < first_kept}


def archive_path(group: str, year: int) -> str:
    """Of the calendar of one year, from the site's root; `group` is the path of the group's page."""
    return f"{group}events-{year}.ics"


def _last_years(lines: Sequence[MeetingLine]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in lines:
        found[one.identity] = max(one.last_day.year, found.get(one.identity, 0))
    return found
