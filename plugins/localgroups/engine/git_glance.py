"""The newest commit as plain files of a repository name it: whether anything was committed is asked by every build, and
starting Git for it takes longer than the rest of the asking.
"""

from pathlib import Path

from localgroups.model.late_patterns import late

_REFERENCE = late(r"ref: (refs/heads/[\w-]+(?:[./][\w-]+)*)\n?")
_NAME = late(r"([0-9a-f]{40,64})\n?")


def newest_commit(source: Path) -> str | None:
    """Its name; empty where no folder above is a repository; None where it takes Git to tell: packed references,
    another work tree, a history that is not whole.
    """
    for folder in (source, *source.parents):
        repository = folder / ".git"
        if repository.is_dir():
            return _head_of(repository)
        if repository.exists():
            return None
    return ""


def _head_of(repository: Path) -> str | None:
    try:
        reference = _REFERENCE.fullmatch(_beginning(repository / "HEAD"))
        if reference is None or (repository / "shallow").exists():
            return None
        name = _NAME.fullmatch(_beginning(repository / reference[1]))
    except (OSError, ValueError):
        return None
    return name[1] if name else None


def _beginning(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(200).decode("ascii")
