"""The pages of single items: news, meetings, campaigns, of a group or of the national office."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from localgroups.federation.rolling_up import NATIONAL_PREFIX, status_on
from localgroups.model.identity import Kind, Owner, list_href
from localgroups.model.items import AnyItem, Campaign, Items, Meeting, News
from localgroups.model.links import Document
from localgroups.model.occurrences import shown_occurrences
from localgroups.model.pictures import Picture
from localgroups.model.places import Position
from localgroups.model.rollups import CampaignLine, Card, MeetingLine, NewsLine, Rollup
from localgroups.model.values import Struct
from localgroups.outputs.cards import CAMPAIGN_STATUS, MEETING_STATUS, Cards, priority_text, type_label
from localgroups.outputs.occurrence_views import main_date, occurrence_views, to_come
from localgroups.outputs.pages import Page
from localgroups.outputs.structured_data import article_data, event_data, series_data
from localgroups.outputs.views import (
    CampaignPage,
    DocumentView,
    FeedLink,
    LinkView,
    MeetingPage,
    NewsPage,
    ProgrammeDay,
    ProgrammeEntry,
    TranslationLink,
)
from localgroups.outputs.wording import (
    date_view,
    day_text,
    goal_view,
    rough_view,
    size_text,
    weekday_text,
    when_view,
)
from localgroups.reading.repeats_said import say_left_out, say_recurrence

KIND_TITLES = {Kind.NEWS: "News", Kind.MEETINGS: "Meetings", Kind.CAMPAIGNS: "Campaigns"}
SECTIONS = {Kind.NEWS: "news", Kind.MEETINGS: "events", Kind.CAMPAIGNS: "campaigns"}
STATUS_NOTE = {
    "confirmed": "",
    "provisional": "This is not settled yet. Please look again before you set out.",
    "cancelled": "This will not take place.",
    "postponed": "This will not take place at the time below. A new date will be shown here.",
}
SHOWN_ON_CAMPAIGN = 12
"""Meetings and news that a campaign's page lists."""
CONTACT_ANCHOR = "#reach"
"""Where a group's page says how to get in touch."""


def trail(cards: Cards, item: AnyItem) -> tuple[LinkView, ...]:
    """From Home to the list that the item stands in."""
    site, owner = cards.site, item.owner
    kind = item.kind
    title = "Events" if owner.is_nation and kind is Kind.MEETINGS else KIND_TITLES[kind]
    here = site.link(title, list_href(owner.slug, kind))
    if owner.is_nation:
        return (here,)
    return (site.link("Groups", "/groups/"), cards.owner(owner), here)


class _Around(Struct, frozen=True):
    """What is the same on all pages of one kind of one owner: made once for them."""

    group: LinkView
    trail: tuple[LinkView, ...]
    feeds: tuple[FeedLink, ...]


def _around(items: Sequence[AnyItem], cards: Cards, feeds: tuple[FeedLink, ...]) -> _Around:
    """Of items of one kind and owner, of which there is one at least."""
    return _Around(cards.owner(items[0].owner), trail(cards, items[0]), feeds)


def head_title(item: AnyItem, *more: str) -> str:
    """The title in a list of open tabs or of search results: `Members' meeting, Riverside, 3 December 2026`."""
    return ", ".join((item.title, *more) if item.owner.is_nation else (item.title, item.owner.name, *more))


def map_href(position: Position | None) -> str:
    """A link to OpenStreetMap: followed by a click, never by the page."""
    if position is None:
        return ""
    at = f"{position.latitude:.5f}/{position.longitude:.5f}"
    return f"https://www.openstreetmap.org/?mlat={position.latitude:.5f}&mlon={position.longitude:.5f}#map=17/{at}"


def share_image(picture: Picture | None) -> str:
    """The picture on the card that other programs show where a page is shared; empty for none."""
    return (picture.card or picture.largest).href if picture else ""


