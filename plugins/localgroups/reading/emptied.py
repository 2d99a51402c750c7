"""A folder that was emptied by a slip: its items are shown as they were, and it is said.

To delete one file after the other is an edit. All items of an active group at once, where there were several,
is more likely a slip of somebody who moved or cleared a folder. Whoever means it says so in group.yaml: any status
but active lets them go.
"""

from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.model.groups import Group
from localgroups.model.identity import Kind
from localgroups.reading.desk import Desk
from localgroups.reading.file_names import fault_of_stem
from localgroups.reading.owner_items import OwnerItems, read_items

SEVERAL = 2
"""Items whose loss in one build is taken for a slip."""


def read_unless_emptied(desk: Desk, group: Group | None) -> tuple[OwnerItems, tuple[Diagnostic, ...]]:
    """The group's items; those of the last build, and a fault that says so, where all were lost at once."""
    folder = desk.folder
    is_empty = not any(folder.texts.values()) and not folder.lists
    if not is_empty or group is None or group.status != "active":
        return read_items(desk), ()
    _lay_out(desk)
    items = read_items(desk)
    if len(items.items) < SEVERAL:
        for stems in folder.texts.values():
            stems.clear()
        folder.lists.clear()
        folder.gone.clear()
        return read_items(desk), ()
    return items, (_fault(folder.prefix, len(items.items)),)


def _lay_out(desk: Desk) -> None:
    """Take the files of the last build for those of today."""
    for name in desk.earlier.names():
        kind, _, file = name.partition("/")
        if kind not in desk.folder.texts or f"{desk.folder.prefix}/{name}" in desk.folder.refused:
            continue
        if fault_of_stem(file) is None:
            desk.folder.texts[Kind(kind)].append(file.removesuffix(".md"))
        elif kind == Kind.MEETINGS and file.endswith(".yaml") and "/" not in file:
            desk.folder.lists.append(file)
        else:
            continue
        desk.folder.gone.add(name)


def _fault(path: str, count: int) -> Diagnostic:
    return Diagnostic(
        "folder-emptied",
        Span(path),
        f"All items of this group are gone at once; the {count} of the last build are shown until this is settled.",
        "Put the files back. If they are meant to go, write in group.yaml: status: paused",
    )
