"""Meetings as an earlier text of a file has them.

Only to tell whether what is said of them has changed: nothing of it is published, so that pictures, documents and
neighbouring files, which may be gone, are not looked for.
"""

from datetime import date
from pathlib import Path

from localgroups.model.identity import Kind, Owner
from localgroups.model.items import Meeting
from localgroups.model.nation import NationFacts
from localgroups.reading.desk import Desk
from localgroups.reading.earlier import FORGIVEN
from localgroups.reading.faults import FileFaults
from localgroups.reading.files import Folder, text_of
from localgroups.reading.library import Library
from localgroups.reading.meeting_lists import list_of
from localgroups.reading.owner_items import read_item_text
from localgroups.reading.rendering import Renderer

LIST = ".yaml"


def desk_then(owner: Owner, facts: NationFacts, renderer: Renderer, timezone: str, imprint: str) -> Desk:
    """A desk with nothing on it: whatever is read at it depends on its text alone."""
    folder = Folder(Path(), "")
    language, library = facts.organisation.language, Library(folder, owner.slug, renderer)
    return Desk(owner, facts, language, timezone, imprint, folder, library, renderer, date.min)


def meetings_then(name: str, data: bytes, desk: Desk) -> list[Meeting]:
    """The meetings in the bytes of a file, `2026-12-03-meeting.md` or `autumn.yaml`; none where they were not good."""
    faults = FileFaults(name, forgiven=FORGIVEN)
    text = text_of(data, faults)
    if text is None or faults.has_errors:
        return []
    if name.endswith(LIST):
        readings = list_of(text, faults, desk)
    else:
        readings = [read_item_text(Kind.MEETINGS, name.removesuffix(".md"), text, faults, desk)]
    return [one.item for one in readings if isinstance(one.item, Meeting) and not one.faults.has_errors]
