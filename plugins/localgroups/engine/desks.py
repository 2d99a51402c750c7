"""Desk pages out of one build: what was found in each group's folder, brought to its writers."""

from collections.abc import Iterable, Iterator

from localgroups.engine.config import Config
from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import GroupReading
from localgroups.model.rollups import Rollup
from localgroups.outputs.cards import Cards
from localgroups.outputs.desk import Desk, desk_page
from localgroups.outputs.pages import Page
from localgroups.reading.codes import CODES
from localgroups.reading.source_lines import quotable_lines


def desk_pages(
    readings: Iterable[GroupReading],
    rollups: Iterable[Rollup],
    diagnostics: Iterable[Diagnostic],
    config: Config,
    cards: Cards,
) -> Iterator[Page]:
    """A page a group, also for those that have no page of their own; `diagnostics` are those of the whole build."""
    codes = {one.name: one for one in CODES}
    of_group = {one.card.slug: one for one in rollups}
    found: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        parts = one.span.path.split("/")
        if len(parts) > 1 and parts[0] == "groups":
            found.setdefault(parts[1], []).append(one)
    for reading in readings:
        own = tuple(sorted(found.get(reading.slug, ()), key=lambda one: one.order))
        desk = Desk(
            slug=reading.slug,
            group=reading.group,
            rollup=of_group.get(reading.slug),
            diagnostics=own,
            held=tuple(sorted(reading.held, key=lambda one: one.path)),
            lines=quotable_lines(config.source, own),
            drafts=reading.drafts,
            expired=reading.expired,
        )
        yield desk_page(desk, codes, cards)
