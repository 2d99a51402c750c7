"""The pages of one kind of event each, anywhere in the nation: every rally, every training."""

from collections.abc import Iterator

from localgroups.federation.nation import Federation
from localgroups.model.limits import COMING_ENTRIES
from localgroups.outputs.cards import Cards
from localgroups.outputs.kinds import kind_feeds, kind_links, kind_path
from localgroups.outputs.months import coming_months
from localgroups.outputs.pages import Page
from localgroups.outputs.views import EventsPage


def kind_pages(federation: Federation, cards: Cards) -> Iterator[Page]:
    """A page for every kind that the organisation has a word for, also where nothing is coming: who follows the
    rallies has to be told of the first."""
    site = cards.site
    for kind, label in federation.facts.organisation.meeting_types.items():
        path = kind_path(kind)
        coming = federation.coming_of(kind)
        shown = tuple(coming[: COMING_ENTRIES.most])
        more = f" The next {len(shown)} of {len(coming)} are listed here." if len(shown) < len(coming) else ""
        view = EventsPage(
            head=site.head(
                path,
                f"Events: {label}",
                f"What is coming up at {site.name}: {label}.",
                trail=(site.link("Events", "/events/"),),
                feeds=kind_feeds(kind, label, site),
                section="events",
                is_indexed=bool(coming),
            ),
            title=label,
            intro=f"All that is coming up of this kind, near you and online.{more}",
            months=coming_months(shown, federation.today, {}, cards),
            years=(),
            earlier=None,
            later=None,
            kinds=kind_links(federation, site, kind),
            follow_name=label,
        )
        yield Page(path, "pages/events.html", view, is_indexed=bool(coming))
