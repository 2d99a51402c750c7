"""Who gets what: a group's feeds carry that group, a region's its region, a campaign's its own, the nation's all."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar

from whole.nations import Nation

REGIONS = """
- slug: land
  name: Land
  regions:
    - {slug: north, name: North}
    - {slug: south, name: South}
- {slug: isles, name: Isles}
"""
GROUPS = {"riverside": "north", "hillside": "south", "harbour": "isles"}
CARRIED = {
    "": {"riverside", "hillside", "harbour", "national"},
    "regions/land/": {"riverside", "hillside"},
    "regions/north/": {"riverside"},
    "regions/isles/": {"harbour"},
    "groups/hillside/": {"hillside"},
    "campaigns/warm-homes/": {"riverside"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation(tmp_path_factory.mktemp("following") / "nation")
    nation.write("content/regions.yaml", REGIONS)
    nation.write("content/campaigns/warm-homes.md", "---\ntitle: Warm homes\n---\n\nFor all.\n")
    nation.write("content/news/2026-11-01-national.md", "---\ntitle: national news\n---\n\nText.\n")
    nation.write(
        "content/meetings/2026-12-01-call.md", "---\ntitle: national meeting\nstarts: 2026-12-01 19:00\n---\n\nText.\n"
    )
    for slug, region in GROUPS.items():
        nation.group(slug, region=region)
        campaign = "\ncampaign: national/warm-homes" if slug == "riverside" else ""
        nation.news(slug, "2026-11-01-news", f"title: {slug} news{campaign}")
        nation.meeting(slug, "2026-12-01-meeting", f"title: {slug} meeting\nstarts: 2026-12-01 19:00{campaign}")
    assert nation.build() == 0, nation.printed
    return nation


def first_words(titles: list[str]) -> set[str]:
    """Whose each entry is: its title's first word but for the day before it."""
    return {title.rpartition(": ")[2].split()[0] for title in titles}


@pytest.mark.parametrize("place", CARRIED)
def test_news_feeds_carry_their_own(built: Nation, place: str) -> None:
    for name in ("feed.rss", "feed.atom"):
        found = feedparser.parse((built.output / place / name).read_bytes())
        assert not found.bozo
        assert first_words([one.title for one in found.entries if one.title.endswith("news")]) == CARRIED[place]
    items = json.loads((built.output / place / "feed.json").read_text())["items"]
    assert first_words([one["title"] for one in items if one["title"].endswith("news")]) == CARRIED[place]


@pytest.mark.parametrize("place", CARRIED)
def test_meeting_feeds_and_calendars_carry_their_own(built: Nation, place: str) -> None:
    found = feedparser.parse((built.output / place / "events.rss").read_bytes())
    calendar = Calendar.from_ical((built.output / place / "events.ics").read_bytes())

    assert not found.bozo
    assert first_words([one.title for one in found.entries]) == CARRIED[place]
    assert first_words([str(one["summary"]) for one in calendar.walk("VEVENT")]) == CARRIED[place]


def test_a_meeting_in_a_feed_says_its_day_first(built: Nation) -> None:
    (entry,) = feedparser.parse((built.output / "groups/hillside/events.rss").read_bytes()).entries

    assert entry.title == "Tue 1 Dec 2026: hillside meeting"
    assert entry.link == "https://nation.example.org/groups/hillside/meetings/2026-12-01-meeting/"


def test_a_json_feed_has_what_its_version_asks_for(built: Nation) -> None:
    feed = json.loads((built.output / "groups/hillside/feed.json").read_text())

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://nation.example.org/groups/hillside/feed.json"
    assert feed["items"] == [
        {
            "id": "tag:nation.example.org,2025:groups/hillside/news/2026-11-01-news",
            "url": "https://nation.example.org/groups/hillside/news/2026-11-01-news/",
            "title": "hillside news",
            "summary": "It happened.",
            "content_html": '<div lang="en">\n<p>It happened.</p>\n\n</div>',
            "date_published": "2026-11-01T00:00:00+00:00",
            "date_modified": "2026-11-01T00:00:00+00:00",
            "authors": [{"name": "Hillside"}],
        }
    ]


def test_opml_lists_every_feed_in_the_folders_of_its_region(built: Nation) -> None:
    whole = ET.fromstring((built.output / "feeds.opml").read_bytes())  # noqa: S314  our own output
    land = ET.fromstring((built.output / "regions/land/feeds.opml").read_bytes())  # noqa: S314

    names = [one.get("text") for one in whole.findall("body/outline")]
    assert names == ["Test Nation", "Warm homes", "Land", "Isles"]
    feeds = [one.get("xmlUrl", "") for one in land.iter("outline") if one.get("type") == "rss"]
    assert "https://nation.example.org/groups/riverside/feed.rss" in feeds
    assert not any("harbour" in one for one in feeds)
    for one in whole.iter("outline"):
        if one.get("type") == "rss":
            assert (built.output / one.get("xmlUrl", "").removeprefix("https://nation.example.org/")).is_file()


def test_every_page_leads_to_feeds_that_are_there(built: Nation) -> None:
    pages = [one for one in built.output.rglob("index.html") if 'http-equiv="refresh"' not in one.read_text()]

    for page in pages:
        hrefs = re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)">', page.read_text())
        assert len(hrefs) == 5, page
        for href in hrefs:
            assert (built.output / href.lstrip("/")).is_file(), f"{page}: {href}"


def test_a_campaigns_page_leads_to_its_own_feeds(built: Nation) -> None:
    assert 'href="/campaigns/warm-homes/feed.rss"' in built.page("/campaigns/warm-homes/")


def test_a_renamed_groups_readers_stay(nation: Nation) -> None:
    nation.group("riverside", "former_slugs: [old-riverside]\n")
    nation.news("riverside", "2026-11-01-news", "title: News")
    nation.meeting("riverside", "2026-12-01-meeting", "title: Meeting\nstarts: 2026-12-01 19:00")
    nation.build()

    for name in ("feed.rss", "feed.atom", "feed.json", "events.rss", "events.ics"):
        assert same(nation.output / "groups/old-riverside" / name, nation.output / "groups/riverside" / name)
    assert "groups/old-riverside/news/2026-11-01-news" in nation.page("/groups/riverside/feed.rss")
    assert "/groups/riverside/news/2026-11-01-news/" in nation.page("/groups/old-riverside/news/2026-11-01-news/")


def same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def test_a_meeting_to_come_can_be_taken_alone_and_one_that_is_over_cannot(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "today", "title: Today\nstarts: 2026-11-22 09:00")
    nation.meeting("riverside", "over", "title: Over\nstarts: 2026-11-21 19:00")
    nation.build()

    meetings = nation.output / "groups/riverside/meetings"
    assert 'href="/groups/riverside/meetings/today/event.ics"' in nation.page("/groups/riverside/meetings/today/")
    (event,) = Calendar.from_ical((meetings / "today/event.ics").read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Today"
    assert "event.ics" not in nation.page("/groups/riverside/meetings/over/")
    assert not (meetings / "over/event.ics").exists()
