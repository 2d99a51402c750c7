"""A group's next meetings in a frame, for the group's own site somewhere else.

It is a page of its own, without the head and the foot of the site: it runs no script, its links open in the whole
window, and it alone may be framed.
"""

from html import escape

from localgroups.model.groups import Group
from localgroups.model.identity import Kind, list_href
from localgroups.model.rollups import Rollup
from localgroups.outputs.calendar_links import webcal
from localgroups.outputs.cards import Cards
from localgroups.outputs.pages import Page
from localgroups.outputs.site import Site
from localgroups.outputs.views import EmbedPage

SHOWN = 5
HEIGHT = 560
"""Pixels that fit the next three or four meetings; the rest is reached by scrolling."""


def embed_href(group: str) -> str:
    """`group` is the path of the group's page."""
    return f"{group}embed/"


def embed_title(name: str) -> str:
    return f"Next meetings of {name}"


def embed_page(group: Group, rollup: Rollup, cards: Cards) -> Page:
    """The page in the frame."""
    site = cards.site
    coming = tuple(one for one in rollup.meetings if not one.is_over(cards.today))
    view = EmbedPage(
        title=embed_title(group.name),
        name=group.name,
        href=site.href(group.href),
        canonical=site.absolute(group.href),
        language=group.language,
        meetings=cards.meetings(coming[:SHOWN]),
        empty=f"{group.name} has no meeting planned just now.",
        all_href=site.href(list_href(group.slug, Kind.MEETINGS)),
        calendar_href=webcal(site.absolute(f"{group.href}events.ics")),
        imprint=group.imprint or site.facts.organisation.imprint,
    )
    return Page(embed_href(group.href), "pages/embed.html", view, is_indexed=False)


def embed_snippet(group: Group, site: Site) -> str:
    """What a group pastes into its own site."""
    address = site.absolute(embed_href(group.href))
    return (
        f'<iframe src="{escape(address)}" title="{escape(embed_title(group.name))}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border: 0"></iframe>'
    )
