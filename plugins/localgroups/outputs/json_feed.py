"""JSON Feed 1.1 (jsonfeed.org/version/1.1) from the same entries as RSS and Atom."""

from collections.abc import Sequence
from datetime import datetime

from localgroups.model.limits import FEED_ENTRIES
from localgroups.model.values import encoded
from localgroups.outputs.feed_text import UNDATED, Entry, FeedText
from localgroups.outputs.printable import one_line, printable_text

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """The first entries, in the order given, as many as a feed may hold. Laid out as `json.dumps` does with an indent
    of one space, and ten times as fast."""
    head = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.link,
        "feed_url": feed.self_link,
        "description": one_line(feed.description),
        "language": feed.language,
    }
    lines = [f'"{key}": {_text(value)}' for key, value in head.items() if value]
    items = ",".join(_item(one) for one in entries[: FEED_ENTRIES.most])
    lines.append(f'"items": [{items}\n ]' if items else '"items": []')
    return ("{\n " + ",\n ".join(lines) + "\n}\n").encode()


def _item(entry: Entry) -> str:
    """One entry, with the end of the line before it."""
    texts = {
        "id": entry.id,
        "url": entry.link,
        "title": one_line(entry.title),
        "summary": one_line(entry.summary),
        "content_html": printable_text(entry.content),
        "image": entry.image,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
    }
    lines = [f'"{key}": {_text(value)}' for key, value in texts.items() if value]
    if entry.author:
        lines.append(f'"authors": [\n    {{\n     "name": {_text(one_line(entry.author))}\n    }}\n   ]')
    if entry.categories:
        tags = ",\n    ".join(_text(one_line(one)) for one in entry.categories)
        lines.append(f'"tags": [\n    {tags}\n   ]')
    return "\n  {\n   " + ",\n   ".join(lines) + "\n  }"


def _text(text: str) -> str:
    return encoded(text).decode()


def _moment(moment: datetime) -> str:
    """RFC 3339; empty where no date is known."""
    return "" if moment == UNDATED else moment.isoformat()
