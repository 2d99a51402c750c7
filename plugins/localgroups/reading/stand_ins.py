"""The last good version of what is broken: an earlier text of the file, published in its place.

Nothing that is good gives way: an earlier version that claims the address, the id or a former name of an item
of today stays away.
"""

from collections.abc import Callable, Iterable

from localgroups.model.identity import Kind
from localgroups.model.items import AnyItem
from localgroups.model.values import replace
from localgroups.reading.desk import Desk
from localgroups.reading.earlier import FORGIVEN
from localgroups.reading.faults import FileFaults
from localgroups.reading.file_names import fault_of_stem
from localgroups.reading.items import ItemReading
from localgroups.reading.meeting_lists import list_of
from localgroups.reading.nodes import Mapping

ReadText = Callable[[Kind, str, str | None, FileFaults, Desk], ItemReading]
"""Makes an item of a file's text."""


def with_stand_ins(readings: list[ItemReading], kind: Kind, desk: Desk, read: ReadText) -> list[ItemReading]:
    """The readings of one kind, with earlier versions in the place of what is broken, where there are any."""
    taken = _Taken(one.item for one in readings if one.item is not None)
    lists = {f"{desk.folder.prefix}/meetings/{name}": f"meetings/{name}" for name in desk.folder.lists}
    entries: dict[str, list[ItemReading]] = {}
    found: list[ItemReading] = []
    for one in readings:
        if one.faults.path in lists:
            entries.setdefault(one.faults.path, []).append(one)
        else:
            found.append(_stand_in(one, kind, taken, desk, read))
    for path, of_list in entries.items():
        found += _list_stand_ins(of_list, lists[path], taken, desk)
    if kind in desk.folder.texts:
        found += _of_refused(kind, taken, desk, read)
    return found


class _Taken:
    """Addresses, ids and former names that items of one kind have."""

    def __init__(self, items: Iterable[AnyItem]) -> None:
        self.stems: set[str] = set()
        self.names: set[str] = set()
        for one in items:
            self.take(one)

    def take(self, item: AnyItem) -> None:
        self.stems.update((item.stem, *item.formerly))
        self.names.add(item.name.casefold())

    def is_free(self, item: AnyItem) -> bool:
        return item.name.casefold() not in self.names and self.stems.isdisjoint((item.stem, *item.formerly))


def _needs_help(one: ItemReading, desk: Desk) -> bool:
    is_gone = one.faults.path.removeprefix(f"{desk.folder.prefix}/") in desk.folder.gone
    return one.item is None and (one.faults.has_errors or is_gone)


# -------------------------------------------------------------------- texts


def _stand_in(one: ItemReading, kind: Kind, taken: _Taken, desk: Desk, read: ReadText) -> ItemReading:
    if not _needs_help(one, desk):
        return one
    earlier = _last_good(one.faults.path, kind, desk, read)
    if earlier is None:
        return replace(one, source="")
    item = earlier.item if earlier.item is not None and taken.is_free(earlier.item) else None
    if item is not None:
        taken.take(item)
    return replace(one, item=item, source=earlier.source, is_draft=earlier.is_draft, stands_in=item is not None)


def _last_good(path: str, kind: Kind, desk: Desk, read: ReadText) -> ItemReading | None:
    """The newest earlier version without a fault. It may be a draft, or have expired: then nothing is shown."""
    name = path.removeprefix(f"{desk.folder.prefix}/")
    stem = name.rpartition("/")[2].removesuffix(".md")
    before = desk.as_it_was()
    for text, faults in desk.earlier.readable(name, path):
        reading = read(kind, stem, text, faults, before)
        if not reading.faults.has_errors:
            return reading
    return None


