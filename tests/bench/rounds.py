"""Measuring: every program in turn after every change, round after round.

Interleaved, because a machine is faster now and slower then: what stands side by side in the table ran side by side.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.contenders import THEME, Contender
from bench.corpus import Corpus
from bench.scenarios import Scenario, edit
from bench.trees import Tree, seen, written
from localgroups.host.measuring import Cost, cost_of
from localgroups.model.values import plain


@dataclass(frozen=True, slots=True)
class Run:
    """One build that was measured."""

    contender: str
    scenario: Scenario
    cost: Cost
    written: int
    files: int

    def as_record(self) -> dict[str, object]:
        return {
            "contender": self.contender,
            "scenario": str(self.scenario),
            **plain(self.cost),
            "written": self.written,
            "files": self.files,
        }


class CouldNotBuild(RuntimeError):
    """A program ended in a way that is no build; its figures would be lies."""


def corpus_folder(contender: Contender, corpus: Corpus, store: Path) -> Path:
    """The corpus laid out for a contender; what was made before, of this seed, size and recipe, is used again."""
    folder = store / f"{corpus.name}-{contender.name}"
    mark, recipe = folder.with_suffix(".made"), _recipe()
    if not mark.is_file() or mark.read_text(encoding="utf-8") != recipe:
        shutil.rmtree(folder, ignore_errors=True)
        contender.lay_out(corpus, folder)
        mark.write_text(recipe, encoding="utf-8")
    return folder


def _recipe() -> str:
    """What a laid out corpus is made from: the code beside this, and the theme that is copied into it."""
    places = (Path(__file__).parent, THEME)
    files = sorted(one for place in places for one in place.rglob("*") if one.is_file() and one.suffix != ".pyc")
    return sha256(b"".join(one.read_bytes() for one in files)).hexdigest()


def site_of(contender: Contender, corpus: Corpus, store: Path, folder: Path) -> "Site":
    """A working copy, which the edits may change."""
    work = folder / contender.name
    shutil.copytree(corpus_folder(contender, corpus, store), work)
    return Site(contender, work, work / contender.item_path(corpus.oldest_news()))


@dataclass(frozen=True, slots=True)
class Site:
    """A contender in a folder."""

    contender: Contender
    folder: Path
    item: Path

    def build(self, scenario: Scenario, number: int) -> Run:
        """Make the change, and build."""
        if scenario is Scenario.COLD:
            self.set_aside(number)
        edit(scenario, self.item, self.folder / self.contender.template, number)
        before = self._tree()
        if hasattr(os, "sync"):
            os.sync()  # what one left to be written shall not be paid for by the next
        cost = cost_of(self.contender.command, self.folder, self.contender.settings)
        after = self._tree()
        if cost.status or not after:
            raise CouldNotBuild(f"{' '.join(self.contender.command)} in {self.folder}: exit status {cost.status}")
        return Run(self.contender.name, scenario, cost, written(before, after), len(after))

    def set_aside(self, number: int) -> None:
        """What earlier builds left goes, and is deleted when all is measured: some file systems (ext4) make files ten
        times as slowly for a while where thousands were just deleted, and whoever writes most would pay for it."""
        aside = self.folder.parent / f"{self.folder.name}-aside-{number}"
        for name in (self.contender.output, *self.contender.leavings):
            path = self.folder / name
            if path.is_symlink() or path.exists():
                aside.mkdir(exist_ok=True)
                path.rename(aside / name)

    def _tree(self) -> Tree:
        return seen(self.folder / self.contender.output)


def interleaved(sites: Sequence[Site], rounds: Mapping[str, int]) -> Iterable[Run]:
    """Every scenario of every round, each by all in turn; who begins changes from round to round.

    `rounds` says how many a contender takes part in.
    """
    for number in range(1, max(rounds.values()) + 1):
        for scenario in Scenario:
            first = number % len(sites)
            for site in (*sites[first:], *sites[:first]):
                if number <= rounds[site.contender.name]:
                    yield site.build(scenario, number)
