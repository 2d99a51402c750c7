"""A first look round, and a build with nothing to do: seen without reading anything that people wrote."""

from collections.abc import Callable
from functools import partial

from localgroups.engine.config import Config
from localgroups.engine.ledger import OfficeLine, write_ledger
from localgroups.engine.looking import looking
from localgroups.engine.memory import Memory
from localgroups.engine.office import unchanged
from localgroups.engine.plan import Plan, make_plan
from localgroups.engine.report import Report, report_of
from localgroups.engine.signatures import names_in
from localgroups.model.values import Struct, replace
from localgroups.press.press import Press, Published, finish, visited_trees
from localgroups.press.standing import Noted, Standing


class Glance(Struct, frozen=True):
    """What was seen of a nation whose office is as the last build of the same day left it, and which has the same
    groups."""

    office: OfficeLine
    press: Press
    plan: Plan
    """For all groups."""


def glance(config: Config, memory: Memory, meanwhile: Callable[[], None] = lambda: None) -> Glance | None:
    """Look at every folder; None where more has changed than some groups. `meanwhile` is done where another process
    looks."""
    ledger = memory.ledger
    office = unchanged(config, memory)
    if office is None or names_in(config.source / "groups") != ledger.folders:
        return None
    slugs = [one.slug for one in ledger.groups]
    finish(config.output, config.workshop)
    noted = Noted.read(config.output, config.workshop)
    ask = noted.younger if noted else list
    first = (ask, partial(visited_trees, config.workshop))
    with looking(config.source / "groups", slugs, memory.now, config.jobs, first) as others:
        if others:
            meanwhile()
        looks, said = others() if others else ({}, [])
        younger, occupied = said if len(said) == len(first) else (ask(), None)
        standing = Standing.of(noted, younger, config.workshop) if noted else None
        press = Press(config.output, config.workshop, standing, occupied)
        plan = make_plan(config.source, slugs, ledger, press.standing, config.today, memory.now, seen=looks)
    return Glance(office, press, plan)


def nothing_to_do(config: Config, memory: Memory, seen: Glance) -> Report | None:
    """The report of the last build, if one now would only say it again; None where something may have to be done."""
    ledger, standing = memory.ledger, seen.press.standing
    if ledger.held or seen.plan.stale or not standing.is_untouched:
        return None
    groups = tuple(seen.plan.kept[one.slug] for one in ledger.groups)
    looked = replace(ledger, office=seen.office, groups=groups)
    if looked != ledger:  # files that look otherwise, and hold what they held
        write_ledger(config.parts, looked)
    return report_of(ledger, Published((), ()))
