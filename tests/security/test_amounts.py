"""What multiplies: lists of meetings, and former names that each ask for an address."""

import pytest

from localgroups.model.limits import FORMER_NAMES, GROUP_ITEMS
from whole.nations import Nation


def test_a_group_has_no_more_meetings_than_the_limit_in_lists_either(nation: Nation) -> None:
    nation.group("riverside")
    for part in range(3):
        entries = (f"- {{title: M {part} {n}, starts: 2026-12-01 19:00}}\n" for n in range(GROUP_ITEMS.most // 3 + 2))
        nation.write(f"groups/riverside/meetings/part-{part}.yaml", "".join(entries))

    nation.check("--format", "json")

    assert nation.printed.count('"too-many-items"') == 3 * (GROUP_ITEMS.most // 3 + 2) - GROUP_ITEMS.most


@pytest.mark.parametrize("separator", [", ", "\n- "])
def test_former_names_are_few(nation: Nation, separator: str) -> None:
    names = [f"name-{number}" for number in range(FORMER_NAMES.most + 1)]
    listed = separator.join(names) if separator == ", " else "".join(f"{separator}{one}" for one in names)
    nation.group("riverside", f"former_slugs: {listed}\n")
    nation.group("hilltop")
    nation.news("hilltop", "2026-11-01-news", f"title: News\nformerly: {listed}")

    assert nation.build() == 3

    assert [one for one in nation.tree() if "name-" in one] == []
    assert nation.printed.count("list-too-long") >= 2
