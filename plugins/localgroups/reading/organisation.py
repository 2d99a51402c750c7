"""organisation.yaml: the national office, and the words it chose."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from localgroups.model.organisation import Figure, Organisation
from localgroups.reading.faults import FileFaults
from localgroups.reading.schema.meeting import ACCESS, TYPES
from localgroups.reading.schema.nation import OrganisationFile
from localgroups.reading.validation import read_record
from localgroups.reading.values import contact_of, outside_links
from localgroups.reading.yaml_files import read_mapping

NAME = "organisation.yaml"


def read_organisation_file(content: Path, faults: FileFaults, overrides: Mapping[str, str]) -> Organisation | None:
    """The organisation; None where `faults` says what is wrong.

    `overrides` replace what the file says: name, url, timezone, language. Permanent ids are made from the file's own
    address all the same: a preview at another address is no other nation.
    """
    node = read_mapping(content, NAME, faults)
    if node is None:
        return None
    fields = read_record(OrganisationFile, node, faults)
    if faults.has_errors:
        return None
    words = fields.words
    return Organisation(
        name=overrides.get("name") or fields.name,
        strapline=fields.strapline,
        summary=fields.summary,
        language=overrides.get("language") or fields.language,
        timezone=overrides.get("timezone") or fields.timezone,
        url=(overrides.get("url") or fields.url).rstrip("/"),
        id_domain=fields.id_domain or urlsplit(fields.url).hostname or "",
        repository=fields.repository.rstrip("/"),
        notice=fields.notice,
        imprint=fields.imprint,
        contact=contact_of(fields.contact),
        menu=outside_links(fields.menu),
        actions=outside_links(fields.actions),
        links=outside_links(fields.links),
        figures=tuple(Figure(one.value, one.label, one.as_of, one.source) for one in fields.figures),
        meeting_types=TYPES | (words.meetings if words else {}),
        access_facts=ACCESS | (words.access if words else {}),
    )
