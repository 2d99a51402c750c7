"""The build as a list of steps.

Read the nation; read each group and roll it up; join the rollups; make each group's files and the nation's;
hand them to the press. Pelican's own files (the national office's pages, the theme's static files) are
handed in between and published together with the rest, all at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from localgroups.engine.config import Config
from localgroups.engine.report import Report
from localgroups.federation.claims import claim_faults, refused_claims, without_claims
from localgroups.federation.nation import Federation, join
from localgroups.federation.neighbours import neighbours
from localgroups.federation.rolling_up import roll_up
from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.model.groups import Group, GroupReading
from localgroups.model.identity import NATION
from localgroups.model.items import Held
from localgroups.model.nation import NationReading
from localgroups.model.rollups import Rollup, SerialisedEvent
from localgroups.outputs.cards import Cards
from localgroups.outputs.following import group_following, nation_following, serialised
from localgroups.outputs.group_pages import group_home, group_item_pages
from localgroups.outputs.nation_pages import nation_pages
from localgroups.outputs.pages import Page, rendered
from localgroups.outputs.site import Site, site_view
from localgroups.outputs.sitemap import Entry, robots_txt, sitemap_files
from localgroups.outputs.views import SiteView
from localgroups.press.press import Press
from localgroups.reading.files import group_slugs
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Foundation:
    """What has to be known before anything is printed: the national office's folder, and the site's face."""

    config: Config
    renderer: Renderer
    nation: NationReading
    site: Site
    view: SiteView
    stylesheet: Artifact


def found(config: Config) -> Foundation:
    """Read the national office's folder. Raises UnreadableNation where nothing can be built on it."""
    renderer = Renderer.at(config.workshop / "images")
    nation = read_nation(config.source, renderer, config.today, _overrides(config))
    path, data = config.theme.stylesheet()
    organisation = nation.facts.organisation
    site = Site(
        facts=nation.facts,
        name=organisation.name,
        address=organisation.url.rstrip("/"),
        timezone=organisation.timezone,
        language=organisation.language,
        stylesheet=path,
    )
    return Foundation(config, renderer, nation, site, site_view(site), Artifact(OutputPath.of(NATION, path), data))


def _overrides(config: Config) -> dict[str, str]:
    given = {"name": config.name, "url": config.address, "timezone": config.timezone, "language": config.language}
    return {key: value for key, value in given.items() if value}


