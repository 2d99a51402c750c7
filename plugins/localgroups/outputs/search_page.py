"""The page on which visitors search, and where to look without searching.

Apart from the index because it is the same all year: what it finds is in files that its script fetches.
"""

from localgroups.model.regions import Region
from localgroups.outputs.cards import Cards
from localgroups.outputs.nation_pages import national_feeds
from localgroups.outputs.pages import Page
from localgroups.outputs.search import PATH
from localgroups.outputs.site import Site
from localgroups.outputs.views import LinkView, SearchPage
from localgroups.outputs.wording import MONTHS, WEEKDAYS

SCRIPT, STYLE = "/theme/search.js", "/theme/search.css"


def search_page(cards: Cards, has_index: bool) -> Page:
    """Without an index it is a page of ways to look, and runs no script."""
    site = cards.site
    view = SearchPage(
        head=site.head(
            PATH,
            "Search",
            f"Find a group, a meeting, a campaign or a piece of news of {site.name}.",
            feeds=national_feeds(cards),
            section="search",
        ),
        regions=tuple(link for region in site.facts.regions for link in _links(region, site)),
        script=site.href(SCRIPT) if has_index else "",
        style=site.href(STYLE),
        place=site.href(PATH),
        months=" ".join(MONTHS),
        weekdays=" ".join(WEEKDAYS),
    )
    return Page(PATH, "pages/search.html", view)


def _links(region: Region, site: Site) -> list[LinkView]:
    return [site.link(one.name, f"/regions/{one.slug}/") for one in region.walk()]
