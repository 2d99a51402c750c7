"""RSS and Atom as feedparser and an XML parser read them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import escape

import feedparser
import pytest
from lxml import etree

from golden.compare import assert_golden
from localgroups.model.html import SafeHtml
from localgroups.model.limits import FEED_ENTRIES
from localgroups.model.rollups import CampaignLine
from localgroups.model.values import replace
from localgroups.outputs.feed_text import (
    UNDATED,
    Entry,
    FeedText,
    campaign_entry,
    escaped,
    feed_html,
    news_entry,
    permanent_uri,
)
from localgroups.outputs.feeds import atom, rss
from outputs.samples import CAMPAIGN, NEWS, SITE

FEED = FeedText(
    title="Riverside - Tenants Together",
    description="News of Riverside",
    link="https://example.org/base/groups/riverside/",
    self_link="https://example.org/base/groups/riverside/feed",
    id=permanent_uri("ids.example.org", "groups/riverside-north"),
    language="en",
    rights="Promoted by Tenants Together",
    style="/base/theme/feed.css",
)
ENTRIES = (news_entry(NEWS, SITE), campaign_entry(CAMPAIGN, SITE))
BOTH = pytest.mark.parametrize("write", [rss, atom])
Write = Callable[[FeedText, tuple[Entry, ...]], bytes]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def undated() -> CampaignLine:
    return replace(CAMPAIGN, starts=None, goal=None)


@pytest.mark.parametrize(("write", "name"), [(rss, "feed.rss"), (atom, "feed.atom")])
def test_the_whole_feed_is_as_it_was(write: Write, name: str) -> None:
    assert_golden(f"feeds/{name}", write(FEED, ENTRIES))


@BOTH
def test_a_browser_is_told_of_a_style_sheet_before_anything_else(write: Write) -> None:
    lines = write(FEED, ENTRIES).decode().splitlines()
    plain = write(replace(FEED, style=""), ENTRIES).decode().splitlines()

    assert lines[1] == '<?xml-stylesheet type="text/css" href="/base/theme/feed.css"?>'
    assert [lines[0], *lines[2:]] == plain


@BOTH
def test_feedparser_finds_nothing_to_complain_of(write: Write) -> None:
    read = feedparser.parse(write(FEED, ENTRIES))

    assert read.bozo == 0
    assert read.feed.title == FEED.title
    assert read.feed.link == FEED.link
    assert [one.title for one in read.entries] == ["The library is saved & stays <open>", "Cartrefi cynnes"]
    assert [one.id for one in read.entries] == [
        "tag:ids.example.org,2025:groups/riverside-north/news/2026-11-01-library-saved",
        "tag:ids.example.org,2025:groups/riverside-north/campaigns/warm-homes",
    ]
    assert [one.link for one in read.entries] == [
        "https://example.org/base/groups/riverside/news/2026-11-01-library-saved/",
        "https://example.org/base/groups/riverside/campaigns/warm-homes/",
    ]
    assert [one.author for one in read.entries] == ["The committee", "Riverside"]
    assert [tag.term for tag in read.entries[0].tags] == ["libraries", "council"]
    assert read.entries[0].content[0].type == "text/html"
    assert [link.href for link in read.feed.links if link.rel == "self"] == [FEED.self_link]


@BOTH
def test_dates_are_those_of_the_news_and_never_of_the_build(write: Write) -> None:
    data = write(FEED, ENTRIES)
    read = feedparser.parse(data)

    assert read.entries[0].published_parsed[:5] == (2026, 10, 31, 23, 0)
    assert set(re.findall(r"\b(?:19|20)\d\d\b(?=[-T ])", data.decode())) <= {"2026", "2025"}
    assert data == write(FEED, ENTRIES)


def test_a_feed_was_changed_when_its_newest_entry_was() -> None:
    assert b"<lastBuildDate>Mon, 02 Nov 2026 23:00:00 +0000</lastBuildDate>" in rss(FEED, ENTRIES)
    assert etree.fromstring(atom(FEED, ENTRIES)).findtext("a:updated", "", ATOM) == "2026-11-02T23:00:00+00:00"


@BOTH
def test_a_feed_without_entries_is_a_feed_and_never_looks_new(write: Write) -> None:
    data = write(FEED, ())

    assert feedparser.parse(data).bozo == 0
    assert b"2000" in data


@BOTH
def test_entries_stand_in_the_order_given_and_no_more_than_the_limit(write: Write) -> None:
    many = tuple(replace(ENTRIES[0], id=f"tag:{number}", title=f"T{number}") for number in range(FEED_ENTRIES.most + 5))

    read = feedparser.parse(write(FEED, many))

    assert [one.title for one in read.entries] == [f"T{number}" for number in range(FEED_ENTRIES.most)]


@BOTH
def test_no_character_of_a_writer_breaks_a_feed(write: Write) -> None:
    bad = "a\x00\x0b\x1f\ufffe\ud800 ]]> & <b> \u202e"
    entry = replace(ENTRIES[0], title=bad, summary=bad, content=f"<p>{bad}</p>", author=bad, categories=(bad,))

    data = write(replace(FEED, title=bad, description=bad, rights=bad), (entry,))

    assert feedparser.parse(data).bozo == 0
    assert "\u202e" not in data.decode()


def test_rss_is_as_the_validators_want_it() -> None:
    channel = etree.fromstring(rss(FEED, ENTRIES)).find("channel")
    assert channel is not None
    item = channel.find("item")
    assert item is not None
    names = [re.sub(r"\{.*\}", "", child.tag) for child in item]

    assert names.index("description") < names.index("encoded")
    assert item.find("guid") is not None
    assert item.find("guid").get("isPermaLink") == "false"  # type: ignore[union-attr]
    own = channel.find("a:link", ATOM)
    assert own is not None
    assert (own.get("rel"), own.get("href"), own.get("type")) == ("self", FEED.self_link, "application/rss+xml")
    assert channel.findtext("link") == FEED.link
    assert "author" not in names


@BOTH
def test_every_address_is_whole(write: Write) -> None:
    for entry in feedparser.parse(write(FEED, ENTRIES), sanitize_html=False, resolve_relative_uris=False).entries:
        found = re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value)
        assert all(one.startswith("https://") for one in found), found


def test_links_of_a_text_become_whole() -> None:
    text = SafeHtml(
        '<a href="/groups/x/">a</a> <a class="y" href="#n">b</a> <a href="https://e.org/#n">c</a> href="#no"'
    )

    assert feed_html(text, "https://example.org/p/", "https://example.org") == (
        '<a href="https://example.org/groups/x/">a</a> <a class="y" href="https://example.org/p/#n">b</a> '
        '<a href="https://e.org/#n">c</a> href="#no"'
    )


def test_an_entry_holds_its_picture_its_text_and_its_imprint() -> None:
    content = ENTRIES[0].content

    assert content.startswith(
        '<div lang="en">\n<p><img src="https://example.org/base/groups/riverside/images/library-1a2b3c4d-480.jpg" '
        'alt="A &quot;Save it&quot; banner"></p>\n<p>See <a href="https://example.org/base/groups/riverside/">us</a>'
    )
    assert content.endswith(
        "<p><small>Promoted by Tenants Together &amp; Co, 1 High Street, Riverside</small></p>\n</div>"
    )


def test_an_entry_without_a_text_has_its_summary() -> None:
    assert ENTRIES[1].content == '<div lang="cy">\n<p>Cartrefi cynnes i bawb.</p>\n</div>'


@pytest.mark.parametrize(
    ("day", "utc"), [(date(2026, 7, 1), "2026-06-30T22:00"), (date(2026, 12, 1), "2026-11-30T23:00")]
)
def test_a_day_begins_at_midnight_where_the_site_is(day: date, utc: str) -> None:
    entry = news_entry(replace(NEWS, date=day, updated=None), SITE)

    assert entry.published == entry.updated == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_news_is_never_updated_before_it_was_published() -> None:
    entry = news_entry(replace(NEWS, updated=date(2020, 1, 1)), SITE)

    assert entry.updated == entry.published


def test_a_campaign_is_dated_by_what_is_known_of_it() -> None:
    assert campaign_entry(CAMPAIGN, SITE).published == datetime(2026, 4, 30, 22, tzinfo=UTC)
    assert campaign_entry(replace(CAMPAIGN, starts=None), SITE).published == datetime(2026, 8, 31, 22, tzinfo=UTC)
    assert campaign_entry(undated(), SITE).published == UNDATED


@pytest.mark.parametrize("text", ["", "plain", "a & b", "1 < 2", "2 > 1", "<&>", "&amp;", '"it\'s"', "é & ü"])
def test_what_stands_in_an_element_is_escaped_whichever_sign_is_in_it(text: str) -> None:
    assert escaped(text) == escape(text, quote=False)


@BOTH
def test_a_campaign_without_a_date_says_none(write: Write) -> None:
    (entry,) = feedparser.parse(write(FEED, (campaign_entry(undated(), SITE),))).entries

    assert "published" not in entry
