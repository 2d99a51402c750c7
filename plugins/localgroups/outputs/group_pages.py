"""The pages of one group: its home, its lists, its items."""

from collections.abc import Iterator

from localgroups.model.groups import Group
from localgroups.model.identity import Kind, list_href
from localgroups.model.items import Items
from localgroups.model.limits import LIST_ENTRIES
from localgroups.model.rollups import Card, Rollup
from localgroups.outputs.archives import archive_path, archived
from localgroups.outputs.cards import GROUP_KIND, GROUP_STATUS, Cards
from localgroups.outputs.editing import desk_href
from localgroups.outputs.embed import embed_page
from localgroups.outputs.item_pages import campaign_page, gather_locally, map_href, meeting_pages, news_pages
from localgroups.outputs.pages import Page
from localgroups.outputs.paging import portions
from localgroups.outputs.structured_data import organisation_data
from localgroups.outputs.views import ContactView, FeedLink, GroupPage, LinkView, ListPage
from localgroups.outputs.wording import rough_view

COMING_ON_HOME = 8
NEWS_ON_HOME = 5
PAST_ON_HOME = 4
GOING = ("active", "planned")
"""A campaign's status while there is something to do for it."""
STATUS_NOTE = {
    "active": "",
    "forming": "This group is just getting going, and every pair of hands helps. Get in touch to be part of it.",
    "paused": "This group is not meeting at the moment. Get in touch if you would like to help it start again.",
    "closed": "This group has closed. Its pages are kept as a record.",
}

Neighbours = tuple[tuple[Card, float], ...]


def group_feeds(group: Group, cards: Cards) -> tuple[FeedLink, ...]:
    """The feeds of one group; none of a closed one, where nothing will follow."""
    if group.status == "closed":
        return ()
    return cards.site.feeds(group.href, group.name)


def group_item_pages(group: Group, items: Items, rollup: Rollup, cards: Cards) -> Iterator[Page]:
    """Everything but the group's home page: it needs nothing of other groups."""
    feeds = group_feeds(group, cards)
    yield from news_pages(items, cards, feeds)
    yield from meeting_pages(items, cards, feeds)
    for campaign in items.campaigns:
        yield campaign_page(campaign, gather_locally(campaign, items, rollup, cards.today), cards, feeds)
    yield from _news_list(group, rollup, cards, feeds)
    yield from _meeting_list(group, rollup, cards, feeds)
    yield _campaign_list(group, rollup, cards, feeds)
    yield embed_page(group, rollup, cards)


def _trail(group: Group, cards: Cards) -> tuple[LinkView, ...]:
    return (cards.site.link("Groups", "/groups/"), cards.owner(group.owner))


def _news_list(group: Group, rollup: Rollup, cards: Cards, feeds: tuple[FeedLink, ...]) -> Iterator[Page]:
    site = cards.site
    for portion in portions(rollup.news, list_href(group.slug, Kind.NEWS), LIST_ENTRIES.most):
        title = f"News from {group.name}"
        view = ListPage(
            head=site.head(
                portion.path,
                portion.titled(title),
                f"All news from {group.name}.",
                trail=_trail(group, cards),
                feeds=feeds,
                section="news",
            ),
            title=title,
            group=cards.owner(group.owner),
            intro="",
            empty=f"{group.name} has not published any news yet.",
            news=cards.news(portion.entries),
            pager=portion.pager(site.base),
        )
        yield Page(portion.path, "pages/news_list.html", view)


def _meeting_list(group: Group, rollup: Rollup, cards: Cards, feeds: tuple[FeedLink, ...]) -> Iterator[Page]:
    site = cards.site
    coming = tuple(one for one in rollup.meetings if not one.is_over(cards.today))
    past = tuple(one for one in reversed(rollup.meetings) if one.is_over(cards.today))
    years = sorted(set(archived(rollup.meetings, cards.today).values()), reverse=True)
    for portion in portions(past, list_href(group.slug, Kind.MEETINGS), LIST_ENTRIES.most):
        title = f"Meetings of {group.name}"
        is_front = portion.number == 1
        view = ListPage(
            head=site.head(
                portion.path,
                portion.titled(title),
                f"All meetings of {group.name}, coming and past.",
                trail=_trail(group, cards),
                feeds=feeds,
                section="events",
            ),
            title=title,
            group=cards.owner(group.owner),
            intro="",
            empty=f"Nothing is planned at {group.name} just now." if is_front else "",
            meetings=cards.meetings(coming) if is_front else (),
            past_meetings=cards.meetings(portion.entries),
            pager=portion.pager(site.base),
            archives=tuple(site.link(str(year), archive_path(group.href, year)) for year in years) if is_front else (),
        )
        yield Page(portion.path, "pages/meeting_list.html", view)


