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
from localgroups.host.plugin import LocalGroupsPelican
from localgroups.host.settings import CONF, PUBLISH_CONF, Settings, conf_of, config_of, with_overrides
from localgroups.host.shortcut import leave_note, loaded_from


def build(order: Order) -> Report:
    """Build and publish, through Pelican. Raises UnreadableNation, and whatever a faulty pelicanconf.py raises."""
    return build_with(order, settings_of(order))


def settings_of(order: Order) -> Settings:
    """Pelican's settings. Raises as `build` does."""
    source, conf = order.source.resolve(), conf_of(order)
    if conf:
        settings = read_settings(str(conf), override=dict(order.settings))
    else:
        settings = read_settings(override={**national_settings(source), **order.settings})
    return with_overrides(cast("Settings", settings), source)


def pelican_with(settings: Settings) -> LocalGroupsPelican:
    """Pelican with some settings, before it has done anything. It leaves the talking to the command that called us."""
    console.quiet = True
    logging.getLogger("pelican").setLevel(logging.WARNING)
    return LocalGroupsPelican(settings)


def build_with(order: Order, settings: Settings) -> Report:
    """Build and publish, through Pelican, with settings that were read."""
    pelican = pelican_with(settings)
    pelican.run()
    assert pelican.report is not None
    note_settings(order, settings)
    return pelican.report


def note_settings(order: Order, settings: Settings) -> None:
    """After a build that went well: the next one with the same settings needs no Pelican to know them."""
    source = order.source.resolve()
    files = [str(source / one) for one in (CONF, PUBLISH_CONF)]
    leave_note(order, settings, config_of(settings), [*files, *loaded_from(source)])
