"""What can be followed: a group, a region, a campaign, a kind of event, the nation.

Apart from the files that follow it, because here it is decided who gets what: a group's feed carries that group alone,
a region's its region, the nation's all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from localgroups.federation.nation import Federation
from localgroups.model.groups import Group
from localgroups.model.limits import CALENDAR_DAYS
from localgroups.model.rollups import CampaignLine, MeetingLine, NewsLine, Rollup, SerialisedEvent
from localgroups.model.values import Struct
from localgroups.outputs.kinds import kind_path
from localgroups.outputs.site import Site


class Subject(Struct, frozen=True):
    """What one set of feeds follows."""

    title: str
    description: str
    path: str
    """Of its page, from the root; the feeds stand beside it."""
    identity: str
    """Inside the federation, for ever: `groups/riverside`."""
    language: str
    rights: str
    news: Sequence[NewsLine]
    campaigns: Sequence[CampaignLine]
    coming: Sequence[MeetingLine]
    """Meetings that are not over, in order of time."""
    events: Sequence[SerialisedEvent]
    """Those that its calendar carries."""


def group_subject(group: Group, rollup: Rollup, events: Sequence[SerialisedEvent], today: date, site: Site) -> Subject:
    """A group, with those of its meetings that its calendar carries."""
    return Subject(
        title=f"{group.name} - {site.name}",
        description=group.summary or f"News and meetings of {group.name}",
        path=group.href,
        identity=f"groups/{group.owner.origin}",
        language=group.language,
        rights=group.imprint or site.facts.organisation.imprint,
        news=rollup.news,
        campaigns=rollup.campaigns,
        coming=[one for one in rollup.meetings if not one.is_over(today)],
        events=events,
    )


def recent(events: Iterable[SerialisedEvent], federation: Federation) -> list[SerialisedEvent]:
    """What calendars of many groups carry: all that is coming, and what is over for no longer than CALENDAR_DAYS."""
    return sorted((one for one in events if is_recent(one, federation.today)), key=lambda one: one.order)


def is_recent(event: SerialisedEvent, today: date) -> bool:
    """Whether such a calendar carries it."""
    return (today - event.last_day).days <= CALENDAR_DAYS.most


def subjects(federation: Federation, events: Sequence[SerialisedEvent], site: Site) -> Iterator[Subject]:
    """The nation, each region, each national campaign. `events` are `recent`."""
    organisation = site.facts.organisation
    yield Subject(
        title=site.name,
        description=organisation.summary or organisation.strapline or site.name,
        path="/",
        identity="national",
        language=site.language,
        rights=organisation.imprint,
        news=federation.news,
        campaigns=(*federation.campaigns, *federation.local_campaigns),
        coming=federation.coming,
        events=events,
    )
    events_in = federation.by_region(events)
    for region in federation.facts.all_regions().values():
        inside = federation.inside(region.slug)
        yield Subject(
            title=f"{region.name} - {site.name}",
            description=f"News and meetings of the local groups in {region.name}",
            path=f"/regions/{region.slug}/",
            identity=f"regions/{region.slug}",
            language=site.language,
            rights=organisation.imprint,
            news=inside.news,
            campaigns=inside.campaigns,
            coming=inside.coming,
            events=events_in.get(region.slug, ()),
        )
    events_for: defaultdict[str, list[SerialisedEvent]] = defaultdict(list)
    for event in events:
        events_for[event.campaign].append(event)
    for campaign in federation.campaigns:
        stem, joining = campaign.stem, federation.joining(campaign.stem)
        yield Subject(
            title=f"{campaign.title} - {site.name}",
            description=campaign.summary or f"News and meetings of the campaign {campaign.title}",
            path=campaign.href,
            identity=campaign.identity,
            language=campaign.language,
            rights=campaign.imprint or organisation.imprint,
            news=joining.news,
            campaigns=joining.campaigns,
            coming=joining.coming,
            events=events_for.get(stem, ()),
        )


def kind_subjects(federation: Federation, events: Sequence[SerialisedEvent], site: Site) -> Iterator[Subject]:
    """Each kind of event that the organisation has a word for; of these there is no news."""
    organisation = site.facts.organisation
    kind_of = {one.identity: one.type for one in federation.meetings}
    of_kind: defaultdict[str, list[SerialisedEvent]] = defaultdict(list)
    for event in events:
        of_kind[kind_of.get(event.identity, "")].append(event)
    for kind, label in organisation.meeting_types.items():
        yield Subject(
            title=f"{label} - {site.name}",
            description=f"Everything of this kind at {site.name} and its local groups: {label}",
            path=kind_path(kind),
            identity=f"kinds/{kind}",
            language=site.language,
            rights=organisation.imprint,
            news=(),
            campaigns=(),
            coming=federation.coming_of(kind),
            events=of_kind.get(kind, ()),
        )
