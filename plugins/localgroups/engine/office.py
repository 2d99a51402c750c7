"""Whether the national office's folder is as the last build saw it.

Apart from the reading of it, which a build with nothing to do never loads.
"""

from localgroups.engine.config import Config
from localgroups.engine.ledger import OfficeLine
from localgroups.engine.memory import Memory
from localgroups.engine.signatures import looks_if_same
from localgroups.model.values import replace

CONTENT = "content"


def unchanged(config: Config, memory: Memory) -> OfficeLine | None:
    """What the ledger knows of the folder, where that is still so. What is held is looked at again each time: its good
    versions may have come from elsewhere."""
    ledger = memory.ledger
    if not ledger.version or ledger.day != config.today or ledger.office.held:
        return None
    office = ledger.office
    looking = looks_if_same(config.source / CONTENT, office.looks, office.contents, memory.now)
    return None if looking is None else replace(office, looks=looking)
