"""The words of a text without its marks: for summaries, descriptions and search."""

import re
from html import unescape

from localgroups.model.html import SafeHtml
from localgroups.model.late_patterns import late

SUMMARY_LENGTH = 300
"""Characters of a summary that the writer left to us: three lines in a list."""

_INVISIBLE = late(
    r'<sup class="footnote-ref">.*?</sup>'
    r'|<a [^<>]*class="footnote-backref"[^<>]*>.*?</a>'
    r'|<p class="alert-title">.*?</p>',
    re.DOTALL,
)
_INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time"
    "|tt|u|var|wbr"
)
_INLINE_TAG = late(rf"</?(?:{_INLINE})(?: [^<>]*)?>")
_TAG = late(r"<[^<>]*>")
_PARAGRAPH = late(r"<p(?: [^<>]*)?>(.*?)</p>", re.DOTALL)


def plain_text(html: SafeHtml) -> str:
    """All words on one line. Headings, paragraphs and cells are kept apart by a space."""
    return _words(_visible(html.text))


def first_paragraph(html: SafeHtml, limit: int = SUMMARY_LENGTH) -> str:
    """The first paragraph that says something, else the first words there are, cut at `limit` characters."""
    visible = _visible(html.text)
    for paragraph in _PARAGRAPH.finditer(visible):
        words = _words(paragraph[1])
        if words:
            return shorten(words, limit)
    return shorten(_words(visible), limit)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words and marked with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head[:-1]).rstrip(" ,;:.-\N{EN DASH}\N{EM DASH}") + "…"


def _visible(html: str) -> str:
    """Without the marks of footnotes and the titles of boxes, which few texts have."""
    return _INVISIBLE.sub("", html) if "footnote-" in html or "alert-title" in html else html


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _INLINE_TAG.sub("", html))).split())
