"""The moment in which the back tree becomes the site.

Where the system can exchange two names in one step, there is no moment between the old site and the new. Where it
cannot, the old tree steps aside and the new one takes its place, two renames one after the other; what a build leaves
that is killed between them, the next one puts right.
"""

from contextlib import suppress
from pathlib import Path

from localgroups.press.kernel import exchange, settle_folder


def swap(front: Path, back: Path, aside: Path) -> bool:
    """Let `back` take the name `front`, and the old tree the name `back`. `aside` is a name that nothing has.

    False where the folder in front cannot be renamed at all (a mount point, no right to); then nothing has changed.
    """
    try:
        if not front.exists():
            back.rename(front)
        elif not exchange(front, back) and not by_two_renames(front, back, aside):
            return False
    except OSError:
        return False
    settle_folder(front.parent)
    settle_folder(back.parent)
    return True


def by_two_renames(front: Path, back: Path, aside: Path) -> bool:
    """The swap where no exchange is to be had. False where the new tree could not be renamed; the old one stands."""
    front.rename(aside)
    try:
        back.rename(front)
    except OSError:
        aside.rename(front)
        return False
    with suppress(OSError):  # the new site stands; the next start tidies up
        aside.rename(back)
    return True


def finish_swap(front: Path, back: Path, aside: Path) -> None:
    """Put in order what a build left that ended between two renames: the old site comes back to its place."""
    if not aside.is_dir():
        return
    if not front.exists():
        aside.rename(front)
    elif not back.exists():
        aside.rename(back)


def replace_one(new: Path, old: Path) -> bool:
    """Let one file take the place of another, at one instant. False where it cannot; then nothing has changed."""
    try:
        if old.is_dir():
            return False
        new.replace(old)
    except OSError:
        return False
    settle_folder(old.parent)
    return True
