"""The data under /api/: it holds to its schema, and nothing is in it that is not on a page."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from localgroups.outputs.data_shapes import FILES
from whole.nations import ORGANISATION, Nation

BASE = "https://nation.example.org"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    nation = Nation(tmp_path_factory.mktemp("data") / "nation")
    nation.write("content/organisation.yaml", f"{ORGANISATION}id_domain: ids.example.org\n")
    nation.write(
        "content/campaigns/warm-homes.md",
        "---\ntitle: Warm homes\ngoal: {target: 100, count: 4, what: letters, sum: groups}\n---\n\nFor all.\n",
    )
    nation.group(
        "riverside",
        "former_slugs: [old-riverside]\nmaintainers: ['@secret-hands']\nx-note: our secret\nsince: 2015-11\n"
        "place: {town: Mill Town, postcode: LS2, latitude: 53.8, longitude: -1.55}\ncovers: [LS1, LS2]\n",
    )
    nation.group("hillside", "imprint: Promoted by Hillside\n", region="south")
    nation.write(
        "groups/hillside/campaigns/warm.md",
        "---\ntitle: Warm hill\npart_of: national/warm-homes\n"
        "goal: {target: 50, count: 7, what: letters, as_of: 2026-10}\n---\n\nFor all.\n",
    )
    where = "where: {name: Hall, town: Mill Town, latitude: 53.8, longitude: -1.55}"
    nation.meeting("riverside", "tea", f"title: Tea\nstarts: 2026-12-01 19:00\n{where}\ntype: social")
    nation.meeting("riverside", "old", "title: Old\nstarts: 2026-07-31 19:00")
    nation.meeting("riverside", "recent", "title: Recent\nstarts: 2026-08-01 19:00")
    nation.meeting("riverside", "summer", "title: Camp\nstarts: 2027-07-01\nends: 2027-07-04")
    nation.meeting("hillside", "call", "title: Call\nstarts: 2026-12-02 19:00\nonline: https://meet.example.org/key-9")
    nation.meeting("hillside", "inner", "title: Inner\nstarts: 2026-12-02 20:00\nonline: members only")
    nation.meeting("hillside", "draft", "title: Hidden plan\nstarts: 2026-12-03 19:00\nstatus: draft")
    nation.news("hillside", "2026-11-01-vote", "title: Vote\nelection: true\ntags: [council]")
    nation.news("hillside", "2026-11-02-draft", "title: Hidden news\nstatus: draft")
    nation.news("hillside", "2026-11-03-gone", "title: Hidden by time\nexpires: 2026-11-10")
    nation.write("content/meetings/call.md", "---\ntitle: Everybody\nstarts: 2027-01-09 10:00\n---\n\nAll.\n")
    assert nation.build() == 0, nation.printed
    return nation


def data(nation: Nation, path: str) -> Any:
    return json.loads((nation.output / "api" / path).read_text(encoding="utf-8"))


def files(nation: Nation) -> list[str]:
    folder = nation.output / "api"
    found = (one.relative_to(folder).as_posix() for one in folder.rglob("*.json"))
    return sorted(one for one in found if not one.startswith("schema/"))


def test_every_file_is_as_its_schema_says(built: Nation) -> None:
    seen = set()
    for path in files(built):
        file = data(built, path)
        address = file["schema"]
        schema = data(built, address.removeprefix(f"{BASE}/api/"))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == address
        faults = [*Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(file)]
        assert faults == [], path
        assert file["version"] == 1
        seen.add(address.rpartition("/")[2].removesuffix(".json"))
    assert seen == set(FILES)


def test_a_schema_knows_every_field_that_is_written(built: Nation) -> None:
    def unknown(value: Any, schema: Any, whole: Any) -> list[str]:
        if "$ref" in schema:
            schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
        for choice in schema.get("anyOf", ()):
            if (choice.get("type") == "null") == (value is None):
                return unknown(value, choice, whole)
        if isinstance(value, list):
            return [fault for one in value for fault in unknown(one, schema["items"], whole)]
        if isinstance(value, dict) and "properties" in schema:
            known = schema["properties"]
            assert schema["required"] == list(known)
            return [*(set(value) - set(known))] + [
                fault for name, one in value.items() if name in known for fault in unknown(one, known[name], whole)
            ]
        return []

    for path in files(built):
        file = data(built, path)
        schema = data(built, file["schema"].removeprefix(f"{BASE}/api/"))
        assert unknown(file, schema, schema) == [], path


def test_the_index_leads_to_all_that_is_no_ones_own(built: Nation) -> None:
    named = data(built, "index.json")["files"]

    assert set(named) == {"groups", "events", "news", "campaigns", "regions"}
    assert all((built.output / address.removeprefix(f"{BASE}/")).is_file() for address in named.values())


def test_a_group_is_told_whole(built: Nation) -> None:
    (hillside, riverside) = data(built, "groups.json")["groups"]

    assert hillside["imprint"] == "Promoted by Hillside"
    assert riverside == {
        "id": "tag:ids.example.org,2025:groups/old-riverside",
        "slug": "riverside",
        "name": "Riverside",
        "kind": "local",
        "status": "active",
        "region": "north",
        "url": f"{BASE}/groups/riverside/",
        "summary": "",
        "language": "en",
        "place": {
            "name": "",
            "address": "",
            "town": "Mill Town",
            "postcode": "LS2",
            "latitude": 53.8,
            "longitude": -1.55,
        },
        "covers": ["LS1", "LS2"],
        "since": "2015-11",
        "until": None,
        "former_slugs": ["old-riverside"],
        "imprint": "",
        "data": f"{BASE}/api/groups/riverside.json",
        "calendar": f"{BASE}/groups/riverside/events.ics",
        "feed": f"{BASE}/groups/riverside/feed.rss",
    }


def test_a_groups_file_holds_that_group_alone(built: Nation) -> None:
    file = data(built, "groups/hillside.json")

    assert file["group"]["slug"] == "hillside"
    assert [one["title"] for one in file["events"]] == ["Call", "Inner"]
    assert [one["title"] for one in file["news"]] == ["Vote"]
    assert [one["title"] for one in file["campaigns"]] == ["Warm hill"]
    assert {one["group"] for kind in ("events", "news", "campaigns") for one in file[kind]} == {"hillside"}


def test_events_are_those_of_the_last_ninety_days_and_all_to_come(built: Nation) -> None:
    file = data(built, "events.json")

    assert [one["title"] for one in file["events"]] == ["Recent", "Tea", "Call", "Inner", "Everybody", "Camp"]
    assert file["complete"] is True
    assert [(one["month"], one["count"]) for one in file["months"]] == [
        ("2026-08", 1),
        ("2026-12", 3),
        ("2027-01", 1),
        ("2027-07", 1),
    ]
    for month in file["months"]:
        events = data(built, month["url"].removeprefix(f"{BASE}/api/"))["events"]
        assert events == [one for one in file["events"] if one["starts"].startswith(month["month"])]


def test_times_have_their_offset_and_days_have_none(built: Nation) -> None:
    events = {one["title"]: one for one in data(built, "events.json")["events"]}

    assert events["Tea"]["starts"] == "2026-12-01T19:00+00:00"
    assert events["Recent"]["starts"] == "2026-08-01T19:00+01:00"
    assert events["Tea"]["timezone"] == "Europe/London"
    assert (events["Camp"]["starts"], events["Camp"]["ends"], events["Camp"]["all_day"]) == (
        "2027-07-01",
        "2027-07-04",
        True,
    )
    assert events["Everybody"]["group"] is None
    assert events["Everybody"]["group_name"] == "Test Nation"
    assert events["Tea"]["uid"] == "groups/old-riverside/meetings/tea@ids.example.org"
    assert events["Tea"]["type_label"] == "Social"


def test_a_national_counter_sums_its_groups(built: Nation) -> None:
    national, local = data(built, "campaigns.json")["campaigns"]

    assert national["goal"] == {"count": 11, "target": 100, "what": "letters", "as_of": None}
    assert (local["part_of"], local["goal"]["as_of"]) == ("warm-homes", "2026-10")


def test_nothing_is_in_the_data_that_is_not_published(built: Nation) -> None:
    everything = "".join((built.output / "api" / path).read_text(encoding="utf-8") for path in files(built))

    for hidden in ("secret", "Hidden", "key-9", "members only"):
        assert hidden not in everything
    assert "Promoted by Hillside" in everything


def test_ids_and_addresses_are_whole(built: Nation) -> None:
    for path in files(built):
        text = (built.output / "api" / path).read_text(encoding="utf-8")
        assert all(one.startswith(f"{BASE}/") for one in re.findall(r'"(?:url|data|calendar|feed)":"([^"]*)"', text))
        assert all(one.startswith("tag:ids.example.org,2025:") for one in re.findall(r'"id":"([^"]*)"', text))


def test_ids_stay_when_a_title_a_date_and_the_address_change(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "tea", "title: Tea\nstarts: 2026-12-01 19:00")
    nation.write("content/organisation.yaml", f"{ORGANISATION}id_domain: ids.example.org\n")
    nation.build()
    before = data(nation, "events.json")["events"][0]
    nation.meeting("riverside", "tea", "title: Cake\nstarts: 2026-12-02 19:00")
    nation.write(
        "content/organisation.yaml",
        f"{ORGANISATION.replace('nation.example.org', 'new.example.org')}id_domain: ids.example.org\n",
    )
    nation.build()
    after = data(nation, "events.json")["events"][0]

    assert (before["id"], before["uid"]) == (after["id"], after["uid"])
    assert (before["url"], before["title"]) != (after["url"], after["title"])


def test_a_repeating_meeting_has_an_entry_with_an_id_for_each_date(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting(
        "riverside",
        "first-tuesday",
        "title: First Tuesday\nstarts: 2026-12-01 19:00\nrepeats: first Tuesday of the month\nuntil: 2027-02-28",
    )
    nation.build()
    events = data(nation, "events.json")["events"]

    assert [(one["starts"][:10], one["id"].rpartition("/")[2]) for one in events] == [
        ("2026-12-01", "first-tuesday#2026-12-01"),
        ("2027-01-05", "first-tuesday#2027-01-05"),
        ("2027-02-02", "first-tuesday#2027-02-02"),
    ]
    assert {one["uid"] for one in events} == {"groups/riverside/meetings/first-tuesday@nation.example.org"}
    assert events[1]["url"] == f"{BASE}/groups/riverside/meetings/first-tuesday/#2027-01-05"
