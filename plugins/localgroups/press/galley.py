"""A galley: where the files of one part of the site are set, before they are published with all others.

A part is a group, or the nation. Several galleys may be filled at once, also in several processes, because each holds
a part of its own and no two parts share a folder that both of them make.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from localgroups.model.artifacts import Draft
from localgroups.model.values import Struct
from localgroups.press.trees import BackTree

Keys = Mapping[str, str]
"""Paths of files, each with a text that changes when what it is made from does."""


_TOGETHER, _HEAVY = 64, 1_000_000
"""Files that are laid one right after the other, and bytes of them that wait for that: where a disk is asked for many
files in a row, each takes it a fifth less than between two pages that are made."""


class TwoForOnePath(RuntimeError):
    """Two files claim one path: a fault of the program, or of a plugin."""


class Proof(Struct, frozen=True):
    """One part as it was set. Paths are relative to the output, with `/`."""

    keys: dict[str, str]
    """Every file of the part."""
    laid: tuple[str, ...]
    """Those that are new or other than what is served, and wait in the back tree."""


class Galley:
    """Sets one part."""

    __slots__ = ("_tree", "_waiting", "_weight", "front", "key_of", "keys", "known")

    def __init__(self, front: Path, back: Path, known: Keys, key_of: Callable[[object], str]) -> None:
        self.front = front
        """The tree that is served. It is only looked at."""
        self.known = known
        """What the front holds for sure, as an earlier build left it; empty where nothing is sure."""
        self.key_of = key_of
        self.keys = dict[str, str]()
        self._tree = BackTree(front, back)
        self._waiting: list[tuple[str, bytes]] = []
        self._weight = 0

    def set(self, draft: Draft) -> None:
        """One file. It is made where it is not known to stand already, and laid where its bytes differ."""
        path = draft.path.text
        if path in self.keys:
            raise TwoForOnePath(path)
        key = self.key_of(draft.source)
        self.keys[path] = key
        if self.known.get(path) == key:
            return
        data = draft.make()
        if not self._tree.has_front or not _stands(f"{self.front}/{path}", data):
            self._waiting.append((path, data))
            self._weight += len(data)
            if len(self._waiting) >= _TOGETHER or self._weight >= _HEAVY:
                self._lay()

    def _lay(self) -> None:
        for path, data in self._waiting:
            self._tree.lay(path, data)
        self._waiting.clear()
        self._weight = 0

    def stand(self, path: str) -> bool:
        """A file that is not to be made: whether it is known to stand."""
        if path in self.known:
            self.keys[path] = self.known[path]
        return path in self.known

    def set_all(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            self.set(draft)

    def drop(self) -> None:
        """Take away what was laid: nothing comes of this part."""
        self._waiting.clear()
        self._tree.drop()

    def proof(self) -> Proof:
        """What came of it, when all is set."""
        self._lay()
        return Proof(self.keys, tuple(sorted(self._tree.laid)))


def _stands(file: str, data: bytes) -> bool:
    """Whether the served file has these bytes already."""
    try:
        with open(file, "rb", buffering=0) as there:  # noqa: PTH123 - for every file of the site
            return os.fstat(there.fileno()).st_size == len(data) and there.read() == data
    except OSError:
        return False
