"""Pages of the nation: their addresses, and months that are headed once."""

from datetime import date

from localgroups.federation.nation import join
from localgroups.model.html import EMPTY
from localgroups.model.identity import NATION, Owner
from localgroups.model.items import Items
from localgroups.model.values import replace
from localgroups.outputs.cards import Cards
from localgroups.outputs.nation_pages import nation_pages
from localgroups.outputs.views import EventsPage, RedirectPage, TextPage
from outputs.samples import MEETING, SITE

TODAY = date(2026, 11, 22)
ITEMS = Items(meetings=(replace(MEETING, owner=Owner(NATION, SITE.name)),))
CARDS = Cards(SITE, TODAY)
PAGES = {
    page.path: page.view for page in nation_pages(join(SITE.facts, ITEMS, [], TODAY), ITEMS, EMPTY, frozenset(), CARDS)
}


def months(path: str) -> list[tuple[str, str]]:
    view = PAGES[path]
    assert isinstance(view, EventsPage)
    return [(one.title, one.href) for one in view.months]


def test_a_page_that_is_shown_at_many_addresses_claims_none() -> None:
    view = PAGES["/404.html"]
    assert isinstance(view, TextPage)
    assert (view.head.canonical, view.head.description) == ("", "")


def test_a_redirect_names_the_address_that_it_leads_to() -> None:
    view = PAGES["/regions/"]
    assert isinstance(view, RedirectPage)
    assert (view.head.canonical, view.href) == ("https://example.org/base/groups/", "/base/groups/")


def test_a_month_is_headed_by_its_name_but_on_its_own_page() -> None:
    assert months("/events/") == [("December 2026", "/base/events/2026/12/")]
    assert months("/events/2026/12/") == [("", "/base/events/2026/12/")]
