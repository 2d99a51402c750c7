"""The national office's own pages: what Pelican made of them, and what it could not.

Pelican leaves a page that it cannot read out with a line in its log, and stops at two pages with one address. Here
both are faults of a file, named like any other; the rest is published.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican.contents import Page

from localgroups.engine.foundation import Foundation
from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.model.html import SafeHtml
from localgroups.model.values import Struct
from localgroups.outputs.views import DateView, TextPage
from localgroups.outputs.wording import day_text
from localgroups.reading.plain_text import first_paragraph


class PageViews(Struct, frozen=True):
    """Gives each page of content/pages the view that templates/page.html shows."""

    foundation: Foundation

    def view(self, page: Page) -> TextPage:
        """Trusted text: written and reviewed by the national office, rendered by Pelican's own reader."""
        site = self.foundation.site
        modified = getattr(page, "modified", None)
        body = site.body(SafeHtml(page.content))
        return TextPage(
            head=site.head(
                f"/{page.url}",
                page.title,
                getattr(page, "description", "") or first_paragraph(body),
                language=getattr(page, "lang", "") or site.language,
                is_indexed=page.status == "published",
            ),
            title=page.title,
            body=body,
            updated=DateView(modified.date().isoformat(), day_text(modified.date())) if modified else None,
        )


def unread(generated: Mapping[str, Any], content: Path) -> list[Diagnostic]:
    """A fault for each page that Pelican found and could not read; it keeps None in the page's place."""
    found = []
    for source in sorted(path for path, page in generated.items() if page is None):
        path = f"content/{Path(source).as_posix().removeprefix(f'{content.as_posix()}/')}"
        found.append(
            Diagnostic(
                "page-unread",
                Span(path),
                "This page cannot be read, and is not on the site.",
                'Begin the file with a line like "Title: About us", then an empty line, then the text, saved as UTF-8.',
            )
        )
    return found


def drop_twins(lists: Iterable[list[Page]]) -> list[Diagnostic]:
    """Take every page whose address another page has already out of Pelican's lists, and name it."""
    taken: dict[str, str] = {}
    faults = []
    for pages in lists:
        for page in sorted(pages, key=lambda one: str(one.get_relative_source_path())):
            path = f"content/{Path(page.get_relative_source_path()).as_posix()}"
            first = taken.setdefault(page.save_as, path)
            if first != path:
                pages.remove(page)
                faults.append(
                    Diagnostic(
                        "page-address-taken",
                        Span(path),
                        f"This page has the same address as {first}: /{page.url}",
                        "Give one of the two another name, or another line that begins with Slug:",
                    )
                )
    return faults
