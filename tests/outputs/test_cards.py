"""Cards say what a visitor needs, and no more."""

from datetime import date

from localgroups.model.nation import NationFacts
from localgroups.model.organisation import Organisation
from localgroups.model.places import Place
from localgroups.model.regions import Region
from localgroups.model.rollups import Card
from localgroups.outputs.cards import Cards
from localgroups.outputs.site import Site

FACTS = NationFacts(Organisation("Nation"), (Region("north", "The North"),))
CARDS = Cards(Site(FACTS, "Nation", "https://nation.example.org", "UTC", "en", "/style.css"), date(2026, 11, 22))


def card(kind: str, town: str) -> Card:
    return Card(
        slug="riverside",
        name="Riverside",
        region="north",
        kind=kind,
        status="active",
        summary="",
        language="en",
        place=Place(town=town),
        covers=(),
        since=None,
        until=None,
        next_meeting=None,
    )


def test_a_local_group_in_a_town_of_its_name_needs_no_note() -> None:
    assert CARDS.group(card("local", "Riverside")).note == ""


def test_a_note_says_kind_town_and_distance_where_they_add_something() -> None:
    assert CARDS.group(card("section", "Mill Town"), 13.6).note == "Section · Mill Town · about 14 km away"
    assert CARDS.group(card("local", "Riverside"), 13.6).note == "about 14 km away"
