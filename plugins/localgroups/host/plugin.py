"""The one module that knows Pelican: its settings become a Config, its generator runs the build.

Pelican reads content/pages and writes what it and its plugins make to a folder of ours (the stage). When it is
done, the stage and the groups' files are published together. Pelican's readers never see a group's file.
"""

import logging
import shutil
from collections.abc import Iterable
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Page
from pelican.generators import Generator
from pelican.log import console

from localgroups.engine.foundation import Foundation
from localgroups.engine.parts import Staged
from localgroups.engine.report import Report
from localgroups.host.copying import faults_raised
from localgroups.host.pages import PageViews, drop_twins, unread
from localgroups.host.running import run, stage_of
from localgroups.host.settings import config_of
from localgroups.model.diagnostics import Severity
from localgroups.model.values import replace

log = logging.getLogger("localgroups")


class NotOurPelican(RuntimeError):
    """The plugin is listed in PLUGINS, but PELICAN_CLASS is not `localgroups.Pelican`."""


class LocalGroupsPelican(Pelican):
    """Pelican, publishing all at once or not at all."""

    report: Report | None = None
    foundation: Foundation
    staged: Staged

    def run(self) -> None:
        """Build into the stage and the press, then publish. What is served is untouched if anything raises."""
        is_fresh = bool(self.settings.get("LOCALGROUPS_FRESH"))
        self.report = run(config_of(self.settings), self.stage, is_fresh=is_fresh)

    def stage(self, foundation: Foundation) -> Staged:
        """Let Pelican and its plugins write to a folder of ours."""
        self.foundation, self.staged = foundation, stage_of(foundation.config)
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
