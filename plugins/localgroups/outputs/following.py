"""What can be followed, and where it stands: feeds and a calendar beside each page that they follow.

Nothing is made here: each file is a draft that says what it is made from. What writes feeds and calendars is loaded
where one has to be made, and what the nation alone has where the nation is set.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from localgroups.federation.nation import Federation
from localgroups.federation.rolling_up import is_in_feed
from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.groups import Group
from localgroups.model.html import SafeHtml
from localgroups.model.identity import NATION
from localgroups.model.limits import FEED_ENTRIES
from localgroups.model.rollups import CampaignLine, NewsLine, Rollup, SerialisedEvent
from localgroups.model.values import key_of, replace
from localgroups.outputs.archives import archive_path, archived
from localgroups.outputs.cards import Cards
from localgroups.outputs.event_entries import event_entry
from localgroups.outputs.feed_text import Entry, FeedText, entry_of, permanent_uri, published
from localgroups.outputs.files import File
from localgroups.outputs.kept_shapes import are_kept
from localgroups.outputs.site import Site
from localgroups.outputs.subjects import Subject, group_subject, kind_subjects, recent, subjects

PRODUCT = "localgroups"
FEED_FILES = ("feed.rss", "feed.atom", "feed.json", "events.rss", "events.ics")
"""Beside the page of whatever can be followed."""
FEED_STYLE = "/theme/feed.css"
"""What the theme brings for people who open a feed in a browser."""

Told = NewsLine | CampaignLine
Texts = Callable[[Told], SafeHtml]
"""The text of a line whose `text` is not empty."""


def group_following(
    group: Group, rollup: Rollup, events: Sequence[SerialisedEvent], texts: Texts, cards: Cards
) -> Iterator[Draft]:
    """A group's feeds and calendar, and a calendar file for each meeting to come."""
    site = cards.site
    gone = archived(rollup.meetings, cards.today)
    kept = [one for one in events if one.identity not in gone]
    subject = group_subject(group, rollup, kept, cards.today, site)
    files = [*_files(subject, texts, cards)]
    for year in sorted(set(gone.values())):
        of_year = [one for one in events if gone.get(one.identity) == year]
        past = replace(subject, title=f"{subject.title}: {year}", events=of_year)
        files.append(_calendar(past, archive_path(group.href, year), site))
    hrefs = {one.identity: one.page_href for one in rollup.meetings}
    files += (_event_file(one, hrefs[one.identity]) for one in _to_come(events, cards))
    return (one.of(group.slug) for one in files)


def former_feeds(group: Group) -> Iterator[tuple[OutputPath, OutputPath]]:
    """(former address, address now) of every feed of a group that was called otherwise: a reader that subscribed there
    knows nothing of redirects in HTML, and gets a copy."""
    for slug in group.former_slugs:
        for name in FEED_FILES:
            yield OutputPath.of(slug, f"/groups/{slug}/{name}"), OutputPath.of(group.slug, f"{group.href}{name}")


def nation_following(
    federation: Federation,
    events: Iterable[SerialisedEvent],
    own: Sequence[SerialisedEvent],
    texts: Texts,
    cards: Cards,
) -> Iterator[Draft]:
    """The feeds and calendars of the nation, of each region, of each national campaign and of each kind of event, OPML
    lists of them, digests of the nation and of regions, and data for other programs.

    `events` are everybody's, `own` the national office's.
    """
    return (one.of(NATION) for one in _of_the_nation(federation, events, own, texts, cards))


def _of_the_nation(
    federation: Federation,
    events: Iterable[SerialisedEvent],
    own: Sequence[SerialisedEvent],
    texts: Texts,
    cards: Cards,
) -> Iterator[File]:
    from localgroups.outputs.data import data_files
    from localgroups.outputs.digest_files import digest_files
    from localgroups.outputs.opml_files import opml_files

    site = cards.site
    shown = recent(events, federation)
    for subject in subjects(federation, shown, site):
        yield from _files(subject, texts, cards)
    for subject in kind_subjects(federation, shown, site):
        yield from _meeting_files(subject, cards)
    yield from opml_files(federation, site)
    yield from digest_files(federation, site.href(FEED_STYLE), site)
    yield from data_files(federation, site)
    hrefs = {one.identity: one.page_href for one in federation.meetings if one.owner.is_nation}
    for event in _to_come(own, cards):
        yield _event_file(event, hrefs[event.identity])


