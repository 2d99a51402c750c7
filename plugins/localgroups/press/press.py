"""Publishing: at every moment the output is the old site or the new one, whole.

The new site is laid in a second tree beside the output (the back tree), which shares with the output every file that
stays; then the two change places at one instant. A build that fails or is killed before that has touched nothing
that is served. Where one file alone is new, it takes its place by itself, which is one instant too.
Only bytes that differ are written, what no build names any more is removed, and files in the output that no build ever
wrote go along from tree to tree.
"""

import os
from collections.abc import Callable, Container, Iterable
from collections.abc import Set as AbstractSet
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path

from localgroups.model.artifacts import Artifact, Draft
from localgroups.model.values import Struct
from localgroups.press.galley import Galley, Keys, Proof, TwoForOnePath
from localgroups.press.in_place import finish_in_place, publish_in_place
from localgroups.press.kernel import give_room, settle, write_settled
from localgroups.press.lock import NAME as LOCK
from localgroups.press.standing import Standing, begin_changing, behind, note, note_own, note_unchanged, only_inside
from localgroups.press.swapping import finish_swap, replace_one, swap
from localgroups.press.trees import BackTree, folders_of, remove
from localgroups.press.visitors import visited

_MANIFEST, _JOURNAL, _BACK, _ASIDE, _LEFT = "manifest.txt", "journal.json", "back", "aside", "left-"
_NO_ROOM = (ENOSPC, EDQUOT)


class NotAFolder(RuntimeError):
    """The output cannot be a folder, because a file stands there."""


