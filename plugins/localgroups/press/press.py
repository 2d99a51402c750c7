"""Publishing: at every moment the output is the old site or the new one, whole.

The new site is laid in a second tree beside the output (the back tree), which shares with the output every file that
stays; then the two change places at one instant. A build that fails or is killed before that has touched nothing
that is served.
Only bytes that differ are written, what no build names any more is removed, and files in the output that no build ever
wrote go along from tree to tree.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from pathlib import Path

from localgroups.model.artifacts import Artifact
from localgroups.press.in_place import finish_in_place, publish_in_place
from localgroups.press.kernel import settle
from localgroups.press.lock import NAME as LOCK
from localgroups.press.swapping import finish_swap, swap
from localgroups.press.trees import BackTree, remove
from localgroups.press.visitors import has_visitors

_MANIFEST, _JOURNAL, _BACK, _ASIDE, _LEFT = "manifest.txt", "journal.json", "back", "aside", "left-"
_NO_ROOM = (ENOSPC, EDQUOT)


class TwoForOnePath(RuntimeError):
    """Two artifacts claim one path: a fault of the program, or of a plugin."""


class NotAFolder(RuntimeError):
    """The output cannot be a folder, because a file stands there."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did. Paths are relative to the output, with `/`."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    total: int
    is_swapped: bool = True
    """False where the output could not be swapped, and files went to their places one after the other."""


@dataclass(slots=True)
class Press:
    """One build's way into the output folder. The build has the workshop to itself (`lock.alone`)."""

    output: Path
    workshop: Path
    """A folder of our own on the same disk, beside the output."""
    _named: set[str] = field(default_factory=set)
    _tree: BackTree = field(init=False)
    _is_open: bool = False

    def __post_init__(self) -> None:
        if self.output.exists() and not self.output.is_dir():
            raise NotAFolder(str(self.output))
        finish_swap(self.output, self._back, self.workshop / _ASIDE)
        finish_in_place(self.output, self.workshop / _JOURNAL)
        self._tree = BackTree(self.output, self._back)

    @property
    def _back(self) -> Path:
        return self.workshop / _BACK

    @property
    def _manifest(self) -> Path:
        return self.workshop / _MANIFEST

    def put(self, artifact: Artifact) -> None:
        """Take one file of the new site; nothing that is served changes yet."""
        path = artifact.path.text
        if path in self._named:
            raise TwoForOnePath(path)
        self._named.add(path)
        if not self._stands(path, artifact.data):
            self._open()
            self._tree.lay(path, artifact.data)

    def put_all(self, artifacts: Iterable[Artifact]) -> None:
        for artifact in artifacts:
            self.put(artifact)

    def __contains__(self, path: str) -> bool:
        """Whether this build has named a path already."""
        return path in self._named

    def _stands(self, path: str, data: bytes) -> bool:
        """Whether the served file has these bytes already."""
        try:
            with open(f"{self.output}/{path}", "rb", buffering=0) as there:  # noqa: PTH123 - for every file of the site
                return os.fstat(there.fileno()).st_size == len(data) and there.read() == data
        except OSError:
            return False

    def _open(self) -> None:
        """See that the back tree may be changed: whoever is still inside keeps it, and we begin another."""
        if self._is_open:
            return
        self._is_open = True
        left = [one for one in self.workshop.glob(f"{_LEFT}*") if one.is_dir()]
        for folder in left:
            if not has_visitors(folder):
                remove(folder)
        if self._back.is_dir() and has_visitors(self._back):
            number = next(one for one in range(len(left) + 1) if not (self.workshop / f"{_LEFT}{one}").exists())
            self._back.rename(self.workshop / f"{_LEFT}{number}")

    def publish(self, keep_others: bool = False) -> Published:
        """Make it the site. `keep_others` removes nothing: a preview of some groups knows only these."""
        before = self._known()
        gone = set() if keep_others else before - self._named
        # Named before the swap: were this stopped right after it, the next build would still know what is ours.
        self._remember(before | self._named)
        laid = frozenset(self._tree.laid)
        is_swapped = True
        if laid or gone or not self.output.is_dir():
            self._open()
            is_swapped = self._swapped(gone, is_first=not before)
            if not is_swapped:
                publish_in_place(self.output, self._back, laid, gone, self.workshop / _JOURNAL)
        with suppress(OSError):  # the new site stands; the longer list does no harm
            self._remember(self._named | (before if keep_others else set()))
        return Published(tuple(sorted(laid)), tuple(sorted(gone)), len(self._named), is_swapped)

    def _swapped(self, gone: set[str], is_first: bool) -> bool:
        """Whether the back tree took the output's place."""
        if os.path.ismount(self.output):
            return False
        if not is_first:  # there is an old site that a power cut must not cost; a first one is not worth the wait
            settle(self._back, (self._back / path for path in self._tree.laid))
        try:
            # Last of all: what others lay in the output until now comes along.
            self._tree.bring_up(gone)
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise
            return False
        return swap(self.output, self._back, self.workshop / _ASIDE)

    def abandon(self) -> None:
        """Give back the room that new files take: this build ends without a site."""
        self._tree.drop()

    def _known(self) -> set[str]:
        try:
            return set(self._manifest.read_text(encoding="utf-8").splitlines())
        except OSError:
            return set()

    def _remember(self, paths: set[str]) -> None:
        if paths == self._known() and self._manifest.exists():
            return
        self.workshop.mkdir(parents=True, exist_ok=True)
        beside = self._manifest.with_suffix(".new")
        beside.write_text("".join(f"{one}\n" for one in sorted(paths)), encoding="utf-8")
        settle(self.workshop, [beside])
        beside.replace(self._manifest)


def forget(workshop: Path) -> None:
    """Empty the workshop, but for what the press needs to know of the site that stands, and for last good versions.

    Neither can be made again: the site is never lost, nor what stands in on it for broken files.
    """
    kept = (_MANIFEST, _JOURNAL, _ASIDE, LOCK, "good")
    for entry in sorted(workshop.glob("*")):
        if entry.name not in kept and not entry.name.startswith(_LEFT):
            remove(entry)