def campaign_link(reference: str, items: Items, cards: Cards) -> LinkView | None:
    """The campaign that an item names: its owner's own, or a national one."""
    if not reference:
        return None
    own = next((one for one in items.campaigns if one.stem == reference), None)
    if own is not None:
        return cards.site.link(own.title, own.href)
    if not reference.startswith(NATIONAL_PREFIX):
        return None
    stem = reference.removeprefix(NATIONAL_PREFIX)
    title = cards.site.facts.campaigns.get(stem)
    return cards.site.link(title, f"/campaigns/{stem}/") if title else None


def news_pages(items: Items, cards: Cards, feeds: tuple[FeedLink, ...]) -> list[Page]:
    """One page for each piece of news, linked to the ones before and after it."""
    if not items.news:
        return []
    site, around = cards.site, _around(items.news, cards, feeds)
    same = same_texts(items.news)
    links = {one.stem: site.link(one.title, one.href) for one in items.news}
    found = []
    for index, news in enumerate(items.news):
        texts, href = same[news.stem], news.href
        newer, older = _next_other(items.news, index, -1, texts), _next_other(items.news, index, 1, texts)
        view = NewsPage(
            head=site.head(
                href,
                head_title(news),
                news.summary or f"News from {around.group.label}: {news.title}",
                trail=around.trail,
                feeds=feeds,
                section="news",
                language=news.language,
                image=share_image(news.picture),
                kind="article",
                json_ld=article_data(news, site),
                alternates=alternates(texts, cards),
                has_own_imprint=bool(news.imprint),
            ),
            title=news.title,
            group=around.group,
            date=date_view(news.date),
            updated=date_view(news.updated) if news.updated and news.updated != news.date else None,
            author=news.author,
            body=site.body(news.body),
            picture=cards.picture(news.picture),
            tags=news.tags,
            campaign=campaign_link(news.campaign, items, cards),
            language=news.language,
            translations=tuple([_translation(one, cards) for one in texts if one is not news]),
            imprint=news.imprint,
            newer=links[newer.stem] if newer else None,
            older=links[older.stem] if older else None,
        )
        found.append(Page(href, "pages/news.html", view, news.updated or news.date))
    return found


def same_texts(news: tuple[News, ...]) -> dict[str, tuple[News, ...]]:
    """By the stem of each: the original and all that translates it, itself among them."""
    by_stem = {one.stem: one for one in news}
    found: dict[str, list[News]] = defaultdict(list)
    for one in news:
        found[_original(one, by_stem)].append(one)
    return {one.stem: tuple(texts) for texts in found.values() for one in texts}


def _original(news: News, by_stem: dict[str, News]) -> str:
    """Stem of the text that nothing comes before; a translation may itself be translated."""
    seen = [news.stem]
    while news.translates and news.translates not in seen:
        seen.append(news.translates)
        if news.translates not in by_stem:
            break
        news = by_stem[news.translates]
    return seen[-1]


def _next_other(news: Sequence[News], index: int, step: int, texts: tuple[News, ...]) -> News | None:
    """The first, from one on in steps of 1 or -1, that does not say the same in another language."""
    index += step
    while 0 <= index < len(news):
        if news[index] not in texts:
            return news[index]
        index += step
    return None


def _translation(news: News, cards: Cards) -> TranslationLink:
    site = cards.site
    return TranslationLink(news.title, site.href(news.href), news.language, site.absolute(news.href))


def alternates(texts: tuple[News, ...], cards: Cards) -> tuple[TranslationLink, ...]:
    """One text of each language, each with itself among them, as search engines want it; none for a single one."""
    if len(texts) == 1:
        return ()
    by_language: dict[str, News] = {}
    for one in sorted(texts, key=lambda one: (bool(one.translates), one.stem)):
        by_language.setdefault(one.language, one)
    return tuple(_translation(one, cards) for one in by_language.values()) if len(by_language) > 1 else ()


