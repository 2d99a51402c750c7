"""The pages of the nation: home, directory, regions, lists, the national office's own items."""

from collections.abc import Iterator

from localgroups.federation.nation import Federation
from localgroups.model.html import SafeHtml
from localgroups.model.items import Campaign, Items
from localgroups.model.limits import LIST_ENTRIES
from localgroups.model.organisation import Figure
from localgroups.model.regions import Region
from localgroups.model.rollups import AnyLine, MeetingLine
from localgroups.model.values import replace
from localgroups.outputs import choosing
from localgroups.outputs.cards import Cards
from localgroups.outputs.directory import by_initial, region_entry
from localgroups.outputs.embed import embed_href, embed_title
from localgroups.outputs.item_pages import Gathered, campaign_page, meeting_pages, news_pages
from localgroups.outputs.kind_pages import kind_pages
from localgroups.outputs.months import event_pages
from localgroups.outputs.pages import Page
from localgroups.outputs.paging import portions
from localgroups.outputs.structured_data import organisation_data
from localgroups.outputs.views import (
    CampaignCard,
    FeedLink,
    FeedsPage,
    FigureView,
    FollowGroup,
    GroupsPage,
    HomePage,
    ListPage,
    RedirectPage,
    RegionPage,
    TextPage,
)
from localgroups.outputs.wording import rough_view

MEETINGS_ON_HOME = 6
NEWS_ON_HOME = 6
CAMPAIGNS_ON_HOME = 6
ON_REGION = 12
START_A_GROUP = "start-a-group"
"""The page of content/pages that the directory points to, where there is one."""


def national_feeds(cards: Cards) -> tuple[FeedLink, ...]:
    """The feeds of the whole nation."""
    return cards.site.feeds("/", cards.site.name)


def region_feeds(region: Region, cards: Cards) -> tuple[FeedLink, ...]:
    """The feeds of one region and of all that is in it."""
    return cards.site.feeds(f"/regions/{region.slug}/", region.name)


def nation_pages(
    federation: Federation, items: Items, intro: SafeHtml, page_slugs: frozenset[str], cards: Cards
) -> Iterator[Page]:
    """All of them; `page_slugs` are the national office's own pages, which Pelican makes."""
    feeds = national_feeds(cards)
    yield _home(federation, intro, cards, feeds)
    yield _groups(federation, page_slugs, cards, feeds)
    yield _regions(cards, feeds)
    for region in federation.facts.all_regions().values():
        yield _region(region, federation, cards)
    yield from event_pages(federation, cards, feeds)
    yield from kind_pages(federation, cards)
    yield from _news(federation, cards, feeds)
    yield _campaigns(federation, cards, feeds)
    yield from news_pages(items, cards, feeds)
    yield from meeting_pages(items, cards, feeds)
    for campaign in items.campaigns:
        followed = cards.site.feeds(campaign.href, campaign.title)
        yield campaign_page(campaign, gather(campaign, federation), cards, followed)
    yield _feeds(federation, cards, feeds)
    yield choosing.choose_page(federation, cards)
    yield _not_found(cards)
    yield from _redirects(federation, cards)


def gather(campaign: Campaign, federation: Federation) -> Gathered:
    """What the nation does for a national campaign: the groups that take part, their meetings and news."""
    joining = federation.joining(campaign.stem)
    local = tuple(joining.campaigns)
    part_takers = {one.owner.slug for one in local}
    return Gathered(
        meetings=tuple(joining.coming),
        news=tuple(joining.news),
        groups=tuple(one for one in federation.cards if one.slug in part_takers),
        campaigns=local,
        counted=federation.counted_by_groups(campaign.stem, campaign.goal),
    )


def _campaign_cards(federation: Federation, cards: Cards, statuses: tuple[str, ...]) -> tuple[CampaignCard, ...]:
    """National campaigns with the counts of their groups."""
    return tuple(
        cards.campaign(line, federation.counted_by_groups(line.stem, line.goal))
        for line in federation.campaigns
        if line.status in statuses
    )


def figure_view(figure: Figure) -> FigureView:
    return FigureView(figure.value, figure.label, rough_view(figure.as_of).text if figure.as_of else "", figure.source)


