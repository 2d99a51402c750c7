"""Who gets what: a group's feeds carry that group, a region's its region, a campaign's its own, the nation's all."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar

from whole.nations import ORGANISATION, Nation

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
KINDS = {
    "events/types/rally/": {"hillside"},
    "events/types/meeting/": {"riverside", "national"},
    "events/types/walk/": {"harbour"},
    "events/types/picnic/": set(),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation(tmp_path_factory.mktemp("following") / "nation")
    nation.write("content/organisation.yaml", f"{ORGANISATION}words: {{meetings: {{walk: Walk}}}}\n")
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
        kind = {"hillside": "\ntype: rally", "harbour": "\ntype: walk"}.get(slug, "")
        nation.meeting(slug, "2026-12-01-meeting", f"title: {slug} meeting\nstarts: 2026-12-01 19:00{campaign}{kind}")
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


@pytest.mark.parametrize(("place", "carried"), (CARRIED | KINDS).items())
def test_meeting_feeds_and_calendars_carry_their_own(built: Nation, place: str, carried: set[str]) -> None:
    found = feedparser.parse((built.output / place / "events.rss").read_bytes())
    calendar = Calendar.from_ical((built.output / place / "events.ics").read_bytes())

    assert not found.bozo
    assert first_words([one.title for one in found.entries]) == carried
    assert first_words([str(one["summary"]) for one in calendar.walk("VEVENT")]) == carried


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
        # There is no news of a kind of event, and a frame on another site or a page of choices follows nothing itself.
        expected = 0 if page.parent.name in ("embed", "choose") else 2 if page.parent.parent.name == "types" else 5
        assert len(hrefs) == expected, page
        for href in hrefs:
            assert (built.output / href.lstrip("/")).is_file(), f"{page}: {href}"


def test_a_campaigns_page_leads_to_its_own_feeds(built: Nation) -> None:
    assert 'href="/campaigns/warm-homes/feed.rss"' in built.page("/campaigns/warm-homes/")


def test_a_renamed_groups_readers_stay(nation: Nation) -> None:
    nation.group("riverside", "former_slugs: [old-riverside]\n")
    nation.news("riverside", "2026-11-01-news", "title: News")
    nation.meeting("riverside", "2026-12-01-meeting", "title: Meeting\nstarts: 2026-12-01 19:00")
    nation.build()

    for name in ("feed.rss", "feed.atom", "feed.json", "events.rss", "events.ics", "digest.rss"):
        assert same(nation.output / "groups/old-riverside" / name, nation.output / "groups/riverside" / name)
    assert "groups/old-riverside/news/2026-11-01-news" in nation.page("/groups/riverside/feed.rss")
    assert "/groups/riverside/news/2026-11-01-news/" in nation.page("/groups/old-riverside/news/2026-11-01-news/")
    assert "/groups/riverside/embed/" in nation.page("/groups/old-riverside/embed/")
    assert same(nation.output / "api/groups/old-riverside.json", nation.output / "api/groups/riverside.json")


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


def test_a_kind_of_event_has_a_page_that_lists_it_alone(built: Nation) -> None:
    page = built.page("/events/types/rally/")

    assert "hillside meeting" in page
    assert "riverside meeting" not in page
    assert 'href="/events/types/rally/events.ics"' in page
    assert 'href="/events/types/rally/"' in built.page("/events/")
    assert 'href="/events/types/picnic/"' not in built.page("/events/"), "nothing of that kind is coming"
    assert built.page("/events/types/picnic/").count('name="robots" content="noindex"') == 1


def test_meetings_of_earlier_years_stand_in_a_calendar_for_each(nation: Nation) -> None:
    nation.group("riverside")
    for day in ("2023-05-01", "2024-12-31", "2025-01-01", "2026-12-01"):
        nation.meeting("riverside", day, f"title: {day}\nstarts: {day} 19:00")
    nation.build()
    folder = nation.output / "groups/riverside"

    assert summaries(folder / "events.ics") == ["2025-01-01", "2026-12-01"]
    assert summaries(folder / "events-2024.ics") == ["2024-12-31"]
    assert summaries(folder / "events-2023.ics") == ["2023-05-01"]
    assert not (folder / "events-2025.ics").exists()
    assert summaries(nation.output / "events.ics") == ["2026-12-01"]
    assert 'href="/groups/riverside/events-2024.ics"' in nation.page("/groups/riverside/meetings/")
    before = (folder / "events-2024.ics").read_bytes()

    nation.today = "2027-01-01"
    nation.meeting("riverside", "2026-12-24", "title: Another\nstarts: 2026-12-24 19:00")
    nation.build()

    assert (folder / "events-2024.ics").read_bytes() == before
    assert summaries(folder / "events-2025.ics") == ["2025-01-01"]
    assert summaries(folder / "events.ics") == ["2026-12-01", "Another"]


def summaries(calendar: Path) -> list[str]:
    return [str(one["summary"]) for one in Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_off_stays_for_ninety_days_and_says_so(nation: Nation, status: str) -> None:
    nation.group("riverside")
    for day in ("2026-08-24", "2026-08-23", "2026-12-01"):
        nation.meeting("riverside", day, f"title: {day}\nstarts: {day} 19:00\nstatus: {status}")
    nation.build()

    title = f"{status.upper()}: "
    assert summaries(nation.output / "events.ics") == [f"{title}2026-08-24", f"{title}2026-12-01"]
    assert len(summaries(nation.output / "groups/riverside/events.ics")) == 3
    data = (nation.output / "events.ics").read_bytes()
    assert data.count(b"STATUS:CANCELLED" if status == "cancelled" else b"STATUS:TENTATIVE") == 2
    (entry,) = feedparser.parse((nation.output / "groups/riverside/events.rss").read_bytes()).entries
    assert entry.title == f"{title}Tue 1 Dec 2026: 2026-12-01"


def test_whoever_is_behind_it_is_named_wherever_it_goes(nation: Nation) -> None:
    """An item's own imprint goes before its group's, and that before the national one."""
    nation.write("content/organisation.yaml", f"{ORGANISATION}imprint: Promoted by the office\n")
    nation.group("riverside", "imprint: Promoted by Riverside\n")
    nation.group("hillside")
    nation.news("riverside", "2026-11-03-own", "title: Own\nelection: true\nimprint: Promoted by Ann Agent")
    nation.news("riverside", "2026-11-02-group", "title: Group\nelection: true")
    nation.news("hillside", "2026-11-01-office", "title: Office\nelection: true")
    nation.write(
        "groups/riverside/campaigns/vote.md",
        "---\ntitle: Vote\nstarts: 2026-10\nelection: true\nimprint: Promoted by Cam Paign\n---\n\nVote.\n",
    )
    nation.meeting(
        "riverside", "hustings", "title: Hustings\nstarts: 2026-12-01 19:00\nimprint: Promoted by Hugh Sting"
    )
    assert nation.build() == 0, nation.printed

    expected = {
        "Own": "Promoted by Ann Agent",
        "Group": "Promoted by Riverside",
        "Office": "Promoted by the office",
        "Vote": "Promoted by Cam Paign",
    }
    for name in ("feed.rss", "feed.atom"):
        entries = {one.title: one.content[0].value for one in feedparser.parse(nation.page(f"/{name}")).entries}
        assert {title: imprint for title, imprint in expected.items() if imprint in entries[title]} == expected
    items = json.loads(nation.page("/feed.json"))["items"]
    assert all(expected[one["title"]] in one["content_html"] for one in items)
    (meeting,) = feedparser.parse(nation.page("/events.rss")).entries
    assert "Promoted by Hugh Sting" in meeting.content[0].value
    for place, own in (("", "the office"), ("groups/riverside/", "Riverside"), ("groups/hillside/", "the office")):
        calendar = Calendar.from_ical((nation.output / place / "events.ics").read_bytes())
        assert str(calendar["x-wr-caldesc"]).endswith(f"Promoted by {own}")
        assert str(calendar["description"]) == str(calendar["x-wr-caldesc"])
        assert feedparser.parse(nation.page(f"/{place}feed.rss")).feed.rights == f"Promoted by {own}"
    (event,) = Calendar.from_ical((nation.output / "groups/riverside/events.ics").read_bytes()).walk("VEVENT")
    assert str(event["description"]).endswith("Promoted by Hugh Sting")


def test_every_feed_keeps_the_rules_of_the_validators(built: Nation) -> None:
    """W3C: a feed names its own address, all addresses are whole, the description comes before the whole text, and
    every entry has an id of its own."""
    feeds = [*built.output.rglob("*.rss"), *built.output.rglob("*.atom")]
    assert len(feeds) > 50

    for file in feeds:
        data = file.read_bytes()
        read = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
        path = file.relative_to(built.output).as_posix()
        assert read.bozo == 0, path
        assert [one.href for one in read.feed.links if one.rel == "self"] == [f"https://nation.example.org/{path}"]
        assert read.feed.title
        assert read.feed.link.startswith("https://nation.example.org/")
        ids = [one.id for one in read.entries]
        assert len(set(ids)) == len(ids), path
        assert all(one.startswith("tag:nation.example.org,2025:") for one in ids)
        for entry in read.entries:
            assert entry.link.startswith("https://nation.example.org/"), path
            found = re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value)
            assert all(one.startswith("https://") for one in found), path
        if file.suffix == ".rss":
            for item in re.findall(rb"<item>.*?</item>", data, re.DOTALL):
                assert -1 < item.index(b"<description>") < item.index(b"<content:encoded>"), path
                assert b'isPermaLink="false"' in item


def test_a_group_can_show_its_meetings_on_a_site_of_its_own(built: Nation) -> None:
    page = built.page("/groups/hillside/embed/")
    desk = built.page("/desk/hillside/")

    assert "hillside meeting" in page
    assert "riverside meeting" not in page
    assert '<base target="_top">' in page
    assert "<script" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert "/embed/" not in (built.output / "sitemap.xml").read_text()
    assert (
        "&lt;iframe src=&#34;https://nation.example.org/groups/hillside/embed/&#34; "
        "title=&#34;Next meetings of Hillside&#34;" in desk
    )