def load_writers() -> None:
    """Have the libraries at hand, for processes that begin as copies of this one."""
    from localgroups.outputs import calendars, data, digest_files, feeds, json_feed

    assert all((data, digest_files, json_feed))
    if not are_kept():
        feeds.load()
        calendars.load()


def _to_come(events: Iterable[SerialisedEvent], cards: Cards) -> Iterator[SerialisedEvent]:
    """Those that somebody may still want in a calendar of their own."""
    return (one for one in events if one.last_day >= cards.today)


def _files(subject: Subject, texts: Texts, cards: Cards) -> Iterator[File]:
    """Every feed of one subject."""
    yield from _news_files(subject, texts, cards.site)
    yield from _meeting_files(subject, cards)


# ---------------------------------------------------------------------- feeds


def _news_files(subject: Subject, texts: Texts, site: Site) -> Iterator[File]:
    lines = newest_lines(subject.news, subject.campaigns, site)
    entries = _Once(lambda: [entry_of(replace(one, body=texts(one)) if one.text else one, site) for one in lines])
    told = key_of(lines)  # once for all formats
    for name, write in (("feed.rss", _rss), ("feed.atom", _atom), ("feed.json", _json)):
        text = _text(subject, name, site)
        yield File(f"{subject.path}{name}", (text, told), partial(_written, write, text, entries))


def _meeting_files(subject: Subject, cards: Cards) -> Iterator[File]:
    lines = subject.coming[: FEED_ENTRIES.most]
    entries = _Once(lambda: [event_entry(one, cards) for one in lines])
    text = _text(subject, "events.rss", cards.site)
    yield File(f"{subject.path}events.rss", (text, lines), partial(_written, _rss, text, entries))
    yield _calendar(subject, f"{subject.path}events.ics", cards.site)


class _Once:
    """Entries of a feed, made when they are first asked for and kept for the other formats."""

    __slots__ = ("_entries", "_make")

    def __init__(self, make: Callable[[], list[Entry]]) -> None:
        self._make = make
        self._entries: list[Entry] | None = None

    def __call__(self) -> list[Entry]:
        if self._entries is None:
            self._entries = self._make()
        return self._entries


def _written(write: Callable[[FeedText, list[Entry]], bytes], text: FeedText, entries: _Once) -> bytes:
    return write(text, entries())


def _rss(text: FeedText, entries: list[Entry]) -> bytes:
    from localgroups.outputs.feeds import rss

    return rss(text, entries)


def _atom(text: FeedText, entries: list[Entry]) -> bytes:
    from localgroups.outputs.feeds import atom

    return atom(text, entries)


def _json(text: FeedText, entries: list[Entry]) -> bytes:
    from localgroups.outputs.json_feed import json_feed

    return json_feed(text, entries)


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


def newest_lines(news: Sequence[NewsLine], campaigns: Sequence[CampaignLine], site: Site) -> list[Told]:
    """As many as a feed holds. `news` is in its order, newest first; campaigns are not."""
    lines: list[Told] = [*news[: FEED_ENTRIES.most], *campaigns]
    dated = [(published(one, site), one) for one in lines]
    dated.sort(key=lambda one: one[1].identity)
    dated.sort(key=lambda one: one[0], reverse=True)
    return [
        one
        for number, (moment, one) in enumerate(dated[: FEED_ENTRIES.most])
        if is_in_feed(number, (dated[0][0] - moment).days)
    ]


# ------------------------------------------------------------------ calendars


def _calendar(subject: Subject, path: str, site: Site) -> File:
    """What a calendar says of itself ends with who is behind it."""
    said = ". ".join(one.rstrip(".") for one in (subject.description, subject.rights) if one)
    head = (subject.title, said, subject.language, site.absolute(subject.path))
    events = subject.events
    return File(path, (head, [one.key for one in events]), partial(_joined, head, events))


def _joined(head: tuple[str, str, str, str], events: Sequence[SerialisedEvent]) -> bytes:
    from localgroups.outputs.calendars import calendar

    title, said, language, address = head
    return calendar(title, said, language, [one.data for one in events], [one.zone for one in events], address, PRODUCT)


def _event_file(event: SerialisedEvent, href: str) -> File:
    return File(f"{href}event.ics", event.key, partial(_single, event))


def _single(event: SerialisedEvent) -> bytes:
    from localgroups.outputs.calendars import single_event

    return single_event(event.data, PRODUCT)
