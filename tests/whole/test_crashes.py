"""A fault of the program that one group brings out costs no other group anything."""

from datetime import date

import pytest

from localgroups.engine import group_work
from localgroups.federation.rolling_up import roll_up
from localgroups.model.groups import Group
from localgroups.model.items import Items
from localgroups.model.rollups import Rollup
from whole.nations import Nation


def fill(nation: Nation, words: str) -> None:
    for slug in ("alder", "birch"):
        nation.group(slug)
        nation.news(slug, "2026-11-01-news", f"title: {words} of {slug}")


def break_the_program(patch: pytest.MonkeyPatch) -> None:
    """As though rolling up had a fault that shows with one group alone."""

    def faulty(group: Group, items: Items, today: date) -> Rollup:
        if group.slug == "birch":
            raise ZeroDivisionError
        return roll_up(group, items, today)

    patch.setattr(group_work, "roll_up", faulty)


def test_its_pages_stay_as_they_were_and_all_others_are_published(nation: Nation) -> None:
    fill(nation, "Old words")
    nation.build("--jobs", "1")
    fill(nation, "New words")
    with pytest.MonkeyPatch.context() as patch:
        break_the_program(patch)

        assert nation.build("--jobs", "1") == 3

    assert "New words of alder" in nation.page("/groups/alder/")
    assert "Old words of birch" in nation.page("/groups/birch/")
    assert "Old words of birch" in nation.page("/news/")
    assert "Tell the maintainers of the program, with the files as they are: ZeroDivisionError" in nation.printed
    assert "Held: groups/birch, since 22 November 2026, last good version shown" in nation.printed

    assert nation.build("--jobs", "1") == 0
    assert "New words of birch" in nation.page("/groups/birch/")


def test_a_group_that_no_build_knew_is_left_out_and_named(nation: Nation) -> None:
    fill(nation, "Words")
    with pytest.MonkeyPatch.context() as patch:
        break_the_program(patch)

        assert nation.build("--jobs", "1") == 3
        assert "Held: groups/birch, since 22 November 2026, left out" in nation.printed
        assert nation.build("--jobs", "1") == 3

    assert not (nation.output / "groups/birch").exists()
    assert nation.build("--jobs", "1") == 0
    assert "Words of birch" in nation.page("/groups/birch/")
