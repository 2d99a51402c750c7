"""A meeting that repeats, as its page and its writers' desk show it: the words, and the dates that come of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from localgroups.model.items import Meeting
from localgroups.model.occurrences import Occurrence, as_single, next_occurrences, shown_occurrences
from localgroups.outputs.cards import MEETING_STATUS, Cards, where_text
from localgroups.outputs.views import OccurrenceView, SeriesView
from localgroups.outputs.wording import when_view
from localgroups.reading.repeats_said import say_left_out, say_recurrence


def main_date(meeting: Meeting, today: date) -> Meeting:
    """A meeting on the one date that its page tells of first: the next that takes place, else the next, else the last.

    One that does not repeat is itself.
    """
    if meeting.recurrence is None:
        return meeting
    shown = shown_occurrences(meeting, today)
    coming = to_come(shown, today)
    chosen = next((one for one in coming if one.takes_place), coming[0] if coming else shown[-1])
    return as_single(meeting, chosen)


def to_come(shown: Sequence[Occurrence], today: date) -> list[Occurrence]:
    return [one for one in shown if not one.is_over(today)]


def occurrence_views(shown: Sequence[Occurrence], meeting: Meeting, cards: Cards) -> tuple[OccurrenceView, ...]:
    """A line for each; where they are is said where they are not all at one place."""
    places = {where_text(one.place, one.is_online) for one in shown}
    return tuple(
        OccurrenceView(
            anchor=one.anchor,
            when=when_view(one.starts, one.ends, one.last_day, meeting.all_day, cards.site.timezone),
            status=one.status,
            status_label=MEETING_STATUS[one.status],
            title="" if one.title == meeting.title else one.title,
            place=where_text(one.place, one.is_online) if len(places) > 1 else "",
            note=one.note,
        )
        for one in shown
    )


def series_views(meetings: Iterable[Meeting], cards: Cards) -> tuple[SeriesView, ...]:
    """Each meeting that repeats, with its words and its next dates; those of which nothing is to come are left out."""
    found = []
    for one in meetings:
        coming = next_occurrences(one, cards.today) if one.recurrence else ()
        if one.recurrence and coming:
            found.append(
                SeriesView(
                    title=one.title,
                    href=cards.site.href(one.href),
                    language=one.language,
                    repeats=say_recurrence(one.recurrence),
                    left_out=say_left_out(one.recurrence, cards.today),
                    dates=occurrence_views(coming, one, cards),
                )
            )
    return tuple(found)
