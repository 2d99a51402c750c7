"""Whether the national office's folder is as the last build saw it.

Apart from the reading of it, which a build with nothing to do never loads.
"""

from dataclasses import replace

from localgroups.engine.config import Config
from localgroups.engine.ledger import OfficeLine
from localgroups.engine.memory import Memory
from localgroups.engine.signatures import contents, look, looks

CONTENT = "content"


def unchanged(config: Config, memory: Memory) -> OfficeLine | None:
    """What the ledger knows of the folder, where that is still so. What is held is looked at again each time: its good
    versions may have come from elsewhere."""
    ledger = memory.ledger
    if not ledger.version or ledger.day != config.today or ledger.office.held:
        return None
    folder = config.source / CONTENT
    seen = look(folder)
    looking = looks(seen, memory.now)
    if looking and looking == ledger.office.looks:
        return ledger.office
    return replace(ledger.office, looks=looking) if contents(folder, seen) == ledger.office.contents else None
