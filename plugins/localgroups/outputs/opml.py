"""OPML 2.0 (opml.org): many feeds in one file, in folders, for readers to take in at once."""

from collections.abc import Callable, Iterable
from functools import cache

from localgroups.model.values import Struct
from localgroups.outputs.printable import one_line
from localgroups.outputs.views import FeedLink


class Folder(Struct, frozen=True):
    """Feeds under one name, and folders in it."""

    name: str
    feeds: tuple[FeedLink, ...] = ()
    """RSS alone: every reader knows it, and a second dialect would show everything twice."""
    page: str = ""
    """Absolute address of the page that the feeds follow."""
    folders: tuple["Folder", ...] = ()


def opml(title: str, folders: Iterable[Folder]) -> bytes:
    """The file; `title` is that of the whole list."""
    body = "".join(_outline(one, 2) for one in folders)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head>\n    <title>{_text(title)}</title>\n  </head>\n  <body>\n{body}  </body>\n</opml>\n"
    )
    return text.encode()


def _outline(folder: Folder, depth: int) -> str:
    inset = "  " * depth
    name, page = _quoted(folder.name), _quoted(folder.page)
    parts = [f"{inset}<outline text={name} title={name}>\n"]
    for one in folder.feeds:
        title = _quoted(one.title)
        parts.append(
            f'{inset}  <outline type="rss" text={title} title={title} xmlUrl={_quoted(one.url)} htmlUrl={page}/>\n'
        )
    parts += [_outline(one, depth + 1) for one in folder.folders]
    parts.append(f"{inset}</outline>\n")
    return "".join(parts)


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
