"""What Git knows of all meetings' files: which versions each had on the main line, in which order, from when on.

One look at the whole history, kept in the workshop and carried on from commit to commit: a build that finds the commit
it knows asks nothing more. Commits come to a group's notice by the key of its folder: only when that is another, the
group is built again. What is not committed is not in here.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from localgroups.engine.git_glance import newest_commit
from localgroups.engine.git_history import Commit, History
from localgroups.engine.sealed import read_sealed, write_sealed
from localgroups.model.identity import source_folder
from localgroups.model.late_patterns import late
from localgroups.model.values import Struct, field, key_of

_MEETINGS = late(r"(content|groups/[a-z0-9-]{1,40})/meetings/[^/]+\.(?:md|yaml)")


class Version(Struct, frozen=True):
    """What a file was from one commit on."""

    order: int
    """Of two commits, the later one has the greater number."""
    time: int
    """Seconds since 1970, as whoever made the commit says."""
    blob: str
    """Its name in Git."""


Files = Mapping[str, list[Version]]
"""Paths relative to the source folder, each with its versions, the oldest first; also of files that are gone."""


class Past(Struct, frozen=True, dict=True):
    """The history of one nation's meetings; an empty one where Git cannot tell."""

    head: str = ""
    """The newest commit."""
    folders: dict[str, dict[str, list[Version]]] = field(default_factory=dict)
    """By owner's folder: `groups/riverside`, `content`."""

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {folder: key_of(files) for folder, files in self.folders.items()}

    def key(self, slugs: Iterable[str]) -> str:
        """Changes when the history of one of these owners does; empty where there is none."""
        keys = [self._keys.get(source_folder(one), "") for one in slugs]
        return key_of(keys) if any(keys) else ""

    def files(self, slugs: Iterable[str]) -> Files:
        """All files that meetings of these owners ever were in."""
        return {path: found for one in slugs for path, found in self.folders.get(source_folder(one), {}).items()}


def past_of(source: Path, workshop: Path) -> Past:
    """The past of the source folder as it stands, and kept in the workshop for the next time."""
    kept = read_past(workshop)
    if newest_commit(source) == kept.head:
        return kept
    history = History(source)
    head = history.head()
    if not head:
        if kept.head:
            write_sealed(_file(workshop), Past())
        return Past()
    if kept.head == head:
        return kept
    newer = list(history.main_line(head, kept.head)) if kept.head else []
    is_next = bool(newer) and newer[-1].parent == kept.head
    past = Past(head, kept.folders if is_next else {})
    _carry_on(past, newer if is_next else history.main_line(head))
    write_sealed(_file(workshop), past)
    return past


def read_past(workshop: Path) -> Past:
    """What `past_of` has found last."""
    return read_sealed(Past, _file(workshop)) or Past()


def _file(workshop: Path) -> Path:
    return workshop / "past.json"


def _carry_on(past: Past, commits: Iterable[Commit]) -> None:
    """Add commits, which come newest first."""
    order = max((one[-1].order for files in past.folders.values() for one in files.values()), default=0)
    for commit in reversed([one for one in commits if any(_MEETINGS.fullmatch(path) for path in one.texts)]):
        order += 1
        for path, blob in commit.texts.items():
            found = _MEETINGS.fullmatch(path)
            if found:
                versions = past.folders.setdefault(found[1], {}).setdefault(path, [])
                versions.append(Version(order, commit.time, blob))
