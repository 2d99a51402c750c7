"""A group's folder becomes a group and its items."""

from datetime import date, datetime
from pathlib import Path

import pytest

from localgroups.model.items import Meeting
from localgroups.model.links import Contact, Link
from localgroups.model.moments import Moment, RoughDate
from localgroups.model.places import Place, Position
from reading.nation import BASE, read_groups, read_riverside, write

PARIS = "Europe/Paris"


def item(text: str, **fields: str) -> str:
    """A text with its front matter."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n\n{text}\n"


def meeting(tmp_path: Path, text: str = "All welcome.", **fields: str) -> Meeting:
    """The one meeting with these fields, which has to be well."""
    fields = {"title": "Members' meeting", "starts": "2026-12-03 19:00", **fields}
    reading = read_riverside(tmp_path, {"meetings/2026-12-03-meeting.md": item(text, **fields)})
    assert [one.message for one in reading.diagnostics] == []
    return reading.items.meetings[0]


def test_a_group_is_all_that_its_file_says(tmp_path: Path) -> None:
    text = """
name: Riverside
region: south
kind: Working group
status: PAUSED
since: 2015-11
summary: >-
  We organise
  by the river.
place: {town: Riverside, postcode: RS1, latitude: 53.80, longitude: -1.55}
covers: RS1, RS2, Old Mill
contact: {email: mailto:riverside@example.org, phone: 01632 960 001}
links: [{label: Mastodon, url: https://social.example.org/@riverside}]
language: pt-br
timezone: America/Sao_Paulo
maintainers: ["@riverside-secretary"]
former_slugs: [old-mill, mill-lane]
x-note: keys from the caretaker
"""
    reading = read_riverside(tmp_path, {"group.yaml": text, "about.md": "We *meet* by the river.\n"})
    group = reading.group
    assert reading.diagnostics == ()
    assert group is not None
    assert (group.name, group.region, group.kind, group.status) == ("Riverside", "south", "working-group", "paused")
    assert group.summary == "We organise by the river."
    assert group.since == RoughDate(2015, 11)
    assert group.place == Place(town="Riverside", postcode="RS1", position=Position(53.80, -1.55))
    assert group.covers == ("RS1", "RS2", "Old Mill")
    assert group.contact == Contact("riverside@example.org", "01632 960 001")
    assert group.links == (Link("Mastodon", "https://social.example.org/@riverside"),)
    assert (group.language, group.timezone) == ("pt-BR", "America/Sao_Paulo")
    assert group.owner.origin == "old-mill"
    assert "<em>meet</em>" in group.about.text
    assert {one.language for one in reading.items.news} == {"pt-BR"}


def test_a_group_takes_its_language_and_zone_from_the_nation(tmp_path: Path) -> None:
    group = read_riverside(tmp_path, {}).group
    assert group is not None
    assert (group.language, group.timezone) == ("en", PARIS)


def test_a_broken_group_publishes_nothing_and_its_files_are_checked_all_the_same(tmp_path: Path) -> None:
    files = {"group.yaml": "name: Riverside\nregion: atlantis\n", "news/2026-11-02-b.md": item("Text.", titel="B")}
    reading = read_riverside(tmp_path, files)
    assert reading.group is None
    assert len(reading.items) == 0
    assert [one.code for one in reading.diagnostics] == ["unknown-region", "unknown-field"]
    assert [one.path for one in reading.held] == [
        "groups/riverside/group.yaml",
        "groups/riverside/news/2026-11-02-b.md",
    ]
    assert read_groups(tmp_path)[1]["hillside"].items.meetings != ()


def test_a_meeting_is_all_that_its_file_says(tmp_path: Path) -> None:
    found = meeting(
        tmp_path,
        ends="2026-12-03 21:00",
        type="Annual general meeting",
        status="provisional",
        where="{name: Hall, town: Riverside}",
        online="https://meet.example.org/agm",
        access="[Step free, hearing-loop]",
        cost="free",
        book="https://example.org/book",
        audience="members",
        campaign="national/warm-homes",
    )
    assert found.starts == Moment(datetime(2026, 12, 3, 19), PARIS)
    assert found.ends == Moment(datetime(2026, 12, 3, 21), PARIS)
    assert (found.type, found.status, found.audience, found.cost) == ("agm", "provisional", "members", "free")
    assert found.place == Place(name="Hall", town="Riverside")
    assert (found.online, found.online_note) == ("https://meet.example.org/agm", "")
    assert found.access == ("step-free", "hearing-loop")
    assert found.campaign == "national/warm-homes"
    assert found.summary == "All welcome."
    assert found.path == "groups/riverside/meetings/2026-12-03-meeting.md"


def test_a_meeting_lasts_two_hours_unless_it_says_otherwise(tmp_path: Path) -> None:
    assert meeting(tmp_path).ends.wall == datetime(2026, 12, 3, 21)


@pytest.mark.parametrize(
    ("starts", "field", "value", "ends"),
    [
        ("2026-12-03 19:00", "duration", "1h 30m", datetime(2026, 12, 3, 20, 30)),
        ("2026-12-03 19:00", "ends", "9.30pm", datetime(2026, 12, 3, 21, 30)),
        ("2026-12-03 19:00", "ends", "midnight", datetime(2026, 12, 4)),
        ("2026-12-03 19:00", "ends", "3 December 2026, midnight", datetime(2026, 12, 4)),
        ("2026-12-03 22:00", "ends", "2026-12-04 01:00", datetime(2026, 12, 4, 1)),
        ("2026-12-03", "ends", "2026-12-05", datetime(2026, 12, 6)),
        ("2026-12-03", "duration", "2 days", datetime(2026, 12, 5)),
        ("2026-10-25 01:30", "duration", "2h", datetime(2026, 10, 25, 2, 30)),
        ("2026-03-29 01:30", "duration", "2h", datetime(2026, 3, 29, 4, 30)),
    ],
)
def test_the_end_is_where_the_writer_put_it(
    starts: str, field: str, value: str, ends: datetime, tmp_path: Path
) -> None:
    assert meeting(tmp_path, starts=starts, **{field: value}).ends.wall == ends


def test_a_date_alone_is_a_whole_day(tmp_path: Path) -> None:
    found = meeting(tmp_path, starts="3 December 2026")
    assert found.all_day
    assert (found.starts.wall, found.ends.wall) == (datetime(2026, 12, 3), datetime(2026, 12, 4))
    assert found.last_day == date(2026, 12, 3)


def test_access_that_is_not_stated_is_not_the_same_as_none(tmp_path: Path) -> None:
    assert meeting(tmp_path).access is None
    assert meeting(tmp_path, access="[]").access == ()


def test_a_place_may_be_a_line_of_text(tmp_path: Path) -> None:
    assert meeting(tmp_path, where="Under the clock").place == Place(name="Under the clock")


def test_online_without_an_address_publishes_the_words(tmp_path: Path) -> None:
    found = meeting(tmp_path, online="members only")
    assert (found.online, found.online_note) == ("", "members only")


def test_a_programme_is_in_the_order_of_its_hours(tmp_path: Path) -> None:
    second = "{starts: 2026-12-03 20:00, title: Second}"
    first = "{starts: 2026-12-03 19:00, ends: 20:00, title: First, where: Foyer}"
    parts = meeting(tmp_path, programme=f"[{second}, {first}]").programme
    assert [one.title for one in parts] == ["First", "Second"]
    assert parts[0].ends == Moment(datetime(2026, 12, 3, 20), PARIS)
    assert parts[0].place == Place(name="Foyer")


def test_the_date_of_news_is_in_its_name_unless_it_is_said(tmp_path: Path) -> None:
    files = {"news/2026-11-05-a.md": item("A.", title="A"), "news/b.md": item("B.", title="B", date="7 November 2026")}
    news = read_riverside(tmp_path, files).items.news
    assert [(one.stem, one.date.isoformat()) for one in news] == [
        ("b", "2026-11-07"),
        ("2026-11-05-a", "2026-11-05"),
        ("2026-11-01-library-saved", "2026-11-01"),
    ]


def test_drafts_are_not_published_and_not_complained_of(tmp_path: Path) -> None:
    files = {
        "news/2026-11-05-a.md": item("A.", titel="A", status="draft"),
        "meetings/b.md": item("B.", status="Draft"),
        "campaigns/c.md": item("C.", status="draft", goal="many"),
    }
    reading = read_riverside(tmp_path, files)
    assert reading.diagnostics == ()
    assert reading.held == ()
    assert len(reading.items) == 2
    assert reading.item_count == 5


def test_what_has_expired_is_not_published(tmp_path: Path) -> None:
    files = {
        "news/2026-11-05-a.md": item("A.", title="A", expires="2026-11-21"),
        "news/2026-11-06-b.md": item("B.", title="B", expires="2026-11-22"),
    }
    reading = read_riverside(tmp_path, files)
    assert reading.diagnostics == ()
    assert [one.stem for one in reading.items.news] == ["2026-11-06-b", "2026-11-01-library-saved"]


def test_identity_is_the_id_else_the_first_name_the_file_had(tmp_path: Path) -> None:
    files = {
        "news/2026-11-05-a.md": item("A.", title="A", id="from-elsewhere@example.org"),
        "news/2026-11-06-b.md": item("B.", title="B", formerly="[first, second]"),
    }
    news = {one.stem: one for one in read_riverside(tmp_path, files).items.news}
    assert news["2026-11-05-a"].identity == "groups/riverside/news/from-elsewhere@example.org"
    assert news["2026-11-06-b"].identity == "groups/riverside/news/first"
    assert news["2026-11-06-b"].formerly == ("first", "second")


def test_an_election_item_carries_the_nearest_imprint(tmp_path: Path) -> None:
    news = {"news/2026-11-05-a.md": item("A.", title="A", election="yes")}
    group = "name: Riverside\nregion: north\nimprint: Promoted by the group.\n"
    items = read_riverside(tmp_path, {**news, "group.yaml": group}).items
    assert {one.stem: one.imprint for one in items.news} == {
        "2026-11-05-a": "Promoted by the group.",
        "2026-11-01-library-saved": "",
    }


def test_links_in_a_text_lead_to_the_pages_and_files_of_the_folder(tmp_path: Path) -> None:
    files = {
        "news/2026-11-05-a.md": item(
            "[b](../meetings/b.md#when) [us](../about.md) [agenda](../documents/agenda.txt) [out](https://example.org/)",
            title="A",
        ),
        "meetings/b.md": item("B.", title="B", starts="2026-12-03 19:00"),
        "documents/agenda.txt": "Welcome, reports, elections.\n",
        "about.md": "We meet.\n",
    }
    reading = read_riverside(tmp_path, files)
    assert reading.diagnostics == ()
    body = reading.items.news[0].body.text
    assert 'href="/groups/riverside/meetings/b/#when"' in body
    assert 'href="/groups/riverside/"' in body
    assert 'href="/groups/riverside/documents/agenda.txt"' in body
    assert 'href="https://example.org/"' in body
    assert [one.href for one in reading.files] == ["/groups/riverside/documents/agenda.txt"]


@pytest.mark.parametrize(
    "path", ["../../hillside/documents/x.txt", "../../../content/organisation.yaml", "/etc/passwd.txt"]
)
def test_no_link_reaches_a_file_outside_the_folder(path: str, tmp_path: Path) -> None:
    write(tmp_path, {"groups/hillside/documents/x.txt": "Ours.\n"})
    reading = read_riverside(tmp_path, {"news/2026-11-05-a.md": item(f"[x]({path})", title="A")})
    assert reading.files == ()
    assert "Ours" not in reading.items.news[0].body.text


def test_what_no_text_shows_is_not_published(tmp_path: Path) -> None:
    assert read_riverside(tmp_path, {"documents/notes.txt": "Not for print.\n"}).files == ()


def test_the_same_folder_gives_the_same_reading_wherever_it_lies(tmp_path: Path) -> None:
    one = read_groups(write(tmp_path / "one", {**BASE}))
    two = read_groups(write(tmp_path / "two/deeper", {**BASE}))
    assert one == two
