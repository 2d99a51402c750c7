"""Publishing: only bytes that differ are written, what no build names any more is removed.

Changed files are first laid beside the site, all of them; then they are moved into place, then what is gone
is taken away. A build that fails before the end has touched nothing that is served. Files in the output that no
build ever wrote are left alone.
"""

import contextlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from localgroups.model.artifacts import Artifact


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


@dataclass(slots=True)
class Press:
    """One build's way into the output folder."""

    output: Path
    workshop: Path
    """A folder of our own on the same disk, beside the output."""
    _named: set[str] = field(default_factory=set)
    _laid: dict[str, Path] = field(default_factory=dict)
    """Path in the output to the file that waits for its place."""

    def __post_init__(self) -> None:
        if self.output.exists() and not self.output.is_dir():
            raise NotAFolder(str(self.output))
        shutil.rmtree(self._stage, ignore_errors=True)

    @property
    def _stage(self) -> Path:
        return self.workshop / "stage"

    @property
    def _manifest(self) -> Path:
        return self.workshop / "manifest.txt"

    def put(self, artifact: Artifact) -> None:
        """Take one file of the new site; nothing that is served changes yet."""
        path = artifact.path.text
        if path in self._named:
            raise TwoForOnePath(path)
        self._named.add(path)
        if self._stands(path, artifact.data):
            return
        if not self._laid:
            self._stage.mkdir(parents=True, exist_ok=True)
        # Numbered, in one folder: to make and remove thousands of folders twice takes longer than all the rest.
        laid = self._stage / str(len(self._laid))
        laid.write_bytes(artifact.data)
        self._laid[path] = laid

    def put_all(self, artifacts: Iterable[Artifact]) -> None:
        for artifact in artifacts:
            self.put(artifact)

    def __contains__(self, path: str) -> bool:
        """Whether this build has named a path already."""
        return path in self._named

    def _stands(self, path: str, data: bytes) -> bool:
        """Whether the served file has these bytes already."""
        target = self.output / path
        try:
            return target.stat().st_size == len(data) and target.read_bytes() == data
        except OSError:
            return False

    def publish(self, keep_others: bool = False) -> Published:
        """Move everything into place. `keep_others` removes nothing: a preview of some groups knows only these."""
        before = self._known()
        gone = set() if keep_others else before - self._named
        # Named before the first move: were this stopped half way, the next build would still know what is ours.
        self._remember(before | self._named)
        for path in gone:
            self._remove(path)
        for path, laid in self._laid.items():
            self._move(laid, self.output / path)
        self._remember(self._named | (before if keep_others else set()))
        shutil.rmtree(self._stage, ignore_errors=True)
        return Published(tuple(sorted(self._laid)), tuple(sorted(gone)), len(self._named))

    def _move(self, laid: Path, target: Path) -> None:
        try:
            laid.replace(target)
        except OSError:
            self._make_room(target)
            laid.replace(target)

    def _make_room(self, target: Path) -> None:
        """The folder that a file needs, and nothing in its place: a page of the old site may have become a folder."""
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            for folder in reversed(target.parents):
                if folder.is_relative_to(self.output) and folder != self.output and not folder.is_dir():
                    folder.unlink(missing_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)

    def _remove(self, path: str) -> None:
        """Take a file away, and the folders that it leaves empty."""
        target = self.output / path
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            target.unlink()
        for folder in target.parents:
            if folder == self.output:
                break
            try:
                folder.rmdir()
            except OSError:
                break

    def _known(self) -> set[str]:
        try:
            return set(self._manifest.read_text(encoding="utf-8").splitlines())
        except OSError:
            return set()

    def _remember(self, paths: set[str]) -> None:
        self.workshop.mkdir(parents=True, exist_ok=True)
        beside = self._manifest.with_suffix(".new")
        beside.write_text("".join(f"{one}\n" for one in sorted(paths)), encoding="utf-8")
        beside.replace(self._manifest)
