"""The one module that knows Pelican: its settings become a Config, its generator runs the build.

Pelican reads content/pages and writes what it and its plugins make to a folder of ours (the stage). When it is
done, the stage and the groups' files are published together. Pelican's readers never see a group's file.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Page
from pelican.generators import Generator
from pelican.writers import Writer

from localgroups.engine.build import Build, Foundation, found
from localgroups.engine.config import Config, silent
from localgroups.engine.report import Report
from localgroups.host.clock import today
from localgroups.model.html import SafeHtml
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import DateView, TextPage
from localgroups.outputs.wording import day_text
from localgroups.reading.plain_text import first_paragraph
from localgroups.reading.plain_values import read_language

Settings = dict[str, Any]


class NotOurPelican(RuntimeError):
    """The plugin is listed in PLUGINS, but PELICAN_CLASS is not `localgroups.Pelican`."""


def config_of(settings: Settings) -> Config:
    """A Config from Pelican's settings, by the names that Pelican users know."""
    given = settings.get("LOCALGROUPS_TODAY")
    return Config(
        source=Path(settings["PATH"]).parent,
        output=Path(settings["OUTPUT_PATH"]),
        today=date.fromisoformat(given) if given else today(settings["TIMEZONE"]),
        theme=Theme(Path(settings["THEME"]), tuple(Path(one) for one in settings["THEME_TEMPLATES_OVERRIDES"])),
        name=settings["SITENAME"],
        address=settings["SITEURL"],
        timezone=settings["TIMEZONE"],
        language=_language(settings["DEFAULT_LANG"]),
        only=frozenset(settings.get("LOCALGROUPS_ONLY", ())),
        progress=settings.get("LOCALGROUPS_PROGRESS", silent),
    )


def _language(tag: str) -> str:
    """Pelican writes it in small letters; a tag is known by `en-GB`."""
    found = read_language(tag)
    return found if isinstance(found, str) else ""


class LocalGroupsPelican(Pelican):
    """Pelican, publishing all at once or not at all."""

    report: Report | None = None

    def run(self) -> None:
        """Build into the stage and the press, then publish. What is served is untouched if anything raises."""
        config = config_of(self.settings)
        foundation = found(config)
        self.build = Build.start(foundation)
        stage = config.workshop / "pelican"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        final = self.settings["OUTPUT_PATH"]
        self.settings["OUTPUT_PATH"] = self.output_path = str(stage)
        try:
            super().run()
            if not config.only:
                self.build.add_stage(stage)
            self.report = self.build.publish()
        finally:
            self.settings["OUTPUT_PATH"] = self.output_path = final
            shutil.rmtree(stage, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class PageViews:
    """Gives each page of content/pages the view that templates/page.html shows."""

    foundation: Foundation

    def view(self, page: Page) -> TextPage:
        """Trusted text: written and reviewed by the national office, rendered by Pelican's own reader."""
        site = self.foundation.site
        modified = getattr(page, "modified", None)
        path = f"/{page.url}"
        return TextPage(
            head=site.head(
                path,
                page.title,
                getattr(page, "description", "") or first_paragraph(SafeHtml(page.content)),
                language=getattr(page, "lang", "") or site.language,
                is_indexed=page.status == "published",
            ),
            title=page.title,
            body=SafeHtml(page.content),
            updated=DateView(modified.date().isoformat(), day_text(modified.date())) if modified else None,
        )


class LocalGroupsGenerator(Generator):
    """Builds the nation while Pelican builds the national office's pages."""

    build: Build

    def generate_context(self) -> None:
        """Give templates what ours know, and links in pages the path that the site stands under."""
        foundation = self.build.foundation
        views = PageViews(foundation)
        self.context["site"] = foundation.view
        self.context["localsiteurl"] = foundation.site.base
        self.pages: list[Page] = [*self.context.get("pages", ())]
        for name in ("pages", "hidden_pages", "draft_pages"):
            for page in self.context.get(name, ()):
                for one in (page, *getattr(page, "translations", ())):
                    one.localgroups_views = views

    def generate_output(self, _writer: Writer) -> None:
        """Lay out groups and nation in the press; Pelican's own files join them at the end."""
        slugs = frozenset(page.slug for page in self.pages)
        self.build.run(slugs)


def _show_page(generator: Generator, content: Page) -> None:
    """Before a page is written, hand its view to the template."""
    views = getattr(content, "localgroups_views", None)
    if views is not None:
        generator.context["view"] = views.view(content)


def _generators(pelican: Pelican) -> Iterable[type[Generator]]:
    if not isinstance(pelican, LocalGroupsPelican):
        raise NotOurPelican('Add this line to pelicanconf.py: PELICAN_CLASS = "localgroups.Pelican"')
    return (type("BoundGenerator", (LocalGroupsGenerator,), {"build": pelican.build}),)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_generators)
    signals.page_generator_write_page.connect(_show_page)
