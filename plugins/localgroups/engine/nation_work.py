"""The nation's own files: joins of what the groups hand up, and what the national office writes."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from localgroups.engine.assets import asset_draft
from localgroups.engine.group_work import addresses_of
from localgroups.engine.shards import Handed
from localgroups.federation.nation import join
from localgroups.model.artifacts import Artifact, Draft, OutputPath
from localgroups.model.identity import NATION
from localgroups.model.nation import NationReading
from localgroups.outputs import headers
from localgroups.outputs.cards import Cards
from localgroups.outputs.following import nation_following, serialised
from localgroups.outputs.nation_pages import nation_pages
from localgroups.outputs.pages import drafted
from localgroups.outputs.site import Site
from localgroups.outputs.sitemap import Entry, robots_txt, sitemap_files
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import SiteView
from localgroups.press.galley import Galley


@dataclass(frozen=True, slots=True)
class Nation:
    """All that the nation's files are made from, but for what Pelican makes."""

    office: NationReading
    handed: Sequence[Handed]
    cards: Cards
    theme: Theme
    view: SiteView
    stylesheet: Artifact


def set_nation(nation: Nation, slugs: frozenset[str], galley: Galley) -> tuple[Entry, ...]:
    """Every file of the nation's but those for robots; gives the addresses of its pages. `slugs` are those of the
    pages that Pelican makes."""
    office, cards, site = nation.office, nation.cards, nation.cards.site
    federation = join(office.facts, office.items, [one.rollup for one in nation.handed], cards.today)
    pages = [*nation_pages(federation, office.items, office.intro, slugs, cards)]
    galley.set_all(drafted(pages, NATION, nation.theme, nation.view))
    own = serialised(office.items, "", site)
    events = [*own, *(event for one in nation.handed for event in one.events)]
    galley.set_all(Draft.of(one) for one in nation_following(federation, events, own, cards))
    galley.set_all(asset_draft(one, NATION) for one in office.assets)
    galley.set(Draft.of(nation.stylesheet))
    return addresses_of(pages, site)


def set_for_robots(entries: Sequence[Entry], brought: Container[str], site: Site, galley: Galley) -> None:
    """The sitemap, robots.txt and the host's headers, but for those that the national office has `brought` itself."""
    # A sitemap plugin of Pelican's keeps the name that search engines expect; ours then stands beside it.
    name = "sitemap-groups" if "sitemap.xml" in brought else "sitemap"
    for path, data in sitemap_files(entries, site.address, name):
        galley.set(Draft.of(Artifact(OutputPath.of(NATION, path), data)))
    if headers.FILE not in brought:
        galley.set(Draft.of(headers.headers_file(site.base)))
    if "robots.txt" not in brought:
        names = ["sitemap", name] if name != "sitemap" else [name]
        data = robots_txt([site.absolute(f"/{one}.xml") for one in names])
        galley.set(Draft.of(Artifact(OutputPath.of(NATION, "/robots.txt"), data)))
