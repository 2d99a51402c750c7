"""What a group tells of itself from time to time: its digests, and its data for other programs.

Made of what it hands up alone. All of it turns on the same days, so one key stands for all of these files; what writes
them is loaded where they have to be made.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial

from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.identity import NATION
from localgroups.model.rollups import Rollup
from localgroups.outputs.digest_names import FEED, MONTH, WEEK
from localgroups.outputs.following import FEED_STYLE
from localgroups.outputs.site import Site

_DIGESTS = (f"{WEEK}.txt", f"{WEEK}.html", f"{MONTH}.txt", f"{MONTH}.html", FEED)


def group_told(rollup: Rollup, key: str, today: date, site: Site) -> Iterator[Draft]:
    """The files of one group. `key` is that of the rollup, and of the days (`periods.days_of`)."""
    names = (rollup.card.slug, *rollup.former_slugs)
    if not rollup.card.is_closed:
        digests = cache(partial(_digests, rollup, today, site))
        here = [f"{rollup.card.href}{one}" for one in _DIGESTS]
        # Who follows the group at an earlier address goes on following it.
        for path in (*here, *(f"/groups/{one}/{FEED}" for one in names[1:])):
            yield _draft(path, key, partial(_one_of, digests, path))
    data = cache(partial(_data, rollup, today, site))
    for one in names:  # programs that know it by an earlier name go on reading it
        yield _draft(f"/api/groups/{one}.json", key, data)


def _draft(path: str, key: str, make: Callable[[], bytes]) -> Draft:
    return Draft(OutputPath.of(NATION, path), key, make)


def _digests(rollup: Rollup, today: date, site: Site) -> dict[str, Callable[[], bytes]]:
    """By their path."""
    from localgroups.outputs.digest_files import files_for
    from localgroups.outputs.digests import group_audience

    found = files_for(group_audience(rollup, today, site), today, site.href(FEED_STYLE), site)
    return {one.path: one.make for one in found}


def _one_of(digests: Callable[[], Mapping[str, Callable[[], bytes]]], path: str) -> bytes:
    return digests()[path]()


def _data(rollup: Rollup, today: date, site: Site) -> bytes:
    from localgroups.outputs.data import group_data

    return group_data(rollup, today, site)
