"""The files of digests, and where they stand: beside the page that they are about."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from localgroups.federation.nation import Federation
from localgroups.outputs.digest_feed import digest_feed
from localgroups.outputs.digest_html import digest_html
from localgroups.outputs.digest_names import FEED, MONTH, WEEK
from localgroups.outputs.digest_text import digest_text
from localgroups.outputs.digests import Audience, audiences, month_digest, week_digest, weekly_digests
from localgroups.outputs.files import File
from localgroups.outputs.site import Site


def digest_files(federation: Federation, style: str, site: Site) -> Iterator[File]:
    """Those of the nation and of every region."""
    for one in audiences(federation, site):
        yield from files_for(one, federation.today, style, site)


def files_for(one: Audience, today: date, style: str, site: Site) -> Iterator[File]:
    """Text and HTML of this week and of this month, and a feed of the weeks."""
    for name, digest in ((WEEK, week_digest(one, today, site)), (MONTH, month_digest(one, today, site))):
        yield File(f"{one.path}{name}.txt", digest, partial(digest_text, digest))
        yield File(f"{one.path}{name}.html", digest, partial(digest_html, digest))
    path, weeks = f"{one.path}{FEED}", weekly_digests(one, today, site)
    told = (one.name, one.path, one.identity, one.language, one.imprint, path, style, weeks)
    yield File(path, told, partial(digest_feed, one, weeks, path, style, site))
