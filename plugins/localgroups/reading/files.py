"""What lies in a folder: seen without opening anything, and opened without following anything.

Symbolic links, pipes and devices are reported and never read: a group's folder is written by strangers.
Names are sorted, so that no machine's order shows.
"""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from localgroups.model.characters import shown
from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.identity import Kind
from localgroups.model.limits import GROUP_BYTES, GROUP_ITEMS, TEXT_BYTES
from localgroups.model.values import Struct, field
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.file_names import (
    alike,
    fault_of_list,
    fault_of_slug,
    fault_of_stem,
    is_text,
    is_unnoticed,
    is_well_named,
)
from localgroups.reading.misplaced import (
    fault_beside_groups,
    fault_of_file,
    fault_of_folder,
    fault_of_inner_folder,
    fault_of_stray,
    meant_folder,
)
from localgroups.reading.opening import PLAIN
from localgroups.reading.outside import Seen, look
from localgroups.reading.own_files import DOCUMENT_ENDINGS, IMAGE_ENDINGS
from localgroups.reading.texts import decode

_TOGETHER, _HEAVY = 32, 1_000_000
"""Texts that are read one right after the other, and bytes of them that wait to be looked at: each takes less time than
between two that are looked at."""

Beginning = tuple[bytes, int]
"""What a text may have of a file, a byte more where it is longer, and the size of the file."""

UPLOADS = {"images": IMAGE_ENDINGS, "documents": DOCUMENT_ENDINGS}


