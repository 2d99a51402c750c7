"""RSS 2.0 and Atom (RFC 4287) from the same entries. The only file that knows feedgen.

feedgen reads the clock unless it is told every date, puts the last entry first, takes the last link for the page's and
stops at a control character; all that is met here. It is slow where a nation has a thousand feeds, so it writes each
shape of a feed and of an entry once, around marks, and the texts are put in here as it would have.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from localgroups.model.limits import FEED_ENTRIES
from localgroups.outputs.feed_text import GENERATOR, UNDATED, Entry, FeedText, escaped, rfc_2822, rfc_3339
from localgroups.outputs.kept_shapes import shape as kept_shape
from localgroups.outputs.moulds import Mould, Text, mark, mould_of
from localgroups.outputs.printable import one_line, printable, printable_text

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

Texts = Mapping[str, str]
"""By name, escaped as an element wants them; an empty one is left out of what is written."""
Shape = tuple[str, ...]
"""The names of texts in their order, with `no-` before that of an empty one."""

_CATEGORY = "category"
"""How the names of an entry's categories begin; its other texts have the names of its fields."""
_EMPTY = "no-"
_STAND_INS = {"updated": datetime(1901, 1, 1, tzinfo=UTC), "published": datetime(1902, 2, 2, tzinfo=UTC)}
"""The library takes moments alone where it writes one, so that these days are the marks of others."""


