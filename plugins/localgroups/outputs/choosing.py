"""The page on which visitors choose what to follow: every region and every group, as lists that a script can read.

Apart from the nation's other pages because it is the one that grows with every group: a line of it holds a name, an
address and no more, so that five thousand groups still make a page that a phone can open.
"""

from localgroups.federation.nation import Federation
from localgroups.model.regions import Region
from localgroups.model.rollups import Card
from localgroups.outputs.cards import Cards
from localgroups.outputs.pages import Page
from localgroups.outputs.site import Site
from localgroups.outputs.views import Choice, ChoiceRegion, ChoosePage

PATH = "/feeds/choose/"
SCRIPT, STYLE = "/theme/choose.js", "/theme/choose.css"
OPEN_AT_MOST = 60
"""Groups that are listed at once; where there are more, regions are opened one by one."""


def choose_page(federation: Federation, cards: Cards) -> Page:
    """Closed groups are left out: nothing follows from them."""
    site = cards.site
    living: dict[str, list[Card]] = {}
    for one in federation.cards:
        if not one.is_closed:
            living.setdefault(one.region, []).append(one)
    is_open = sum(map(len, living.values())) <= OPEN_AT_MOST

    def group(card: Card) -> Choice:
        return _choice(card.name, card.slug, card.href, site, " ".join(federation.former_slugs[card.slug]))

    def region(found: Region) -> ChoiceRegion:
        groups = tuple(group(one) for one in living.get(found.slug, ()))
        children = tuple(child for child in map(region, found.children) if child.count)
        return ChoiceRegion(
            choice=_choice(found.name, found.slug, f"/regions/{found.slug}/", site),
            count=len(groups) + sum(one.count for one in children),
            is_open=is_open,
            groups=groups,
            children=children,
        )

    view = ChoosePage(
        head=site.head(
            PATH,
            "Choose what to follow",
            f"Pick groups and regions of {site.name}: their calendars, their news in one file, a link that keeps it.",
            trail=(site.link("Follow", "/feeds/"),),
        ),
        regions=tuple(one for one in map(region, federation.facts.regions) if one.count),
        script=site.href(SCRIPT),
        style=site.href(STYLE),
    )
    return Page(PATH, "pages/choose.html", view)


def _choice(name: str, slug: str, path: str, site: Site, former: str = "") -> Choice:
    return Choice(name, slug, site.absolute(f"{path}events.ics"), site.href(f"{path}feed.rss"), former)
