"""What can be followed, and where it stands: feeds and a calendar beside each page that they follow.

Apart from how feeds and calendars are written, because here it is decided who gets what: a group's feed carries
that group alone, a region's its region, the nation's all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from localgroups.federation.nation import Federation
from localgroups.federation.rolling_up import is_in_feed, national_campaign
from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.groups import Group
from localgroups.model.identity import NATION
from localgroups.model.items import Items
from localgroups.model.limits import CALENDAR_DAYS, FEED_ENTRIES
from localgroups.model.occurrences import last_day_of_all
from localgroups.model.regions import Region
from localgroups.model.rollups import CampaignLine, MeetingLine, NewsLine, Rollup, SerialisedEvent
from localgroups.outputs.archives import archive_path, archived
from localgroups.outputs.calendars import calendar, single_event, vevent, zone_of
from localgroups.outputs.cards import Cards, type_label
from localgroups.outputs.data import data_files
from localgroups.outputs.digest_files import digest_files
from localgroups.outputs.event_entries import event_entry
from localgroups.outputs.feed_text import Entry, FeedText, campaign_entry, news_entry, permanent_uri
from localgroups.outputs.feeds import atom, rss
from localgroups.outputs.json_feed import json_feed
from localgroups.outputs.kinds import kind_path
from localgroups.outputs.opml import Folder, opml
from localgroups.outputs.site import Site

PRODUCT = "localgroups"
FEED_FILES = ("feed.rss", "feed.atom", "feed.json", "events.rss", "events.ics")
"""Beside the page of whatever can be followed."""
FEED_STYLE = "/theme/feed.css"
"""What the theme brings for people who open a feed in a browser."""


def serialised(items: Items, region: str, site: Site) -> list[SerialisedEvent]:
    """Each meeting as calendars carry it, made once."""
    found = []
    domain = site.facts.organisation.domain
    for one in items.meetings:
        data = vevent(one, site.absolute(one.href), domain, one.imprint, type_label(site, one.type))
        found.append(
            SerialisedEvent(
                identity=one.identity,
                owner=one.owner.slug,
                region=region,
                campaign=national_campaign(one, items.campaigns),
                starts=one.starts.instant,
                last_day=last_day_of_all(one),
                zone=zone_of(data),
                data=data,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Subject:
    """What one set of feeds follows: a group, a region, a campaign, the nation."""

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
    meetings: Sequence[MeetingLine]
    """In order of time, those that are over among them."""
    events: Sequence[SerialisedEvent]
    """Those that its calendar carries."""


def group_following(
    group: Group, rollup: Rollup, events: Sequence[SerialisedEvent], cards: Cards
) -> Iterator[Artifact]:
    """A group's feeds and calendar, and a calendar file for each meeting to come."""
    site = cards.site
    gone = archived(rollup.meetings, cards.today)
    subject = Subject(
        title=f"{group.name} - {site.name}",
        description=group.summary or f"News and meetings of {group.name}",
        path=group.href,
        identity=f"groups/{group.owner.origin}",
        language=group.language,
        rights=group.imprint or site.facts.organisation.imprint,
        news=rollup.news,
        campaigns=rollup.campaigns,
        meetings=rollup.meetings,
        events=[one for one in events if one.identity not in gone],
    )
    for path, data in _files(subject, cards):
        yield Artifact(OutputPath.of(group.slug, path), data)
    for year in sorted(set(gone.values())):
        of_year = [one for one in events if gone.get(one.identity) == year]
        past = replace(subject, title=f"{subject.title}: {year}", events=of_year)
        yield Artifact(OutputPath.of(group.slug, archive_path(group.href, year)), _calendar(past, site))
    stems = {one.identity: one.page_href for one in rollup.meetings}
    for event in _to_come(events, cards):
        file = OutputPath.of(group.slug, f"{stems[event.identity]}event.ics")
        yield Artifact(file, single_event(event.data, PRODUCT))


def former_feeds(group: Group) -> Iterator[tuple[OutputPath, OutputPath]]:
    """(former address, address now) of every feed of a group that was called otherwise: a reader that subscribed there
    knows nothing of redirects in HTML, and gets a copy."""
    for slug in group.former_slugs:
        for name in FEED_FILES:
            yield OutputPath.of(slug, f"/groups/{slug}/{name}"), OutputPath.of(group.slug, f"{group.href}{name}")


def nation_following(
    federation: Federation, events: Sequence[SerialisedEvent], own: Sequence[SerialisedEvent], cards: Cards
) -> Iterator[Artifact]:
    """The feeds and calendars of the nation, of each region, of each national campaign and of each kind of event, OPML
    lists of them, everybody's digests, and the data for other programs.

    `events` are everybody's, `own` the national office's.
    """
    site = cards.site
    recent = _recent(events, federation)
    files: list[tuple[str, bytes]] = []
    for subject in _subjects(federation, recent, site):
        files += _files(subject, cards)
    for subject in _kinds(federation, recent, site):
        files += _meeting_files(subject, cards)
    files += opml_files(federation, site)
    files += digest_files(federation, site.href(FEED_STYLE), site)
    files += data_files(federation, site)
    hrefs = {one.identity: one.page_href for one in federation.meetings if one.owner.is_nation}
    for event in _to_come(own, cards):
        files.append((f"{hrefs[event.identity]}event.ics", single_event(event.data, PRODUCT)))
    for path, data in files:
        yield Artifact(OutputPath.of(NATION, path), data)


