"""What a feed says, whatever the format.

News and campaigns become entries here, whole and with absolute addresses, because a reader elsewhere has nothing but
the entry. RSS and Atom are made of them in `feeds`.
"""

from datetime import UTC, date, datetime
from functools import lru_cache
from html import escape

from localgroups.model.html import SafeHtml
from localgroups.model.late_patterns import late
from localgroups.model.moments import Moment
from localgroups.model.rollups import CampaignLine, Line, NewsLine
from localgroups.model.values import Struct
from localgroups.outputs.rebasing import absolute_html
from localgroups.outputs.site import Site

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""For a feed without entries and a campaign without a date: long ago and always the same, so that nothing looks new."""
TAG_YEAR = "2025"
"""RFC 4151 wants a date in a tag, on which its domain was the owner's; it never changes."""
GENERATOR = "localgroups"
"""What feeds say that made them."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_IN_PAGE = late(r'(<a [^<>]*?href=")(#[^"]*")')


class FeedText(Struct, frozen=True):
    """What a feed says of itself."""

    title: str
    description: str
    link: str
    """Absolute address of the page that the feed follows."""
    self_link: str
    """Absolute address of the feed."""
    id: str
    """Permanent, from `permanent_uri`."""
    language: str
    rights: str = ""
    style: str = ""
    """Path of a style sheet for people who open the feed in a browser; empty for none."""


class Entry(Struct, frozen=True):
    """One entry of a feed."""

    id: str
    """Permanent, from `permanent_uri`."""
    title: str
    link: str
    """Absolute address of its page."""
    summary: str
    """Plain text."""
    content: str
    """HTML with absolute addresses."""
    published: datetime
    """UTC; UNDATED where not known."""
    updated: datetime
    author: str
    categories: tuple[str, ...] = ()
    image: str = ""
    """Absolute address."""


def permanent_uri(domain: str, identity: str) -> str:
    """The id of an entry or a feed: `tag:example.org,2025:groups/riverside/news/library-saved`. It stays when a title,
    a date, a file's name or the site's address changes."""
    return f"tag:{domain},{TAG_YEAR}:{identity}"


@lru_cache(maxsize=1024)
def rfc_2822(moment: datetime) -> str:
    """A moment in UTC as RSS has it: `Thu, 03 Dec 2026 00:00:00 +0000`. Written here because `email.utils` takes longer
    for it than a whole entry does."""
    day = f"{_WEEKDAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment.year:04}"
    return f"{day} {moment.hour:02}:{moment.minute:02}:{moment.second:02} +0000"


@lru_cache(maxsize=1024)
def rfc_3339(moment: datetime) -> str:
    """A moment in UTC as Atom and JSON Feed have it: `2026-12-03T00:00:00+00:00`."""
    return moment.isoformat()


def published(line: NewsLine | CampaignLine, site: Site) -> datetime:
    """When it came. Of news the day is known, not the hour: it counts from midnight in the site's time zone. A campaign
    is dated by its start; else by when its supporters were counted, or its end."""
    if isinstance(line, NewsLine):
        return _midnight(line.date, site)
    rough = line.starts or (line.goal.as_of if line.goal else None) or line.ends
    return _midnight(rough.first_day, site) if rough else UNDATED


def escaped(text: str) -> str:
    """As it stands in an element of HTML or of XML."""
    if "&" in text or "<" in text or ">" in text:  # seldom, and quickly seen
        return escape(text, quote=False)
    return text


@lru_cache(maxsize=64)
def in_language(language: str) -> str:
    """What every entry begins with, because one stands in feeds of several languages."""
    return f'<div lang="{escape(language)}">'


def entry_of(line: NewsLine | CampaignLine, site: Site) -> Entry:
    """A line, with its body, as an entry."""
    return news_entry(line, site) if isinstance(line, NewsLine) else campaign_entry(line, site)


def news_entry(line: NewsLine, site: Site) -> Entry:
    """A piece of news."""
    day = published(line, site)
    updated = _midnight(line.updated, site) if line.updated else day
    return _entry(line, line.identity, line.href, line.body, site, (day, max(updated, day)), line.tags)


def campaign_entry(line: CampaignLine, site: Site) -> Entry:
    """A campaign."""
    day = published(line, site)
    return _entry(line, line.identity, line.href, line.body, site, (day, day), ())


def _entry(
    line: Line,
    identity: str,
    href: str,
    body: SafeHtml,
    site: Site,
    dates: tuple[datetime, datetime],
    tags: tuple[str, ...],
) -> Entry:
    link = site.absolute(href)
    picture = line.picture
    image = site.absolute((picture.card or picture.largest).href) if picture else ""
    parts = (
        f'<p><img src="{escape(image)}" alt="{escape(picture.alt)}"></p>' if picture else "",
        feed_html(body, link, site.address) or f"<p>{escaped(line.summary)}</p>",
        f"<p><small>{escaped(line.imprint)}</small></p>" if line.imprint else "",
    )
    content = "\n".join([in_language(line.language), *[part for part in parts if part], "</div>"])
    author = (line.author if isinstance(line, NewsLine) else "") or line.owner.name
    return Entry(
        permanent_uri(site.facts.organisation.domain, identity),
        line.title, link, line.summary, content, *dates, author, tags, image,
    )  # fmt: skip


def _midnight(day: date, site: Site) -> datetime:
    return _begins(day, site.timezone)


@lru_cache(maxsize=1024)
def _begins(day: date, zone: str) -> datetime:
    return Moment(datetime(day.year, day.month, day.day), zone).instant


def feed_html(html: SafeHtml, page_address: str, site_address: str) -> str:
    """Text that stands alone: links from the site's root and links within the page become whole addresses."""
    text = absolute_html(html, site_address)
    if 'href="#' not in text:
        return text
    return _IN_PAGE.sub(lambda found: found[1] + escape(page_address) + found[2], text)
