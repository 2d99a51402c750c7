"""Rollups joined: orders, regions, claims, neighbours."""

from datetime import date, datetime

import pytest

from localgroups.federation.nation import join
from localgroups.federation.neighbours import Spot, all_near
from localgroups.federation.rolling_up import roll_up
from localgroups.model.groups import Group
from localgroups.model.items import Campaign, Items, Meeting, News
from localgroups.model.moments import Moment, RoughDate
from localgroups.model.nation import NationFacts
from localgroups.model.organisation import Organisation
from localgroups.model.places import Place, Position
from localgroups.model.regions import Region
from localgroups.model.rollups import Rollup

TODAY = date(2026, 11, 22)
FACTS = NationFacts(
    Organisation("Nation"),
    (
        Region(
            "land", "Land", children=(Region("north", "North", parent="land"), Region("south", "South", parent="land"))
        ),
        Region("islands", "Islands"),
    ),
    {"warm-homes": "Warm homes"},
)


def group(slug: str, region: str = "north", former: tuple[str, ...] = (), at: Position | None = None) -> Group:
    return Group(
        slug=slug,
        name=slug.title(),
        region=region,
        language="en",
        timezone="Europe/London",
        former_slugs=former,
        place=Place(position=at) if at else None,
    )


def meeting(of: Group, stem: str, starts: str, zone: str = "Europe/London", **more: str) -> Meeting:
    first = Moment(datetime.fromisoformat(starts), zone)
    return Meeting(
        owner=of.owner,
        stem=stem,
        title=stem,
        path="",
        language="en",
        starts=first,
        ends=first,
        **more,
    )  # type: ignore[arg-type]


def handed_up(one: Group, items: Items | None = None) -> Rollup:
    return roll_up(one, items or Items(), TODAY)


def test_meetings_are_in_order_of_their_instants_not_their_clocks() -> None:
    east, west = group("east"), group("west")
    nation = join(
        FACTS,
        Items(),
        [
            handed_up(west, Items(meetings=(meeting(west, "evening", "2026-12-01 18:00", "America/New_York"),))),
            handed_up(east, Items(meetings=(meeting(east, "night", "2026-12-01 22:00", "Europe/London"),))),
        ],
        TODAY,
    )

    assert [one.stem for one in nation.meetings] == ["night", "evening"]


def test_the_next_meeting_is_the_first_that_will_take_place() -> None:
    here = group("here")
    rollup = handed_up(
        here,
        Items(
            meetings=(
                meeting(here, "over", "2026-11-21 19:00"),
                meeting(here, "called-off", "2026-11-23 19:00", status="cancelled"),
                meeting(here, "next", "2026-11-24 19:00"),
            )
        ),
    )

    assert rollup.card.next_meeting is not None
    assert rollup.card.next_meeting.stem == "next"


def test_a_meeting_is_coming_until_its_day_is_out() -> None:
    here = group("here")

    rollup = handed_up(here, Items(meetings=(meeting(here, "this-morning", "2026-11-22 09:00"),)))

    assert rollup.card.next_meeting is not None


def test_a_region_holds_the_regions_below_it() -> None:
    north, south = group("n", "north"), group("s", "south")
    items = Items(meetings=(meeting(south, "next", "2026-11-24 19:00"), meeting(south, "past", "2026-11-01 19:00")))
    nation = join(FACTS, Items(), [handed_up(north), handed_up(south, items)], TODAY)

    assert [one.slug for one in nation.inside("land").cards] == ["n", "s"]
    assert [one.slug for one in nation.inside("north").cards] == ["n"]
    assert [one.stem for one in nation.inside("land").coming] == ["next"]
    assert not nation.inside("north").coming
    assert not nation.inside("nowhere").cards


def test_news_is_newest_first_with_a_tie_broken_by_its_address() -> None:
    a, b = group("a"), group("b")

    def news(of: Group, stem: str, day: str) -> News:
        return News(owner=of.owner, stem=stem, title=stem, path="", language="en", date=date.fromisoformat(day))

    nation = join(
        FACTS,
        Items(),
        [
            handed_up(b, Items(news=(news(b, "x", "2026-01-01"),))),
            handed_up(a, Items(news=(news(a, "y", "2026-01-01"), news(a, "z", "2026-02-01")))),
        ],
        TODAY,
    )

    assert [one.stem for one in nation.news] == ["z", "y", "x"]


def test_a_groups_own_campaign_carries_its_items_to_the_national_one() -> None:
    here = group("here")
    own = Campaign(owner=here.owner, stem="our-homes", title="Ours", path="", language="en", part_of="warm-homes")
    items = Items(
        meetings=(
            meeting(here, "stall", "2026-12-01 10:00", campaign="our-homes"),
            meeting(here, "other", "2026-12-02 10:00"),
        ),
        campaigns=(own,),
    )

    nation = join(FACTS, Items(), [handed_up(here, items)], TODAY)

    assert [(one.stem, one.campaign) for one in nation.meetings] == [("stall", "warm-homes"), ("other", "")]
    assert [one.stem for one in nation.taking_part("warm-homes")] == ["our-homes"]


def test_neighbours_are_the_nearest_first_and_never_oneself() -> None:
    here, near, far, beyond, nowhere = (
        group("here", at=Position(53.8, -1.55)),
        group("near", at=Position(53.79, -1.75)),
        group("far", at=Position(53.23, -0.54)),
        group("beyond", at=Position(50.4, -4.1)),
        group("nowhere"),
    )
    spots = [Spot(one.slug, one.place.position if one.place else None) for one in (beyond, far, nowhere, near, here)]

    found = all_near(spots)

    assert [(slug, round(distance)) for slug, distance in found["here"]] == [("near", 13), ("far", 92)]
    assert found["nowhere"] == ()


@pytest.mark.parametrize(
    ("status", "ends", "shown"),
    [
        ("active", RoughDate(2026, 11, 21), "ended"),
        ("active", RoughDate(2026, 11, 22), "active"),
        ("active", RoughDate(2026, 11), "active"),
        ("planned", RoughDate(2026, 10), "ended"),
        ("active", RoughDate(2026), "active"),
        ("active", RoughDate(2025), "ended"),
        ("active", None, "active"),
        ("won", RoughDate(2025), "won"),
        ("paused", RoughDate(2025), "paused"),
    ],
)
def test_a_campaign_that_was_to_be_over_by_now_has_ended(status: str, ends: RoughDate | None, shown: str) -> None:
    here = group("here")
    own = Campaign(owner=here.owner, stem="homes", title="Homes", path="", language="en", status=status, ends=ends)

    assert [one.status for one in handed_up(here, Items(campaigns=(own,))).campaigns] == [shown]
    assert [one.status for one in join(FACTS, Items(campaigns=(own,)), [], TODAY).campaigns] == [shown]


def test_campaigns_that_ended_by_themselves_come_last() -> None:
    here = group("here")
    over, going = (
        Campaign(owner=here.owner, stem=stem, title=stem, path="", language="en", ends=ends)
        for stem, ends in (("a", RoughDate(2025)), ("b", None))
    )

    assert [one.stem for one in handed_up(here, Items(campaigns=(over, going))).campaigns] == ["b", "a"]
