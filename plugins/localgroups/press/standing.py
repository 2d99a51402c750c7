"""What is known of the two trees without walking through them.

A walk through all folders costs as much as everything else of a small edit. So the press notes what it left: every
folder of the front, the moment at which all was done, and in which files the back tree is behind. A folder that
somebody else has changed since then says so by its own time.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from localgroups.model.values import Struct, field, replace
from localgroups.press.kernel import write_settled
from localgroups.press.whole_files import write_whole

_FOLDERS, _APART, _OWN = "folders.txt", "apart.txt", "own.txt"


class Noted(Struct, frozen=True):
    """The front as the last build noted it."""

    front: str
    folders: list[str]
    """All folders, relative, with `/`; the front itself is the empty text."""
    stamp: int
    """Nanoseconds: what is younger, we did not make."""

    @classmethod
    def read(cls, front: Path, workshop: Path) -> "Noted | None":
        """None where nothing was noted."""
        try:
            with (workshop / _FOLDERS).open("rb") as file:
                stamp = os.fstat(file.fileno()).st_mtime_ns
                return cls(str(front), file.read().decode("utf-8").split("\n"), stamp)
        except (OSError, ValueError):
            return None

    def younger(self) -> list[str]:
        """The folders that have changed since, or are gone.

        Every edit asks this of every folder: so no function is called for one, and the way to the front is gone once.
        """
        found, stat, stamp = [], os.stat, self.stamp
        try:
            start = os.open(self.front, os.O_RDONLY) if stat in os.supports_dir_fd else None
        except OSError:
            return self.folders
        way = f"{self.front}/" if start is None else "./"
        try:
            for one in self.folders:
                try:
                    if stat(way + one, dir_fd=start).st_mtime_ns > stamp:
                        found.append(one)
                except OSError:
                    found.append(one)
        finally:
            if start is not None:
                os.close(start)
        return found


class Standing(Struct, frozen=True):
    """The front as the last build left it, and what became of it since."""

    front: str
    folders: frozenset[str] = frozenset()
    """All folders, relative, with `/`; the front itself is the empty text."""
    stamp: int = 0
    """Nanoseconds: what is younger, we did not make."""
    touched: frozenset[str] = frozenset()
    """Folders that others have changed, or taken away."""
    is_known: bool = False
    own: dict[str, int] = field(default_factory=dict)
    """Folders that we have changed since, and how each looked then: its time in nanoseconds."""

    @classmethod
    def found(cls, front: Path, workshop: Path) -> "Standing":
        """What was noted, held against the folders themselves. Where nothing was, nothing is known."""
        noted = Noted.read(front, workshop)
        return cls.of(noted, noted.younger(), workshop) if noted else cls(str(front))

    @classmethod
    def of(cls, noted: Noted, younger: Sequence[str], workshop: Path) -> "Standing":
        """What was noted, of which some folders are younger now."""
        own = _own(workshop) if younger else {}
        touched = (one for one in younger if _time_of(f"{noted.front}/{one}") != own.get(one))
        return cls(noted.front, frozenset(noted.folders), noted.stamp, frozenset(touched), is_known=True, own=own)

    @property
    def is_untouched(self) -> bool:
        """Whether every folder is as we left it."""
        return self.is_known and not self.touched

    def is_ours(self, folder: str) -> bool:
        """Whether at this moment a folder of ours is as we left it."""
        place = f"{self.front}/{folder}"
        return folder in self.folders and (_is_older(place, self.stamp) or _time_of(place) == self.own.get(folder))

    def holds(self, path: str) -> bool:
        """Whether a file that a build left there is there still, and is the same."""
        if not self.is_known or path.rpartition("/")[0] in self.touched:
            return self.is_known and _is_older(f"{self.front}/{path}", self.stamp)
        return True

    def sure(self, known: Mapping[str, str]) -> dict[str, str]:
        """Of what is known of files that which still stands."""
        return {path: key for path, key in known.items() if self.holds(path)}

    def for_files(self) -> "Standing":
        """The same for whoever asks about files alone, in another process perhaps: a large nation's folders weigh
        megabytes."""
        return replace(self, folders=frozenset(), own={})

    def all_held(self, paths: Iterable[str]) -> bool:
        return all(self.holds(one) for one in paths)

    def touches(self, prefix: str) -> bool:
        """Whether others changed something in the folders under `prefix`: `groups/riverside/`."""
        bare = prefix.removesuffix("/")
        return not self.is_known or any(one == bare or one.startswith(prefix) for one in self.touched)


def note(workshop: Path, folders: AbstractSet[str], apart: Iterable[str] | None) -> None:
    """Remember how the trees were left: the last thing that a build does. The first file's own time is the stamp.

    The second comes after it: where it is missing, a walk sets the back tree right. `apart` is None where only a walk
    can.
    """
    _write(workshop / _FOLDERS, folders)
    (workshop / _OWN).unlink(missing_ok=True)
    if apart is not None:
        _write(workshop / _APART, apart)


def note_own(workshop: Path, front: Path, folder: str, apart: Iterable[str] | None) -> None:
    """Remember that since all was noted we have changed one folder of the front ourselves.

    So an edit of one file notes one line, and not every folder of the site. Where this is lost, the folder counts as
    changed by others, and what lies in it is made again.
    """
    own = {**_own(workshop), folder: _time_of(f"{front}/{folder}")}
    write_whole(workshop / _OWN, _text_of(f"{time} {one}" for one, time in own.items()).encode())
    if apart is not None:
        _write(workshop / _APART, apart)


def _own(workshop: Path) -> dict[str, int]:
    """Folders of the front that we changed since all was noted, and how each looked then: its time in nanoseconds."""
    try:
        lines = (workshop / _OWN).read_bytes().decode("utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    found = (one.partition(" ") for one in lines)
    return {folder: int(time) for time, _, folder in found if time.isdecimal()}


def note_unchanged(workshop: Path, apart: Iterable[str]) -> None:
    """Remember that the trees are as they were, although the back tree was opened."""
    _write(workshop / _APART, apart)


def behind(workshop: Path) -> frozenset[str] | None:
    """The files in which the back tree differs from the front; None where only a walk can tell."""
    try:
        text = (workshop / _APART).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None
    return only_inside(text.split("\n"))


def only_inside(paths: Iterable[str]) -> frozenset[str]:
    """Those that name something inside the output: whatever a file of the workshop says, nothing else is touched."""
    return frozenset(
        one for one in paths if one and "\0" not in one and not one.startswith("/") and ".." not in one.split("/")
    )


def begin_changing(workshop: Path) -> None:
    """The back tree is about to be changed: until the end of this build nobody can say how."""
    (workshop / _APART).unlink(missing_ok=True)


def _write(file: Path, lines: Iterable[str]) -> None:
    write_settled(file, _text_of(lines))


def _text_of(lines: Iterable[str]) -> str:
    return "\n".join(sorted(lines))


def _time_of(folder: str) -> int:
    """Nanoseconds; none that a folder has where it is not there."""
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - as below
    except OSError:
        return -1


def _is_older(path: str, stamp: int) -> bool:
    try:
        return os.stat(path).st_mtime_ns <= stamp  # noqa: PTH116 - for every folder of the site
    except OSError:
        return False
