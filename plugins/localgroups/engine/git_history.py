"""Earlier texts of files, from the Git history of the folder, where it has one.

Read without a checkout, by `git log` and `git cat-file` alone. The folder may be a stranger's clone, so nothing that
its configuration names is run (no pager, hook, file monitor, filter, signature program or transport), and all is
bounded. Where there is no Git, no repository or no answer in time, there is no history, and nothing is said.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from localgroups.model.late_patterns import late
from localgroups.model.limits import (
    DOCUMENT_BYTES,
    HISTORY_COMMITS,
    HISTORY_FILES,
    HISTORY_LINE,
    HISTORY_VERSIONS,
    TEXT_BYTES,
    Limit,
)
from localgroups.model.values import Struct, field

_SECONDS = 20
"""For one answer of Git; a history that takes longer is not asked again."""
_QUIET = (
    *("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.quotePath=false"),
    *("log.showSignature=false", "log.mailmap=false", "log.follow=false"),
    *("log.diffMerges=first-parent", "safe.bareRepository=explicit", "protocol.allow=never"),
)
_COMMAND = (
    *("git", "--no-pager", "--no-optional-locks", "--literal-pathspecs", "--no-replace-objects"),
    *(word for setting in _QUIET for word in ("-c", setting)),
)
_COMMIT = "commit"
_LOG = (
    *("log", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color"),
    "-O/dev/null",
    *("--relative", "--first-parent", "-m", f"--format=tformat:{_COMMIT} %cs", f"--max-count={HISTORY_COMMITS.most}"),
)
_LOG_LINE = (*_LOG[:-2], f"--format=tformat:{_COMMIT} %H %P %ct")
_LINE_HEAD = late(rf"{_COMMIT} ([0-9a-f]{{40,64}}) ((?:[0-9a-f]{{40,64}} ?)*) (-?\d+)\n*")
_NAME = late(r"[0-9a-f]{40,64}")
_BATCH = 200
"""Texts that are held in memory at once."""
_HEAD = late(rf"{_COMMIT} (\d{{4}}-\d\d-\d\d)\n*")
_CHANGE = late(r"\s*:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]{40,64}) ([A-Z])\d*")
_PLAIN = ("100644", "100755")


class Commit(Struct, frozen=True):
    """One change of the main line."""

    name: str
    parent: str
    """The one before it on the main line; empty for the first."""
    time: int
    """Seconds since 1970, as whoever made it says."""
    texts: dict[str, str] = field(default_factory=dict)
    """Path, relative to the source folder, to the name in Git of what it became."""


class _Version(Struct, frozen=True):
    """What a file was from one commit on."""

    blob: str
    """Its name in Git."""
    day: str
    """ISO date on which it was committed."""


class _Past(Struct):
    """The history of one owner's folder. Paths are relative to the source folder."""

    versions: dict[str, list[_Version]] = field(default_factory=dict)
    """Path to its versions, newest first, back to a deletion."""
    last: dict[str, str] = field(default_factory=dict)
    """Path to the name in Git of the newest version, also of a file that was deleted since."""
    emptied: list[str] = field(default_factory=list)
    """What the newest change took away."""
    day: str = ""
    """ISO date of the newest change."""
    is_shrinking: bool = True
    """Whether the newest change took away and did nothing else."""


