"""Meetings as entries of a feed: for those who follow by a reader rather than a calendar.

Apart from news, because here the time in the title matters and a day of publication is not known.
"""

from localgroups.model.rollups import MeetingLine
from localgroups.outputs.cards import Cards
from localgroups.outputs.feed_text import UNDATED, Entry, escaped, in_language, permanent_uri

PREFIX = {"cancelled": "CANCELLED: ", "postponed": "POSTPONED: "}
"""The same words as in calendars."""


def event_entry(line: MeetingLine, cards: Cards) -> Entry:
    """A meeting, with its day before its title: readers list entries by when they came, not by when they are due."""
    card = cards.meeting(line)
    facts = [one for one in (card.when.text, card.place, card.cost) if one]
    paragraphs = [" · ".join(facts), line.summary, line.imprint]
    html = "\n".join([f"<p>{escaped(one)}</p>" for one in paragraphs if one])
    short = f"{card.when.weekday} {card.when.day} {card.when.month} {card.when.year}"
    site = cards.site
    return Entry(
        id=permanent_uri(site.facts.organisation.domain, line.date_identity),
        title=f"{PREFIX.get(line.status, '')}{short}: {line.title}",
        link=site.absolute(line.href),
        summary=". ".join([*facts, line.summary] if line.summary else facts),
        content=f"{in_language(line.language)}\n{html}\n</div>",
        published=UNDATED,
        updated=UNDATED,
        author=line.owner.name,
        categories=(card.type,) if card.type else (),
    )
