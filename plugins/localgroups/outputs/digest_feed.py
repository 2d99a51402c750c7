"""Digests as a feed (RSS 2.0) with one item a week, which mail services send.

Written out here rather than by the library of the other feeds: every group has one, most have nothing in it, and all of
them turn on the same Monday.
"""

from collections.abc import Iterable
from datetime import date, datetime
from html import escape
from urllib.parse import quote

from localgroups.model.moments import Moment
from localgroups.outputs.digest_html import digest_body
from localgroups.outputs.digests import Audience, Digest, digest_id
from localgroups.outputs.feed_text import GENERATOR, UNDATED, rfc_2822
from localgroups.outputs.periods import week_number
from localgroups.outputs.printable import one_line, printable
from localgroups.outputs.site import Site


def digest_feed(audience: Audience, digests: Iterable[Digest], path: str, style: str, site: Site) -> bytes:
    """The newest week first; `path` is the feed's own, `style` that of a style sheet for people who open it."""
    title = _text(f"{audience.name}: every week")
    items = [(_monday(one, site), one) for one in digests]
    newest = max((moment for moment, _ in items), default=UNDATED)
    rights = f"<copyright>{_text(audience.imprint)}</copyright>\n" if audience.imprint else ""
    body = "".join(_item(one, moment, audience, site) for moment, one in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<?xml-stylesheet type="text/css" href="{quote(style)}"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
        f"<title>{title}</title>\n<link>{_text(site.absolute(audience.path))}</link>\n"
        f"<description>The meetings and the news of each week, from {_text(audience.name)}.</description>\n"
        f'<atom:link href="{escape(site.absolute(path))}" rel="self" type="application/rss+xml"/>\n'
        f"<language>{_text(audience.language)}</language>\n{rights}<generator>{GENERATOR}</generator>\n"
        f"<lastBuildDate>{rfc_2822(newest)}</lastBuildDate>\n{body}</channel>\n</rss>\n"
    ).encode()


def _item(digest: Digest, moment: datetime, audience: Audience, site: Site) -> str:
    count = sum(len(one.entries) for one in digest.sections)
    return (
        f"<item>\n<title>{_text(digest.title)}</title>\n<link>{_text(digest.page)}</link>\n"
        f"<description>{count} {'entry' if count == 1 else 'entries'}: "
        f"{_text(', '.join(entry.title for one in digest.sections for entry in one.entries))}</description>\n"
        f"<content:encoded>{escape(printable(digest_body(digest)), quote=False)}</content:encoded>\n"
        f'<guid isPermaLink="false">{_text(digest_id(audience, week_number(digest.period), site))}</guid>\n'
        f"<pubDate>{rfc_2822(moment)}</pubDate>\n</item>\n"
    )


def _monday(digest: Digest, site: Site) -> datetime:
    """When the week began, where the nation is."""
    first: date = digest.period.first
    return Moment(datetime(first.year, first.month, first.day), site.timezone).instant


def _text(text: str) -> str:
    return escape(one_line(text), quote=False)