def ask_link(owner: Owner, cards: Cards) -> LinkView:
    """Whom to ask about an item of this owner."""
    if not owner.is_nation:
        return cards.site.link("Ask the group", owner.home + CONTACT_ANCHOR)
    contact = cards.site.facts.organisation.contact
    mail = f"mailto:{contact.email}" if contact.email else ""
    return LinkView("Ask us", mail or contact.form or cards.site.href(owner.home))


def meeting_pages(items: Items, cards: Cards, feeds: tuple[FeedLink, ...]) -> list[Page]:
    """One page for each meeting; one that repeats has one page with all of its dates."""
    if not items.meetings:
        return []
    around = _around(items.meetings, cards, feeds)
    return [_meeting_page(one, items, cards, around) for one in items.meetings]


def _meeting_page(meeting: Meeting, items: Items, cards: Cards, around: _Around) -> Page:
    site, series = cards.site, meeting
    shown = shown_occurrences(series, cards.today) if series.recurrence else ()
    coming = to_come(shown, cards.today)
    meeting = main_date(series, cards.today)
    place, href = meeting.place, meeting.href
    organisation = site.facts.organisation
    when = when_view(meeting.starts, meeting.ends, meeting.last_day, meeting.all_day, site.timezone)
    is_over = meeting.is_over(cards.today)
    repeats = say_recurrence(series.recurrence) if series.recurrence else ""
    lines = (place.address, " ".join([part for part in (place.town, place.postcode) if part])) if place else ()
    place_name = (place.name or place.short) if place else ""
    status_note = STATUS_NOTE[meeting.status]
    view = MeetingPage(
        head=site.head(
            href,
            head_title(series, repeats or day_text(meeting.starts.day)),
            ". ".join([part for part in (repeats, when.text, place.short if place else "", meeting.summary) if part]),
            trail=around.trail,
            feeds=around.feeds,
            section="events",
            language=meeting.language,
            image=share_image(meeting.picture),
            json_ld=event_data(meeting, site, series_data(series, coming, site) if series.recurrence else None),
            has_own_imprint=bool(meeting.imprint),
        ),
        title=series.title,
        group=around.group,
        when=when,
        type=type_label(site, meeting.type),
        status=meeting.status,
        status_label=MEETING_STATUS[meeting.status],
        status_note="" if is_over and meeting.status == "provisional" else status_note,
        is_over=is_over,
        place_name=place_name,
        place_lines=tuple([one for one in lines if one and one != place_name]),
        map_href=map_href(place.position if place else None),
        online_href=meeting.online,
        online_note=meeting.online_note,
        access=tuple([organisation.access_facts.get(one, one) for one in meeting.access or ()]),
        access_is_stated=meeting.access is not None,
        ask=ask_link(meeting.owner, cards),
        cost=meeting.cost,
        audience="" if meeting.audience.casefold() == "public" else meeting.audience,
        book_href=meeting.book,
        body=site.body(meeting.body),
        picture=cards.picture(meeting.picture),
        programme=_programme(meeting, cards),
        documents=tuple([_document(one, cards) for one in meeting.documents]),
        campaign=campaign_link(meeting.campaign, items, cards),
        calendar_href="" if is_over else site.href(f"{href}event.ics"),
        language=meeting.language,
        imprint=meeting.imprint,
        repeats=repeats,
        left_out=say_left_out(series.recurrence, cards.today) if series.recurrence else "",
        occurrences=occurrence_views(coming, series, cards),
        past_occurrences=occurrence_views([one for one in reversed(shown) if one not in coming], series, cards),
    )
    return Page(href, "pages/meeting.html", view)