@dataclass(slots=True)
class Build:
    """One build under way. Nothing that is served changes before `publish`."""

    foundation: Foundation
    press: Press
    diagnostics: list[Diagnostic]
    held: list[Held]
    addresses: list[Entry]
    groups: int = 0
    items: int = 0
    published: int = 0

    @classmethod
    def start(cls, foundation: Foundation) -> "Build":
        config = foundation.config
        return cls(foundation, Press(config.output, config.workshop), [], [], [])

    def run(self, page_slugs: frozenset[str] = frozenset()) -> None:
        """Read every group and lay out the whole site; `page_slugs` are the pages that Pelican makes."""
        config, nation = self.foundation.config, self.foundation.nation
        self._count(nation.diagnostics, nation.held, nation.item_count, len(nation.items))
        readings = self._honest([one for one in self._read() if one.group is not None])
        rollups = [roll_up(_group(one), one.items, config.today) for one in readings]
        federation = join(nation.facts, nation.items, rollups, config.today)
        self.groups = len(readings)
        events = self._print_groups(readings, rollups, federation)
        self.press.put(self.foundation.stylesheet)
        if not config.only:
            self._print_nation(federation, events, page_slugs)

    def _read(self) -> Iterable[GroupReading]:
        config = self.foundation.config
        slugs, faults = group_slugs(config.source)
        self.diagnostics.extend(faults)
        wanted = [slug for slug in slugs if not config.only or slug in config.only]
        for number, slug in enumerate(wanted):
            config.progress("Reading", number, len(wanted))
            reading = read_group(
                config.source / "groups" / slug,
                slug,
                self.foundation.nation.facts,
                self.foundation.renderer,
                config.today,
            )
            self._count(reading.diagnostics, reading.held, reading.item_count, len(reading.items))
            yield reading
        config.progress("Reading", len(wanted), len(wanted))

    def _honest(self, readings: list[GroupReading]) -> list[GroupReading]:
        """Readings without claims to names that are another's."""
        groups = [_group(one) for one in readings]
        living = frozenset(one.slug for one in groups)
        refused = refused_claims(groups, living)
        self.diagnostics.extend(claim_faults(groups, living))
        return [without_claims(one, refused) for one in readings]

    def _count(self, diagnostics: Iterable[Diagnostic], held: Iterable[Held], found_items: int, published: int) -> None:
        self.diagnostics.extend(diagnostics)
        self.held.extend(held)
        self.items += found_items
        self.published += published

    def _print_groups(
        self, readings: list[GroupReading], rollups: list[Rollup], federation: Federation
    ) -> list[SerialisedEvent]:
        """Every group's files; gives back their meetings, serialised, for the nation's calendars."""
        config, site = self.foundation.config, self.foundation.site
        cards = Cards(site, config.today)
        events: list[SerialisedEvent] = []
        for number, (reading, rollup) in enumerate(zip(readings, rollups, strict=True)):
            config.progress("Building", number, len(readings))
            group = _group(reading)
            pages = [*group_item_pages(group, reading.items, rollup, cards)]
            pages.append(group_home(group, rollup, neighbours(rollup.card, federation.cards), cards))
            self._print(pages, group.slug)
            own = serialised(reading.items, group.region, site)
            self.press.put_all(group_following(group, rollup, own, cards))
            self.press.put_all(Artifact(OutputPath.of(group.slug, one.href), one.data) for one in reading.files)
            events.extend(own)
        config.progress("Building", len(readings), len(readings))
        return events

    def _print_nation(self, federation: Federation, events: list[SerialisedEvent], page_slugs: frozenset[str]) -> None:
        nation, site = self.foundation.nation, self.foundation.site
        cards = Cards(site, federation.today)
        self._print(nation_pages(federation, nation.items, nation.intro, page_slugs, cards), NATION)
        own = serialised(nation.items, "", site)
        self.press.put_all(nation_following(federation, [*own, *events], own, cards))
        self.press.put_all(Artifact(OutputPath.of(NATION, one.href), one.data) for one in nation.assets)

    def _print(self, pages: Iterable[Page], owner: str) -> None:
        foundation = self.foundation
        for page in pages:
            if page.is_indexed:
                self.addresses.append((foundation.site.absolute(page.path), page.changed))
            self.press.put_all(rendered((page,), owner, foundation.config.theme, foundation.view))

    def add_stage(self, stage: Path) -> None:
        """Take in what Pelican and its plugins wrote. What stands at an address of ours already is held, and named."""
        for file in sorted(one for one in stage.rglob("*") if one.is_file()):
            path = file.relative_to(stage).as_posix()
            if path in self.press:
                self._refuse_stage(path)
                continue
            self.press.put(Artifact(OutputPath(path), file.read_bytes()))
            if path.endswith("index.html"):
                self.addresses.append((self.foundation.site.absolute(f"/{path.removesuffix('index.html')}"), None))

    def _refuse_stage(self, path: str) -> None:
        self.diagnostics.append(
            Diagnostic(
                "address-taken",
                Span("content/pages"),
                f"A page of content/pages wants the address /{path.removesuffix('index.html')}, but the site needs it.",
                "Give the page another slug.",
            )
        )
        self.held.append(Held("content/pages", codes=("address-taken",)))

    def publish(self) -> Report:
        """Put everything in its place, at the end of all."""
        config, site = self.foundation.config, self.foundation.site
        if not config.only:
            # A sitemap plugin of Pelican's keeps the name that search engines expect; ours then stands beside it.
            name = "sitemap-groups" if "sitemap.xml" in self.press else "sitemap"
            for path, data in sitemap_files(self.addresses, site.address, name):
                self.press.put(Artifact(OutputPath.of(NATION, path), data))
            names = ["sitemap", name] if name != "sitemap" else [name]
            if "robots.txt" not in self.press:
                data = robots_txt([site.absolute(f"/{one}.xml") for one in names])
                self.press.put(Artifact(OutputPath.of(NATION, "/robots.txt"), data))
        config.progress("Publishing", 0, 1)
        published = self.press.publish(keep_others=bool(config.only))
        config.progress("Publishing", 1, 1)
        return Report(
            groups=self.groups,
            items=self.items,
            published=self.published,
            diagnostics=tuple(sorted(self.diagnostics, key=lambda one: one.order)),
            held=tuple(sorted(self.held, key=lambda one: one.path)),
            written=published.written,
            removed=published.removed,
            files=published.total,
        )


def _group(reading: GroupReading) -> Group:
    assert reading.group is not None
    return reading.group
