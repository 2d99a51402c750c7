"""JSON Feed 1.1 (jsonfeed.org/version/1.1) from the same entries as RSS and Atom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from localgroups.model.limits import FEED_ENTRIES
from localgroups.model.values import laid_out
from localgroups.outputs.feed_text import UNDATED, Entry, FeedText, rfc_3339
from localgroups.outputs.printable import one_line, printable_text

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """The first entries, in the order given, as many as a feed may hold."""
    head = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.link,
        "feed_url": feed.self_link,
        "description": one_line(feed.description),
        "language": feed.language,
    }
    items = [_item(one) for one in entries[: FEED_ENTRIES.most]]
    return laid_out(_said(head) | {"items": items}) + b"\n"


def _item(entry: Entry) -> dict[str, Any]:
    return _said(
        {
            "id": entry.id,
            "url": entry.link,
            "title": one_line(entry.title),
            "summary": one_line(entry.summary),
            "content_html": printable_text(entry.content),
            "image": entry.image,
            "date_published": _moment(entry.published),
            "date_modified": _moment(entry.updated),
            "authors": [{"name": one_line(entry.author)}] if entry.author else [],
            "tags": [one_line(one) for one in entry.categories],
        }
    )


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _moment(moment: datetime) -> str:
    """RFC 3339; empty where no date is known."""
    return "" if moment == UNDATED else rfc_3339(moment)
