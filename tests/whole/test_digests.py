"""What is on, written out week by week and month by month, for a group, a region and the nation."""

import re

import feedparser
import pytest

from whole.nations import ORGANISATION, Nation

REGIONS = """
- slug: land
  name: Land
  regions:
    - {slug: north, name: North}
    - {slug: south, name: South}
"""
NAMES = ("digest-week.txt", "digest-month.txt", "digest-week.html", "digest-month.html", "digest.rss")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    """Today is a Sunday, 22 November 2026."""
    nation = Nation(tmp_path_factory.mktemp("digests") / "nation")
    nation.write("content/organisation.yaml", f"{ORGANISATION}imprint: Promoted by the office\n")
    nation.write("content/regions.yaml", REGIONS)
    nation.group("riverside", "imprint: Promoted by Riverside\nformer_slugs: [old-riverside]\n")
    nation.group("hillside", region="south")
    nation.group("quiet", region="south")
    nation.group("gone", "status: closed\n", region="south")
    nation.meeting("riverside", "a", "title: Monday <tea>\nstarts: 2026-11-16 19:00\ncost: free")
    nation.meeting("riverside", "b", "title: Called off\nstarts: 2026-11-22 19:00\nstatus: cancelled")
    nation.meeting("riverside", "c", "title: Next week\nstarts: 2026-11-29 19:00\nimprint: Promoted by Ann Agent")
    nation.meeting("riverside", "d", "title: Next month\nstarts: 2026-12-31 19:00")
    nation.meeting("riverside", "e", "title: Festival\nstarts: 2026-11-13\nends: 2026-11-16")
    nation.meeting("riverside", "f", "title: Last week\nstarts: 2026-11-15 19:00")
    nation.meeting("hillside", "a", "title: On the hill\nstarts: 2026-11-18 19:00")
    nation.news("riverside", "2026-11-09-old", "title: Since Monday last")
    nation.news("riverside", "2026-11-20-new", "title: Vote for us\nelection: true")
    nation.news("hillside", "2026-11-08-older", "title: Too old for the week")
    assert nation.build() == 0, nation.printed
    return nation


def text(nation: Nation, path: str) -> str:
    return (nation.output / path).read_text(encoding="utf-8")


def test_a_week_is_told_as_text_that_can_be_pasted(built: Nation) -> None:
    assert (
        text(built, "groups/riverside/digest-week.txt")
        == """\
Riverside: this week, 16 to 22 November 2026

MEETINGS

13 to 16 November 2026, all day: Festival
https://nation.example.org/groups/riverside/meetings/e/

Monday 16 November 2026, 7pm to 9pm: Monday <tea>
free
https://nation.example.org/groups/riverside/meetings/a/

Sunday 22 November 2026, 7pm to 9pm: CANCELLED: Called off
https://nation.example.org/groups/riverside/meetings/b/

NEXT WEEK, 23 TO 29 NOVEMBER 2026

Sunday 29 November 2026, 7pm to 9pm: Next week
https://nation.example.org/groups/riverside/meetings/c/
Promoted by Ann Agent

NEWS

Vote for us
It happened.
https://nation.example.org/groups/riverside/news/2026-11-20-new/
Promoted by Riverside

Since Monday last
It happened.
https://nation.example.org/groups/riverside/news/2026-11-09-old/

All dates: https://nation.example.org/groups/riverside/
Calendar to subscribe to: https://nation.example.org/groups/riverside/events.ics

Promoted by Riverside
"""
    )


def test_a_month_is_told_with_a_look_at_the_next(built: Nation) -> None:
    told = text(built, "groups/riverside/digest-month.txt")

    assert told.startswith("Riverside: this month, November 2026\n")
    assert told.index("Last week") < told.index("NEXT MONTH, DECEMBER 2026") < told.index("Next month")


def test_nothing_is_said_kindly(built: Nation) -> None:
    told = text(built, "groups/quiet/digest-week.txt")

    assert "Nothing is planned for this week. It is a good time to plan something." in told
    assert feedparser.parse(built.output / "groups/quiet/digest.rss").entries == []


def test_everybody_has_digests_but_groups_that_have_closed(built: Nation) -> None:
    for place in ("", "regions/land/", "regions/south/", "groups/quiet/"):
        assert [name for name in NAMES if not (built.output / place / name).is_file()] == []
    assert not (built.output / "groups/gone/digest-week.txt").exists()


def test_a_region_is_told_of_its_own_groups_by_name(built: Nation) -> None:
    land, south = text(built, "regions/land/digest-week.txt"), text(built, "regions/south/digest-week.txt")

    assert "On the hill" in land
    assert "Monday <tea>" in land
    assert "free · Riverside" in land
    assert "On the hill" in south
    assert "Riverside" not in south
    assert text(built, "digest-week.txt").count("https://nation.example.org/groups/") == land.count(
        "https://nation.example.org/groups/"
    )


