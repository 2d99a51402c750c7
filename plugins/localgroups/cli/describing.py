"""`localgroups schema`: the content format, for editors, for programs and for people."""

import argparse
import json
import sys
from typing import Any

from localgroups.cli.field_reference import reference
from localgroups.cli.words import say
from localgroups.reading.json_schema import json_schema
from localgroups.reading.records import Record
from localgroups.reading.schema.campaign import CampaignFile
from localgroups.reading.schema.group import GroupFile
from localgroups.reading.schema.meeting import MeetingFile
from localgroups.reading.schema.nation import OrganisationFile, RegionFields
from localgroups.reading.schema.news import NewsFile

FILES: dict[str, tuple[str, str, type[Record]]] = {
    "group": ("A group", "groups/<slug>/group.yaml", GroupFile),
    "meeting": ("Meetings", "groups/<slug>/meetings/*.md", MeetingFile),
    "news": ("News", "groups/<slug>/news/*.md", NewsFile),
    "campaign": ("Campaigns", "groups/<slug>/campaigns/*.md", CampaignFile),
    "organisation": ("The organisation", "content/organisation.yaml", OrganisationFile),
    "region": ("Regions", "content/regions.yaml, a list of these", RegionFields),
}
"""Kind of file to (title, where such files stand, its record)."""


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema", help="print the content format: JSON Schema, or the reference of all fields"
    )
    parser.add_argument("kind", nargs="?", metavar="KIND", help=f"{', '.join(FILES)} (default: all of them)")
    parser.add_argument("--format", choices=("json", "markdown"), default="json")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0, or 2 where there is no such kind of file."""
    if chosen.kind is not None and chosen.kind not in FILES:
        print(f"There is no kind {chosen.kind!r}. There are: {', '.join(FILES)}.", file=sys.stderr)
        return 2
    wanted = {chosen.kind: FILES[chosen.kind]} if chosen.kind else FILES
    if chosen.format == "markdown":
        say(reference({title: (place, json_schema(record)) for title, place, record in wanted.values()}).rstrip())
        return 0
    schemas = {
        kind: {"$schema": "https://json-schema.org/draft/2020-12/schema", **json_schema(record)}
        for kind, (_, _, record) in wanted.items()
    }
    say(json.dumps(schemas[chosen.kind] if chosen.kind else schemas, ensure_ascii=False, indent=2))
    return 0
