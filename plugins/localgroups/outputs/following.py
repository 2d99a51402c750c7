"""What can be followed, and where it stands: feeds and a calendar beside each page that they follow.

Apart from how feeds and calendars are written, because here it is decided who gets what: a group's feed carries
that group alone, a region's its region, the nation's all.
"""

from collections.abc import Iterable, Iterator, Sequence

from localgroups.federation.nation import Federation
from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.groups import Group
from localgroups.model.identity import NATION
from localgroups.model.items import Meeting
from localgroups.model.limits import CALENDAR_DAYS, FEED_ENTRIES
from localgroups.model.rollups import CampaignLine, NewsLine, Rollup, SerialisedEvent
from localgroups.outputs.calendars import calendar, single_event, vevent, zone_of
from localgroups.outputs.cards import type_label
from localgroups.outputs.feed_text import Entry, FeedText, campaign_entry, news_entry, permanent_uri
from localgroups.outputs.feeds import atom, rss
from localgroups.outputs.site import Site

PRODUCT = "localgroups"


def serialised(meetings: Iterable[Meeting], region: str, site: Site) -> list[SerialisedEvent]:
    """Each meeting as calendars carry it, made once."""
    found = []
    domain = site.facts.organisation.domain
    for one in meetings:
        data = vevent(one, site.absolute(one.href), domain, one.imprint, type_label(site, one.type))
        found.append(
            SerialisedEvent(
                identity=one.identity,
                owner=one.owner.slug,
                region=region,
                starts=one.starts.instant,
                last_day=one.last_day,
                zone=zone_of(data),
                data=data,
            )
        )
    return found


def group_following(group: Group, rollup: Rollup, events: list[SerialisedEvent], site: Site) -> Iterator[Artifact]:
    """A group's feeds and calendar, a calendar file for each of its meetings, and copies of the feeds at its former
    addresses: a reader that subscribed there knows nothing of redirects in HTML."""
    text = FeedText(
        title=f"{group.name} - {site.name}",
        description=group.summary or f"News of {group.name}",
        link=site.absolute(group.href),
        self_link="",
        id=permanent_uri(site.facts.organisation.domain, f"groups/{group.owner.origin}"),
        language=group.language,
        rights=group.imprint or site.facts.organisation.imprint,
    )
    files = _feeds(text, rollup.news, rollup.campaigns, group.href, site)
    files.append(
        (f"{group.href}events.ics", _calendar(group.name, group.summary, group.language, events, group.href, site))
    )
    for path, data in files:
        yield Artifact(OutputPath.of(group.slug, path), data)
        for slug in group.former_slugs:
            former = f"/groups/{slug}/{path.removeprefix(group.href)}"
            yield Artifact(OutputPath.of(slug, former), data)
    stems = {one.identity: one.href for one in rollup.meetings}
    for event in events:
        file = OutputPath.of(group.slug, f"{stems[event.identity]}event.ics")
        yield Artifact(file, single_event(event.data, PRODUCT))


def nation_following(
    federation: Federation, events: Sequence[SerialisedEvent], own: Sequence[SerialisedEvent], site: Site
) -> Iterator[Artifact]:
    """The nation's feeds and calendar and each region's. `events` are everybody's, `own` the national office's."""
    organisation = site.facts.organisation
    recent = _recent(events, federation)
    whole = FeedText(
        title=site.name,
        description=organisation.summary or organisation.strapline or site.name,
        link=site.absolute("/"),
        self_link="",
        id=permanent_uri(organisation.domain, "national"),
        language=site.language,
        rights=organisation.imprint,
    )
    files = _feeds(whole, federation.news, (*federation.campaigns, *federation.local_campaigns), "/", site)
    files.append(("/events.ics", _calendar(site.name, organisation.strapline, site.language, recent, "/", site)))
    for region in federation.facts.all_regions().values():
        files += _region_files(federation, region.slug, region.name, recent, site)
    hrefs = {one.identity: one.href for one in federation.meetings if one.owner.is_nation}
    for event in own:
        files.append((f"{hrefs[event.identity]}event.ics", single_event(event.data, PRODUCT)))
    for path, data in files:
        yield Artifact(OutputPath.of(NATION, path), data)


def _region_files(
    federation: Federation, slug: str, name: str, recent: Sequence[SerialisedEvent], site: Site
) -> list[tuple[str, bytes]]:
    inside = federation.subtree(slug)
    path = f"/regions/{slug}/"
    text = FeedText(
        title=f"{name} - {site.name}",
        description=f"News of the local groups in {name}",
        link=site.absolute(path),
        self_link="",
        id=permanent_uri(site.facts.organisation.domain, f"regions/{slug}"),
        language=site.language,
        rights=site.facts.organisation.imprint,
    )
    news = tuple(one for one in federation.news if one.region in inside)
    campaigns = tuple(one for one in federation.local_campaigns if one.region in inside)
    events = [one for one in recent if one.region in inside]
    title = f"{name} - {site.name}"
    return [
        *_feeds(text, news, campaigns, path, site),
        (f"{path}events.ics", _calendar(title, "", site.language, events, path, site)),
    ]


def _recent(events: Iterable[SerialisedEvent], federation: Federation) -> list[SerialisedEvent]:
    """What calendars of many groups carry: all that is coming, and what is over for no longer than CALENDAR_DAYS."""
    kept = [one for one in events if (federation.today - one.last_day).days <= CALENDAR_DAYS.most]
    return sorted(kept, key=lambda one: one.order)


def _feeds(
    text: FeedText, news: Sequence[NewsLine], campaigns: Sequence[CampaignLine], path: str, site: Site
) -> list[tuple[str, bytes]]:
    """feed.rss and feed.atom, newest entries first."""
    entries = newest_entries(news, campaigns, site)
    made = []
    for name, write in (("feed.rss", rss), ("feed.atom", atom)):
        one = FeedText(
            text.title, text.description, text.link, site.absolute(f"{path}{name}"), text.id, text.language, text.rights
        )
        made.append((f"{path}{name}", write(one, entries)))
    return made


def newest_entries(news: Sequence[NewsLine], campaigns: Sequence[CampaignLine], site: Site) -> list[Entry]:
    """As many as a feed holds. `news` is in its order, newest first; campaigns are not."""
    entries = [news_entry(one, site) for one in news[: FEED_ENTRIES.most]]
    entries += [campaign_entry(one, site) for one in campaigns]
    entries.sort(key=lambda one: one.id)
    entries.sort(key=lambda one: one.published, reverse=True)
    return entries[: FEED_ENTRIES.most]


def _calendar(
    name: str, description: str, language: str, events: Sequence[SerialisedEvent], path: str, site: Site
) -> bytes:
    data = [one.data for one in events]
    zones = [one.zone for one in events]
    return calendar(name, description, language, data, zones, site.absolute(path), PRODUCT)
