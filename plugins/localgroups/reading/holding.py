"""What is held of an owner's folder besides its items: texts that stand alone, and files that cannot be read at all."""

from localgroups.model.items import LAST_GOOD, LEFT_OUT, Held
from localgroups.reading.faults import FileFaults
from localgroups.reading.files import Folder


def held_text(faults: FileFaults, stands_in: bool) -> tuple[Held, ...]:
    """group.yaml, about.md or home.md, where it cannot be used."""
    if not faults.has_errors:
        return ()
    return (Held(faults.path, shown=LAST_GOOD if stands_in else LEFT_OUT, codes=faults.codes),)


def held_refused(folder: Folder, stand_ins: frozenset[str]) -> tuple[Held, ...]:
    """Texts that cannot be read at all; `stand_ins` are the paths of which an earlier version is published."""
    codes: dict[str, set[str]] = {path: set() for path in folder.refused}
    for one in folder.diagnostics:
        if one.span.path in codes:
            codes[one.span.path].add(one.code)
    return tuple(
        Held(path, shown=LAST_GOOD if path in stand_ins else LEFT_OUT, codes=tuple(sorted(codes[path])))
        for path in folder.refused
    )
