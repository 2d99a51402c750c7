"""OPML 2.0 (opml.org): many feeds in one file, in folders, for readers to take in at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from localgroups.outputs.printable import one_line
from localgroups.outputs.views import FeedLink

Lines = Sequence[str]
"""A folder as it is written, each line with its end."""


def folder(name: str, feeds: Iterable[FeedLink], page: str, inside: Iterable[Lines] = ()) -> Lines:
    """Feeds under one name, and folders in it; `page` is the absolute address of the page that the feeds follow.

    RSS alone: every reader knows it, and a second dialect would show everything twice.
    """
    title, address = _quoted(name), _quoted(page)
    lines = [f"<outline text={title} title={title}>\n"]
    for one in feeds:
        said = _quoted(one.title)
        lines.append(f'  <outline type="rss" text={said} title={said} xmlUrl={_quoted(one.url)} htmlUrl={address}/>\n')
    for some in inside:
        lines += [f"  {line}" for line in some]
    lines.append("</outline>\n")
    return lines


def opml(title: str, folders: Iterable[Lines]) -> bytes:
    """The file; `title` is that of the whole list."""
    body = "".join([f"    {line}" for one in folders for line in one])
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head>\n    <title>{_text(title)}</title>\n  </head>\n  <body>\n{body}  </body>\n</opml>\n"
    )
    return text.encode()


def _quoted(text: str) -> str:
    said = one_line(text)
    if "&" in said or "<" in said or ">" in said or '"' in said:
        return _quote()(said)
    return f'"{said}"'  # as most are, and as it would be then


@cache
def _quote() -> Callable[[str], str]:
    from xml.sax.saxutils import quoteattr  # here: it loads all that HTTP needs

    return quoteattr


def _text(text: str) -> str:
    """Inside an element; the same escapes as in an attribute, less its quotes."""
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
