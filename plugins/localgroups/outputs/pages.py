"""A page before it is rendered: an address, a template and what the template sees."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.values import Struct
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import SiteView


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
        yield Draft(OutputPath.of(owner, page.path), (page.template, page.view), render)
