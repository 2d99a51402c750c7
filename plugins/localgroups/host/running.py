"""A build with the output to itself, whoever knows the settings and whoever makes the national office's pages."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from localgroups.engine.build import build
from localgroups.engine.config import Config
from localgroups.engine.foundation import Foundation, find
from localgroups.engine.memory import remember
from localgroups.engine.parts import Staged
from localgroups.engine.report import Report
from localgroups.host.waiting import say_waiting
from localgroups.press.lock import alone
from localgroups.press.press import forget
from localgroups.press.trees import remove


def stage_of(config: Config) -> Staged:
    """Where Pelican and its plugins write: a folder of ours, which is there while a build runs."""
    return Staged(config.workshop / "pelican")


def run(config: Config, stage: Callable[[Foundation], Staged], *, is_fresh: bool) -> Report:
    """Build and publish; `stage` has the national office's pages made. `is_fresh`: as if nothing had been built before.

    What is served is untouched if anything raises. One build at a time has an output to itself; another waits, and then
    reads what is newest. Raises UnreadableNation.
    """
    with alone(config.workshop, partial(say_waiting, config.output)):
        if is_fresh:
            forget(config.workshop)
        foundation = find(config, remember(config))
        try:
            report = build(foundation, partial(stage, foundation))
        finally:
            with suppress(OSError):
                remove(stage_of(config).folder)
    if not report.is_swapped:
        import logging  # seldom wanted, and slow to load

        logging.getLogger("localgroups").warning(
            "%s cannot be exchanged as a whole here: its files were replaced one after the other.", config.output
        )
    return report
