"""The last good text of every file, kept from build to build in the workshop; else from the Git history.

One small file an owner: `good/groups/riverside.json`. It may be deleted at any time, and whatever is in it is
read as carefully as a stranger's file, because texts in it go through the same readers.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from stat import S_ISREG

from localgroups.engine.git_history import History
from localgroups.model.identity import NATION
from localgroups.model.items import Held
from localgroups.model.limits import GROUP_BYTES
from localgroups.reading.earlier import Earlier


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is kept of one owner."""

    texts: dict[str, str] = field(default_factory=dict)
    """Path in the owner's folder to its text."""
    since: dict[str, str] = field(default_factory=dict)
    """What is held to the ISO date of the build that held it first."""


@dataclass(frozen=True, slots=True)
class LastGood:
    """The last good texts of one nation."""

    folder: Path
    """`good/` in the workshop."""
    history: History
    today: date

    def earlier(self, slug: str) -> Earlier:
        """What may stand in for the files of one owner. Nothing is read before it is asked for."""

        def texts(name: str) -> Iterator[bytes]:
            kept = self._shelf(slug).texts.get(name)
            if kept is not None:
                yield kept.encode("utf-8", "replace")
            yield from self.history.texts(_folder_of(slug), name)

        def names() -> tuple[str, ...]:
            is_kept = self._path(slug).exists()
            return tuple(sorted(self._shelf(slug).texts if is_kept else self.history.emptied(_folder_of(slug))))

        return Earlier(texts, names)

    def keep(self, slug: str, good: Iterable[tuple[str, str]], held: Iterable[Held]) -> tuple[Held, ...]:
        """Remember what is good of one owner; gives what is held with the day since when."""
        before = self._shelf(slug).since if held else {}
        dated = tuple(replace(one, since=self._since(before.get(_file_of(one.path)))) for one in held)
        record = {"texts": dict(good), "since": {_file_of(one.path): one.since for one in dated}}
        self._write(slug, json.dumps(record, ensure_ascii=False, sort_keys=True, indent=0).encode("utf-8", "replace"))
        return dated

    def forget_gone(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """Groups that the last build knew and whose folders are gone; they are forgotten with this."""
        living = set(slugs)
        gone = [one for one in sorted(self._path("x").parent.glob("*.json")) if one.stem not in living]
        for one in gone:
            one.unlink(missing_ok=True)
        return tuple(one.stem for one in gone)

    def _since(self, known: str | None) -> str:
        """A day that was kept; today, where it is none or lies in the future."""
        try:
            return min(date.fromisoformat(known), self.today).isoformat() if known else self.today.isoformat()
        except ValueError:
            return self.today.isoformat()

    # --------------------------------------------------------------- on disk

    def _path(self, slug: str) -> Path:
        return self.folder / "content.json" if slug == NATION else self.folder / "groups" / f"{slug}.json"

    def _shelf(self, slug: str) -> _Shelf:
        """What is kept; nothing where it cannot be used."""
        try:
            record = json.loads(_bytes_of(self._path(slug)))
        except (OSError, ValueError, RecursionError):
            return _Shelf()
        if not isinstance(record, dict):
            return _Shelf()
        return _Shelf(_texts_in(record.get("texts")), _texts_in(record.get("since")))

    def _write(self, slug: str, data: bytes) -> None:
        path = self._path(slug)
        try:
            if _bytes_of(path) == data:
                return
        except OSError:
            path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_bytes(data)
        beside.replace(path)


def _folder_of(slug: str) -> str:
    return "content" if slug == NATION else f"groups/{slug}"


def _file_of(path: str) -> str:
    """The file of an item that is held: entries of a list are named with their line, which moves."""
    file, colon, line = path.rpartition(":")
    return file if colon and line.isdigit() else path


def _texts_in(record: object) -> dict[str, str]:
    if not isinstance(record, dict):
        return {}
    return {name: text for name, text in record.items() if isinstance(text, str)}


def _bytes_of(path: Path) -> bytes:
    """The bytes of a plain file of a size that can be meant. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"not a plain file: {path}")
        return file.read(GROUP_BYTES.most)
