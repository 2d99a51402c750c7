"""RSS 2.0 and Atom (RFC 4287) from the same entries. The only file that knows feedgen.

feedgen reads the clock unless it is told every date, puts the last entry first, takes the last link for the page's and
stops at a control character; all that is met here.
"""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from feedgen.feed import FeedGenerator

from localgroups.model.limits import FEED_ENTRIES
from localgroups.outputs.feed_text import GENERATOR, UNDATED, Entry, FeedText
from localgroups.outputs.printable import one_line, printable_text


def rss(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """RSS 2.0 with the first entries, in the order given, as many as a feed may hold."""
    return _styled(bytes(_generator(feed, entries, is_rss=True).rss_str(pretty=True)), feed.style)


def atom(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """The same as Atom."""
    return _styled(bytes(_generator(feed, entries, is_rss=False).atom_str(pretty=True)), feed.style)


def _styled(data: bytes, path: str) -> bytes:
    """A feed that names a style sheet (W3C: Associating Style Sheets with XML documents), before its root element."""
    if not path:
        return data
    head, end, rest = data.partition(b"?>\n")
    return head + end + f'<?xml-stylesheet type="text/css" href="{quote(path)}"?>\n'.encode() + rest


def newest(entries: Sequence[Entry]) -> datetime:
    """When a feed last changed: never the day of the build."""
    return max((entry.updated for entry in entries), default=UNDATED)


def _generator(feed: FeedText, entries: Sequence[Entry], is_rss: bool) -> FeedGenerator:
    shown = entries[: FEED_ENTRIES.most]
    made = FeedGenerator()
    made.load_extension("dc", atom=False)
    made.load_extension("media")
    made.id(feed.id)
    title = one_line(feed.title) or feed.link  # a name may be made of nothing that can be printed
    made.title(title)
    made.description(one_line(feed.description) or title)
    made.link(href=feed.self_link, rel="self", type="application/rss+xml" if is_rss else "application/atom+xml")
    made.link(href=feed.link, rel="alternate", type="text/html")
    made.language(feed.language)
    made.generator(GENERATOR)
    made.updated(newest(shown))
    made.lastBuildDate(newest(shown))
    if feed.rights:
        made.rights(one_line(feed.rights))
    for entry in shown:
        _add(made, entry, is_rss)
    return made


def _add(made: FeedGenerator, entry: Entry, is_rss: bool) -> None:
    one = made.add_entry(order="append")
    one.id(entry.id)
    title = one_line(entry.title) or entry.link
    one.title(title)
    one.link(href=entry.link)
    one.summary(one_line(entry.summary) or title)
    one.content(printable_text(entry.content), type="html")
    one.updated(entry.updated)
    if entry.published != UNDATED:
        one.published(entry.published)
    for category in entry.categories:
        one.category(term=one_line(category))
    if entry.image:
        one.media.content(url=entry.image, medium="image", group=None)
    if is_rss:
        one.dc.dc_creator(one_line(entry.author) or GENERATOR)  # RSS's own author element wants an e-mail address
    else:
        one.author(name=one_line(entry.author) or GENERATOR)
