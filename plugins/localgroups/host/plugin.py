"""The one module that knows Pelican: its settings become a Config, its generator runs the build.

Pelican reads content/pages and writes what it and its plugins make to a folder of ours (the stage). When it is
done, the stage and the groups' files are published together. Pelican's readers never see a group's file.
"""

import logging
import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Page
from pelican.generators import Generator
from pelican.log import console

from localgroups.engine.build import build
from localgroups.engine.config import Config, silent
from localgroups.engine.foundation import Foundation, find
from localgroups.engine.memory import remember
from localgroups.engine.parts import Staged
from localgroups.engine.report import Report
from localgroups.host.clock import day_of
from localgroups.host.copying import faults_raised
from localgroups.host.pages import PageViews, drop_twins, unread
from localgroups.host.waiting import say_waiting
from localgroups.model.diagnostics import Severity
from localgroups.model.values import replace
from localgroups.outputs.theme import Theme
from localgroups.press.lock import alone
from localgroups.press.press import forget
from localgroups.reading.plain_values import read_language

Settings = dict[str, Any]
log = logging.getLogger("localgroups")


class NotOurPelican(RuntimeError):
    """The plugin is listed in PLUGINS, but PELICAN_CLASS is not `localgroups.Pelican`."""


def config_of(settings: Settings) -> Config:
    """A Config from Pelican's settings, by the names that Pelican users know."""
    return Config(
        source=Path(settings["PATH"]).parent,
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        today=day_of(settings, settings["TIMEZONE"]),
        theme=_theme(settings),
        name=settings["SITENAME"],
        address=settings["SITEURL"],
        timezone=settings["TIMEZONE"],
        language=_language(settings["DEFAULT_LANG"]),
        only=frozenset(settings.get("LOCALGROUPS_ONLY", ())),
        progress=settings.get("LOCALGROUPS_PROGRESS", silent),
        jobs=settings.get("LOCALGROUPS_JOBS", 1),
        has_search=settings.get("LOCALGROUPS_SEARCH", True),
        executor=settings.get("LOCALGROUPS_EXECUTOR", ""),
    )


def _theme(settings: Settings) -> Theme:
    """The theme, with the names and filters that templates of Pelican's own can use."""
    names = {"SITENAME": settings["SITENAME"], "SITEURL": settings["SITEURL"], **settings["JINJA_GLOBALS"]}
    overrides = tuple(Path(one) for one in settings["THEME_TEMPLATES_OVERRIDES"])
    return Theme(Path(settings["THEME"]), overrides, names, settings["JINJA_FILTERS"])


def _language(tag: str) -> str:
    """Pelican writes it in small letters; a tag is known by `pt-BR`."""
    found = read_language(tag)
    return found if isinstance(found, str) else ""


class LocalGroupsPelican(Pelican):
    """Pelican, publishing all at once or not at all."""

    report: Report | None = None
    foundation: Foundation
    staged: Staged

    def run(self) -> None:
        """Build into the stage and the press, then publish. What is served is untouched if anything raises.

        One build at a time has an output to itself; another waits, and then reads what is newest.
        """
        config = config_of(self.settings)
        with alone(config.workshop, partial(say_waiting, config.output)):
            if self.settings.get("LOCALGROUPS_FRESH"):
                forget(config.workshop)
            self._run_alone(config)

    def _run_alone(self, config: Config) -> None:
        self.foundation = find(config, remember(config))
        self.staged = Staged(config.workshop / "pelican")
        try:
            self.report = build(self.foundation, self._stage)
        finally:
            shutil.rmtree(self.staged.folder, ignore_errors=True)
        if not self.report.is_swapped:
            _say_in_place(config.output)

    def _stage(self) -> Staged:
        """Let Pelican and its plugins write to a folder of ours."""
        stage = self.staged.folder
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        final = self.settings["OUTPUT_PATH"]
        self.settings["OUTPUT_PATH"] = self.output_path = str(stage)
        try:
            with faults_raised():
                super().run()
        finally:
            self.settings["OUTPUT_PATH"] = self.output_path = final
        return self.staged


def _say_in_place(output: Path) -> None:
    log.warning("%s cannot be exchanged as a whole here: its files were replaced one after the other.", output)


class CommandPelican(LocalGroupsPelican):
    """The same for the command `pelican`, which has no words of its own for what was held."""

    def run(self) -> None:
        """Build, then say what is wrong and what was done. An error in the log is what `--fatal` looks for."""
        super().run()
        report = self.report
        if report is None:
            return
        for one in report.told:
            say = log.error if one.severity is Severity.ERROR else log.warning
            say("%s:%s: %s %s", one.span.path, one.span.line, one.message, one.help)
        for held in report.held:
            log.error("Held: %s (%s)", held.path, held.shown)
        console.print(f"{report.published:,} items of {report.groups:,} groups published, {len(report.held):,} held.")


class LocalGroupsGenerator(Generator):
    """Gives the national office's pages what ours know; groups and nation are built beside Pelican, not by it."""

    pelican: LocalGroupsPelican

    def generate_context(self) -> None:
        """Give templates what ours know, and links in pages the path that the site stands under."""
        foundation = self.pelican.foundation
        self.context["site"] = foundation.view
        # Links to pages come out from the root; the path that the site stands under is put before all links at once.
        self.context["localsiteurl"] = ""
        lists = [self.context.get(name, []) for name in ("pages", "hidden_pages", "draft_pages")]
        faults = (*unread(self.context["generated_content"], Path(self.path)), *drop_twins(lists))
        views = PageViews(foundation)
        every = [one for pages in lists for page in pages for one in (page, *getattr(page, "translations", ()))]
        for one in every:
            one.localgroups_views = views
        self.pelican.staged = replace(
            self.pelican.staged,
            slugs=frozenset(page.slug for page in lists[0]),
            unlisted=frozenset(one.save_as for one in every if one.status != "published"),
            faults=faults,
        )


def _show_page(generator: Generator, content: Page) -> None:
    """Before a page is written, hand its view to the template."""
    views = getattr(content, "localgroups_views", None)
    if views is not None:
        generator.context["view"] = views.view(content)


def _generators(pelican: Pelican) -> Iterable[type[Generator]]:
    if not isinstance(pelican, LocalGroupsPelican):
        raise NotOurPelican('Add this line to pelicanconf.py: PELICAN_CLASS = "localgroups.Pelican"')
    return (type("BoundGenerator", (LocalGroupsGenerator,), {"pelican": pelican}),)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_generators)
    signals.page_generator_write_page.connect(_show_page)
