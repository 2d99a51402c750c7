"""The build as a list of steps.

Read the nation; read each group and roll it up; join the rollups; make each group's files and the nation's;
hand them to the press. Pelican's own files (the national office's pages, the theme's static files) are
handed in between and published together with the rest, all at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from localgroups.engine.assets import artifact_of
from localgroups.engine.config import Config
from localgroups.engine.desks import desk_pages
from localgroups.engine.git_history import History
from localgroups.engine.last_good import LastGood
from localgroups.engine.report import Report
from localgroups.federation.claims import claim_faults, gone_faults, refused_claims, without_claims
from localgroups.federation.nation import Federation, join
from localgroups.federation.neighbours import neighbours
from localgroups.federation.rolling_up import roll_up
from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.groups import Group, GroupReading
from localgroups.model.identity import NATION
from localgroups.model.items import Held
from localgroups.model.nation import NationReading
from localgroups.model.rollups import Rollup, SerialisedEvent
from localgroups.outputs import headers
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
from localgroups.reading.words import nearest


class NoSuchGroup(Exception):
    """A preview was asked for of a group that has no folder. Its slug, and the nearest that there is."""

    def __init__(self, slug: str, near: str) -> None:
        super().__init__(f"There is no folder groups/{slug}." + (f" Did you mean {near}?" if near else ""))


@dataclass(frozen=True, slots=True)
class Foundation:
    """What has to be known before anything is printed: the national office's folder, and the site's face."""

    config: Config
    renderer: Renderer
    nation: NationReading
    last_good: LastGood
    site: Site
    view: SiteView
    stylesheet: Artifact


def found(config: Config) -> Foundation:
    """Read the national office's folder. Raises UnreadableNation where nothing can be built on it."""
    renderer = Renderer.at(config.workshop / "images")
    last_good = LastGood(config.workshop / "good", History(config.source), config.today)
    nation = read_nation(config.source, renderer, config.today, _overrides(config), last_good.earlier(NATION))
    nation = replace(nation, held=last_good.keep(NATION, nation.good, nation.held), good=())
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
    return Foundation(
        config, renderer, nation, last_good, site, site_view(site), Artifact(OutputPath.of(NATION, path), data)
    )


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
    unlisted: frozenset[str] = frozenset()
    """Paths of Pelican's pages that are no business of search engines: drafts, hidden ones."""

    @classmethod
    def start(cls, foundation: Foundation) -> "Build":
        config = foundation.config
        return cls(foundation, Press(config.output, config.workshop), [], [], [])

    def run(self, page_slugs: frozenset[str] = frozenset()) -> None:
        """Read every group and lay out the whole site; `page_slugs` are the pages that Pelican makes."""
        config, nation = self.foundation.config, self.foundation.nation
        self._count(nation.diagnostics, nation.held, nation.item_count, len(nation.items))
        slugs = self._slugs()
        read = [*self._read(slugs)]
        readings = self._honest([one for one in read if one.group is not None], frozenset(slugs))
        rollups = [roll_up(_group(one), one.items, config.today) for one in readings]
        if not config.only:
            gone = self.foundation.last_good.forget_gone(one.slug for one in read)
            self.diagnostics.extend(gone_faults(gone, (_group(one) for one in readings)))
        federation = join(nation.facts, nation.items, rollups, config.today)
        self.groups = len(readings)
        events = self._print_groups(readings, rollups, federation)
        self._print(desk_pages(read, rollups, self.diagnostics, config, self._cards), NATION)
        self.press.put(self.foundation.stylesheet)
        if not config.only:
            self._print_nation(federation, events, page_slugs)

    @property
    def _cards(self) -> Cards:
        return Cards(self.foundation.site, self.foundation.config.today)

    def _slugs(self) -> list[str]:
        """The groups' folders. Raises NoSuchGroup where one was asked for that is not there."""
        config = self.foundation.config
        slugs, faults = group_slugs(config.source)
        self.diagnostics.extend(faults)
        self.held.extend(self._left_out(one) for one in faults if one.severity is Severity.ERROR)
        for slug in sorted(config.only.difference(slugs)):
            raise NoSuchGroup(slug, nearest(slug, slugs))
        return slugs

    def _left_out(self, fault: Diagnostic) -> Held:
        """The file of a fault that nothing can stand in for."""
        return Held(fault.span.path, self.foundation.config.today.isoformat(), codes=(fault.code,))

    def _read(self, slugs: list[str]) -> Iterable[GroupReading]:
        config, last_good = self.foundation.config, self.foundation.last_good
        wanted = [slug for slug in slugs if not config.only or slug in config.only]
        for number, slug in enumerate(wanted):
            config.progress("Reading", number, len(wanted))
            reading = read_group(
                config.source / "groups" / slug,
                slug,
                self.foundation.nation.facts,
                self.foundation.renderer,
                config.today,
                last_good.earlier(slug),
            )
            reading = replace(reading, held=last_good.keep(slug, reading.good, reading.held), good=())
            self._count(reading.diagnostics, reading.held, reading.item_count, len(reading.items))
            yield reading
        config.progress("Reading", len(wanted), len(wanted))

    def _honest(self, readings: list[GroupReading], living: frozenset[str]) -> list[GroupReading]:
        """Readings without claims to names that are another's.

        `living` are all folders, also one whose group.yaml cannot be read today: its name is not free for others.
        """
        groups = [_group(one) for one in readings]
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
        config, site, cards = self.foundation.config, self.foundation.site, self._cards
        events: list[SerialisedEvent] = []
        for number, (reading, rollup) in enumerate(zip(readings, rollups, strict=True)):
            config.progress("Building", number, len(readings))
            group = _group(reading)
            pages = [*group_item_pages(group, reading.items, rollup, cards)]
            pages.append(group_home(group, rollup, neighbours(rollup.card, federation.cards), cards))
            self._print(pages, group.slug)
            own = serialised(reading.items, group.region, site)
            self.press.put_all(group_following(group, rollup, own, cards))
            self.press.put_all(artifact_of(one, group.slug) for one in reading.files)
            events.extend(own)
        config.progress("Building", len(readings), len(readings))
        return events

    def _print_nation(self, federation: Federation, events: list[SerialisedEvent], page_slugs: frozenset[str]) -> None:
        nation, site, cards = self.foundation.nation, self.foundation.site, self._cards
        self._print(nation_pages(federation, nation.items, nation.intro, page_slugs, cards), NATION)
        own = serialised(nation.items, "", site)
        self.press.put_all(nation_following(federation, [*own, *events], own, cards))
        self.press.put_all(artifact_of(one, NATION) for one in nation.assets)

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
            if path.endswith("index.html") and path not in self.unlisted:
                self.addresses.append((self.foundation.site.absolute(f"/{path.removesuffix('index.html')}"), None))

    def hold_page(self, fault: Diagnostic) -> None:
        """Name a page of content/pages that is not on the site."""
        self.diagnostics.append(fault)
        self.held.append(self._left_out(fault))

    def _refuse_stage(self, path: str) -> None:
        self.hold_page(
            Diagnostic(
                "address-taken",
                Span("content/pages"),
                f"A page of content/pages wants the address /{path.removesuffix('index.html')}, but the site needs it.",
                "Give the page another name, or another line that begins with Slug:",
            )
        )

    def publish(self) -> Report:
        """Put everything in its place, at the end of all."""
        config, site = self.foundation.config, self.foundation.site
        if not config.only:
            # A sitemap plugin of Pelican's keeps the name that search engines expect; ours then stands beside it.
            name = "sitemap-groups" if "sitemap.xml" in self.press else "sitemap"
            for path, data in sitemap_files(self.addresses, site.address, name):
                self.press.put(Artifact(OutputPath.of(NATION, path), data))
            names = ["sitemap", name] if name != "sitemap" else [name]
            if headers.FILE not in self.press:
                self.press.put(headers.headers_file(site.base))
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
            is_swapped=published.is_swapped,
        )


def _group(reading: GroupReading) -> Group:
    assert reading.group is not None
    return reading.group
