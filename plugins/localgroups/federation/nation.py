"""The nation: all rollups in one ordered, immutable value.

Every order that a page, a feed or a calendar shows is decided here, once, with a tie-breaker.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from localgroups.federation.rolling_up import campaign_line, meeting_lines, moved, news_lines
from localgroups.model.items import Goal, Items
from localgroups.model.nation import NationFacts
from localgroups.model.rollups import CampaignLine, Card, MeetingLine, NewsLine, Rollup

CAMPAIGN_ORDER = ("active", "planned", "paused", "won", "ended")
"""Campaigns are listed by what a visitor can still do about them."""


@dataclass(frozen=True, slots=True)
class Federation:
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

    def subtree(self, region: str) -> frozenset[str]:
        """Slugs of a region and of all regions in it."""
        found = self.facts.all_regions().get(region)
        return frozenset(one.slug for one in found.walk()) if found else frozenset()

    def taking_part(self, campaign: str) -> tuple[CampaignLine, ...]:
        """Local campaigns that are part of a national one, by the group's name."""
        return tuple(one for one in self.local_campaigns if one.campaign == campaign)

    def counted_by_groups(self, campaign: str, goal: Goal | None) -> int:
        """What the groups add to a national campaign's counter; nothing where it does not sum theirs."""
        if goal is None or not goal.sums_groups:
            return 0
        return sum(one.goal.count for one in self.taking_part(campaign) if one.goal)


def join(facts: NationFacts, national: Items, rollups: Iterable[Rollup], today: date) -> Federation:
    """One nation of the national office's own items and of what the groups handed up."""
    groups = sorted(rollups, key=lambda one: name_order(one.card.name, one.card.slug))
    news = [*news_lines(national, ""), *(line for one in groups for line in one.news)]
    meetings = [
        *meeting_lines(national, "", today),
        *(line for one in groups for line in one.meetings),
    ]
    in_order = tuple(sorted(meetings, key=lambda one: (one.starts.instant, one.owner.slug, one.stem, one.anchor)))
    return Federation(
        facts=facts,
        today=today,
        cards=tuple(one.card for one in groups),
        news=tuple(sorted(news, key=lambda one: (-one.date.toordinal(), one.owner.slug, one.stem))),
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


def campaign_order(line: CampaignLine) -> tuple[int, int, str, str]:
    """The newest priority first, then by what can still be done, then by title."""
    return (-(line.priority or 0), CAMPAIGN_ORDER.index(line.status), line.title.casefold(), line.stem)
