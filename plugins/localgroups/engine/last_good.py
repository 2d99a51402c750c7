"""The last good text of every file, kept from build to build in the workshop; else from the Git history.

One small file an owner: `good/groups/riverside.json`. It may be deleted at any time, and whatever is in it is
read as carefully as a stranger's file, because texts in it go through the same readers.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from stat import S_ISREG

from localgroups.engine.git_history import History
from localgroups.model.identity import NATION, source_folder
from localgroups.model.items import LAST_GOOD, Held
from localgroups.model.late_patterns import late
from localgroups.model.limits import GROUP_BYTES
from localgroups.model.values import Struct, decoded, encoded, field, replace
from localgroups.press.whole_files import write_changed, write_telling
from localgroups.reading.earlier import Earlier
from localgroups.reading.faults import FileFaults
from localgroups.reading.files import text_of
from localgroups.reading.opening import PLAIN

_UPLOAD = late(r"(?:images|documents)/[^/\\\x00-\x1f]{1,200}")


class _Shelf(Struct, frozen=True):
    """What is kept of one owner."""

    texts: dict[str, str] = field(default_factory=dict)
    """Path in the owner's folder to its text."""
    since: dict[str, str] = field(default_factory=dict)
    """What is held to the ISO date since when."""


class LastGood(Struct, frozen=True):
    """The last good texts of one nation."""

    folder: Path
    """`good/` in the workshop."""
    history: History
    today: date
    _seen: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """By owner and file the earlier text that was looked at last: where one was good, that one."""

    def earlier(self, slug: str) -> Earlier:
        """What may stand in for the files of one owner. Nothing is read before it is asked for."""

        def texts(name: str) -> Iterator[bytes]:
            kept = self._shelf(slug).texts.get(name)
            of_last_build = () if kept is None else (kept.encode("utf-8", "replace"),)
            for data in chain(of_last_build, self.history.texts(source_folder(slug), name)):
                self._seen[slug, name] = data
                yield data

        def names() -> tuple[str, ...]:
            is_kept = self._path(slug).exists()
            return tuple(sorted(self._shelf(slug).texts if is_kept else self.history.emptied(source_folder(slug))))

        return Earlier(texts, names, lambda name: self._upload(slug, name))

    def keep(self, slug: str, good: Iterable[tuple[str, str]], held: Iterable[Held]) -> tuple[Held, ...]:
        """Remember what is good of one owner; gives what is held with the day since when."""
        before = self._shelf(slug).since if held else {}
        dated = tuple(replace(one, since=self._since(slug, one, before.get(_key_of(one)))) for one in held)
        shelf = _Shelf(dict(good), {_key_of(one): one.since for one in dated})
        write_telling(self._path(slug), encoded(shelf))  # JSON that was cut off is none
        return dated

    def forget_gone(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """Groups that the last build knew and whose folders are gone; they are forgotten with this."""
        living = set(slugs)
        gone = [one for one in sorted(self._path("x").parent.glob("*.json")) if one.stem not in living]
        for one in gone:
            one.unlink(missing_ok=True)
        return tuple(one.stem for one in gone)

    def _since(self, slug: str, held: Held, known: str | None) -> str:
        """The day that was kept; else that of the commit that broke it, where there is one; else today."""
        for day in (known, None if known else self._broken_on(slug, held)):
            with suppress(ValueError):
                if day:
                    return min(date.fromisoformat(day), self.today).isoformat()
        return self.today.isoformat()

    def _broken_on(self, slug: str, held: Held) -> str:
        folder = source_folder(slug)
        name = _file_of(held.path).removeprefix(f"{folder}/")
        if name == folder:
            return self.history.changed_on(folder)
        good = self._seen.get((slug, name), b"") if held.shown == LAST_GOOD or held.entry else None
        text = None if good is None else text_of(good, FileFaults(held.path))
        return self.history.broken_on(
            folder, name, lambda data: text is not None and text_of(data, FileFaults(held.path)) == text
        )

    def _upload(self, slug: str, name: str) -> Path | None:
        """A copy of a picture or document that is gone from the folder; one that was made before is taken again."""
        if not _UPLOAD.fullmatch(name):
            return None
        digest = hashlib.sha256(f"{slug}/{name}".encode()).hexdigest()[:32]
        copy = self.folder / "uploads" / digest / name.rpartition("/")[2]
        data = self.history.last_bytes(source_folder(slug), name)
        if data is None:
            return copy if copy.is_file() and not copy.is_symlink() else None
        with suppress(OSError):
            write_changed(copy, data)
            return copy
        return None

    # --------------------------------------------------------------- on disk

    def _path(self, slug: str) -> Path:
        return self.folder / "content.json" if slug == NATION else self.folder / "groups" / f"{slug}.json"

    def _shelf(self, slug: str) -> _Shelf:
        """What is kept; nothing where it cannot be used."""
        try:
            return decoded(_Shelf, _bytes_of(self._path(slug))) or _Shelf()
        except OSError:
            return _Shelf()


def _key_of(held: Held) -> str:
    """Under which what is held is remembered: entries of a list by what they are, for their lines move."""
    return f"{_file_of(held.path)}#{held.entry}" if held.entry else _file_of(held.path)


def _file_of(path: str) -> str:
    """The file of an item that is held: entries of a list are named with their line, which moves."""
    file, colon, line = path.rpartition(":")
    return file if colon and line.isdigit() else path


def _bytes_of(path: Path) -> bytes:
    """The bytes of a plain file of a size that can be meant. Raises OSError."""
    handle = os.open(path, PLAIN)
    with os.fdopen(handle, "rb") as file:
        if not S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"not a plain file: {path}")
        return file.read(GROUP_BYTES.most)