def _home(federation: Federation, intro: SafeHtml, cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    site, facts = cards.site, federation.facts
    organisation = facts.organisation
    coming = tuple(one for one in federation.coming if one.status in ("confirmed", "provisional"))
    entries = (region_entry(one, federation, cards, with_groups=False) for one in _signposts(facts.regions))
    view = HomePage(
        head=site.head(
            "/",
            site.name,
            organisation.summary or organisation.strapline,
            feeds=feeds,
            json_ld=organisation_data(site, site.name, "/", organisation.summary),
        ),
        meetings=cards.meetings(coming[:MEETINGS_ON_HOME]),
        news=cards.news(federation.news[:NEWS_ON_HOME]),
        campaigns=_campaign_cards(federation, cards, ("active", "planned"))[:CAMPAIGNS_ON_HOME],
        figures=tuple(figure_view(one) for one in organisation.figures),
        regions=tuple(one for one in entries if one.count),
        group_count=sum(1 for one in federation.cards if not one.is_closed),
        region_count=len({one.region for one in federation.cards if not one.is_closed}),
        intro=site.body(intro),
    )
    return Page("/", "pages/home.html", view)


def _signposts(roots: tuple[Region, ...]) -> tuple[Region, ...]:
    """The regions that a visitor looks for: those within a region that is divided, else the region itself."""
    return tuple(shown for root in roots for shown in (root.children or (root,)))


def _groups(federation: Federation, page_slugs: frozenset[str], cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    site = cards.site
    living = tuple(one for one in federation.cards if not one.is_closed)
    view = GroupsPage(
        head=site.head(
            "/groups/",
            "Groups",
            f"Every local group of {site.name}, by region and by name.",
            feeds=feeds,
            section="groups",
        ),
        regions=tuple(region_entry(one, federation, cards) for one in federation.facts.regions),
        by_name=by_initial(living, cards),
        group_count=len(living),
        closed=cards.groups(tuple(one for one in federation.cards if one.is_closed)),
        start_href=site.href(f"/{START_A_GROUP}/") if START_A_GROUP in page_slugs else "",
    )
    return Page("/groups/", "pages/groups.html", view)


def _regions(cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    """/regions/: an address that people get by cutting a region's; the directory answers it."""
    site = cards.site
    view = RedirectPage(
        head=site.head("/groups/", "Groups by region", feeds=feeds, is_indexed=False),
        title="Groups by region",
        href=site.href("/groups/"),
    )
    return Page("/regions/", "pages/redirect.html", view, is_indexed=False)


def _region(region: Region, federation: Federation, cards: Cards) -> Page:
    site = cards.site
    inside = federation.inside(region.slug)
    path = f"/regions/{region.slug}/"
    # The first of the line is the region itself; those that hold it stand before it, from the outside in.
    holders = tuple(cards.region(one.slug) for one in reversed(federation.facts.ancestors(region.slug)[1:]))
    view = RegionPage(
        head=site.head(
            path,
            region.name,
            region.summary or f"Local groups, events and news of {site.name} in {region.name}.",
            trail=(site.link("Groups", "/groups/"), *holders),
            feeds=region_feeds(region, cards),
            section="groups",
        ),
        name=region.name,
        summary=region.summary,
        groups=cards.groups(tuple(one for one in inside.cards if not one.is_closed)),
        children=tuple(region_entry(one, federation, cards, with_groups=False) for one in region.children),
        meetings=cards.meetings(tuple(inside.coming[:ON_REGION])),
        news=cards.news(tuple(inside.news[:ON_REGION])),
        closed=cards.groups(tuple(one for one in inside.cards if one.is_closed)),
    )
    return Page(path, "pages/region.html", view)


def _news(federation: Federation, cards: Cards, feeds: tuple[FeedLink, ...]) -> Iterator[Page]:
    site = cards.site
    for portion in portions(federation.news, "/news/", LIST_ENTRIES.most):
        view = ListPage(
            head=site.head(
                portion.path,
                portion.titled("News"),
                f"News from {site.name} and its local groups.",
                feeds=feeds,
                section="news",
            ),
            title="News",
            group=None,
            intro="From the national office and from local groups.",
            empty="There is no news yet.",
            news=cards.news(portion.entries),
            pager=portion.pager(site.base),
        )
        yield Page(portion.path, "pages/news_list.html", view)


def _campaigns(federation: Federation, cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    site = cards.site
    view = ListPage(
        head=site.head(
            "/campaigns/",
            "Campaigns",
            f"What {site.name} campaigns for, and how to take part.",
            feeds=feeds,
            section="campaigns",
        ),
        title="Campaigns",
        group=None,
        intro="What we fight for together. Local groups join in with campaigns of their own.",
        empty="No national campaign is running just now.",
        campaigns=_campaign_cards(federation, cards, ("active", "planned", "paused")),
        past_campaigns=_campaign_cards(federation, cards, ("won", "ended")),
    )
    return Page("/campaigns/", "pages/campaign_list.html", view)


def _feeds(federation: Federation, cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    site = cards.site
    view = FeedsPage(
        head=site.head(
            "/feeds/",
            "Follow",
            f"Calendars and feeds of {site.name}: the nation, your region, your group.",
            feeds=feeds,
        ),
        national=feeds,
        regions=tuple(
            FollowGroup(one.name, site.href(f"/regions/{one.slug}/"), region_feeds(one, cards))
            for one in federation.facts.all_regions().values()
        ),
        opml_href=site.href("/feeds.opml"),
        choose_href=site.href(choosing.PATH),
    )
    return Page("/feeds/", "pages/feeds.html", view)


def _not_found(cards: Cards) -> Page:
    head = replace(cards.site.head("/404.html", "Page not found", is_indexed=False), canonical="")
    view = TextPage(head=head, title="Page not found", body=SafeHtml(""))
    return Page("/404.html", "pages/not_found.html", view, is_indexed=False)


def _redirects(federation: Federation, cards: Cards) -> Iterator[Page]:
    """A page at each former address that leads to where things are now."""
    site = cards.site
    for former, now, title in moves(federation):
        view = RedirectPage(
            head=site.head(now, title, is_indexed=False),
            title=title,
            href=site.href(now),
        )
        yield Page(former, "pages/redirect.html", view, is_indexed=False)


def moves(federation: Federation) -> list[tuple[str, str, str]]:
    """(former address, address now, title) of every group and item that was renamed, each former address once.

    A page that stands at an address today is never replaced by a redirect.
    """
    renamed = [card for card in federation.cards if federation.former_slugs[card.slug]]
    if not renamed and not federation.moved:  # then nobody asks for the address of every line
        return []
    lines: tuple[AnyLine, ...] = (
        *federation.news,
        *federation.meetings,
        *federation.campaigns,
        *federation.local_campaigns,
    )
    found: dict[str, tuple[str, str]] = {}
    titles: dict[str, str] = {}
    for one in lines:
        titles.setdefault(page_of(one), one.title)
    for former, now in federation.moved:
        if former not in titles:
            found.setdefault(former, (now, titles.get(now, now)))
    pages: dict[str, dict[str, None]] = {card.slug: {} for card in renamed}
    for one in lines if renamed else ():
        if one.owner.slug in pages:
            pages[one.owner.slug][page_of(one)] = None
    for card in renamed:
        for slug in federation.former_slugs[card.slug]:
            found.setdefault(f"/groups/{slug}/", (card.href, card.name))
            found.setdefault(embed_href(f"/groups/{slug}/"), (embed_href(card.href), embed_title(card.name)))
            for page in pages[card.slug]:
                found.setdefault(f"/groups/{slug}/{page.removeprefix(card.href)}", (page, titles[page]))
            for former, now in federation.moved:
                if former.startswith(card.href):
                    rest = former.removeprefix(card.href)
                    found.setdefault(f"/groups/{slug}/{rest}", (now, titles.get(now, now)))
    return [(former, *found[former]) for former in sorted(found)]


def page_of(line: AnyLine) -> str:
    """The address of its page; of one date of a meeting that repeats, without its place on it."""
    return line.page_href if isinstance(line, MeetingLine) else line.href
