"""The files of all digests, and where they stand: beside the page that they are about."""

from collections.abc import Iterator

from localgroups.federation.nation import Federation
from localgroups.outputs.digest_feed import digest_feed
from localgroups.outputs.digest_html import digest_html
from localgroups.outputs.digest_text import digest_text
from localgroups.outputs.digests import audiences, month_digest, week_digest, weekly_digests
from localgroups.outputs.site import Site

WEEK, MONTH, FEED = "digest-week", "digest-month", "digest.rss"


def digest_files(federation: Federation, style: str, site: Site) -> Iterator[tuple[str, bytes]]:
    """(path from the root, bytes): text and HTML of this week and of this month, and a feed of the weeks."""
    today = federation.today
    for one in audiences(federation, site):
        for name, digest in ((WEEK, week_digest(one, today, site)), (MONTH, month_digest(one, today, site))):
            yield f"{one.path}{name}.txt", digest_text(digest)
            yield f"{one.path}{name}.html", digest_html(digest)
        path = f"{one.path}{FEED}"
        feed = digest_feed(one, weekly_digests(one, today, site), path, style, site)
        yield path, feed
        yield from ((f"{former}{FEED}", feed) for former in one.former_paths)
