"""A strict reading of HTML: what is not balanced, named twice, or forbidden by the house is a fault."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = frozenset({"base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SVG_EMPTY = frozenset({"path", "circle", "rect"})
NEVER_IN_P = frozenset(
    {
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form", "header"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
    }
)
LOADS = frozenset({"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"})


class StrictReader(HTMLParser):
    """Collects the faults of one document or fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.headings: list[int] = []
        self.labels: list[tuple[str, str]] = []
        self.classes: set[str] = set()
        self.names: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if len(named) != len(attributes):
            self.faults.append(f"an attribute twice in <{tag}>")
        if tag in NEVER_IN_P and "p" in self.open:
            self.faults.append(f"<{tag}> inside <p>")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link inside a link")
        if tag == "li" and (not self.open or self.open[-1] not in ("ul", "ol")):
            self.faults.append("<li> outside a list")
        if self.open and self.open[-1] in ("ul", "ol") and tag != "li":
            self.faults.append(f"<{tag}> directly in a list")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        self.classes.update((named.get("class") or "").split())
        self._check(tag, named)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in SVG_EMPTY:
            self.faults.append(f"<{tag}/> closes itself")
        self._check(tag, dict(attributes))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> where {self.open[-1:]} is open, line {self.getpos()[0]}")
        else:
            self.open.pop()

    def _check(self, tag: str, named: dict[str, str | None]) -> None:
        for name, value in named.items():
            if name == "style" or name.startswith("on"):
                self.faults.append(f"{name}= in <{tag}>")
            if name in LOADS and _leaves(value or ""):
                self.faults.append(f"<{tag} {name}> loads {value}")
            if name == "href" and tag == "link" and named.get("rel") != "canonical" and _leaves(value or ""):
                self.faults.append(f"<link> loads {value}")
            if name == "href" and not (value or "").strip():
                self.faults.append(f"<{tag}> leads nowhere")
            if name == "class" and not (value or "").strip():
                self.faults.append(f"an empty class in <{tag}>")
            if name in ("aria-labelledby", "aria-describedby", "popovertarget", "for"):
                self.references.append(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.references.append((value or "")[1:])
        if "id" in named:
            self.ids.append(named["id"] or "")
        if tag == "img" and ("alt" not in named or not named.get("width") or not named.get("height")):
            self.faults.append("an image without alt, width or height")
        if tag == "script" and named.get("type") != "application/ld+json" and not named.get("src"):
            self.faults.append("a script in the page")
        if tag in ("style", "iframe", "object", "embed") or (tag == "form" and named.get("role") != "search"):
            self.faults.append(f"<{tag}>")
        if tag == "nav" and not named.get("aria-label"):
            self.faults.append("a nav without a name")
        if tag == "svg" and named.get("aria-hidden") != "true":
            self.faults.append("a drawing that screen readers would read")


def _leaves(address: str) -> bool:
    first_words = [one.strip().split(" ")[0] for one in address.split(",")]
    return any(urlsplit(one).netloc or one.startswith("data:") for one in first_words)


def read(html: str) -> StrictReader:
    """The reading of a fragment; what stays open or is named twice is among the faults."""
    reader = StrictReader()
    reader.feed(html)
    reader.close()
    reader.faults += [f"<{tag}> is never closed" for tag in reader.open]
    reader.faults += [f"id {one!r} twice" for one in set(reader.ids) if reader.ids.count(one) > 1]
    return reader


def read_page(html: str) -> StrictReader:
    """The reading of a whole page: one h1, no heading level skipped, no reference into nothing."""
    reader = read(html)
    if not html.startswith("<!doctype html>"):
        reader.faults.append("no doctype at the start")
    if reader.headings.count(1) != 1:
        reader.faults.append(f"{reader.headings.count(1)} h1")
    for before, after in zip([0, *reader.headings], reader.headings, strict=False):
        if after > before + 1:
            reader.faults.append(f"h{after} after h{before}")
    reader.faults += [f"no element has the id {one!r}" for one in set(reader.references) - set(reader.ids) if one]
    return reader
