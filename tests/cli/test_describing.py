"""The content format told by the program itself: schema, field reference, counts, owners."""

import json

import pytest

from golden.compare import assert_golden
from localgroups.cli import main
from whole.nations import Nation


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_the_field_reference_in_the_docs_is_the_newest(capsys: pytest.CaptureFixture[str]) -> None:
    assert_golden("../../docs/fields.md", printed(capsys, "schema", "--format", "markdown").encode())


def test_every_field_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    schemas = json.loads(printed(capsys, "schema"))

    undescribed = [
        f"{kind}.{name}"
        for kind, schema in schemas.items()
        for part in (schema, *schema.get("$defs", {}).values())
        for name, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert undescribed == []
    assert {"title", "starts", "where"} <= schemas["meeting"]["properties"].keys()


def test_one_kind_is_a_schema_that_editors_take(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(printed(capsys, "schema", "meeting"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["title", "starts"]
    assert schema["additionalProperties"] is False


def test_an_unknown_kind_is_wrong_use() -> None:
    assert main(["schema", "gathering"]) == 2


def test_owners_gives_each_folder_to_its_maintainers(nation: Nation) -> None:
    nation.group("riverside", 'maintainers: ["@riverside-secretary", "@riverside-web"]\n')
    nation.group("hillside")

    assert nation.run("owners") == 0
    assert nation.printed.splitlines()[1:] == ["/groups/riverside/ @riverside-secretary @riverside-web"]


def test_stats_counts_what_is_there(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "2026-12-01-coming", "title: Coming\nstarts: 2026-12-01 19:00")
    nation.meeting("riverside", "2026-01-01-over", "title: Over\nstarts: 2026-01-01 19:00")

    assert nation.run("stats", "--today", nation.today) == 0
    assert "2 meetings, 1 of them coming" in nation.printed
