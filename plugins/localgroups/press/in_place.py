"""Publishing into a folder that cannot be swapped: a mount point, or files of others that cannot be shared.

Everything new is first laid on the folder's own disk, then a journal says what goes where, and only then files take
their places by renames. A build that is killed among them is finished by the next start. Not as good as a swap: for
as long as the renames take, some pages are new and some old; but no page leads to a file that is not there.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from errno import EXDEV
from pathlib import Path

from localgroups.model.values import Struct, decoded, encoded
from localgroups.press.kernel import settle, settle_folder, write_settled
from localgroups.press.trees import files_in, remove

WAITING = ".localgroups-new"
"""Inside the output: files that wait for their places."""


class _Planned(Struct, frozen=True):
    """What a journal says."""

    moves: list[tuple[str, str]]
    """Of each new file, its name among those that wait, and its path in the output."""
    gone: list[str]
    """Paths of files to take away."""


def publish_in_place(output: Path, back: Path, laid: Iterable[str], gone: Iterable[str], journal: Path) -> None:
    """Move the files `laid` in the back tree into the output, and take away what is `gone`."""
    moves = [(str(number), path) for number, path in enumerate(_in_order(output, laid))]
    waiting = output / WAITING
    try:
        waiting.mkdir(parents=True)
        for number, path in moves:
            _move(back / path, waiting / number)
        settle(waiting, files_in(waiting))
        write_settled(journal, encoded(_Planned(moves, sorted(gone))).decode())
        settle_folder(journal.parent)
    except BaseException:
        if not journal.exists():
            remove(waiting)
        raise
    finish_in_place(output, journal)


def _in_order(output: Path, laid: Iterable[str]) -> list[str]:
    """What is wholly new comes first, since nothing leads to it yet; of each, pages come last, after what they show."""
    return sorted(laid, key=lambda path: ((output / path).exists(), path.endswith(".html"), path))


def finish_in_place(output: Path, journal: Path) -> None:
    """Do what the journal says and is not done yet; without a journal, clear away what was laid in vain."""
    waiting = output / WAITING
    try:
        data = journal.read_bytes()
    except FileNotFoundError:
        remove(waiting)
        return
    planned = decoded(_Planned, data)
    if planned is None:
        raise RuntimeError(f"{journal} is not what a build writes there")
    for number, path in planned.moves:
        if (waiting / number).exists():
            _place(output, waiting / number, path)
    # Last of all: until now a page that was not replaced yet may have led to them.
    for path in planned.gone:
        remove_with_empty_folders(output, path)
    if output.is_dir():
        settle(output, [output / path for _, path in planned.moves])
    journal.unlink()
    remove(waiting)


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        from shutil import copyfile

        copyfile(source, target)
        source.unlink()


def _place(output: Path, waiting: Path, path: str) -> None:
    target = output / path
    try:
        waiting.replace(target)
        return
    except OSError:
        for folder in reversed(target.parents):
            if folder != output and folder.is_relative_to(output) and (folder.is_symlink() or folder.is_file()):
                folder.unlink()
        if target.is_dir() and not target.is_symlink():
            remove(target)
        target.parent.mkdir(parents=True, exist_ok=True)
    waiting.replace(target)


def remove_with_empty_folders(output: Path, path: str) -> None:
    """Take a file away, and the folders that it leaves empty."""
    target = output / path
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        os.unlink(target)  # noqa: PTH108 - a folder at this place is somebody's own
    for folder in target.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