def _programme(meeting: Meeting, cards: Cards) -> tuple[ProgrammeDay, ...]:
    """A festival's parts, by day."""
    parts = sorted(meeting.programme, key=lambda one: (one.starts.wall, one.title))
    return tuple(
        ProgrammeDay(
            weekday_text(day).removesuffix(f" {day.year}"),
            tuple(
                ProgrammeEntry(
                    when=when_view(one.starts, one.ends or one.starts, one.starts.day, False, cards.site.timezone),
                    title=one.title,
                    place=one.place.short if one.place else "",
                    summary=one.summary,
                )
                for one in entries
            ),
        )
        for day, entries in groupby(parts, key=lambda one: one.starts.day)
    )


def _document(document: Document, cards: Cards) -> DocumentView:
    ending = document.href.rpartition(".")[2].upper()
    return DocumentView(document.title, cards.site.href(document.href), f"{ending}, {size_text(document.size)}")


class Gathered(Struct, frozen=True):
    """What belongs to a campaign, for its page."""

    meetings: tuple[MeetingLine, ...] = ()
    """Coming ones, earliest first."""
    news: tuple[NewsLine, ...] = ()
    groups: tuple[Card, ...] = ()
    """For a national campaign: those that take part."""
    campaigns: tuple[CampaignLine, ...] = ()
    """Their own campaigns for it."""
    counted: int = 0
    """What these add to the campaign's counter."""


def gather_locally(campaign: Campaign, items: Items, rollup: Rollup, today: date) -> Gathered:
    """What one group does for its own campaign."""
    meetings = {one.stem for one in items.meetings if one.campaign == campaign.stem}
    news = {one.stem for one in items.news if one.campaign == campaign.stem}
    return Gathered(
        meetings=tuple(one for one in rollup.meetings if one.stem in meetings and not one.is_over(today)),
        news=tuple(one for one in rollup.news if one.stem in news),
    )


def campaign_page(campaign: Campaign, gathered: Gathered, cards: Cards, feeds: tuple[FeedLink, ...]) -> Page:
    """A campaign; a national one gathers the groups that take part."""
    site = cards.site
    national = site.facts.campaigns.get(campaign.part_of)
    group, status = cards.owner(campaign.owner), status_on(campaign, cards.today)
    view = CampaignPage(
        head=site.head(
            campaign.href,
            head_title(campaign),
            campaign.summary or f"Campaign of {group.label}: {campaign.title}",
            trail=trail(cards, campaign),
            feeds=feeds,
            section="campaigns",
            language=campaign.language,
            image=share_image(campaign.picture),
            has_own_imprint=bool(campaign.imprint),
        ),
        title=campaign.title,
        group=group,
        summary=campaign.summary,
        status=status,
        status_label=CAMPAIGN_STATUS[status],
        dates=campaign_dates(campaign),
        body=site.body(campaign.body),
        picture=cards.picture(campaign.picture),
        goal=goal_view(campaign.goal, gathered.counted) if campaign.goal else None,
        actions=tuple(site.given(one) for one in campaign.actions),
        national=site.link(national, f"/campaigns/{campaign.part_of}/") if national else None,
        groups=cards.groups(gathered.groups),
        local_campaigns=cards.campaigns(gathered.campaigns),
        meetings=cards.meetings(gathered.meetings[:SHOWN_ON_CAMPAIGN]),
        news=cards.news(gathered.news[:SHOWN_ON_CAMPAIGN]),
        priority=priority_text(campaign.priority),
        language=campaign.language,
        imprint=campaign.imprint,
        follow_name=campaign.title if campaign.owner.is_nation else campaign.owner.name,
    )
    return Page(campaign.href, "pages/campaign.html", view)


def campaign_dates(campaign: Campaign) -> str:
    """`Since October 2016`, `May 2016 to June 2016`, `Until June 2016`, or nothing."""
    starts = rough_view(campaign.starts).text if campaign.starts else ""
    ends = rough_view(campaign.ends).text if campaign.ends else ""
    if starts and ends:
        return starts if starts == ends else f"{starts} to {ends}"
    if starts:
        return f"From {starts}" if campaign.status == "planned" else f"Since {starts}"
    return f"Until {ends}" if ends else ""
