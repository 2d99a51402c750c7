"""The nation's own files: joins of what the groups hand up, and what the national office writes."""

from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import chain

from localgroups.engine.assets import asset_draft
from localgroups.engine.events import events_of
from localgroups.engine.group_work import Listed
from localgroups.engine.shards import Handed, LostShard
from localgroups.federation.nation import Federation, join
from localgroups.federation.rolling_up import texts_of
from localgroups.model.artifacts import Artifact, Draft, OutputPath
from localgroups.model.identity import NATION
from localgroups.model.nation import NationReading
from localgroups.model.rollups import CampaignLine, NewsLine, Rollup, SerialisedEvent
from localgroups.model.values import Struct, force_setattr
from localgroups.outputs import headers
from localgroups.outputs.following import Texts, nation_following
from localgroups.outputs.lasting_cards import LastingCards
from localgroups.outputs.nation_pages import nation_pages
from localgroups.outputs.pages import drafted
from localgroups.outputs.search import search_files
from localgroups.outputs.search_page import search_page
from localgroups.outputs.serialising import event_drafts
from localgroups.outputs.site import Site
from localgroups.outputs.sitemap import Entry, robots_txt, sitemap_files
from localgroups.outputs.subjects import is_recent
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import SiteView
from localgroups.press.galley import Galley


class Nation(Struct, frozen=True):
    """All that the nation's files are made from, but for what Pelican makes."""

    office: NationReading
    assets: tuple[str, ...]
    """Addresses of the office's pictures and documents; those that it does not bring stand in the output."""
    handed: Iterable[Handed]
    """Taken in one by one: together they are more than what the nation needs of them."""
    texts: Texts
    known: Sequence[SerialisedEvent]
    """The office's own events of the last build."""
    site: Site
    today: date
    theme: Theme
    view: SiteView
    stylesheet: Artifact
    has_search: bool


class Made(Struct, frozen=True):
    """What is to be known of the nation's files."""

    addresses: tuple[Entry, ...]
    """Of its pages, and of the groups' but for their home pages."""
    events: tuple[SerialisedEvent, ...]
    """The office's own."""


def set_nation(nation: Nation, slugs: frozenset[str], galley: Galley) -> Made:
    """Every file of the nation's but those for robots. `slugs` are those of the pages that Pelican makes."""
    office, site = nation.office, nation.site
    cards = LastingCards(site, nation.today)
    own = events_of(event_drafts(office.items, "", site, office.revisions), nation.known)
    rollups, events, addresses = list[Rollup](), [*own], list[Entry]()
    shared: dict[str, str] = {}
    for one in nation.handed:
        rollups.append(_sharing(one.rollup, shared))
        events += (event for event in one.events if is_recent(event, cards.today))
        addresses += one.addresses
    federation = join(office.facts, office.items, rollups, cards.today)
    rollups.clear()
    own_pages = nation_pages(federation, office.items, office.intro, slugs, cards)
    pages = Listed(chain(own_pages, (search_page(cards, nation.has_search),)), site)
    galley.set_all(drafted(pages, NATION, nation.theme, nation.view))
    galley.set_all(nation_following(federation, events, own, _texts(nation, federation), cards))
    if nation.has_search:
        galley.set_all(one.of(NATION) for one in search_files(federation, site))
    made = {one.href: one for one in office.assets}
    for href in nation.assets:
        if href in made:
            galley.set(asset_draft(made[href], NATION))
        elif not galley.stand(OutputPath.of(NATION, href).text):
            raise LostShard(href)
    galley.set(Draft.of(nation.stylesheet))
    return Made((*pages.addresses, *addresses), own)


def _sharing(rollup: Rollup, shared: dict[str, str]) -> Rollup:
    """The same, with one text for all lines where they have the same: a third of what a large nation weighs. They were
    read from the cache for this build alone, and nobody else has them."""
    owner, share = rollup.owner, shared.setdefault
    for line in (*rollup.news, *rollup.meetings, *rollup.campaigns):
        if line.owner == owner:
            force_setattr(line, "owner", owner)
        if line.name == line.stem:
            force_setattr(line, "name", line.stem)
        force_setattr(line, "region", share(line.region, line.region))
        force_setattr(line, "language", share(line.language, line.language))
        if line.imprint:  # empty ones are one text in any case
            force_setattr(line, "imprint", share(line.imprint, line.imprint))
    return rollup


def _texts(nation: Nation, federation: Federation) -> Texts:
    """Those of the office and of the groups."""
    lines: list[NewsLine | CampaignLine] = [*federation.news, *federation.campaigns]
    own = texts_of(nation.office.items, (one for one in lines if one.owner.is_nation))
    return lambda line: own[line.identity] if line.owner.is_nation else nation.texts(line)


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
