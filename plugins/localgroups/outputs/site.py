"""The site as a whole: its addresses, its menus, and what every page says of it."""

from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.identity import NATION, Owner
from localgroups.model.links import Link
from localgroups.model.nation import NationFacts
from localgroups.model.values import Struct, replace
from localgroups.outputs.calendar_links import web_calendars, webcal
from localgroups.outputs.printable import single_spaced
from localgroups.outputs.rebasing import rebased
from localgroups.outputs.views import FeedLink, LinkView, PageHead, SiteView, TranslationLink
from localgroups.reading.plain_text import shorten

MENU = (("Groups", "/groups/"), ("Events", "/events/"), ("News", "/news/"), ("Campaigns", "/campaigns/"))
SEARCH = ("Search", "/search/")
"""The end of the menu."""
RSS = "application/rss+xml"

DESCRIPTION_LENGTH = 200
"""Characters of a page's description; search engines and shared cards show no more."""


class Site(Struct, frozen=True, dict=True):
    """Settings that outputs need, and the addresses made from them."""

    facts: NationFacts
    name: str
    address: str
    """Public address without a slash at the end; may have a path."""
    timezone: str
    """IANA zone in which times are said without naming it."""
    language: str
    stylesheet: str
    """Path of the stylesheet in the output, from the root."""

    @cached_property
    def base(self) -> str:
        """The path that the site stands under: empty at the root of its domain."""
        return urlsplit(self.address).path.rstrip("/")

    @cached_property
    def home(self) -> LinkView:
        """Where every trail begins."""
        return self.link("Home", "/")

    @property
    def owner(self) -> Owner:
        """The national office as an owner of items."""
        return Owner(NATION, self.name)

    def href(self, path: str) -> str:
        """A path from the site's root, as a page on it links to it."""
        return self.base + path

    def absolute(self, path: str) -> str:
        """A path from the site's root as a whole address."""
        return self.address + path

    def link(self, label: str, path: str) -> LinkView:
        return LinkView(label, self.base + path)

    def given(self, link: Link) -> LinkView:
        """A link that somebody wrote: a whole address, or a path on this site."""
        return LinkView(link.label, self.href(link.url) if link.url.startswith("/") else link.url)

    def body(self, html: SafeHtml) -> SafeHtml:
        """Text with its links made ready for where the site stands."""
        return rebased(html, self.base)

    def feeds(self, path: str, title: str) -> tuple[FeedLink, ...]:
        """Feeds and the calendar that stand beside the page at `path`, named for what they follow."""
        return _feeds(self.base, self.address, path, title)

    def rss_feeds(self, path: str, title: str) -> tuple[FeedLink, FeedLink]:
        """Those of them that every reader knows."""
        return _rss_feeds(self.base, self.address, path, title)

    def head(
        self,
        path: str,
        title: str,
        description: str = "",
        *,
        trail: tuple[LinkView, ...] = (),
        feeds: tuple[FeedLink, ...] = (),
        section: str = "",
        language: str = "",
        image: str = "",
        kind: str = "website",
        json_ld: SafeHtml | None = None,
        is_indexed: bool = True,
        alternates: tuple[TranslationLink, ...] = (),
        has_own_imprint: bool = False,
    ) -> PageHead:
        """The head of the page at `path`."""
        return PageHead(
            title=title,
            description=shorten(single_spaced(description), DESCRIPTION_LENGTH),
            canonical=self.absolute(path),
            language=language or self.language,
            feeds=feeds,
            breadcrumbs=(self.home, *trail) if path != "/" else (),
            image=self.absolute(image) if image else "",
            json_ld=json_ld if json_ld is not None else EMPTY,
            is_indexed=is_indexed,
            section_href=self.href(f"/{section}/") if section else "",
            kind=kind,
            alternates=alternates,
            has_own_imprint=has_own_imprint,
        )


@lru_cache(maxsize=256)
def _feeds(base: str, address: str, path: str, title: str) -> tuple[FeedLink, ...]:
    """Kept for a while, because all pages of a group offer the same."""
    named = f"{title}: calendar"
    calendar = _feed(base, address, f"{path}events.ics", named, "text/calendar", "Calendar")
    news, meetings = _rss_feeds(base, address, path, title)
    return (
        replace(calendar, webcal=webcal(calendar.url), elsewhere=web_calendars(calendar.url, named)),
        news,
        meetings,
        _feed(base, address, f"{path}feed.atom", news.title, "application/atom+xml", "Atom", is_plain=False),
        _feed(base, address, f"{path}feed.json", news.title, "application/feed+json", "JSON Feed", is_plain=False),
    )


def _rss_feeds(base: str, address: str, path: str, title: str) -> tuple[FeedLink, FeedLink]:
    return (
        _feed(base, address, f"{path}feed.rss", f"{title}: news", RSS, "News"),
        _feed(base, address, f"{path}events.rss", f"{title}: meetings", RSS, "Meetings"),
    )


def _feed(
    base: str, address: str, path: str, title: str, media_type: str, label: str, *, is_plain: bool = True
) -> FeedLink:
    return FeedLink(title, f"{base}{path}", media_type, label, f"{address}{path}", is_plain=is_plain)


def site_of(facts: NationFacts, stylesheet: str) -> Site:
    """The site of a nation; `stylesheet` is its path in the output."""
    organisation = facts.organisation
    return Site(
        facts=facts,
        name=organisation.name,
        address=organisation.url.rstrip("/"),
        timezone=organisation.timezone,
        language=organisation.language,
        stylesheet=stylesheet,
    )


def site_view(site: Site) -> SiteView:
    """What every page shows of the site."""
    organisation = site.facts.organisation
    contact = organisation.contact
    return SiteView(
        name=site.name,
        strapline=organisation.strapline,
        summary=organisation.summary,
        language=site.language,
        base=site.base,
        notice=organisation.notice,
        imprint=organisation.imprint,
        email=contact.email,
        phone=contact.phone,
        form=contact.form,
        address=contact.address,
        menu=(
            *(site.link(*entry) for entry in MENU),
            *(site.given(one) for one in organisation.menu),
            site.link(*SEARCH),
        ),
        actions=tuple(site.given(one) for one in organisation.actions),
        links=tuple(site.given(one) for one in organisation.links),
        stylesheet=site.href(site.stylesheet),
        icon=site.href("/theme/icons/icon.svg"),
        feeds_href=site.href("/feeds/"),
        home_href=site.href("/"),
        touch_icon=site.href("/theme/icons/touch.png"),
        card=site.absolute("/theme/card.png"),
    )
