"""The schema says of every field what it is."""

import json
from typing import Any

import pytest

from localgroups.model.limits import LIMITS
from localgroups.reading.json_schema import json_schema
from localgroups.reading.record_reading import read_plain
from localgroups.reading.records import Record, field, inner_records, required_fields, types_of
from localgroups.reading.schema.campaign import CampaignFile
from localgroups.reading.schema.group import GroupFile
from localgroups.reading.schema.meeting import MeetingEntry, MeetingFile
from localgroups.reading.schema.nation import OrganisationFile, RegionFields, RegionsFile
from localgroups.reading.schema.news import NewsFile

FILES = (GroupFile, NewsFile, MeetingFile, MeetingEntry, CampaignFile, OrganisationFile, RegionsFile)


def parts_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema.get("$defs", {}).values()]


@pytest.mark.parametrize("record", FILES)
def test_every_field_is_described(record: type[Record]) -> None:
    silent = [
        f"{part.get('title')}.{name}"
        for part in parts_of(json_schema(record))
        for name, one in part.get("properties", {}).items()
        if not one.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("record", FILES)
def test_the_json_schema_is_plain_json_and_refuses_unknown_fields(record: type[Record]) -> None:
    schema = json_schema(record)
    assert json.loads(json.dumps(schema)) == schema
    objects = [part for part in parts_of(schema) if part.get("type") == "object"]
    assert objects
    assert all(part["additionalProperties"] is False for part in objects)


def test_required_fields_are_those_of_the_format() -> None:
    assert required_fields(GroupFile) == {"name", "region"}
    assert required_fields(NewsFile) == {"title"}
    assert required_fields(MeetingFile) == {"title", "starts"}
    assert required_fields(CampaignFile) == {"title"}
    assert required_fields(OrganisationFile) == {"name"}
    assert required_fields(RegionFields) == {"slug", "name"}
    assert json_schema(GroupFile)["required"] == ["name", "region"]


def test_fields_within_fields_are_known_as_such() -> None:
    assert set(inner_records(MeetingFile)) == {"where", "changes", "programme", "documents"}
    assert inner_records(RegionFields) == {"regions": RegionFields}


def test_every_limit_has_a_reason_and_can_be_said() -> None:
    assert all(limit.reason.endswith(".") and limit.most > 0 for limit in LIMITS)
    assert {str(limit) for limit in LIMITS} >= {"2,000 items", "500 MB", "200 KB", "10 MB", "20 MB", "50 levels"}


def test_a_record_within_itself_is_told_whole() -> None:
    schema = json_schema(RegionFields)
    assert schema["properties"]["regions"]["items"] == {"$ref": "#/$defs/RegionFields"}
    assert schema["$defs"]["RegionFields"]["properties"] == schema["properties"]


def test_a_record_has_the_fields_that_it_extends_first() -> None:
    assert list(MeetingEntry.fields)[:2] == ["title", "summary"]
    assert list(MeetingEntry.fields)[-1] == "about"
    assert list(MeetingFile.fields).index("except") < list(MeetingFile.fields).index("changes")
    assert list(types_of(MeetingEntry)) == list(MeetingEntry.fields)


def test_what_was_not_written_has_its_default() -> None:
    assert (NewsFile().status, NewsFile().date, NewsFile(title="Saved").title) == ("published", None, "Saved")


def test_a_record_does_not_change() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        NewsFile().title = "Another"


def test_a_field_with_a_fault_in_it_counts_as_absent_and_every_fault_is_found() -> None:
    written = {
        "title": "Town walk",
        "starts": "2026-12-03 19:00",
        "where": {"name": "Hall", "latitude": "north", "longitude": "west"},
        "documents": [{"title": "Agenda", "file": "documents/agenda.pdf"}, "a text"],
    }
    record, found = read_plain(MeetingFile, written)
    assert record.title == "Town walk"
    assert record.where is None
    assert record.documents == ()
    assert [keys for keys, _ in found] == [("where", "latitude"), ("where", "longitude"), ("documents", 1)]


def test_a_field_whose_type_says_nothing_of_how_it_is_read_is_our_fault() -> None:
    class Unmarked(Record):
        """A declaration with a slip."""

        count: int = field("How many", default=0)

    with pytest.raises(TypeError, match="no mark says how it is read"):
        read_plain(Unmarked, {"count": "1"})
