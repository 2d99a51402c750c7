"""Feeds are written quickly, and as the library writes them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some

from localgroups.outputs.feed_text import UNDATED, Entry, FeedText
from localgroups.outputs.feeds import atom, rss
from localgroups.outputs.moulds import mark
from outputs.straight_feeds import straight

ODD = ("", " ", "a\nb", "a\tb", "<&>\"'", "]]>", "&amp;", "日本 \U0001f600", "\x85\u2028", mark("title"), "1901-01-01")
texts = some.sampled_from(ODD) | some.text(max_size=20)
addresses = some.sampled_from(("https://example.org/a/", 'https://example.org/?a=1&b="2"', "https://exämple.org/<x>"))
moments = some.just(UNDATED) | some.datetimes(
    min_value=datetime(1950, 1, 1), max_value=datetime(2100, 1, 1), timezones=some.just(UTC)
)
entries = some.builds(
    Entry,
    id=addresses,
    title=texts,
    link=addresses,
    summary=texts,
    content=texts.map(lambda text: f"<p>{text * 50}</p>"),
    published=moments,
    updated=moments,
    author=texts,
    categories=some.lists(texts, max_size=3).map(tuple),
    image=some.just("") | addresses,
)
feeds = some.builds(
    FeedText,
    title=texts,
    description=texts,
    link=addresses,
    self_link=addresses,
    id=addresses,
    language=some.sampled_from(("en", "cy-GB")),
    rights=texts,
    style=some.just(""),
)


@given(feeds, some.lists(entries, max_size=3))
def test_whatever_is_said_a_feed_is_as_the_library_writes_it(feed: FeedText, told: list[Entry]) -> None:
    assert rss(feed, told) == straight(feed, told, is_rss=True)
    assert atom(feed, told) == straight(feed, told, is_rss=False)
