"""A nation whose groups are all gone at once is not published by a slip."""

from pathlib import Path

import pytest

from localgroups.engine.vanishing import known_groups, refuse_an_emptied_nation
from localgroups.reading.unreadable import UnreadableNation


def remember(good: Path, *slugs: str) -> None:
    (good / "groups").mkdir(parents=True)
    for slug in slugs:
        (good / "groups" / f"{slug}.json").write_text("{}")


def test_the_last_build_is_remembered(tmp_path: Path) -> None:
    assert known_groups(tmp_path) == frozenset()
    remember(tmp_path, "hillside", "riverside")
    assert known_groups(tmp_path) == {"hillside", "riverside"}


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_of_groups_that_is_empty_or_gone_stops_the_build(is_there: bool, tmp_path: Path) -> None:
    if is_there:
        (tmp_path / "groups").mkdir()
    with pytest.raises(UnreadableNation) as stopped:
        refuse_an_emptied_nation(tmp_path, [], {"hillside", "riverside"})
    (fault,) = stopped.value.diagnostics
    assert fault.code == "all-groups-gone"
    assert "2 groups" in fault.message
    assert "x-no-groups" in fault.help


def test_whoever_means_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "groups").mkdir()
    (tmp_path / "groups/x-no-groups").write_text("")
    refuse_an_emptied_nation(tmp_path, [], {"riverside"})


def test_a_new_nation_and_one_with_groups_left_are_built(tmp_path: Path) -> None:
    refuse_an_emptied_nation(tmp_path, [], set())
    refuse_an_emptied_nation(tmp_path, ["hillside"], {"hillside", "riverside"})
