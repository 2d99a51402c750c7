"""What a piece of HTML says, however it is laid out: two texts of the same shape look the same in a browser.

Read by Python's own parser, which shares nothing with those that made the HTML. The order of attributes, the way that
a sign is written (`&quot;` or `"`), white space between blocks and the end of empty elements make no difference.
Everything else does.
"""

import re
from html.parser import HTMLParser

_BLOCKS = """
    address article aside blockquote body center col colgroup dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main nav ol optgroup option p
    pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_WHITE = re.compile(r"[ \t\n\r\f]+")


class _Shape(HTMLParser):
    """Collects tags, words and comments; white space is folded outside of <pre>."""

    CDATA_CONTENT_ELEMENTS = ()  # what stands inside is compared like everything else

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.words = ""
        self.preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.settle(tag)
        self.preformatted += tag == "pre"
        given = "".join(f" {name}={value or ''!r}" for name, value in sorted(attrs))
        self.parts.append(f"<{tag}{given}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        self.settle(tag)
        self.preformatted -= tag == "pre" and self.preformatted > 0
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.settle("")
        self.parts.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.settle("")
        self.parts.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.settle("")
        self.parts.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.settle("")
        self.parts.append(f"<![{data}]>")

    def settle(self, tag: str) -> None:
        """The words up to a tag: beside a block's tag, white space is layout."""
        words, self.words = self.words, ""
        if not self.preformatted:
            words = _WHITE.sub(" ", words)
            if tag in BLOCKS or tag == "":
                words = words.rstrip(" ")
            if not self.parts or self.after_block():
                words = words.lstrip(" ")
        if words:
            self.parts.append(repr(words))

    def after_block(self) -> bool:
        """Whether what comes now begins a line."""
        last = re.match(r"</?([a-z0-9]+)", self.parts[-1])
        return (last is not None and last[1] in BLOCKS) or self.parts[-1].startswith(("<br", "<!"))


def shape(html: str) -> list[str]:
    """Tags, words and comments in order."""
    reader = _Shape()
    reader.feed(html)
    reader.close()
    reader.settle("")
    return reader.parts