def _subjects(federation: Federation, recent: Sequence[SerialisedEvent], site: Site) -> Iterator[Subject]:
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
        meetings=federation.meetings,
        events=recent,
    )
    for region in federation.facts.all_regions().values():
        inside = federation.subtree(region.slug)
        yield Subject(
            title=f"{region.name} - {site.name}",
            description=f"News and meetings of the local groups in {region.name}",
            path=f"/regions/{region.slug}/",
            identity=f"regions/{region.slug}",
            language=site.language,
            rights=organisation.imprint,
            news=[one for one in federation.news if one.region in inside],
            campaigns=[one for one in federation.local_campaigns if one.region in inside],
            meetings=[one for one in federation.meetings if one.region in inside],
            events=[one for one in recent if one.region in inside],
        )
    for campaign in federation.campaigns:
        stem = campaign.stem
        yield Subject(
            title=f"{campaign.title} - {site.name}",
            description=campaign.summary or f"News and meetings of the campaign {campaign.title}",
            path=campaign.href,
            identity=campaign.identity,
            language=campaign.language,
            rights=campaign.imprint or organisation.imprint,
            news=[one for one in federation.news if one.campaign == stem],
            campaigns=federation.taking_part(stem),
            meetings=[one for one in federation.meetings if one.campaign == stem],
            events=[one for one in recent if one.campaign == stem],
        )


def _kinds(federation: Federation, recent: Sequence[SerialisedEvent], site: Site) -> Iterator[Subject]:
    """Each kind of event that the organisation has a word for; of these there is no news."""
    organisation = site.facts.organisation
    kind_of = {one.identity: one.type for one in federation.meetings}
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
            meetings=[one for one in federation.meetings if one.type == kind],
            events=[one for one in recent if kind_of.get(one.identity) == kind],
        )


def _to_come(events: Iterable[SerialisedEvent], cards: Cards) -> Iterator[SerialisedEvent]:
    """Those that somebody may still want in a calendar of their own."""
    return (one for one in events if one.last_day >= cards.today)


def _recent(events: Iterable[SerialisedEvent], federation: Federation) -> list[SerialisedEvent]:
    """What calendars of many groups carry: all that is coming, and what is over for no longer than CALENDAR_DAYS."""
    kept = [one for one in events if (federation.today - one.last_day).days <= CALENDAR_DAYS.most]
    return sorted(kept, key=lambda one: one.order)


def _files(subject: Subject, cards: Cards) -> Iterator[tuple[str, bytes]]:
    """(path from the root, bytes) of every feed of one subject."""
    yield from _news_files(subject, cards)
    yield from _meeting_files(subject, cards)


def _news_files(subject: Subject, cards: Cards) -> Iterator[tuple[str, bytes]]:
    entries = newest_entries(subject.news, subject.campaigns, cards.site)
    for name, write in (("feed.rss", rss), ("feed.atom", atom), ("feed.json", json_feed)):
        yield f"{subject.path}{name}", write(_text(subject, name, cards.site), entries)


def _meeting_files(subject: Subject, cards: Cards) -> Iterator[tuple[str, bytes]]:
    coming = [one for one in subject.meetings if not one.is_over(cards.today)][: FEED_ENTRIES.most]
    meetings = [event_entry(one, cards) for one in coming]
    yield f"{subject.path}events.rss", rss(_text(subject, "events.rss", cards.site), meetings)
    yield f"{subject.path}events.ics", _calendar(subject, cards.site)


def _calendar(subject: Subject, site: Site) -> bytes:
    """What a calendar says of itself ends with who is behind it."""
    return calendar(
        subject.title,
        ". ".join(one.rstrip(".") for one in (subject.description, subject.rights) if one),
        subject.language,
        [one.data for one in subject.events],
        [one.zone for one in subject.events],
        site.absolute(subject.path),
        PRODUCT,
    )


def _text(subject: Subject, name: str, site: Site) -> FeedText:
    is_news = name.startswith("feed.")
    return FeedText(
        title=subject.title if is_news else f"{subject.title}: meetings",
        description=subject.description,
        link=site.absolute(subject.path),
        self_link=site.absolute(f"{subject.path}{name}"),
        id=permanent_uri(site.facts.organisation.domain, subject.identity),
        language=subject.language,
        rights=subject.rights,
        style=site.href(FEED_STYLE),
    )


def newest_entries(news: Sequence[NewsLine], campaigns: Sequence[CampaignLine], site: Site) -> list[Entry]:
    """As many as a feed holds. `news` is in its order, newest first; campaigns are not."""
    entries = [news_entry(one, site) for one in news[: FEED_ENTRIES.most]]
    entries += [campaign_entry(one, site) for one in campaigns]
    entries.sort(key=lambda one: one.id)
    entries.sort(key=lambda one: one.published, reverse=True)
    return [one for number, one in enumerate(entries) if is_in_feed(number, _age(one, entries[0]))]


def _age(entry: Entry, newest: Entry) -> int:
    """Days by which an entry is older than another."""
    return (newest.published - entry.published).days


def opml_files(federation: Federation, site: Site) -> list[tuple[str, bytes]]:
    """/feeds.opml with everything, and one for each region with its groups."""

    def folder(name: str, path: str, folders: tuple[Folder, ...] = ()) -> Folder:
        return Folder(name, site.feeds(path, name), site.absolute(path), folders)

    def region_folder(region: Region) -> Folder:
        groups = tuple(folder(one.name, one.href) for one in federation.cards if one.region == region.slug)
        inside = tuple(region_folder(child) for child in region.children)
        return folder(region.name, f"/regions/{region.slug}/", (*inside, *groups))

    roots = tuple(region_folder(one) for one in federation.facts.regions)
    campaigns = tuple(folder(one.title, one.href) for one in federation.campaigns)
    files = [("/feeds.opml", opml(site.name, (folder(site.name, "/"), *campaigns, *roots)))]
    for region in federation.facts.all_regions().values():
        data = opml(f"{region.name} - {site.name}", (region_folder(region),))
        files.append((f"/regions/{region.slug}/feeds.opml", data))
    return files
