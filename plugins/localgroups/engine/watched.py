"""What is known by whoever stays between two builds and watches the folders, and what they want to know early.

A build that is told so looks only where something may have changed. A command that comes and goes knows nothing of the
kind, and looks everywhere.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from localgroups.model.values import Struct


def unasked(_tree: Path, _paths: Sequence[str]) -> None:
    """For those who wait until the site stands."""


class Watched(Struct, frozen=True):
    """One span of watching: since the last build that ended well."""

    changed: frozenset[str]
    """Slugs of the groups in whose folders something may have changed."""
    laid: Callable[[Path, Sequence[str]], None] = unasked
    """Called when the groups are done and the nation is not, with the files of groups that are new in this build, and
    the tree that they lie in until the site is published."""
