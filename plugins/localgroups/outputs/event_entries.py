"""Meetings as entries of a feed: for those who follow by a reader rather than a calendar.

Apart from news, because here the time in the title matters and a day of publication is not known.
"""

from html import escape

from localgroups.model.rollups import MeetingLine
from localgroups.outputs.cards import Cards
from localgroups.outputs.feed_text import UNDATED, Entry, permanent_uri

PREFIX = {"cancelled": "CANCELLED: ", "postponed": "POSTPONED: "}
"""The same words as in calendars."""


def event_entry(line: MeetingLine, cards: Cards) -> Entry:
    """A meeting, with its day before its title: readers list entries by when they came, not by when they are due."""
    card = cards.meeting(line)
    facts = [card.when.text, card.place, card.cost]
    paragraphs = [" · ".join(one for one in facts if one), line.summary, line.imprint]
    html = "\n".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs if one)
    short = f"{card.when.weekday} {card.when.day} {card.when.month} {card.when.year}"
    site = cards.site
    return Entry(
        id=permanent_uri(site.facts.organisation.domain, line.date_identity),
        title=f"{PREFIX.get(line.status, '')}{short}: {line.title}",
        link=site.absolute(line.href),
        summary=". ".join(one for one in (*facts, line.summary) if one),
        content=f'<div lang="{escape(line.language)}">\n{html}\n</div>',
        published=UNDATED,
        updated=UNDATED,
        author=line.owner.name,
        categories=(card.type,) if card.type else (),
    )