class History(Struct):
    """The history of one source folder. Versions are those of the main line: what once stood there to be published."""

    source: Path
    _pasts: dict[str, "_Past"] = field(default_factory=dict)
    """By owner's folder."""
    _asked: int = 0
    _is_silent: bool = False

    def texts(self, folder: str, name: str) -> Iterator[bytes]:
        """Committed versions of `name` in an owner's folder (`groups/riverside`), newest first, back to a deletion."""
        if self._asked < HISTORY_FILES.most:
            self._asked += 1
            yield from (data for _, data in self._contents(self._blobs(folder, name), TEXT_BYTES))

    def last_bytes(self, folder: str, name: str) -> bytes | None:
        """The newest committed version of an upload, `images/march.jpg`, whether it is there today or not."""
        if self._asked >= HISTORY_FILES.most:
            return None
        self._asked += 1
        blob = self._past(folder).last.get(f"{folder}/{name}")
        return next((data for _, data in self._contents([blob] if blob else [], DOCUMENT_BYTES)), None)

    def broken_on(self, folder: str, name: str, is_good: Callable[[bytes], bool]) -> str:
        """The ISO date of the commit that put something else in the place of the newest good version.

        That of its first commit, where a file never was good; empty where nothing of it is committed.
        """
        versions = self._past(folder).versions.get(f"{folder}/{name}", [])
        if not versions or self._asked >= HISTORY_FILES.most:
            return ""
        self._asked += 1
        blobs = self._blobs(folder, name)
        good = next((one for one, data in self._contents(blobs, TEXT_BYTES) if is_good(data)), None)
        if good is None:
            return versions[-1].day
        at = next(number for number, one in enumerate(versions) if one.blob == good)
        return versions[at - 1].day if at else ""

    def changed_on(self, folder: str) -> str:
        """The ISO date of an owner's newest change; empty where there is none."""
        return self._past(folder).day

    def head(self) -> str:
        """The name of the newest commit; empty where there is none, or where the history is not whole: a shallow clone
        has other versions of a file than others have."""
        answer = self._ask(("rev-parse", "--is-shallow-repository", "--verify", "--end-of-options", "HEAD^{commit}"))
        lines = answer.decode("ascii", "replace").split()
        return lines[1] if len(lines) == 2 and lines[0] == "false" and _NAME.fullmatch(lines[1]) else ""

    def main_line(self, head: str, after: str = "") -> Iterator["Commit"]:
        """The commits of the main line up to `head`, newest first, each with the texts that it brought; only those
        `after` another one, where that is named."""
        span = (f"--max-count={HISTORY_LINE.most}", "--end-of-options", f"^{after}" if after else head, head, "--")
        where = () if after else ("groups", "content/meetings")
        tokens = iter(self._ask((*_LOG_LINE, *span, *where)).split(b"\0"))
        commit: Commit | None = None
        for token in tokens:
            words = token.decode("utf-8", "replace").lstrip("\n")
            start = _LINE_HEAD.match(words)
            if start:
                if commit is not None:
                    yield commit
                commit = Commit(start[1], start[2].partition(" ")[0], int(start[3]))
                words = words[start.end() :]
            change = _CHANGE.fullmatch(words)
            if change is None:
                continue
            path = next(tokens, b"").decode("utf-8", "replace")
            if commit is not None and change[3] != "D" and change[1] in _PLAIN:
                commit.texts[path] = change[2]
        if commit is not None:
            yield commit

    def blobs(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What is behind names in Git; texts that are too large are passed over."""
        wanted = list(dict.fromkeys(names))
        for start in range(0, len(wanted), _BATCH):
            yield from self._contents(wanted[start : start + _BATCH], TEXT_BYTES, _BATCH)

    def _blobs(self, folder: str, name: str) -> list[str]:
        return [one.blob for one in self._past(folder).versions.get(f"{folder}/{name}", [])]

    def emptied(self, folder: str) -> tuple[str, ...]:
        """Paths in an owner's folder that its newest change took away, where that change took nothing but away."""
        if self._asked >= HISTORY_FILES.most:
            return ()
        self._asked += 1
        return tuple(one.removeprefix(f"{folder}/") for one in self._past(folder).emptied)

    def _past(self, folder: str) -> "_Past":
        if folder not in self._pasts:
            self._pasts[folder] = self._log(folder)
        return self._pasts[folder]

    def _log(self, folder: str) -> "_Past":
        tokens = iter(self._ask((*_LOG, "--end-of-options", "HEAD", "--", folder)).split(b"\0"))
        past, ended, commits, day = _Past(), set[str](), 0, ""
        for token in tokens:
            words = token.decode("utf-8", "replace").lstrip("\n")
            head = _HEAD.match(words)
            if head:
                commits += 1
                day = head[1]
                past.day = past.day or day
                words = words[head.end() :]
            change = _CHANGE.fullmatch(words)
            if change is None:
                continue
            path = next(tokens, b"").decode("utf-8", "replace")
            if change[3] == "D" and commits == 1:
                past.emptied.append(path)
            elif change[3] == "D":
                ended.add(path)
            elif change[1] in _PLAIN:
                past.last.setdefault(path, change[2])
                if path not in ended:
                    past.versions.setdefault(path, []).append(_Version(change[2], day))
                    if commits == 1:
                        past.is_shrinking = False
        if not past.is_shrinking:
            for path in past.emptied:
                past.versions.pop(path, None)
            past.emptied.clear()
        return past

    def _contents(
        self, names: Iterable[str], limit: Limit, most: int = HISTORY_VERSIONS.most
    ) -> Iterator[tuple[str, bytes]]:
        """Names in Git, and what is behind them; those over the limit are passed over."""
        wanted = list(dict.fromkeys(names))[:most]
        if not wanted:
            return
        sizes = self._ask(("cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)"), wanted).decode(
            "ascii", "replace"
        )
        fits = {
            parts[0]
            for line in sizes.splitlines()
            if len(parts := line.split()) == 3 and parts[1] == "blob" and int(parts[2]) <= limit.most
        }
        small = [one for one in wanted if one in fits]
        data = self._ask(("cat-file", "--batch=%(objectsize)"), small) if small else b""
        for name in small:
            size, _, rest = data.partition(b"\n")
            if not size.isdigit():
                return
            yield name, rest[: int(size)]
            data = rest[int(size) + 1 :]

    def _ask(self, words: tuple[str, ...], lines: Iterable[str] = ()) -> bytes:
        """Git's answer; nothing where it has none."""
        if self._is_silent:
            return b""
        import subprocess  # few builds ask

        try:
            answer = subprocess.run(
                (*_COMMAND, *words),
                cwd=self.source,
                env=_environment(),
                input="".join(f"{one}\n" for one in lines).encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            self._is_silent = True
            return b""
        if answer.returncode != 0:
            self._is_silent = True
            return b""
        return answer.stdout


def _environment() -> dict[str, str]:
    """The caller's, without what would point Git elsewhere, and with what keeps it from asking or fetching."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_ATTR_NOSYSTEM": "1",
        "LC_ALL": "C",
    }