class Folder(Struct):
    """The files of one owner, by what they are for. Filled by `scan_folder`, read-only afterwards."""

    root: Path
    prefix: str
    """Before every path in diagnostics: `groups/riverside`, `content`."""
    names: set[str] = field(default_factory=set)
    """Files at the top: `group.yaml`, `about.md`."""
    texts: dict[Kind, list[str]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    """Stems of the Markdown files of each kind."""
    lists: list[str] = field(default_factory=list)
    """Names of lists of meetings: `autumn.yaml`."""
    uploads: set[str] = field(default_factory=set)
    """`images/march.jpg`, `documents/agenda.pdf`."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Paths of texts that cannot be read at all, because of what they are or what they are called."""
    size: int = 0
    """Bytes of all files together."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """SHA-256 of the bytes of every text that was read so far, by its path in the folder."""
    gone: set[str] = field(default_factory=set)
    """Texts and lists that are shown as they were although the files are gone: the folder was emptied by a slip."""
    _ahead: dict[str, Beginning | None] = field(default_factory=dict)
    """What was read of texts that nobody has asked for yet."""

    def read(self, name: str, faults: FileFaults) -> str | None:
        """The text of a file in it, as `read_text` gives it; those that come after it are read with it."""
        if name not in self._ahead:
            self._read_on(name)
        return _text_in(name, self._ahead.pop(name), faults, self.digests)

    def _read_on(self, name: str) -> None:
        self._ahead[name] = read_beginning(self.root, name)
        kind, _, stem = name.removesuffix(".md").partition("/")
        stems = self.texts[Kind(kind)] if kind in set(Kind) else []
        if stem not in stems or name in self.digests:  # a list, or a text that is read once more
            return
        weight, first = 0, stems.index(stem) + 1
        for other in stems[first : first + _TOGETHER - 1]:
            found = self._ahead[f"{kind}/{other}.md"] = read_beginning(self.root, f"{kind}/{other}.md")
            weight += len(found[0]) if found else 0
            if weight >= _HEAVY:
                break

    def report(self, fault: Fault, path: str) -> None:
        self.diagnostics.append(fault.at(Span(path)))

    def refuse(self, fault: Fault, name: str) -> None:
        """Report what lies at `name` in the folder, and hold it where the fault is an error."""
        path = f"{self.prefix}/{_printable(name)}"
        self.report(fault, path)
        if fault.severity is Severity.ERROR:
            self.refused.append(path)


def group_slugs(source: Path) -> tuple[list[str], list[Diagnostic]]:
    """Slugs of the groups' folders, sorted, and what else was found there."""
    slugs: list[str] = []
    found: list[Diagnostic] = []
    for entry in _entries(source / "groups"):
        if is_unnoticed(entry.name):
            continue
        path = f"groups/{_printable(entry.name)}"
        if not S_ISDIR(entry.stat(follow_symlinks=False).st_mode):
            beside = fault_beside_groups(_printable(entry.name), entry.name.casefold())
            fault = _not_plain(entry.name) if entry.is_symlink() else beside
            found.append(fault.at(Span(path)))
            continue
        fault_of_name = fault_of_slug(entry.name)
        if fault_of_name:
            found.append(fault_of_name.at(Span(path)))
        else:
            slugs.append(entry.name)
    return slugs, found


def scan_folder(root: Path, prefix: str, seen: Sequence[Seen] | None = None, *, is_nation: bool = False) -> Folder:
    """What lies in an owner's folder. The national office keeps other things in its own, which are not reported.

    `seen` is what lies there, where somebody has just looked. Raises OSError where it may not be read.
    """
    folder = Folder(root, prefix)
    inside = _Inside(root, look(root) if seen is None else seen)
    entries = inside.of("")
    present = {name for name, _ in entries}
    for name, facts in entries:
        if is_unnoticed(name):
            continue
        if S_ISDIR(facts.mode) and name in (*Kind, *UPLOADS):
            _scan_kind(folder, name, inside)
        elif S_ISREG(facts.mode) and (is_nation or name in ("group.yaml", "about.md")):
            folder.names.add(name)
            folder.size += facts.size
        elif is_nation and not (S_ISDIR(facts.mode) and meant_folder(name)):
            continue
        elif S_ISDIR(facts.mode):
            if inside.holds_anything(name):
                folder.refuse(fault_of_folder(name, _printable(name), present), name)
        elif S_ISREG(facts.mode):
            folder.refuse(fault_of_file(name, _printable(name), present), name)
        else:
            folder.report(_not_plain(name), f"{prefix}/{_printable(name)}")
    _refuse_twins(folder)
    if not is_nation:
        _check_limits(folder)
    return folder


class _Inside:
    """What was seen, by the folder that it lies in."""

    def __init__(self, root: Path, seen: Sequence[Seen]) -> None:
        self._root = root
        self._found: dict[str, list[tuple[str, Seen]]] = {}
        for one in seen:
            folder, _, name = one.path.removesuffix("/").rpartition("/")
            self._found.setdefault(folder, []).append((name, one))

    def of(self, folder: str) -> list[tuple[str, Seen]]:
        """Names in a folder and how they look, by name. Raises OSError where it may not be read."""
        found = self._found.get(folder)
        if found is None:
            list(_entries(self._root / folder))  # raises, if what looked empty is closed to us
            return []
        return sorted(found)

    def holds_anything(self, folder: str) -> bool:
        """Whether somebody put something into it; what belongs to tools does not count."""
        return any(not is_unnoticed(name) for name, _ in self.of(folder))


def _scan_kind(folder: Folder, name: str, inside: _Inside) -> None:
    stems = None if name in UPLOADS else folder.texts[Kind(name)]
    for entry, facts in inside.of(name):
        if is_unnoticed(entry):
            continue
        folder.size += facts.size
        is_file = S_ISREG(facts.mode)
        if is_file and stems is not None and is_well_named(entry):  # nearly every file
            stems.append(entry.removesuffix(".md"))
            continue
        path = f"{folder.prefix}/{name}/{_printable(entry)}"
        if not is_file:
            if S_ISDIR(facts.mode):
                if inside.holds_anything(f"{name}/{entry}") or is_text(entry):
                    folder.refuse(fault_of_inner_folder(_printable(entry), name), f"{name}/{entry}")
                continue
            folder.report(_not_plain(entry), path)
            if is_text(entry) and name not in UPLOADS:
                folder.refused.append(path)
        elif name in UPLOADS:
            if entry.casefold().endswith(UPLOADS[name]):
                folder.uploads.add(f"{name}/{entry}")
            else:
                folder.refuse(fault_of_stray(entry, _printable(entry), name), f"{name}/{entry}")
        elif name == Kind.MEETINGS and entry.endswith(".yaml"):
            folder.lists.append(entry)
        elif name == Kind.MEETINGS and entry.casefold().endswith((".yml", ".yaml")):
            folder.report(fault_of_list(entry), path)
            folder.refused.append(path)
        elif is_text(entry) and (fault := fault_of_stem(entry)):
            folder.report(fault, path)
            folder.refused.append(path)
        else:
            folder.refuse(fault_of_stray(entry, _printable(entry), name), f"{name}/{entry}")


def _refuse_twins(folder: Folder) -> None:
    """Pictures and documents whose names differ in nothing that every disk and every eye can tell apart."""
    first: dict[str, str] = {}
    for path in sorted(folder.uploads):
        other = first.setdefault(alike(path), path)
        if other != path:
            folder.uploads.discard(path)
            fault = warning(
                "same-name",
                f"{quoted(_printable(path))} and {quoted(_printable(other))} differ in capitals or accents alone.",
                "Rename one of them: many disks take them for the same file.",
            )
            folder.report(fault, f"{folder.prefix}/{_printable(path)}")


def _check_limits(folder: Folder) -> None:
    if folder.size > GROUP_BYTES.most:
        size = f"{folder.size // 1_000_000} MB"
        fault = Fault(
            "folder-too-large",
            f"This group's folder has {size}; at most {GROUP_BYTES} are taken.",
            "Delete old pictures and documents, or make them smaller.",
        )
        folder.report(fault, folder.prefix)
        folder.uploads.clear()
    room = GROUP_ITEMS.most
    for kind, stems in folder.texts.items():
        for stem in stems[room:]:
            path = f"{folder.prefix}/{kind}/{stem}.md"
            folder.refused.append(path)
            folder.report(
                Fault(
                    "too-many-items",
                    f"This group has more than {GROUP_ITEMS}; this one is left out.",
                    "Delete what nobody looks for any more.",
                ),
                path,
            )
        folder.texts[kind] = stems[:room]
        room -= len(folder.texts[kind])


def read_text(root: Path, name: str, faults: FileFaults, digests: dict[str, bytes] | None = None) -> str | None:
    """The text of a file; None where it cannot be used, and then `faults` says why. What was read whole is noted in
    `digests`, by its name."""
    return _text_in(name, read_beginning(root, name), faults, digests)


def _text_in(
    name: str, found: Beginning | None, faults: FileFaults, digests: dict[str, bytes] | None = None
) -> str | None:
    if found is None:
        faults.add(_not_plain(name.rpartition("/")[2]))
        return None
    data, size = found
    if digests is not None and len(data) == size:
        digests[name] = sha256(data).digest()
    return text_of(data, faults, size)


def read_beginning(root: Path, name: str) -> Beginning | None:
    """What a text may have of a file; None where it is no plain file."""
    try:
        handle = os.open(f"{root}/{name}", PLAIN)
    except OSError:
        return None
    try:
        facts = os.fstat(handle)
        if not S_ISREG(facts.st_mode):
            return None
        return _read(handle, min(facts.st_size, TEXT_BYTES.most + 1)), facts.st_size
    finally:
        os.close(handle)


def _read(handle: int, most: int) -> bytes:
    """So many bytes of an open file; fewer where it has become shorter."""
    data = os.read(handle, most)
    while 0 < len(data) < most and (more := os.read(handle, most - len(data))):
        data += more
    return data


def text_of(data: bytes, faults: FileFaults, size_on_disk: int = 0) -> str | None:
    """The text in some bytes; None where they cannot be used, and then `faults` says why."""
    if len(data) > TEXT_BYTES.most:
        size = f"{max(size_on_disk, len(data)) // 1_000} KB"
        faults.add(
            Fault(
                "text-too-large",
                f"This file has {size}; a text may have {TEXT_BYTES}.",
                "Make two texts of it, or attach the long part as a document.",
            )
        )
        return None
    return decode(data, faults)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing where there is none."""
    try:
        with os.scandir(folder) as found:
            yield from sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return


def _not_plain(name: str) -> Fault:
    return Fault(
        "not-a-plain-file",
        f"{quoted(_printable(name))} is not a file of its own, or cannot be opened.",
        "Upload the file itself, not a link to it.",
    )


def _printable(name: str) -> str:
    """A name that can be printed, whatever bytes it was made of."""
    return shown(name.encode("utf-8", "backslashreplace").decode("utf-8"))
