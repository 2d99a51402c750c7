"""One build from a source folder, as `pelican` itself would run it.

Apart from the plugin, because the settings are found here: the source's pelicanconf.py (publishconf.py for
publishing), or what organisation.yaml says where it brings none.
"""

import logging
from typing import cast

from pelican.log import console
from pelican.settings import read_settings

from localgroups.engine.report import Report
from localgroups.host.defaults import national_settings
from localgroups.host.orders import Order
from localgroups.host.plugin import LocalGroupsPelican, Settings, config_of
from localgroups.host.shortcut import leave_note, loaded_from

CONF, PUBLISH_CONF = "pelicanconf.py", "publishconf.py"


def build(order: Order) -> Report:
    """Build and publish, through Pelican. Raises UnreadableNation, and whatever a faulty pelicanconf.py raises."""
    return build_with(order, settings_of(order))


def settings_of(order: Order) -> Settings:
    """Pelican's settings. Raises as `build` does."""
    source = order.source.resolve()
    conf = source / (PUBLISH_CONF if order.is_public and (source / PUBLISH_CONF).is_file() else CONF)
    if conf.is_file():
        settings = cast("Settings", read_settings(str(conf), override=dict(order.settings)))
    else:
        settings = cast("Settings", read_settings(override={**national_settings(source), **order.settings}))
    # Pelican finds these from where it was started, and all else from the file that names them.
    overrides = settings["THEME_TEMPLATES_OVERRIDES"]
    settings["THEME_TEMPLATES_OVERRIDES"] = [str(source / one) for one in overrides]
    return settings


def build_with(order: Order, settings: Settings) -> Report:
    """Build and publish, through Pelican, with settings that were read."""
    source = order.source.resolve()
    # Pelican says "Done" in its own words; the command that called us says more.
    console.quiet = True
    logging.getLogger("pelican").setLevel(logging.WARNING)
    pelican = LocalGroupsPelican(settings)
    pelican.run()
    assert pelican.report is not None
    files = [str(source / one) for one in (CONF, PUBLISH_CONF)]
    leave_note(order, settings, config_of(settings), [*files, *loaded_from(source)])
    return pelican.report
