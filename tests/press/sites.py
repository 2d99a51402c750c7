"""Small sites in a temporary folder, published by the press as a build does it."""

import os
from pathlib import Path

from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.press.press import Press, Published

Site = dict[str, bytes]
"""Path to bytes."""


def publish(output: Path, files: Site, keep_others: bool = False) -> Published:
    press = Press(output, workshop_of(output))
    for path, data in files.items():
        press.put(Artifact(OutputPath(path), data))
    return press.publish(keep_others)


def workshop_of(output: Path) -> Path:
    return output.parent / ".work"


def tree(output: Path) -> Site:
    """All files by their paths."""
    return {one.relative_to(output).as_posix(): one.read_bytes() for one in output.rglob("*") if one.is_file()}


def tree_behind(handle: int) -> Site:
    """The files of an open folder, whatever name it has by now: what a server sees that was started inside."""
    found: Site = {}
    for folder, _, names, inside in os.fwalk(".", dir_fd=handle):
        for name in names:
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=inside), "rb") as file:
                found[os.path.normpath(f"{folder}/{name}")] = file.read()
    return found
