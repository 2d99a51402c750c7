"""What a group tells of itself from time to time: its digests, and its data for other programs.

Made of what it hands up alone. All of it turns on the same days, so one key stands for all of these files; what writes
them is loaded where they have to be made.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial

from localgroups.model.artifacts import Draft
from localgroups.model.identity import NATION
from localgroups.model.rollups import Rollup
from localgroups.outputs.digest_names import FEED, MONTH, WEEK
from localgroups.outputs.files import File
from localgroups.outputs.following import FEED_STYLE
from localgroups.outputs.site import Site

_DIGESTS = (f"{WEEK}.txt", f"{WEEK}.html", f"{MONTH}.txt", f"{MONTH}.html", FEED)


def data_path(slug: str) -> str:
    """Of a group's data, from the site's root."""
    return f"/api/groups/{slug}.json"


def group_told(rollup: Rollup, key: str, today: date, site: Site) -> Iterator[Draft]:
    """The files of one group. `key` is that of the rollup, and of the days (`periods.days_of`)."""
    return (File(path, key, make).of(NATION) for path, make in _files(rollup, today, site))


def _files(rollup: Rollup, today: date, site: Site) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Paths, and what makes what stands there. Who knows the group by an earlier name goes on finding it."""
    href, former = rollup.card.href, rollup.former_slugs
    if not rollup.card.is_closed:
        digests = cache(partial(_digests, rollup, today, site))
        for name in _DIGESTS:
            yield f"{href}{name}", partial(_one_of, digests, f"{href}{name}")
        for one in former:
            yield f"/groups/{one}/{FEED}", partial(_one_of, digests, f"{href}{FEED}")
    data = cache(partial(_data, rollup, today, site))
    for one in (rollup.card.slug, *former):
        yield data_path(one), data


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
