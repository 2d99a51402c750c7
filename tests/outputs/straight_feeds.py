"""Feeds as feedgen writes them when it is asked for the whole: what the quick way has to equal."""

from collections.abc import Sequence

from feedgen.feed import FeedGenerator

from localgroups.outputs.feed_text import GENERATOR, UNDATED, Entry, FeedText
from localgroups.outputs.feeds import newest
from localgroups.outputs.printable import one_line, printable_text


def straight(feed: FeedText, entries: Sequence[Entry], is_rss: bool) -> bytes:
    """RSS or Atom, without a style sheet."""
    made = FeedGenerator()
    made.load_extension("dc", atom=False)
    made.load_extension("media")
    made.id(feed.id)
    title = one_line(feed.title) or feed.link
    made.title(title)
    made.description(one_line(feed.description) or title)
    made.link(href=feed.self_link, rel="self", type="application/rss+xml" if is_rss else "application/atom+xml")
    made.link(href=feed.link, rel="alternate", type="text/html")
    made.language(feed.language)
    made.generator(GENERATOR)
    made.updated(newest(entries))
    made.lastBuildDate(newest(entries))
    if one_line(feed.rights):
        made.rights(one_line(feed.rights))
    for entry in entries:
        _add(made, entry, is_rss)
    return bytes(made.rss_str(pretty=True) if is_rss else made.atom_str(pretty=True))


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
        one.dc.dc_creator(one_line(entry.author) or GENERATOR)
    else:
        one.author(name=one_line(entry.author) or GENERATOR)
