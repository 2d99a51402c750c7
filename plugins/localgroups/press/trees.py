"""Two trees of files that share what is the same in both.

The tree in front is what people see; the one at the back becomes the next site. A file that stays is one file with a
name in each (a hard link), so the back tree costs no room and no copying, and whether two files are the same is seen
from their number on the disk, without opening them.
"""

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR

from localgroups.model.values import Struct, field
from localgroups.press.whole_files import NEW, write_all


class BackTree:
    """The tree at the back while it is filled. Nothing in it is ever written over: a new file is a new file."""

    __slots__ = ("_made", "_place", "front", "has_front", "laid", "root")

    def __init__(self, front: Path, root: Path, laid: set[str] | None = None) -> None:
        self.front, self.root = front, root
        self._place = str(root)
        """The root once more, as the path of every file begins."""
        self.laid = set() if laid is None else laid
        """Paths, with `/`, of the files that are new in this build."""
        self.has_front = front.is_dir()
        """Whether there is a tree in front at all: most of a first build's questions need not be asked."""
        self._made = set[str]()
        """Folders that are known to be there."""

    def lay(self, path: str, data: bytes) -> None:
        """A new file. Whatever an earlier build left at its place makes room."""
        self.make_folder(path.rpartition("/")[0])
        target = f"{self._place}/{path}"
        try:
            write_all(target, NEW, data)
        except (FileExistsError, IsADirectoryError):
            remove(target)
            write_all(target, NEW, data)
        self.laid.add(path)

    def make_folder(self, path: str) -> None:
        """A folder, with those above it, where something is to be laid."""
        if path in self._made:
            return
        if path:
            self.make_folder(path.rpartition("/")[0])
            _make_folder(f"{self.front}/{path}" if self.has_front else "", f"{self._place}/{path}")
        elif not self.root.is_dir():
            self._make_root()
        self._made.add(path)

    def _make_root(self) -> None:
        """Like the folder that it will replace: rights, group and labels are the site's, not ours."""
        self.root.mkdir(parents=True, exist_ok=True)
        if self.front.is_dir():
            with suppress(OSError, AttributeError):
                os.chown(self.root, -1, self.front.stat().st_gid)
            with suppress(OSError):
                from shutil import copystat  # a dozen modules, which most builds never want; so below

                copystat(self.front, self.root)

    def bring_up(self, gone: AbstractSet[str]) -> AbstractSet[str]:
        """Make the back tree what the site will be: the front without `gone`, with what was laid. Gives its folders.

        Also what no build ever wrote is taken along. Raises OSError where a file cannot be shared.
        """
        if not self.root.is_dir():
            self._make_root()
        folders = {path[: at + 1] for path in self.laid for at, sign in enumerate(path) if sign == "/"}
        has_front = self.front.is_dir()
        walk = _Walk(self.laid, folders, gone)
        walk.follow(str(self.front) if has_front else None, str(self.root), "")
        return walk.seen

    def catch_up(self, behind: AbstractSet[str], gone: AbstractSet[str], folders: AbstractSet[str]) -> AbstractSet[str]:
        """The same, where it is known in which files this tree differs from the front, and which folders that has."""
        kept = self.laid | folders_of(self.laid)
        for path in sorted(behind - kept):
            source, target = f"{self.front}/{path}", f"{self.root}/{path}"
            is_now_folder = _is_folder(source)
            if not (is_now_folder and _is_folder(target)):
                remove(target)
            if os.path.lexists(source) and not is_now_folder and path not in gone:
                self.make_folder(path.rpartition("/")[0])
                os.link(source, target, follow_symlinks=False)
        for path in gone - kept:
            if not _is_folder(f"{self.root}/{path}"):
                remove(f"{self.root}/{path}")
        emptied = self._without_empty((gone | behind) - self.laid)
        return (folders | folders_of(self.laid)) - emptied

    def _without_empty(self, gone: AbstractSet[str]) -> set[str]:
        """Take away the folders that what is gone has left empty; gives them."""
        emptied = set()
        for path in gone:
            folder = path.rpartition("/")[0]
            while folder:
                try:
                    os.rmdir(f"{self.root}/{folder}")  # noqa: PTH106
                except FileNotFoundError:
                    pass
                except OSError:
                    break
                emptied.add(folder)
                folder = folder.rpartition("/")[0]
        return emptied

    def drop(self) -> None:
        """Give back the room that new files take: this build ends without a site."""
        for path in self.laid:
            with suppress(OSError):
                (self.root / path).unlink()
        self.laid.clear()