class Published(Struct, frozen=True):
    """What publishing did. Paths are relative to the output, with `/`."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    is_swapped: bool = True
    """False where the output could not be swapped, and files went to their places one after the other."""


class Change(Struct, frozen=True):
    """Which files a build adds to the site, and which go. Those that have new bytes are neither."""

    added: AbstractSet[str] = frozenset()
    retired: AbstractSet[str] = frozenset()


class Press:
    """One build's way into the output folder. The build has the workshop to itself (`lock.alone`)."""

    def __init__(
        self, output: Path, workshop: Path, standing: Standing | None = None, occupied: Container[str] | None = None
    ) -> None:
        self.output = output
        self.workshop = workshop
        """A folder of our own on the same disk, beside the output."""
        self.named = set[str]()
        """Paths of the files of the new site that this build has looked at."""
        self._laid = set[str]()
        self._behind: frozenset[str] | None = None
        self._is_open = self._is_back_new = False
        if self.output.exists() and not self.output.is_dir():
            raise NotAFolder(str(self.output))
        finish(output, workshop)
        self.standing = standing or Standing.found(self.output, self.workshop)
        """What is sure about the files that are served."""
        self._occupied = occupied
        """Names of the old trees that somebody was in (`visited_trees`); None where nobody has looked."""

    @property
    def back(self) -> Path:
        """The tree in which new files wait."""
        return self.workshop / _BACK

    @property
    def _manifest(self) -> Path:
        return self.workshop / _MANIFEST

    def galley(self, known: Keys, key_of: Callable[[object], str]) -> Galley:
        """Where one part of the site is set; of what is known only that counts which still stands. What comes of it
        is taken in by `take`."""
        self.open()
        return Galley(self.output, self.back, self.standing.sure(known), key_of)

    def take(self, proof: Proof) -> None:
        """Take in a part that was set. Nothing that is served changes yet."""
        self.name(proof.keys)
        self._laid.update(proof.laid)

    def name(self, paths: Iterable[str]) -> None:
        """Files of the new site, new ones or such as stay. Raises TwoForOnePath."""
        for path in paths:
            if path in self.named:
                raise TwoForOnePath(path)
            self.named.add(path)

    def put(self, artifact: Artifact) -> None:
        """Take one file of the new site that is made already."""
        galley = self.galley({}, lambda _source: "")
        galley.set(Draft.of(artifact))
        self.take(galley.proof())

    def open(self) -> None:
        """See that the back tree may be changed: whoever is still inside keeps it, and we begin another."""
        if self._is_open:
            return
        self._is_open = True
        self._behind = behind(self.workshop)
        begin_changing(self.workshop)
        left = _left(self.workshop)
        occupied = visited_trees(self.workshop) if self._occupied is None else self._occupied
        for folder in left:
            if folder.name not in occupied:
                remove(folder)
        if self.back.is_dir() and self.back.name in occupied:
            number = next(one for one in range(len(left) + 1) if not (self.workshop / f"{_LEFT}{one}").exists())
            self.back.rename(self.workshop / f"{_LEFT}{number}")
            self._behind = None
        if not self.back.is_dir():
            self._behind = None
            self._is_back_new = True
            give_room(self.workshop)

    def take_back(self, paths: Iterable[str]) -> None:
        """Files that were laid, and shall not be published after all: where the site has such files, its own stay."""
        taken = frozenset(paths)
        BackTree(self.output, self.back, set(taken)).drop()
        if self._behind is not None:
            self._behind |= taken

    def lose_track(self) -> None:
        """It is not known any more in which files the back tree differs: all of them are compared in the end."""
        self._behind = None

    def publish(self, keep_others: bool = False, change: Change | None = None) -> Published:
        """Make it the site.

        With `change` nothing else is added or goes. Without, everything that belongs to the site has been named, and
        what earlier builds made besides is removed; `keep_others` removes nothing: a preview of some groups knows
        only these.
        """
        change = change or self._change(keep_others)
        change = Change(change.added, only_inside(change.retired))
        is_first = not self.output.is_dir()
        if not self._laid and not change.retired and not is_first:
            if self._behind is not None:
                note_unchanged(self.workshop, self._behind)
            return Published((), ())
        self.open()
        # Named before the swap: were this stopped right after it, the next build would still know what is ours.
        self._remember(change.added, frozenset())
        is_swapped = self._put_in_front(change.retired, is_first)
        with suppress(OSError):  # the new site stands; the longer list does no harm
            self._remember(frozenset(), change.retired)
        return Published(tuple(sorted(self._laid)), tuple(sorted(change.retired)), is_swapped)

    def _change(self, keep_others: bool) -> Change:
        """What is other than in all that builds ever made and that still stands."""
        before = self._known()
        return Change(self.named - before, frozenset() if keep_others else before - self.named)

    def _put_in_front(self, retired: AbstractSet[str], is_first: bool) -> bool:
        """False where files went to their places one after the other."""
        if len(self._laid) == 1 and not retired and self._replaced_alone(*self._laid):
            return True
        if self._swapped(retired, is_first):
            return True
        publish_in_place(self.output, self.back, self._laid, retired, self.workshop / _JOURNAL)
        return False

    def _replaced_alone(self, path: str) -> bool:
        """Whether the one file that is new took the place of the one that was."""
        folder = path.rpartition("/")[0]
        settle(self.back, [self.back / path])
        # Looked at last of all: what others did until now is not taken for ours afterwards.
        if not self.standing.is_ours(folder) or not replace_one(self.back / path, self.output / path):
            return False
        with suppress(OSError):  # what is not noted is looked at
            note_own(self.workshop, self.output, folder, None if self._behind is None else {*self._behind, path})
        return True

    def _swapped(self, retired: AbstractSet[str], is_first: bool) -> bool:
        """Whether the back tree took the output's place."""
        if os.path.ismount(self.output):
            return False
        if not is_first:  # there is an old site that a power cut must not cost; a first one is not worth the wait
            settle(self.back, (self.back / path for path in self._laid))
        tree = BackTree(self.output, self.back, self._laid)
        try:
            # Last of all: what others lay in the output until now comes along.
            folders = self._brought_up(tree, retired, is_first)
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise
            return False
        if not swap(self.output, self.back, self.workshop / _ASIDE):
            return False
        self._note(folders, () if is_first else frozenset(self._laid) | retired)
        return True

    def _brought_up(self, tree: BackTree, retired: AbstractSet[str], is_first: bool) -> AbstractSet[str]:
        """Make the back tree the next site; gives all its folders."""
        if is_first and self._is_back_new:
            return folders_of(self._laid)
        self.standing = self.standing.for_files()  # folders are asked for anew; a large nation has megabytes of them
        now = Standing.found(self.output, self.workshop)
        if self._behind is None or not now.is_untouched:
            return tree.bring_up(retired)
        return tree.catch_up(self._behind, retired, now.folders)

    def _note(self, folders: AbstractSet[str], apart: Iterable[str] | None) -> None:
        with suppress(OSError):  # what is not noted is looked at
            note(self.workshop, folders, apart)

    def abandon(self) -> None:
        """Give back the room that new files take: this build ends without a site."""
        BackTree(self.output, self.back, self._laid).drop()

    def _known(self) -> frozenset[str]:
        try:
            return only_inside(self._manifest.read_text(encoding="utf-8", errors="replace").splitlines())
        except OSError:
            return frozenset()

    def _remember(self, added: AbstractSet[str], retired: AbstractSet[str]) -> None:
        """Keep the list of all that builds ever made and that still stands."""
        before = self._known() if added or retired else frozenset()
        after = (before | added) - retired
        if after == before:
            return
        self.workshop.mkdir(parents=True, exist_ok=True)
        write_settled(self._manifest, "\n".join([*sorted(after), ""]))


def visited_trees(workshop: Path) -> list[str]:
    """The names of the old trees in which somebody still is. Nobody new comes into one: its name is none that is
    served."""
    return sorted(visited(one for one in (*_left(workshop), workshop / _BACK) if one.is_dir()))


def _left(workshop: Path) -> list[Path]:
    return [one for one in workshop.glob(f"{_LEFT}*") if one.is_dir()]


def finish(output: Path, workshop: Path) -> None:
    """Put right what a build that was killed left half done. Before this nothing can be said of the output."""
    finish_swap(output, workshop / _BACK, workshop / _ASIDE)
    finish_in_place(output, workshop / _JOURNAL)


def forget(workshop: Path) -> None:
    """Empty the workshop, but for what the press needs to know of the site that stands, and for last good versions.

    Neither can be made again: the site is never lost, nor what stands in on it for broken files.
    """
    kept = (_MANIFEST, _JOURNAL, _ASIDE, LOCK, "good")
    for entry in sorted(workshop.glob("*")):
        if entry.name not in kept and not entry.name.startswith(_LEFT):
            remove(entry)
