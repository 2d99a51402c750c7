"""Markdown to HTML, as GitHub's own Preview tab shows it.

GitHub's parser does the work: what a writer sees in the web editor is what the site shows. The HTML that
comes out holds whatever the writer put into it and goes nowhere but to `reading.sanitiser`.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Any

import cmarkgfm
from cmarkgfm.cmark import Options

from localgroups.model.late_patterns import late
from localgroups.reading.written_links import without_links

EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")
"""Those of GitHub's own dialect (https://github.github.com/gfm/); footnotes are an option, not an extension."""
OPTIONS: int = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
"""HTML passes through, because the sanitiser that follows knows better than a list of forbidden words."""


def markdown_to_html(text: str) -> str:
    """The HTML of one body without its front matter. Not safe yet."""
    html = _render(text)
    # To look for one sign first, a rare one, is fifty times as quick as to look for two in a row.
    if "[" in html and "[!" in html:
        html = _with_alerts(html)
    if "<input " in html:
        html = _TASK.sub(r"<p>\1 ", html)
    if "#" in html and _LINK_INSIDE.search(html):
        html = _with_heading_ids(html)
    return html


# ---------------------------------------------------------------- the parser


def _render(text: str) -> str:
    """cmarkgfm's own convenience functions never give back the tree and the text that they allocate: some 10 KB an
    item, for as long as the process lives. So its parts are called one by one here, and both are released."""
    encoded = text.encode("utf-8", "replace")
    release_tree, release_text = _releases()
    library = cmarkgfm.cmark._cmark
    parser = library.lib.cmark_parser_new(OPTIONS)
    try:
        for extension in _extensions(may_hold_bare_addresses(text)):
            library.lib.cmark_parser_attach_syntax_extension(parser, extension)
        library.lib.cmark_parser_feed(parser, encoded, len(encoded))
        tree = library.lib.cmark_parser_finish(parser)
        extensions = library.lib.cmark_parser_get_syntax_extensions(parser)
        output = library.lib.cmark_render_html(tree, OPTIONS, extensions)
        # The parser writes the two characters that are none, U+FFFE and U+FFFF, as a byte that no text may hold.
        html = bytes(library.ffi.string(output)).decode("utf-8", "replace")
        release_text(int(library.ffi.cast("uintptr_t", output)))
        release_tree(int(library.ffi.cast("uintptr_t", tree)))
    finally:
        library.lib.cmark_parser_free(parser)
    return html


@cache
def _extensions(with_autolink: bool) -> tuple[Any, ...]:
    cmarkgfm.cmark.core_extensions_ensure_registered()
    return tuple(
        cmarkgfm.cmark.find_syntax_extension(name) for name in EXTENSIONS if with_autolink or name != "autolink"
    )


def may_hold_bare_addresses(text: str) -> bool:
    """Whether `autolink` can find anything; it stops at every w and every colon, a third of the parser's work.

    It looks for `www.`, `://` and `@` (GFM, 6.9), which stand in most texts in links alone that are written as such.
    """
    if "@" in text or "&" in text or "<" in text or "www." in text:
        return True
    others = without_links(text)
    return ":" in others and "://" in others


@cache
def _releases() -> tuple[Callable[[int], object], Callable[[int], object]]:
    """How to give back a tree and a text; where the system does not show the functions, nothing is given back."""
    try:
        tree = ctypes.CDLL(cmarkgfm.cmark._cmark.__file__).cmark_node_free
        text = ctypes.CDLL(None).free
    except (OSError, AttributeError, TypeError):
        return _keep, _keep
    for function in (tree, text):
        function.argtypes = [ctypes.c_void_p]
        function.restype = None
    return tree, text


def _keep(pointer: int) -> None:
    """Leaves the memory to the process's end: Windows, where a library hides its inner functions."""


# ---------------------------------------------------------------- alerts

_CONTAINER = late(r"<(/?)(blockquote|ul|ol)\b[^<>]*>", re.IGNORECASE)
"""What the text says of them stands in the HTML with `&lt;`."""
_ALERT = late(
    r"<blockquote>\n<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br />)?(?:(\n)|</p>\n(?!</blockquote>))",
    re.IGNORECASE,
)


def _with_alerts(html: str) -> str:
    """Blockquotes that begin with `[!NOTE]` on a line of its own become boxes.

    As on GitHub: five kinds in any case, not inside another block, and a mark with no text after it stays a quotation.
    """
    parts: list[str] = []
    done = depth = alert_at = 0
    for tag in _CONTAINER.finditer(html):
        if not tag[1]:
            start = _ALERT.match(html, tag.start()) if depth == 0 else None
            depth += 1
            if start:
                kind = start[1].lower()
                parts += [html[done : start.start()], f'<div class="alert alert-{kind}">\n']
                parts += [f'<p class="alert-title">{kind.capitalize()}</p>\n', "<p>" if start[2] else ""]
                done, alert_at = start.end(), depth
        else:
            if alert_at and depth == alert_at and tag[2].lower() == "blockquote":
                parts += [html[done : tag.start()], "</div>"]
                done, alert_at = tag.end(), 0
            depth = max(depth - 1, 0)
    return "".join([*parts, html[done:]])


# ---------------------------------------------------------------- task lists

_TASK = late(r'(?<=<li>)(<input type="checkbox" (?:checked="" )?disabled="" />) \n?<p>')
"""A box that stands above its words, in a list with empty lines between its entries; GitHub shows it before them."""

# ---------------------------------------------------------------- headings

_LINK_INSIDE = late(r'<a href="#(?!fn(?:ref)?-)')
"""A link to a heading; those of footnotes have their own ids."""
_HEADING = late(r"<(/?)h([1-6])>")
_TAG = late(r"<[^<>]*>")


def _with_heading_ids(html: str) -> str:
    """Headings get GitHub's ids, so that links inside the text find them."""
    seen: dict[str, int] = {}
    parts: list[str] = []
    done = 0
    begun: re.Match[str] | None = None
    for tag in _HEADING.finditer(html):
        if begun and tag[1] and tag[2] == begun[2]:
            slug = _slug(unescape(_TAG.sub("", html[begun.end() : tag.start()])))
            count = seen.get(slug, 0)
            seen[slug] = count + 1
            parts += [html[done : begun.end() - 1], f' id="{slug}{f"-{count}" if count else ""}">']
            done = begun.end()
        begun = None if tag[1] else tag
    return "".join([*parts, html[done:]])


def _slug(title: str) -> str:
    """`What's on, and when?` gives `whats-on-and-when`: GitHub keeps word characters, hyphens and spaces."""
    return "".join(char for char in title.strip().lower() if char in " -" or _is_in_words(char)).replace(" ", "-")


def _is_in_words(char: str) -> bool:
    """Letters, marks, numbers and what connects them, like `_`: the word characters of Unicode."""
    category = unicodedata.category(char)
    return category[0] in "LMN" or category == "Pc"
