"""Former names: a group may claim its own and nobody else's."""

from localgroups.federation.claims import claim_faults, refused_claims, without_claims
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