def _of_refused(kind: Kind, taken: _Taken, desk: Desk, read: ReadText) -> list[ItemReading]:
    """For a text in whose place something else lies, a link or a folder. That it is held is told elsewhere."""
    found = []
    for path in desk.folder.refused:
        folder, _, file = path.removeprefix(f"{desk.folder.prefix}/").partition("/")
        is_odd = any(one.span.path == path and one.code == "not-a-plain-file" for one in desk.folder.diagnostics)
        if folder == kind and is_odd and fault_of_stem(file) is None:
            reading = ItemReading(path, None, FileFaults(path), counts=False)
            earlier = _last_good(path, kind, desk, read)
            if earlier is not None and earlier.item is not None and taken.is_free(earlier.item):
                taken.take(earlier.item)
                reading = replace(reading, item=earlier.item, source=earlier.source, stands_in=True)
            found.append(reading)
    return found


# -------------------------------------------------------------------- lists


def _list_stand_ins(readings: list[ItemReading], name: str, taken: _Taken, desk: Desk) -> list[ItemReading]:
    """The readings of one list, with earlier entries for the broken ones; all of them, where the list is broken."""
    if not any(_needs_help(one, desk) for one in readings):
        return readings
    earlier = _last_good_list(readings[0].faults.path, name, desk)
    pool = [one for one in earlier if one.item is not None and taken.is_free(one.item)]
    source = next((one.source for one in earlier if one.source), "")
    found: list[ItemReading] = []
    if len(readings) == 1 and readings[0].faults.root is None:
        for one in pool:
            if one.item is not None and taken.is_free(one.item):
                taken.take(one.item)
                found.append(one)
        counts = readings[0].counts and not found
        return [*found, replace(readings[0], counts=counts, source=source, stands_in=bool(found))]
    matches = _matches([one for one in readings if _needs_help(one, desk)], pool)
    for one in readings:
        match = matches.get(id(one))
        if match is not None and match.item is not None and taken.is_free(match.item):
            taken.take(match.item)
            found.append(replace(one, item=match.item, entry=match.entry, stands_in=True))
        else:
            found.append(one)
    kept = _rejoined(found, desk) or source
    return [replace(one, source=kept) if one.source else one for one in found]


def _rejoined(readings: list[ItemReading], desk: Desk) -> str:
    """The good entries of a list and those that stand in, as a list of their own; empty where that cannot be made."""
    good = [one for one in readings if one.stands_in or (one.counts and not one.faults.has_errors)]
    text = "".join(one.entry for one in good)
    if not text or not all(one.entry for one in good):
        return ""
    again = list_of(text, FileFaults(readings[0].faults.path, forgiven=FORGIVEN), desk)
    is_same = [one.item and one.item.stem for one in again if one.counts] == [
        one.item and one.item.stem for one in good
    ]
    return text if is_same and not any(one.faults.has_errors for one in again) else ""


def _last_good_list(path: str, name: str, desk: Desk) -> list[ItemReading]:
    before = desk.as_it_was()
    for text, whole in desk.earlier.readable(name, path):
        readings = list_of(text, whole, before)
        if not any(one.faults.has_errors for one in readings):
            return readings
    return []


def _matches(broken: Iterable[ItemReading], pool: Iterable[ItemReading]) -> dict[int, ItemReading]:
    """By the `id()` of a broken entry the earlier one that it was: that of the same id, else beginning, else title."""
    left = list(broken)
    matches: dict[int, ItemReading] = {}
    used: set[int] = set()
    for key in ("id", "starts", "title"):
        known: dict[str, list[ItemReading]] = {}
        for other in pool:
            if id(other) not in used:
                known.setdefault(_written(other, key), []).append(other)
        known.pop("", None)
        for queue in known.values():
            queue.reverse()
        for one in left:
            queue = known.get(_written(one, key), [])
            if id(one) not in matches and queue:
                matches[id(one)] = queue.pop()
                used.add(id(matches[id(one)]))
    return matches


def _written(one: ItemReading, key: str) -> str:
    root = one.faults.root
    return " ".join(root.text(key).split()).casefold() if isinstance(root, Mapping) else ""
