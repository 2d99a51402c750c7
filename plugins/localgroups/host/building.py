"""One build from a source folder, as `pelican` itself would run it.

Apart from the plugin, because the settings are found here: the source's pelicanconf.py (publishconf.py for
publishing), or what organisation.yaml says where it brings none.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican.log import console
from pelican.settings import read_settings

from localgroups.engine.report import Report
from localgroups.host.defaults import national_settings
from localgroups.host.plugin import LocalGroupsPelican

CONF, PUBLISH_CONF = "pelicanconf.py", "publishconf.py"


@dataclass(frozen=True, slots=True)
class Order:
    """What a command asks for beyond the settings."""

    source: Path
    is_public: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings that go before those of the file, by Pelican's names."""


def build(order: Order) -> Report:
    """Build and publish. Raises UnreadableNation, and whatever a faulty pelicanconf.py raises."""
    source = order.source.resolve()
    conf = source / (PUBLISH_CONF if order.is_public and (source / PUBLISH_CONF).is_file() else CONF)
    # Pelican says "Done" in its own words; the command that called us says more.
    console.quiet = True
    logging.getLogger("pelican").setLevel(logging.WARNING)
    if conf.is_file():
        settings = read_settings(str(conf), override=dict(order.settings))
    else:
        settings = read_settings(override={**national_settings(source), **order.settings})
    pelican = LocalGroupsPelican(settings)
    pelican.run()
    assert pelican.report is not None
    return pelican.report
