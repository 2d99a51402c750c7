"""All items of one owner: every file and every list read, names kept apart, each kind in its order."""

from collections.abc import Callable, Iterable

from localgroups.model.diagnostics import Diagnostic
from localgroups.model.identity import Kind
from localgroups.model.items import AnyItem, Campaign, Held, Items, Meeting, News
from localgroups.model.limits import GROUP_ITEMS
from localgroups.model.values import Struct, replace
from localgroups.reading.campaigns import read_campaign
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.front_matter import split
from localgroups.reading.items import ItemReading, is_draft
from localgroups.reading.meetings import read_meeting
from localgroups.reading.news import read_news
from localgroups.reading.nodes import Mapping, Sequence
from localgroups.reading.schema.campaign import STATUSES
from localgroups.reading.written_fields import read_fields

Reader = Callable[[Mapping, str, str, int, FileFaults, Desk], AnyItem | None]
_READERS: dict[Kind, Reader] = {Kind.NEWS: read_news, Kind.MEETINGS: read_meeting, Kind.CAMPAIGNS: read_campaign}
_STATUS_ORDER = {status: number for number, status in enumerate(STATUSES)}


class OwnerItems(Struct, frozen=True):
    """What came of all of an owner's item files."""

    items: Items
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[Held, ...]
    count: int
    good: tuple[tuple[str, str], ...] = ()
    """(path in the owner's folder, text) of every file as it was last good."""
    stand_ins: frozenset[str] = frozenset()
    """Paths of the files of which an earlier version is published."""
    drafts: int = 0
    expired: int = 0


def read_items(desk: Desk, kinds: tuple[Kind, ...] = tuple(Kind)) -> OwnerItems:
    """The items of the given kinds."""
    readings: list[ItemReading] = []
    for kind in kinds:
        of_kind = [_read_file(kind, stem, desk) for stem in desk.stems(kind)]
        if kind is Kind.MEETINGS:
            of_kind += [one for name in desk.folder.lists for one in _read_list(name, desk)]
        readings += _whole(_kept_apart(of_kind), kind, desk)
    if not desk.is_nation:
        readings = _no_more_than_the_limit(readings)
    found = [one.item for one in readings if one.item is not None]
    kept_back = [one for one in readings if one.counts and one.item is None and not one.faults.has_errors]
    return OwnerItems(
        _in_order(found),
        tuple(fault for one in readings for fault in one.faults.found),
        tuple(held for one in readings if (held := one.held)),
        sum(one.counts for one in readings),
        _good_texts(readings, desk),
        frozenset(one.path for one in readings if one.stands_in),
        sum(one.is_draft for one in kept_back),
        sum(not one.is_draft for one in kept_back),
    )


def _whole(readings: list[ItemReading], kind: Kind, desk: Desk) -> list[ItemReading]:
    """The readings of one kind, with earlier versions in the place of what is broken."""
    if not desk.folder.refused and all(one.item is not None for one in readings):
        return readings
    from localgroups.reading.stand_ins import with_stand_ins  # here: nearly every group is whole

    return with_stand_ins(readings, kind, desk, read_item_text)


def _good_texts(readings: Iterable[ItemReading], desk: Desk) -> tuple[tuple[str, str], ...]:
    """(path in the owner's folder, text) of every file that is good, or of what stands in for it."""
    start = len(desk.folder.prefix) + 1
    return tuple(sorted((one.faults.path[start:], one.source) for one in readings if one.source))


def _no_more_than_the_limit(readings: list[ItemReading]) -> list[ItemReading]:
    """Readings with those held that go over it: entries of lists are seen only here."""
    published = 0
    kept: list[ItemReading] = []
    for one in readings:
        published += one.item is not None
        if one.item is not None and published > GROUP_ITEMS.most:
            one.faults.add(
                Fault(
                    "too-many-items",
                    f"This group has more than {GROUP_ITEMS}; this one is left out.",
                    "Delete what nobody looks for any more.",
                )
            )
            one = replace(one, item=None)  # noqa: PLW2901  (the same reading, held)
        kept.append(one)
    return kept


def _read_file(kind: Kind, stem: str, desk: Desk) -> ItemReading:
    faults = FileFaults(f"{desk.folder.prefix}/{kind}/{stem}.md")
    if f"{kind}/{stem}.md" in desk.folder.gone:
        return ItemReading(faults.path, None, faults)
    return read_item_text(kind, stem, desk.folder.read(f"{kind}/{stem}.md", faults), faults, desk)