def rss(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """RSS 2.0 with the first entries, in the order given, as many as a feed may hold."""
    return _feed(feed, entries, is_rss=True)


def atom(feed: FeedText, entries: Sequence[Entry]) -> bytes:
    """The same as Atom."""
    return _feed(feed, entries, is_rss=False)


def newest(entries: Sequence[Entry]) -> datetime:
    """When a feed last changed: never the day of the build."""
    return max((entry.updated for entry in entries), default=UNDATED)


def _feed(feed: FeedText, entries: Sequence[Entry], is_rss: bool) -> bytes:
    shown = entries[: FEED_ENTRIES.most]
    texts = _texts_of_feed(feed, _moment(newest(shown), is_rss))
    head, end = _envelope(is_rss, _shape(texts))
    written = (_styled(head.cast(texts), feed.style), *(_entry(one, is_rss) for one in shown), end)
    return "".join(written).encode()


def _styled(feed: str, path: str) -> str:
    """A feed that names a style sheet (W3C: Associating Style Sheets with XML documents), before its root element."""
    if not path:
        return feed
    head, end, rest = feed.partition("?>\n")
    return f'{head}{end}<?xml-stylesheet type="text/css" href="{quote(path)}"?>\n{rest}'


def _entry(entry: Entry, is_rss: bool) -> str:
    texts = _texts_of_entry(entry, is_rss)
    return _entry_mould(is_rss, _shape(texts)).cast(texts)


def _shape(texts: Texts) -> Shape:
    return tuple([name if text else f"{_EMPTY}{name}" for name, text in texts.items()])


# ------------------------------------------------------------------ what is said


def _texts_of_feed(feed: FeedText, updated: str) -> Texts:
    title = one_line(feed.title) or feed.link  # a name may be made of nothing that can be printed
    texts = {
        "id": one_line(feed.id),
        "title": title,
        "description": one_line(feed.description) or title,
        "self_link": one_line(feed.self_link),
        "link": one_line(feed.link),
        "language": one_line(feed.language),
        "updated": updated,
        "rights": one_line(feed.rights),
    }
    return {name: escaped(text) for name, text in texts.items()}


def _texts_of_entry(entry: Entry, is_rss: bool) -> Texts:
    published = "" if entry.published == UNDATED else _moment(entry.published, is_rss)
    return _lasting_texts(entry) | {"updated": _moment(entry.updated, is_rss), "published": published}


@lru_cache(maxsize=2 * FEED_ENTRIES.most)
def _lasting_texts(entry: Entry) -> dict[str, str]:
    """Those that RSS and Atom have alike."""
    title = one_line(entry.title) or entry.link
    texts = {
        "id": one_line(entry.id),
        "title": title,
        "link": one_line(entry.link),
        "summary": one_line(entry.summary) or title,
        "image": printable(entry.image),
        "author": one_line(entry.author) or GENERATOR,
    }
    for number, category in enumerate(entry.categories):
        texts[f"{_CATEGORY}{number}"] = one_line(category)
    short = {name: escaped(text) for name, text in texts.items()}
    return short | {"content": _long_escaped(printable_text(entry.content))}


def _moment(moment: datetime, is_rss: bool) -> str:
    return rfc_2822(moment) if is_rss else rfc_3339(moment)


# ------------------------------------------------------------------ how it is written


@lru_cache(maxsize=64)
def _envelope(is_rss: bool, shape: Shape) -> tuple[Mould, str]:
    """What stands in a feed before its entries, and after them."""
    head, end = kept_shape(_name("feed", is_rss, shape), lambda: _empty_feed(is_rss, shape))
    return mould_of(head, _kind), end


def _name(what: str, is_rss: bool, shape: Shape) -> str:
    return " ".join((what, "rss" if is_rss else "atom", *shape))


@lru_cache(maxsize=256)
def _entry_mould(is_rss: bool, shape: Shape) -> Mould:
    (written,) = kept_shape(_name("entry", is_rss, shape), lambda: [_one_entry(is_rss, shape)])
    return mould_of(written, _kind)


def _one_entry(is_rss: bool, shape: Shape) -> str:
    """One entry, as it stands in a feed."""
    feed = ("id", "title", "description", "link", "updated")
    head, end = _empty_feed(is_rss, feed)
    made = _generator(_marks(feed), is_rss)
    _add(made, _marks(shape), is_rss)
    whole = _written(made, is_rss)
    if not (whole.startswith(head) and whole.endswith(end)):
        raise RuntimeError(f"feedgen writes a feed otherwise where it has an entry: {whole!r}")
    return whole[len(head) : -len(end)]


def _empty_feed(is_rss: bool, shape: Shape) -> tuple[str, str]:
    """A feed without entries, parted where they would stand."""
    head, end, rest = _written(_generator(_marks(shape), is_rss), is_rss).rpartition(
        "  </channel>" if is_rss else "</feed>"
    )
    return head, end + rest


def _marks(shape: Shape) -> Texts:
    return {one.removeprefix(_EMPTY): "" if one.startswith(_EMPTY) else mark(one) for one in shape}


def _kind(before: str) -> Text:
    """How a text is written in its place."""
    return _in_attribute if before.endswith('="') else str


def _long_escaped(text: str) -> str:
    """The same for a long text with many tags: in bytes that takes a third of the time."""
    return text.encode().replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").decode()


def _in_attribute(escaped: str) -> str:
    if '"' in escaped or "\t" in escaped or "\n" in escaped:
        return escaped.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return escaped


def _written(made: "FeedGenerator", is_rss: bool) -> str:
    data = made.rss_str(pretty=True) if is_rss else made.atom_str(pretty=True)
    text = bytes(data).decode()
    for name, moment in _STAND_INS.items():
        text = text.replace(_moment(moment, is_rss), mark(name))
    return text


def load() -> None:
    """Have the library at hand, for processes that begin as copies of this one."""
    from feedgen import entry, feed

    assert all((entry, feed))


def _generator(texts: Texts, is_rss: bool) -> "FeedGenerator":
    from feedgen.feed import FeedGenerator  # here: what it writes is kept

    made = FeedGenerator()
    made.load_extension("dc", atom=False)
    made.load_extension("media")
    made.id(texts["id"])
    made.title(texts["title"])
    made.description(texts["description"])
    if texts.get("self_link"):
        made.link(href=texts["self_link"], rel="self", type="application/rss+xml" if is_rss else "application/atom+xml")
    made.link(href=texts["link"], rel="alternate", type="text/html")
    made.language(texts.get("language"))
    made.generator(GENERATOR)
    made.updated(_STAND_INS["updated"])
    made.lastBuildDate(_STAND_INS["updated"])
    if texts.get("rights"):
        made.rights(texts["rights"])
    return made


def _add(made: "FeedGenerator", texts: Texts, is_rss: bool) -> None:
    one = made.add_entry(order="append")
    one.id(texts["id"])
    one.title(texts["title"])
    one.link(href=texts["link"])
    one.summary(texts["summary"])
    one.content(texts["content"], type="html")
    one.updated(_STAND_INS["updated"])
    if texts["published"]:
        one.published(_STAND_INS["published"])
    for name, text in texts.items():
        if name.startswith(_CATEGORY):
            one.category(term=text)
    if texts["image"]:
        one.media.content(url=texts["image"], medium="image", group=None)
    if is_rss:
        one.dc.dc_creator(texts["author"])  # RSS's own author element wants an e-mail address
    else:
        one.author(name=texts["author"])
