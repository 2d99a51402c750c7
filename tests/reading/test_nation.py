"""The national office's own folder."""

from pathlib import Path

import pytest

from localgroups.model.links import Link
from localgroups.model.moments import RoughDate
from localgroups.model.organisation import Figure
from localgroups.reading.nation import read_nation, read_organisation
from localgroups.reading.rendering import Renderer
from localgroups.reading.unreadable import UnreadableNation
from reading.nation import BASE, TODAY, read_groups, write

ORGANISATION = """
name: National Organisation
language: en-GB
timezone: Europe/Paris
url: https://national.example.org/
menu: [{label: About, url: /about/}]
figures: [{value: "2,000", label: members, as_of: 2017, source: annual report}]
words:
  meetings: {agm: General assembly, walk: Walk}
  access: {masks: Masks}
"""


def test_the_organisation_is_all_that_its_file_says(tmp_path: Path) -> None:
    organisation = read_organisation(write(tmp_path, {"content/organisation.yaml": ORGANISATION}))
    assert (organisation.name, organisation.language, organisation.timezone) == (
        "National Organisation",
        "en-GB",
        "Europe/Paris",
    )
    assert organisation.url == "https://national.example.org"
    assert organisation.menu == (Link("About", "/about/"),)
    assert organisation.figures == (Figure("2,000", "members", RoughDate(2017), "annual report"),)


def test_words_of_the_organisation_add_to_the_usual_ones_or_rename_them(tmp_path: Path) -> None:
    organisation = read_organisation(write(tmp_path, {"content/organisation.yaml": ORGANISATION}))
    assert organisation.meeting_types["agm"] == "General assembly"
    assert organisation.meeting_types["walk"] == "Walk"
    assert organisation.meeting_types["rally"] == "Rally"
    assert organisation.access_facts["masks"] == "Masks"


def test_settings_from_outside_have_the_last_word(tmp_path: Path) -> None:
    source = write(tmp_path, {**BASE, "content/organisation.yaml": ORGANISATION})
    given = {"name": "Another", "url": "http://localhost:8000/", "timezone": "UTC", "language": "fr"}
    nation = read_nation(source, Renderer.at(None), TODAY, given)
    organisation = nation.facts.organisation
    assert (organisation.name, organisation.url) == ("Another", "http://localhost:8000")
    assert (organisation.timezone, organisation.language) == ("UTC", "fr")
    assert {one.owner.name for one in nation.items.campaigns} == {"Another"}


def test_regions_are_a_tree(tmp_path: Path) -> None:
    text = (
        "- slug: north\n  name: The North\n  regions:\n    - {slug: coast, name: The Coast}\n- {slug: no, name: NO}\n"
    )
    facts = read_groups(write(tmp_path, {**BASE, "content/regions.yaml": text}))[0].facts
    assert list(facts.all_regions()) == ["north", "coast", "no"]
    assert [one.slug for one in facts.ancestors("coast")] == ["coast", "north"]


@pytest.mark.parametrize("path", ["content/organisation.yaml", "content/regions.yaml"])
@pytest.mark.parametrize("text", [None, "", "name: [", "- {name: x}", "\x00"])
def test_without_its_two_files_there_is_no_nation(path: str, text: str | None, tmp_path: Path) -> None:
    write(tmp_path, BASE)
    if text is None:
        (tmp_path / path).unlink()
    else:
        (tmp_path / path).write_text(text)
    with pytest.raises(UnreadableNation) as raised:
        read_groups(tmp_path)
    assert {one.span.path for one in raised.value.diagnostics} == {path}


def test_national_items_stand_under_the_national_addresses(tmp_path: Path) -> None:
    call = "---\ntitle: Call\nstarts: 2026-12-03 19:00\ncampaign: warm-homes\nbook: /join/\n---\nJoin us.\n"
    nation, _ = read_groups(
        write(tmp_path, {**BASE, "content/meetings/call.md": call, "content/home.md": "Welcome.\n"})
    )
    assert nation.diagnostics == ()
    assert nation.items.meetings[0].href == "/events/call/"
    assert nation.items.meetings[0].campaign == "national/warm-homes"
    assert nation.items.meetings[0].book == "/join/"
    assert nation.items.campaigns[0].identity == "national/campaigns/warm-homes"
    assert "Welcome." in nation.intro.text


def test_a_broken_national_campaign_does_not_break_the_groups_that_name_it(tmp_path: Path) -> None:
    news = "---\ntitle: A\ncampaign: national/warm-homes\n---\nA.\n"
    broken = {
        "content/campaigns/warm-homes.md": "---\ntitel: Warm homes\n---\n",
        "groups/riverside/news/2026-11-05-a.md": news,
    }
    nation, groups = read_groups(write(tmp_path, {**BASE, **broken}))
    assert [one.path for one in nation.held] == ["content/campaigns/warm-homes.md"]
    assert nation.facts.campaigns == {"warm-homes": ""}
    assert groups["riverside"].diagnostics == ()


def test_files_that_the_national_office_keeps_for_other_ends_are_not_reported(tmp_path: Path) -> None:
    files = {"content/pages/about.md": "Title: About\n\nUs.\n", "content/static/x.css": "", "content/notes.txt": "x"}
    assert read_groups(write(tmp_path, {**BASE, **files}))[0].diagnostics == ()