def _read_list(name: str, desk: Desk) -> list[ItemReading]:
    if f"meetings/{name}" in desk.folder.gone:
        path = f"{desk.folder.prefix}/meetings/{name}"
        return [ItemReading(path, None, FileFaults(path), counts=False)]
    from localgroups.reading.meeting_lists import read_list  # here: few groups have one

    return read_list(name, desk)


def read_item_text(kind: Kind, stem: str, text: str | None, faults: FileFaults, desk: Desk) -> ItemReading:
    """What comes of the text of one file."""
    path = faults.path
    parts = split(text, faults) if text is not None and not faults.has_errors else None
    if text is None or parts is None:
        return ItemReading(path, None, faults)
    root = read_fields(parts.fields, parts.fields_line, faults)
    if not isinstance(root, Mapping):
        first = root.items[0] if isinstance(root, Sequence) and root.items else None
        if isinstance(first, Mapping) and first.entries and not faults.has_errors:
            message = "The hyphens make a list out of the fields."
            help = f"Take the hyphen and the space before each of them away: {first.entries[0][0].value}: …"
            faults.add_at(Fault("stray-hyphen", message, help), first.line, max(1, first.column - 2), first.column)
        elif not faults.has_errors:
            faults.add(
                Fault(
                    "no-fields",
                    "There are no fields between the lines ---.",
                    "Write one a line, like  title: Members' meeting",
                )
            )
        return ItemReading(path, None, faults)
    if is_draft(root.text("status")):
        return ItemReading(path, None, FileFaults(path), source=text, is_draft=True)
    faults.root = root
    item = _READERS[kind](root, stem, parts.body, parts.body_line, faults, desk)
    return ItemReading(path, item, faults, source=text)


def _kept_apart(readings: list[ItemReading]) -> list[ItemReading]:
    """Readings of one kind, without those that claim what belongs to another: address, identity or former name."""
    living = {one.item.stem: one.path for one in reversed(readings) if one.item is not None}
    names: dict[str, str] = {}
    former: dict[str, str] = {}
    kept = []
    for one in readings:
        fault = _claim(one.item, one.path, living, names, former) if one.item is not None else None
        if fault:
            one.faults.add(*fault)
            one = replace(one, item=None)  # noqa: PLW2901  (the same reading, held)
        elif one.item is not None:
            names[one.item.name.casefold()] = one.path
            former.update(dict.fromkeys(one.item.formerly, one.path))
        kept.append(one)
    return kept


def _claim(
    item: AnyItem, path: str, living: dict[str, str], names: dict[str, str], former: dict[str, str]
) -> tuple[Fault, str] | None:
    """The fault of an item that claims what another has, and its field."""
    if living[item.stem] != path:
        return Fault(
            "duplicate-address",
            f"{living[item.stem]} has the same address.",
            "Give one of them an id of its own, like  id: film-night-2",
        ), "id"
    for stem in item.formerly:
        other = living.get(stem) or former.get(stem, "")
        if other:
            whose = "it is this file's name today" if other == path else f"{other} has it"
            fault = Fault(
                "former-name-taken",
                f"{quoted(stem)} cannot be a former name: {whose}.",
                f"Take {stem} out of formerly:",
            )
            return fault, "formerly"
    if item.name.casefold() in names:
        other = names[item.name.casefold()]
        fault = Fault(
            "duplicate-id", f"{quoted(item.name)} is the id of {other} too.", "Take the line id: out of the copy."
        )
        return fault, "id"
    return None


def _in_order(found: list[AnyItem]) -> Items:
    news = [one for one in found if isinstance(one, News)]
    meetings = [one for one in found if isinstance(one, Meeting)]
    campaigns = [one for one in found if isinstance(one, Campaign)]
    return Items(
        news=tuple(sorted(news, key=lambda one: (-one.date.toordinal(), one.stem))),
        meetings=tuple(sorted(meetings, key=lambda one: (one.starts.instant, one.ends.instant, one.stem))),
        campaigns=tuple(sorted(campaigns, key=lambda one: (_STATUS_ORDER[one.status], one.title.casefold(), one.stem))),
    )
