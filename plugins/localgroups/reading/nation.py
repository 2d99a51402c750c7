"""The national office's own folder: the facts that every group is read against, and its own items."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.identity import NATION, Kind, Owner
from localgroups.model.items import Items
from localgroups.model.nation import NationFacts, NationReading
from localgroups.model.organisation import Organisation
from localgroups.model.values import replace
from localgroups.reading import organisation as organisation_file
from localgroups.reading import regions as regions_file
from localgroups.reading.desk import Desk
from localgroups.reading.earlier import NOTHING, Earlier
from localgroups.reading.faults import FileFaults
from localgroups.reading.files import scan_folder
from localgroups.reading.holding import held_refused, held_text
from localgroups.reading.library import Library
from localgroups.reading.outside import Seen
from localgroups.reading.owner_items import read_items
from localgroups.reading.rendering import Renderer
from localgroups.reading.unreadable import UnreadableNation
from localgroups.reading.yaml_files import read_text_alone

FOLDER = "content"
HOME = "home.md"


def read_organisation(source: Path, overrides: Mapping[str, str] | None = None) -> Organisation:
    """The organisation alone. Raises UnreadableNation."""
    faults = FileFaults(f"{FOLDER}/{organisation_file.NAME}")
    organisation = organisation_file.read_organisation_file(source / FOLDER, faults, overrides or {})
    if organisation is None:
        raise UnreadableNation(_sorted(faults.found))
    return organisation


def read_nation(
    source: Path,
    renderer: Renderer,
    today: date,
    overrides: Mapping[str, str] | None = None,
    earlier: Earlier = NOTHING,
    seen: Sequence[Seen] | None = None,
) -> NationReading:
    """All of `content/` but its pages. Raises UnreadableNation.

    `overrides` replace what organisation.yaml says: name, url, timezone, language. `seen` is what lies in `content/`,
    where somebody has just looked.
    """
    content = source / FOLDER
    about_office = FileFaults(f"{FOLDER}/{organisation_file.NAME}")
    about_regions = FileFaults(f"{FOLDER}/{regions_file.NAME}")
    organisation = organisation_file.read_organisation_file(content, about_office, overrides or {})
    regions = regions_file.read_regions(content, about_regions)
    if organisation is None or about_regions.has_errors:
        raise UnreadableNation(_sorted([*about_office.found, *about_regions.found]))

    folder = scan_folder(content, FOLDER, seen, is_nation=True)
    library = Library(folder, NATION, renderer)
    desk = Desk(
        owner=Owner(NATION, organisation.name),
        facts=NationFacts(organisation, regions, {stem: stem for stem in folder.texts[Kind.CAMPAIGNS]}),
        language=organisation.language,
        timezone=organisation.timezone,
        imprint=organisation.imprint,
        folder=folder,
        library=library,
        renderer=renderer,
        today=today,
        earlier=earlier,
    )
    campaigns = read_items(desk, (Kind.CAMPAIGNS,))
    titles = {one.stem: one.title for one in campaigns.items.campaigns}
    facts = replace(desk.facts, campaigns={stem: titles.get(stem, "") for stem in desk.facts.campaigns})
    desk = replace(desk, facts=facts)
    others = read_items(desk, (Kind.NEWS, Kind.MEETINGS))
    about_home = FileFaults(f"{FOLDER}/{HOME}")
    intro = read_text_alone(HOME, about_home, desk)
    home = ((HOME, intro.source),) if intro.source else ()
    found = [*about_office.found, *about_regions.found, *about_home.found, *folder.diagnostics]
    return NationReading(
        facts=facts,
        items=Items(others.items.news, others.items.meetings, campaigns.items.campaigns),
        intro=intro.html,
        assets=library.published(),
        diagnostics=_sorted([*found, *campaigns.diagnostics, *others.diagnostics]),
        held=(
            *held_text(about_home, intro.stands_in),
            *held_refused(folder, campaigns.stand_ins | others.stand_ins),
            *campaigns.held,
            *others.held,
        ),
        item_count=campaigns.count + others.count + len(folder.refused),
        good=tuple(sorted((*home, *campaigns.good, *others.good))),
    )


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda one: one.order))
