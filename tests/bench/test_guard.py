"""A build that has little to do does little: told by the processors' time of our own builds against each other.

No absolute seconds: a fast machine and a slow one give the same shares. The least of several runs is compared, because
what else a machine does can only add.
"""

import pytest

from bench import contenders
from bench.corpus import GUARD, Corpus
from bench.rounds import Run, Site, site_of
from bench.scenarios import Scenario
from localgroups.host.measuring import CAN_MEASURE

ROUNDS = 2
IS_INCREMENTAL = True
"""Set it to True with the build that makes again only what changed; the shares below then hold."""
MOST = {Scenario.NOTHING: 0.5, Scenario.BODY: 0.7}
"""Of the processors' time of a build from nothing. A build that starts, reads and compares needs a third of it or less
at 300 items, most of that for starting; one that makes everything again needs nine tenths."""
FILES = 3
"""Written for one line of an old news item."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CAN_MEASURE, reason="this system keeps no account of what a program costs"),
]
incremental = pytest.mark.skipif(not IS_INCREMENTAL, reason="every build makes everything, for now")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    folder = tmp_path_factory.mktemp("bench")
    site: Site = site_of(contenders.ours(), Corpus(GUARD), folder / "corpora", folder)
    wanted = (Scenario.COLD, Scenario.NOTHING, Scenario.BODY)
    return [site.build(scenario, number) for number in range(1, ROUNDS + 1) for scenario in wanted]


def share(runs: list[Run], scenario: Scenario) -> float:
    """The time of one scenario in that of a build from nothing."""
    least = {each: min(one.cost.user for one in runs if one.scenario is each) for each in (scenario, Scenario.COLD)}
    return least[scenario] / least[Scenario.COLD]


def test_a_build_after_which_nothing_changed_writes_nothing(runs: list[Run]) -> None:
    assert {one.written for one in runs if one.scenario is Scenario.NOTHING} == {0}


@incremental
@pytest.mark.parametrize("scenario", MOST)
def test_a_build_with_little_to_do_costs_a_part_of_a_whole_one(runs: list[Run], scenario: Scenario) -> None:
    assert share(runs, scenario) < MOST[scenario]


@incremental
def test_one_line_of_an_old_news_item_costs_three_files_at_most(runs: list[Run]) -> None:
    assert max(one.written for one in runs if one.scenario is Scenario.BODY) <= FILES
