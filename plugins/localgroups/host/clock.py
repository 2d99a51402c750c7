"""The one place that asks which day it is.

Everything below is told. SOURCE_DATE_EPOCH (reproducible-builds.org) goes before the clock, a day that was given
goes before both.
"""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from localgroups.model.moments import zone
from localgroups.reading.unreadable import UnreadableNation


class NotADay(ValueError):
    """SOURCE_DATE_EPOCH is not a number of seconds."""


def today(timezone: str) -> date:
    """The date in an IANA zone, now or at SOURCE_DATE_EPOCH. The machine's own zone does not matter."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        moment = datetime.now(UTC)
    elif epoch.isdecimal() and len(epoch) < 12:
        moment = datetime.fromtimestamp(int(epoch), UTC)
    else:
        raise NotADay(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds, such as 1767225600.")
    return moment.astimezone(zone(timezone)).date()


def day_of(settings: Mapping[str, Any], timezone: str) -> date:
    """The day that settings give, LOCALGROUPS_TODAY; else today's date in an IANA zone."""
    given = settings.get("LOCALGROUPS_TODAY")
    return date.fromisoformat(given) if given else today(timezone)


def today_of(source: Path) -> date:
    """The date where the nation in `source` is; in UTC where that cannot be read."""
    # Loaded late: whoever knows the zone already, as a build with nothing to do, reads nothing.
    from localgroups.reading.nation import read_organisation

    try:
        return today(read_organisation(source).timezone)
    except UnreadableNation:
        return today("UTC")
