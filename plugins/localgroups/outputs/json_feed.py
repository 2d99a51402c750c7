"""JSON Feed 1.1 (jsonfeed.org/version/1.1) from the same entries as RSS and Atom."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from localgroups.model.limits import FEED_ENTRIES
from localgroups.outputs.feed_text import UNDATED, Entry, FeedText
from localgroups.outputs.printable import one_line, printable_text

_text = json.JSONEncoder(ensure_ascii=False).encode
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """The first entries, in the order given, as many as a feed may hold."""
    data = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.link,
        "feed_url": feed.self_link,
        "description": one_line(feed.description),
        "language": feed.language,
        "items": [_item(one) for one in entries[: FEED_ENTRIES.most]],
    }
    return f"{_json({key: value for key, value in data.items() if value != ''})}\n".encode()


def _json(value: object, indent: str = "\n") -> str:
    """What `json.dumps` gives with an indent of one space, and several times as fast: Python's quick encoder knows no
    indent, so it is asked for texts and numbers alone."""
    deeper = f"{indent} "
    if isinstance(value, dict) and value:
        entries = (f"{deeper}{_text(key)}: {_json(one, deeper)}" for key, one in value.items())
        return "{" + ",".join(entries) + indent + "}"
    if isinstance(value, list) and value:
        return "[" + ",".join(f"{deeper}{_json(one, deeper)}" for one in value) + indent + "]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
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
    return {key: value for key, value in item.items() if value not in ("", [])}


def _moment(moment: datetime) -> str:
    """RFC 3339; empty where no date is known."""
    return "" if moment == UNDATED else moment.isoformat()
