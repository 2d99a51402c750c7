"""What is remembered of the last build, as far as it holds today."""

from datetime import date

from localgroups.engine.config import Config
from localgroups.engine.ledger import Ledger, read_ledger
from localgroups.engine.past import Past, past_of
from localgroups.engine.shards import Shards
from localgroups.engine.signatures import disk_time
from localgroups.engine.versions import version
from localgroups.model.identity import NATION
from localgroups.model.values import Struct, replace


class Memory(Struct, frozen=True):
    """A ledger, and the moment at which one began to look whether it still holds."""

    ledger: Ledger
    """Of the same program, theme and settings; an empty one where there is none."""
    version: str
    """Of these, today."""
    now: int
    """The disk's time, in nanoseconds, before anything was looked at."""
    past: Past = Past()
    """What Git knows of the files of all meetings."""


def remember(config: Config) -> Memory:
    """What the last build into this output knew, if all that it speaks of is there."""
    now = disk_time(config.workshop)
    today = version(config)
    ledger = Ledger() if config.only else read_ledger(config.parts)
    holds = ledger.version == today != "" and ledger.shards <= Shards(config.parts).names()
    past = past_of(config.source, config.workshop)
    return Memory(_as_git_knows(ledger, past) if holds else Ledger(), today, now, past)


def _as_git_knows(ledger: Ledger, past: Past) -> Ledger:
    """The same, but that owners of whose meetings Git knows something new have to be looked at again."""
    groups = (
        one if one.past == past.key((one.slug, *one.former_slugs)) else replace(one, turn=date.min)
        for one in ledger.groups
    )
    office = (
        ledger.office if ledger.office.past == past.key((NATION,)) else replace(ledger.office, looks="", contents="")
    )
    return replace(ledger, groups=tuple(groups), office=office)