def test_a_group_says_who_is_behind_it_and_others_say_the_office(built: Nation) -> None:
    for ending in ("txt", "html"):
        assert "Promoted by Riverside" in text(built, f"groups/riverside/digest-week.{ending}")
        assert "Promoted by the office" not in text(built, f"groups/riverside/digest-week.{ending}")
        assert "Promoted by the office" in text(built, f"groups/hillside/digest-week.{ending}")
        assert "Promoted by Ann Agent" in text(built, f"digest-week.{ending}")
    assert "Promoted by Riverside" in text(built, "groups/riverside/digest.rss")


def test_mail_gets_plain_html_that_loads_nothing(built: Nation) -> None:
    for name in ("digest-week.html", "digest-month.html"):
        html = text(built, f"groups/riverside/{name}")
        tags = set(re.findall(r"<([a-z0-9]+)", html))
        assert tags <= {
            *("html", "head", "meta", "title", "body", "h1", "h2", "p", "a", "br", "strong", "small"),
        }
        assert not re.search(r"\s(style|class|src|on\w+)=", html)
        assert "Monday &lt;tea&gt;" in html
        assert '<meta name="robots" content="noindex">' in html
        assert all(one.startswith("https://nation.example.org/") for one in re.findall(r'href="([^"]+)"', html))


def test_a_mail_service_gets_an_item_a_week_with_an_id_for_ever(built: Nation) -> None:
    feed = feedparser.parse((built.output / "groups/riverside/digest.rss").read_bytes())

    assert feed.bozo == 0
    assert [one.id for one in feed.entries] == [
        "tag:nation.example.org,2025:groups/old-riverside/digest/2026-W47",
        "tag:nation.example.org,2025:groups/old-riverside/digest/2026-W46",
    ]
    assert [one.title for one in feed.entries] == [
        "Riverside: 16 to 22 November 2026",
        "Riverside: 9 to 15 November 2026",
    ]
    assert feed.entries[0].published == "Mon, 16 Nov 2026 00:00:00 +0000"
    body = feed.entries[0].content[0].value
    assert "Since Monday last" in body
    assert "Vote for us" not in body, "what is written this week goes out with the next"
    assert "Next week" not in body


def test_a_week_keeps_its_item_when_the_next_has_come(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "a", "title: Tea\nstarts: 2026-11-18 19:00")
    nation.build()
    before = feedparser.parse((nation.output / "groups/riverside/digest.rss").read_bytes()).entries
    nation.today = "2026-11-25"
    nation.build()
    after = feedparser.parse((nation.output / "groups/riverside/digest.rss").read_bytes()).entries

    assert [(one.id, one.published, one.content[0].value) for one in before] == [
        (one.id, one.published, one.content[0].value) for one in after
    ]
    assert "Nothing is planned for this week" in nation.page("/groups/riverside/digest-week.txt")


def test_digests_and_data_turn_with_the_days_of_a_group_that_is_not_built(nation: Nation) -> None:
    """A Monday, the first of a month, and the day on which September is ninety days ago."""
    nation.group("riverside", "former_slugs: [old-riverside]\n")
    nation.meeting("riverside", "a", "title: Tea\nstarts: 2026-11-18 19:00")
    nation.meeting("riverside", "b", "title: Long ago\nstarts: 2026-09-15 19:00")
    places = [f"groups/riverside/{name}" for name in NAMES]
    places += ["groups/old-riverside/digest.rss", "api/groups/riverside.json", "api/groups/old-riverside.json"]
    told = set()
    for day in ("2026-11-22", "2026-11-23", "2026-12-01", "2026-12-29", "2026-12-30"):
        nation.today = day
        nation.build()
        found = [(nation.output / one).read_bytes() for one in places]
        nation.build("--fresh")

        assert found == [(nation.output / one).read_bytes() for one in places], day
        told.add((day, b"Long ago" in found[-1]))
    assert {day for day, is_told in told if not is_told} == {"2026-12-30"}


def test_no_page_of_pelicans_takes_the_place_of_a_groups_digest_or_data(nation: Nation) -> None:
    nation.group("riverside", "former_slugs: [old-riverside]\n")
    nation.build()
    places = ["groups/riverside/digest.rss", "groups/old-riverside/digest.rss", "api/groups/old-riverside.json"]
    before = [(nation.output / one).read_bytes() for one in places]
    for number, place in enumerate(places):
        nation.write(f"content/pages/page-{number}.md", f"Title: Page {number}\nSave_as: {place}\n\nMine.\n")
    nation.build()

    assert [(nation.output / one).read_bytes() for one in places] == before
    assert nation.printed.count("but the site needs it") == len(places)
