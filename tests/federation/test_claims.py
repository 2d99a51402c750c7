"""Former names: a group may claim its own and nobody else's."""

from localgroups.federation.claims import (
    borrowed_names,
    claim_faults,
    refused_claims,
    takeover_faults,
    with_own_name,
    without_claims,
)
from localgroups.model.groups import Group, GroupReading
from localgroups.model.items import Campaign, Items


def group(slug: str, *former: str) -> Group:
    return Group(slug=slug, name=slug, region="north", language="en", timezone="UTC", former_slugs=former)


def test_a_group_cannot_claim_the_name_of_a_living_group() -> None:
    groups = [group("thief", "victim", "mine"), group("victim")]

    assert refused_claims(groups, frozenset({"thief", "victim"})) == {"victim"}
    assert [one.span.path for one in claim_faults(groups, frozenset({"thief", "victim"}))] == [
        "groups/thief/group.yaml"
    ]


def test_a_name_that_two_groups_claim_is_nobodys_and_both_are_told() -> None:
    groups = [group("one", "old"), group("two", "old")]

    faults = claim_faults(groups, frozenset({"one", "two"}))

    assert [one.span.path for one in faults] == ["groups/one/group.yaml", "groups/two/group.yaml"]


def test_a_name_that_only_one_claims_stands() -> None:
    assert claim_faults([group("new", "old", "older")], frozenset({"new"})) == []


def test_a_refused_claim_gives_no_part_of_the_others_identity() -> None:
    thief = group("thief", "victim")
    campaign = Campaign(owner=thief.owner, stem="homes", title="Homes", path="", language="en")
    reading = GroupReading("thief", thief, Items(campaigns=(campaign,)))

    honest = without_claims(reading, frozenset({"victim"}))

    assert campaign.identity == "groups/victim/campaigns/homes"
    assert honest.items.campaigns[0].identity == "groups/thief/campaigns/homes"


def named(slug: str, name: str) -> Group:
    return Group(slug=slug, name=name, region="north", language="en", timezone="UTC")


def test_of_two_names_that_look_alike_the_one_with_odd_letters_is_told() -> None:
    cyrillic = "\u041d\u043e\u0440\u0435"
    for honest, odd in (("Hope", cyrillic), ("Hull", "HuII"), ("Leeds", "L\u0435eds"), ("Poole", "P0ole")):
        groups = [named("a-copy", odd), named("original", honest)]
        (fault,) = claim_faults(groups, frozenset({"a-copy", "original"}))
        assert (fault.code, fault.span.path) == ("look-alike-name", "groups/a-copy/group.yaml")
        assert "groups/original" in fault.message


def test_names_that_are_typed_alike_or_only_nearly_are_well() -> None:
    names = ["Newport", "Newport", "NEWPORT", "Mall", "Mail", "Hi-Fi", "Ilford", "Дружба", "Αθήνα"]
    groups = [named(f"group-{number}", name) for number, name in enumerate(names)]
    assert claim_faults(groups, frozenset()) == []


def test_a_borrowed_name_gives_way_to_that_of_the_folder() -> None:
    odd = named("a-copy", "HuII")
    campaign = Campaign(owner=odd.owner, stem="homes", title="Homes", path="", language="en")
    reading = GroupReading("a-copy", odd, Items(campaigns=(campaign,)))
    borrowed = borrowed_names([odd, named("original", "Hull")])

    honest = with_own_name(reading, borrowed)

    assert honest.group and honest.group.name == "a-copy"
    assert honest.items.campaigns[0].owner.name == "a-copy"
    original = GroupReading("original", named("original", "Hull"), Items())
    assert with_own_name(original, borrowed) is original


def test_a_group_that_stood_beside_the_one_whose_name_it_takes_is_told() -> None:
    known = frozenset({"old", "beside"})
    (fault,) = takeover_faults(["old"], [group("beside", "old")], known)
    assert (fault.code, fault.span.path) == ("former-slug-taken-over", "groups/beside/group.yaml")
    assert takeover_faults(["old"], [group("renamed", "old")], known) == []
