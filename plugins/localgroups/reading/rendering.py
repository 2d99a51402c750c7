"""The seam to what makes HTML, pictures and downloads: a bundle of pure functions.

Readers of items take it as an argument, so that a test can pass a plain one, and nothing else of reading
needs to know how Markdown is made safe.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from localgroups.model.html import SafeHtml
from localgroups.model.values import Struct
from localgroups.reading.documents import DocumentResult, publish_document
from localgroups.reading.faults import Fault
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.pictures import PictureResult, Pictures
from localgroups.reading.plain_text import first_paragraph
from localgroups.reading.sanitiser import sanitise
from localgroups.reading.unwieldy import unwieldy

Resolve = Callable[[str], str | None]
"""From a relative address in a text to one on the site; None where it leads nowhere."""
Sizes = Mapping[str, tuple[int, int]]
"""Width and height of pictures, by their address on the site."""


class Renderer(Struct, frozen=True):
    """What turns a writer's text and files into what is published."""

    html: Callable[[str, Resolve, Sizes], SafeHtml | Fault]
    """Markdown to safe HTML; a fault where it would be too much for a page."""
    summary: Callable[[SafeHtml], str]
    """The first paragraph, as plain text."""
    picture: Callable[[Path, str, str], PictureResult]
    """File, the owner's address, alternative text."""
    document: Callable[[Path, str], DocumentResult]
    """File, the owner's address."""

    @classmethod
    def at(cls, cache_dir: Path | None) -> "Renderer":
        """The real one; pictures that were made before are kept in `cache_dir`."""
        return cls(_safe_html, first_paragraph, Pictures(cache_dir).publish, publish_document)


def _safe_html(text: str, resolve: Resolve, sizes: Sizes) -> SafeHtml | Fault:
    html = markdown_to_html(text)
    has_typed_tags = "<" in text
    return unwieldy(html, has_typed_tags=has_typed_tags) or sanitise(
        html, resolve, sizes, has_typed_tags=has_typed_tags
    )
