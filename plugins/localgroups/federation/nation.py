"""The nation: all rollups in one ordered, immutable value.

Every order that a page, a feed or a calendar shows is decided here, once, with a tie-breaker.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Protocol, TypeVar

from localgroups.federation.rolling_up import campaign_line, meeting_lines, moved, news_lines
from localgroups.model.items import Goal, Items
from localgroups.model.nation import NationFacts
from localgroups.model.rollups import CampaignLine, Card, MeetingLine, NewsLine, Rollup
from localgroups.model.values import Struct

CAMPAIGN_ORDER = ("active", "planned", "paused", "won", "ended")
"""Campaigns are listed by what a visitor can still do about them."""


class OfRegion(Protocol):
    """Something that belongs to a region."""

    @property
    def region(self) -> str: ...


Anything = TypeVar("Anything", bound=OfRegion)
AnyKind = TypeVar("AnyKind", MeetingLine, NewsLine, CampaignLine)


class Inside(Struct, frozen=True):
    """What one region holds, and all regions in it; in the orders of the nation."""

    cards: Sequence[Card] = ()
    news: Sequence[NewsLine] = ()
    coming: Sequence[MeetingLine] = ()
    campaigns: Sequence[CampaignLine] = ()
    """Local ones."""


_NOTHING = Inside()


class Federation(Struct, frozen=True, dict=True):
    """All that the nation knows."""

    facts: NationFacts
    today: date
    cards: tuple[Card, ...]
    """By name."""
    news: tuple[NewsLine, ...]
    """Newest first."""
    meetings: tuple[MeetingLine, ...]
    """Earliest first."""
    coming: tuple[MeetingLine, ...]
    """Those that are not over, earliest first."""
    campaigns: tuple[CampaignLine, ...]
    """The national office's own, in order of CAMPAIGN_ORDER."""
    local_campaigns: tuple[CampaignLine, ...]
    moved: tuple[tuple[str, str], ...]
    """(former address, address now) of items whose file was renamed."""
    former_slugs: dict[str, tuple[str, ...]]
    """Group slug to its earlier ones; `claims` has refused those that are not its own."""

    # Sorted onto shelves once: what is asked for again and again is not sought among all lines each time.

    @cached_property
    def _inside(self) -> Mapping[str, Inside]:
        cards, news = self.by_region(self.cards), self.by_region(self.news)
        coming, campaigns = self.by_region(self.coming), self.by_region(self.local_campaigns)
        return {
            slug: Inside(cards.get(slug, ()), news.get(slug, ()), coming.get(slug, ()), campaigns.get(slug, ()))
            for slug in self.facts.all_regions()
        }

    @cached_property
    def _joining(self) -> Mapping[str, Inside]:
        news, coming, campaigns = _by_campaign(self.news), _by_campaign(self.coming), _by_campaign(self.local_campaigns)
        return {
            stem: Inside((), news.get(stem, ()), coming.get(stem, ()), campaigns.get(stem, ()))
            for stem in {*news, *coming, *campaigns}
        }

    @cached_property
    def _of_kind(self) -> Mapping[str, Sequence[MeetingLine]]:
        kinds: dict[str, list[MeetingLine]] = defaultdict(list)
        for one in self.coming:
            kinds[one.type].append(one)
        return kinds

    def by_region(self, entries: Iterable[Anything]) -> Mapping[str, Sequence[Anything]]:
        """Entries of every region, those of the regions in it among them, in the order given."""
        found: dict[str, list[Anything]] = defaultdict(list)
        holders = {slug: tuple(one.slug for one in self.facts.ancestors(slug)) for slug in self.facts.all_regions()}
        for one in entries:
            for slug in holders.get(one.region, ()):
                found[slug].append(one)
        return found

    def inside(self, region: str) -> Inside:
        """What a region holds, and all regions in it."""
        return self._inside.get(region, _NOTHING)

    def joining(self, campaign: str) -> Inside:
        """What belongs to a national campaign; its cards are not told."""
        return self._joining.get(campaign, _NOTHING)

    def coming_of(self, kind: str) -> Sequence[MeetingLine]:
        """What is coming of one kind of event."""
        return self._of_kind.get(kind, ())

    def taking_part(self, campaign: str) -> tuple[CampaignLine, ...]:
        """Local campaigns that are part of a national one, by the group's name."""
        return tuple(self.joining(campaign).campaigns)

    def counted_by_groups(self, campaign: str, goal: Goal | None) -> int:
        """What the groups add to a national campaign's counter; nothing where it does not sum theirs."""
        if goal is None or not goal.sums_groups:
            return 0
        return sum(one.goal.count for one in self.taking_part(campaign) if one.goal)


def _by_campaign(lines: Iterable[AnyKind]) -> Mapping[str, Sequence[AnyKind]]:
    found: dict[str, list[AnyKind]] = defaultdict(list)
    for one in lines:
        if one.campaign:
            found[one.campaign].append(one)
    return found


def join(facts: NationFacts, national: Items, rollups: Iterable[Rollup], today: date) -> Federation:
    """One nation of the national office's own items and of what the groups handed up."""
    groups = sorted(rollups, key=lambda one: name_order(one.card.name, one.card.slug))
    news = [*news_lines(national, ""), *(line for one in groups for line in one.news)]
    meetings = [
        *meeting_lines(national, "", today),
        *(line for one in groups for line in one.meetings),
    ]
    in_order = tuple(sorted(meetings, key=meeting_order))
    return Federation(
        facts=facts,
        today=today,
        cards=tuple(one.card for one in groups),
        news=tuple(sorted(news, key=news_order)),
        meetings=in_order,
        coming=tuple(one for one in in_order if not one.is_over(today)),
        campaigns=tuple(sorted((campaign_line(one, "", today) for one in national.campaigns), key=campaign_order)),
        local_campaigns=tuple(line for one in groups for line in one.campaigns),
        former_slugs={one.card.slug: one.former_slugs for one in groups},
        moved=(*moved(national), *(pair for one in groups for pair in one.moved)),
    )


def name_order(name: str, slug: str) -> tuple[str, str]:
    """Alphabetical for people: capitals and leading marks do not matter."""
    return (name.casefold().lstrip("'’\"“ "), slug)


def meeting_order(line: MeetingLine) -> tuple[datetime, str, str, str]:
    """Earliest first."""
    return (line.starts.instant, line.owner.slug, line.stem, line.anchor)


def news_order(line: NewsLine) -> tuple[int, str, str]:
    """Newest first."""
    return (-line.date.toordinal(), line.owner.slug, line.stem)


def campaign_order(line: CampaignLine) -> tuple[int, int, str, str]:
    """The newest priority first, then by what can still be done, then by title."""
    return (-(line.priority or 0), CAMPAIGN_ORDER.index(line.status), line.title.casefold(), line.stem)
