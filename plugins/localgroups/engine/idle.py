"""A build with nothing to do: seen without reading anything that people wrote, and without loading what reads it."""

from localgroups.engine.config import Config
from localgroups.engine.ledger import write_ledger
from localgroups.engine.memory import Memory
from localgroups.engine.office import unchanged
from localgroups.engine.plan import make_plan
from localgroups.engine.report import Report, report_of
from localgroups.engine.signatures import names_in
from localgroups.model.values import replace
from localgroups.press.press import Press, Published


def nothing_to_do(config: Config, memory: Memory) -> Report | None:
    """The report of the last build, if one now would only say it again; None where something may have to be done."""
    ledger = memory.ledger
    if not ledger.version or ledger.day != config.today or ledger.held or ledger.office.held:
        return None
    office = unchanged(config, memory)
    if office is None or names_in(config.source / "groups") != ledger.folders:
        return None
    standing = Press(config.output, config.workshop).standing
    if not standing.is_known or standing.touched:
        return None
    slugs = [one.slug for one in ledger.groups]
    plan = make_plan(config.source, slugs, ledger, standing, config.today, memory.now)
    if plan.stale:
        return None
    looked = replace(ledger, office=office, groups=tuple(plan.kept[slug] for slug in slugs))
    if looked != ledger:  # files that look otherwise, and hold what they held
        write_ledger(config.parts, looked)
    return report_of(ledger, Published((), ()))
