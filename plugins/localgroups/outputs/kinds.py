"""Where the events of one kind are found, anywhere in the nation: every rally, every training.

Their pages stand below /events/types/, each with a calendar and a feed of its own beside it.
"""

from localgroups.federation.nation import Federation
from localgroups.outputs.site import Site
from localgroups.outputs.views import FeedLink, LinkView


def kind_path(kind: str) -> str:
    """`/events/types/rally/`"""
    return f"/events/types/{kind}/"


def kind_feeds(kind: str, label: str, site: Site) -> tuple[FeedLink, ...]:
    """The calendar and the feed of one kind; there is no news of a kind."""
    return tuple(one for one in site.feeds(kind_path(kind), label) if "/events." in one.href)


def kind_links(federation: Federation, site: Site, current: str = "") -> tuple[LinkView, ...]:
    """The kinds of which something is coming, by their labels; `current` is the one whose page they stand on."""
    labels = federation.facts.organisation.meeting_types
    return tuple(
        LinkView(label, site.href(kind_path(kind)), kind == current)
        for kind, label in sorted(labels.items(), key=lambda one: (one[1].casefold(), one[0]))
        if federation.coming_of(kind)
    )