class _Walk(Struct, frozen=True):
    """One way through both trees at once."""

    laid: AbstractSet[str]
    folders: AbstractSet[str]
    """The folders of what was laid, each with a `/` at its end."""
    gone: AbstractSet[str]
    seen: set[str] = field(default_factory=set)
    """The folders of the tree as it becomes."""

    def follow(self, front: str | None, back: str, prefix: str) -> bool:
        """Make one folder like its original. True where something is in it, or where it is meant to be empty."""
        here = _entries(back)
        there = _entries(front) if front is not None else {}
        kept = 0
        for name, entry in there.items():
            path = prefix + name
            if path in self.laid:
                kept += 1
            elif f"{path}/" in self.folders and not entry.is_dir(follow_symlinks=False):
                kept += self.follow(None, f"{back}/{name}", f"{path}/")
            elif entry.is_dir(follow_symlinks=False):
                kept += self._follow_folder(entry, here.get(name), f"{back}/{name}", f"{path}/")
            elif path in self.gone:
                if name in here:
                    remove(here[name].path)
            else:
                _share(entry, here.get(name), f"{back}/{name}")
                kept += 1
        for name, entry in here.items():
            if name not in there:
                kept += self._stay(entry, prefix + name)
        if kept or (front is not None and not there):
            self.seen.add(prefix.removesuffix("/"))
            return True
        if prefix:
            Path(back).rmdir()
        return False

    def _follow_folder(self, entry: os.DirEntry[str], mine: os.DirEntry[str] | None, back: str, prefix: str) -> bool:
        if mine is None or not mine.is_dir(follow_symlinks=False):
            if mine is not None:
                Path(back).unlink()
            _make_folder(entry.path, back)
        return self.follow(entry.path, back, prefix)

    def _stay(self, entry: os.DirEntry[str], path: str) -> bool:
        """Something that the front has not: new, or left by an earlier build."""
        if path in self.laid:
            return True
        if f"{path}/" in self.folders:
            return self.follow(None, entry.path, f"{path}/")
        remove(entry.path)
        return False


def _entries(folder: str) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return {entry.name: entry for entry in found}


def _share(entry: os.DirEntry[str], mine: os.DirEntry[str] | None, target: str) -> None:
    """Give a file of the front its second name at the back."""
    if mine is not None:
        if mine.inode() == entry.inode():
            return
        remove(target)
    try:
        os.link(entry.path, target, follow_symlinks=False)
    except PermissionError:
        if _is_ours(entry):  # then nothing can be linked on this disk
            raise
        from shutil import copy2

        copy2(entry.path, target, follow_symlinks=False)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """Whether the file belongs to who builds: many systems let nobody link the files of others."""
    return not hasattr(os, "geteuid") or entry.stat(follow_symlinks=False).st_uid == os.geteuid()


def _is_folder(path: str) -> bool:
    """Whether a folder stands there itself, and not a link to one."""
    try:
        return S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _make_folder(like: str, folder: str) -> None:
    """A folder, if it is not there, with the rights of the one in front. What else stands at its place makes room.

    Several processes may want the same one at once: who comes second finds it there.
    """
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above
    except FileExistsError:
        if _is_folder(folder):
            return
        remove(folder)
        os.mkdir(folder)  # noqa: PTH102
    if like:
        with suppress(OSError):
            wanted, made = S_IMODE(os.stat(like).st_mode), S_IMODE(os.stat(folder).st_mode)  # noqa: PTH116
            if wanted != made:
                os.chmod(folder, wanted)  # noqa: PTH101


def folders_of(paths: AbstractSet[str]) -> set[str]:
    """All folders that files lie in, the topmost (the empty text) among them."""
    own = {path.rpartition("/")[0] for path in paths}
    found = {"", *own}
    for folder in own:
        above = folder.rpartition("/")[0]
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def remove(path: str | Path) -> None:
    """A file, a link or a whole folder, if it is there."""
    try:
        os.unlink(path)  # noqa: PTH108
    except (FileNotFoundError, NotADirectoryError):
        return
    except (IsADirectoryError, PermissionError):
        from shutil import rmtree

        rmtree(path)


def files_in(folder: Path) -> Iterator[Path]:
    """All files, in any order."""
    for entry in _entries(str(folder)).values():
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(Path(entry.path))
        else:
            yield Path(entry.path)
