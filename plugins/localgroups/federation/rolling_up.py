"""A group's rollup: the little that the nation needs to know of it.

Apart from joining, because it is done group by group, side by side, and what it gives is kept.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from localgroups.model.groups import Group
from localgroups.model.html import SafeHtml
from localgroups.model.identity import NATION, item_href
from localgroups.model.items import AnyItem, Campaign, Items, Meeting
from localgroups.model.limits import FEED_DAYS, FEED_ENTRIES, FEED_LEAST
from localgroups.model.moments import RoughDate
from localgroups.model.occurrences import shown_occurrences
from localgroups.model.rollups import CampaignLine, Card, MeetingLine, NewsLine, Rollup
from localgroups.model.values import key_of, replace

NATIONAL_PREFIX = "national/"


def roll_up(group: Group, items: Items, today: date) -> Rollup:
    """What the group tells the nation."""
    meetings = meeting_lines(items, group.region, today)
    campaigns = (campaign_line(one, group.region, today) for one in items.campaigns)
    return Rollup(
        owner=group.owner,
        card=_card(group, meetings, today),
        news=news_lines(items, group.region),
        meetings=meetings,
        campaigns=tuple(sorted(campaigns, key=lambda one: one.status == "ended")),  # else in the order of the items
        former_slugs=group.former_slugs,
        moved=moved(items),
    )


def _card(group: Group, meetings: tuple[MeetingLine, ...], today: date) -> Card:
    return Card(
        slug=group.slug,
        name=group.name,
        region=group.region,
        kind=group.kind,
        status=group.status,
        summary=group.summary,
        language=group.language,
        place=group.place,
        covers=group.covers,
        since=group.since,
        until=group.until,
        next_meeting=next_meeting(meetings, today),
        imprint=group.imprint,
    )


def next_meeting(meetings: tuple[MeetingLine, ...], today: date) -> MeetingLine | None:
    """The earliest that is not over and will take place; a cancelled one is nobody's next."""
    return next(
        (one for one in meetings if not one.is_over(today) and one.status in ("confirmed", "provisional")), None
    )


def national_campaign(item: AnyItem, campaigns: tuple[Campaign, ...]) -> str:
    """Stem of the national campaign that an item belongs to, itself or through its group's own campaign."""
    if isinstance(item, Campaign):
        return item.part_of
    if item.owner.slug == NATION or item.campaign.startswith(NATIONAL_PREFIX):
        return item.campaign.removeprefix(NATIONAL_PREFIX)
    return next((one.part_of for one in campaigns if one.stem == item.campaign), "")


def meeting_lines(items: Items, region: str, today: date) -> tuple[MeetingLine, ...]:
    """Meetings as lists know them on a day, by when they begin: of one that repeats, a line for each date up to the
    horizon. On which next day these lines are others, `model.occurrences.next_turn` says."""
    lines = [
        line
        for meeting in items.meetings
        for line in (
            occurrence_lines(meeting, region, items.campaigns, today)
            if meeting.recurrence
            else (meeting_line(meeting, region, items.campaigns),)
        )
    ]
    if any(one.recurrence for one in items.meetings):
        lines.sort(key=lambda one: (one.starts.instant, one.stem, one.anchor))
    return tuple(lines)


def meeting_line(meeting: Meeting, region: str, campaigns: tuple[Campaign, ...]) -> MeetingLine:
    """A meeting as lists know it; of one that repeats, the first date."""
    return MeetingLine(
        owner=meeting.owner,
        region=region,
        stem=meeting.stem,
        name=meeting.name or meeting.stem,
        title=meeting.title,
        summary=meeting.summary,
        language=meeting.language,
        campaign=national_campaign(meeting, campaigns),
        picture=meeting.picture,
        imprint=meeting.imprint,
        starts=meeting.starts,
        ends=meeting.ends,
        last_day=meeting.last_day,
        all_day=meeting.all_day,
        type=meeting.type,
        status=meeting.status,
        place=meeting.place,
        is_online=meeting.is_online,
        cost=meeting.cost,
        audience=meeting.audience,
    )


def occurrence_lines(
    meeting: Meeting, region: str, campaigns: tuple[Campaign, ...], today: date
) -> Iterator[MeetingLine]:
    """A line for each date of a meeting that repeats."""
    line = meeting_line(meeting, region, campaigns)
    for one in shown_occurrences(meeting, today):
        yield replace(
            line,
            title=one.title,
            starts=one.starts,
            ends=one.ends,
            last_day=one.last_day,
            status=one.status,
            place=one.place,
            is_online=one.is_online,
            cost=one.cost,
            anchor=one.anchor,
        )


def news_lines(items: Items, region: str) -> tuple[NewsLine, ...]:
    """News as lists and feeds know it; only those carry their text that a feed can hold."""
    newest = items.news[0].date if items.news else date.min
    return tuple(
        NewsLine(
            owner=news.owner,
            region=region,
            stem=news.stem,
            name=news.name or news.stem,
            title=news.title,
            summary=news.summary,
            language=news.language,
            campaign=national_campaign(news, items.campaigns),
            picture=news.picture,
            imprint=news.imprint,
            date=news.date,
            updated=news.updated,
            author=news.author,
            tags=news.tags,
            text=text_key(news.body) if is_in_feed(number, (newest - news.date).days) else "",
        )
        for number, news in enumerate(items.news)
    )


def is_in_feed(number: int, days: int) -> bool:
    """Whether a feed holds the entry of this number, counted from 0, so many days older than its newest."""
    return number < FEED_LEAST or (number < FEED_ENTRIES.most and days <= FEED_DAYS.most)


def status_on(campaign: Campaign, today: date) -> str:
    """A campaign's status; one that was to be over by now has ended, whatever its file still says."""
    is_going = campaign.status in ("planned", "active")
    return "ended" if is_going and campaign.ends and is_past(campaign.ends, today) else campaign.status


def is_past(rough: RoughDate, today: date) -> bool:
    """Whether all of it lies before `today`: a month that is not named may be December, a day the 31st."""
    return (rough.year, rough.month or 12, rough.day or 31) < (today.year, today.month, today.day)


def campaign_line(campaign: Campaign, region: str, today: date) -> CampaignLine:
    """A campaign as lists and feeds know it on a day."""
    return CampaignLine(
        owner=campaign.owner,
        region=region,
        stem=campaign.stem,
        name=campaign.name or campaign.stem,
        title=campaign.title,
        summary=campaign.summary,
        language=campaign.language,
        campaign=campaign.part_of,
        picture=campaign.picture,
        imprint=campaign.imprint,
        status=status_on(campaign, today),
        starts=campaign.starts,
        ends=campaign.ends,
        goal=campaign.goal,
        priority=campaign.priority,
        text=text_key(campaign.body),
    )


def text_key(body: SafeHtml) -> str:
    """A short text that stands for a long one; empty for an empty one."""
    return key_of(body.text.encode()) if body else ""


def texts_of(items: Items, lines: Iterable[NewsLine | CampaignLine]) -> dict[str, SafeHtml]:
    """By identity, the texts that some lines of an owner stand for."""
    news = {one.stem: one.body for one in items.news}
    campaigns = {one.stem: one.body for one in items.campaigns}
    return {one.identity: (news if isinstance(one, NewsLine) else campaigns)[one.stem] for one in lines if one.text}


def moved(items: Items) -> tuple[tuple[str, str], ...]:
    """(former address, address now) of every item whose file was renamed."""
    every: tuple[AnyItem, ...] = (*items.news, *items.meetings, *items.campaigns)
    return tuple((item_href(one.owner.slug, one.kind, stem), one.href) for one in every for stem in one.formerly)
