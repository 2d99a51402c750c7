"""Cards of the nation are those of anybody, made once."""

from datetime import date

from localgroups.federation.rolling_up import meeting_line
from localgroups.model.rollups import MeetingLine
from localgroups.model.values import replace
from localgroups.outputs.cards import Cards
from localgroups.outputs.lasting_cards import LastingCards
from outputs.samples import GROUP, SITE, meeting
from outputs.test_cards import card

TODAY = date(2026, 11, 22)


def line(title: str, day: str) -> MeetingLine:
    return meeting_line(replace(meeting(f"{day} 19:00", "Europe/London"), title=title), "north", ())


def test_they_are_the_cards_of_anybody() -> None:
    cards, lasting = Cards(SITE, TODAY), LastingCards(SITE, TODAY)
    coming, past, group = line("Coming", "2026-12-03"), line("Past", "2026-11-03"), card("section", "Mill Town")

    for _ in range(2):
        assert lasting.meetings((coming, past)) == cards.meetings((coming, past))
        assert lasting.owner(GROUP) == cards.owner(GROUP)
        assert lasting.owner(SITE.owner) == cards.owner(SITE.owner)
        assert lasting.group(group) == cards.group(group)
        assert lasting.group(group, 13.6) == cards.group(group, 13.6)


def test_what_is_to_come_is_made_once_and_no_line_is_taken_for_another() -> None:
    lasting = LastingCards(SITE, TODAY)
    coming = line("Coming", "2026-12-03")

    assert lasting.meeting(coming) is lasting.meeting(coming)
    titles = [str(number) for number in range(100)]
    assert [lasting.meeting(line(title, "2026-12-03")).title for title in titles] == titles
