"""A page before it is rendered: an address, a template and what the template sees."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import Any

from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.values import Struct, key_of, replace
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import FeedLink, SiteView


class Page(Struct, frozen=True):
    """One page to be."""

    path: str
    """From the site's root: `/groups/riverside/`."""
    template: str
    """Below the theme's templates: `pages/group.html`."""
    view: Any
    """One of the *Page views."""
    changed: date | None = None
    """The day on which its text changed, where one is known: for the sitemap."""
    is_indexed: bool = True


def drafted(pages: Iterable[Page], owner: str, theme: Theme, site: SiteView) -> Iterator[Draft]:
    """The pages of one owner as files below its prefix, to be rendered."""
    for page in pages:
        render = partial(theme.render, page.template, site=site, view=page.view)
        yield Draft(OutputPath.of(owner, page.path), _source(page), render)


def _source(page: Page) -> object:
    """All that a page shows, but that a key stands for its feeds: they are a quarter of it, and the same on all pages
    of a group."""
    head = getattr(page.view, "head", None)
    if head is None or not head.feeds:
        return page.template, page.view
    return page.template, replace(page.view, head=replace(head, feeds=())), _key_of_feeds(head.feeds)


@lru_cache(maxsize=256)
def _key_of_feeds(feeds: tuple[FeedLink, ...]) -> str:
    return key_of(feeds)