def _campaign_list(group: Group, rollup: Rollup, cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    site, path = cards.site, list_href(group.slug, Kind.CAMPAIGNS)
    title = f"Campaigns of {group.name}"
    going = tuple(one for one in rollup.campaigns if one.status in GOING)
    past = tuple(one for one in rollup.campaigns if one.status not in GOING)
    view = ListPage(
        head=site.head(
            path,
            title,
            f"What {group.name} campaigns for.",
            trail=_trail(group, cards),
            feeds=feeds,
            section="campaigns",
        ),
        title=title,
        group=cards.owner(group.owner),
        intro="",
        empty=f"{group.name} has no campaign running just now.",
        campaigns=cards.campaigns(going),
        past_campaigns=cards.campaigns(past),
    )
    return Page(path, "pages/campaign_list.html", view)


def group_home(group: Group, rollup: Rollup, neighbours: Neighbours, cards: Cards) -> Page:
    """The group's page: the next meeting first."""
    site, feeds = cards.site, group_feeds(group, cards)
    following = rollup.card.next_meeting
    coming = tuple(one for one in rollup.meetings if not one.is_over(cards.today) and one != following)
    past = tuple(one for one in reversed(rollup.meetings) if one.is_over(cards.today))
    region = cards.region(group.region)
    view = GroupPage(
        head=site.head(
            group.href,
            group.name,
            group.summary or description(group, region.label),
            trail=(site.link("Groups", "/groups/"), region),
            feeds=feeds,
            section="groups",
            language=group.language,
            json_ld=organisation_data(site, group.name, group.href, group.summary, group.place),
            has_own_imprint=bool(group.imprint),
        ),
        name=group.name,
        summary=group.summary,
        about=site.body(group.about),
        region=region,
        kind_label=GROUP_KIND[group.kind],
        status=group.status,
        status_label=GROUP_STATUS[group.status],
        status_note=STATUS_NOTE[group.status],
        since=since_text(group),
        place=group.place.line if group.place else "",
        map_href=map_href(group.place.position if group.place else None),
        covers=group.covers,
        contact=contact_view(group),
        links=tuple(site.given(one) for one in (*group.links, *group.calendars, *group.feeds)),
        next_meeting=cards.meeting(following) if following else None,
        meetings=cards.meetings(coming[:COMING_ON_HOME]),
        past_meetings=cards.meetings(past[:PAST_ON_HOME]),
        meetings_href=site.href(list_href(group.slug, Kind.MEETINGS)) if rollup.meetings else "",
        news=cards.news(rollup.news[:NEWS_ON_HOME]),
        news_href=site.href(list_href(group.slug, Kind.NEWS)) if rollup.news else "",
        campaigns=cards.campaigns(tuple(one for one in rollup.campaigns if one.status != "ended")),
        campaigns_href=site.href(list_href(group.slug, Kind.CAMPAIGNS)) if rollup.campaigns else "",
        neighbours=tuple(cards.group(other, distance) for other, distance in neighbours),
        imprint=group.imprint,
        edit_href=site.href(desk_href(group.slug)),
    )
    return Page(group.href, "pages/group.html", view)


def description(group: Group, region: str) -> str:
    """Of a group that has written none: `Local group in Riverside: meetings, news and campaigns.`"""
    where = group.place.town if group.place and group.place.town else region
    return f"{GROUP_KIND[group.kind]} in {where}: meetings, news and campaigns."


def since_text(group: Group) -> str:
    """`Since November 2015`, `November 2015 to May 2019`, or nothing."""
    since = rough_view(group.since).text if group.since else ""
    until = rough_view(group.until).text if group.until else ""
    if since and until:
        return f"{since} to {until}"
    return f"Since {since}" if since else (f"Until {until}" if until else "")


def contact_view(group: Group) -> ContactView:
    contact = group.contact
    digits = "".join(one for one in contact.phone if one.isdigit() or one == "+")
    return ContactView(contact.email, contact.phone, f"tel:{digits}" if digits else "", contact.form)
