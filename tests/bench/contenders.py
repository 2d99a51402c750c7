"""The programs that are measured: how each is laid out, started and cleaned."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench import hugo_layout, our_layout, pelican_layout
from bench.corpus import Corpus, Item

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "themes" / "commons"
PLUGINS = ROOT / "plugins"
OURS, HUGO, PELICAN = "localgroups", "hugo", "pelican"
TODAY = "2026-11-22"


@dataclass(frozen=True, slots=True)
class Contender:
    """One program with a site to build."""

    name: str
    label: str
    """As people call it, with its version."""
    command: tuple[str, ...]
    lay_out: Callable[[Corpus, Path], None]
    output: str
    """Below its folder."""
    leavings: tuple[str, ...]
    """What has to go, beside the output, for a build from nothing."""
    item_path: Callable[[Item], str]
    template: str
    settings: Mapping[str, str] = field(default_factory=dict)
    """Its environment."""


def ours(*more: str) -> Contender:
    return Contender(
        name=OURS,
        label=f"this project, on Python {sys.version_info[0]}.{sys.version_info[1]}",
        command=(
            *(sys.executable, "-m", "localgroups", "build"),
            *("--source", ".", "--output", "output", "--today", TODAY, "--no-search", *more),
        ),
        lay_out=lambda corpus, folder: our_layout.lay_out(corpus, folder, THEME),
        output="output",
        leavings=(".output.localgroups",),
        item_path=our_layout.item_path,
        template="theme/templates/base.html",
        settings=_surroundings(PYTHONPATH=str(PLUGINS)),
    )


def pelican() -> Contender:
    return Contender(
        name=PELICAN,
        label=f"Pelican {version('pelican')}, plain",
        command=(sys.executable, "-m", "pelican", "--quiet"),
        lay_out=pelican_layout.lay_out,
        output="output",
        leavings=("cache",),
        item_path=pelican_layout.item_path,
        template="theme/templates/base.html",
        settings=_surroundings(),
    )


def hugo(program: Path, label: str) -> Contender:
    return Contender(
        name=HUGO,
        label=f"{label}, plain",
        command=(str(program), "--quiet", "--noBuildLock"),
        lay_out=hugo_layout.lay_out,
        output="public",
        leavings=("resources",),
        item_path=hugo_layout.item_path,
        template="layouts/baseof.html",
        settings=_surroundings(),
    )


def _surroundings(**more: str) -> dict[str, str]:
    """The environment without what could change a build: paths of Python's, settings of Hugo's."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "HUGO_", "SOURCE_DATE"))}
    return {**kept, **more}
