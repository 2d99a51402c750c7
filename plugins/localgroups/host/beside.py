"""A build that begins before Pelican is loaded.

To load Pelican takes as long as to make a hundred pages. Where it can be foreseen what its settings will come to,
groups are built meanwhile, and Pelican makes the national office's pages beside them.
"""

from typing import TYPE_CHECKING

from localgroups.engine.config import Config
from localgroups.engine.foundation import Foundation
from localgroups.engine.parts import Staged
from localgroups.engine.report import Report
from localgroups.host.orders import Order
from localgroups.host.running import run
from localgroups.host.settings import Settings, config_of, foreseen
from localgroups.model.values import Struct

if TYPE_CHECKING:
    from localgroups.host.plugin import LocalGroupsPelican


class OtherSettings(Exception):
    """Pelican's settings are not what was foreseen: nothing that was built with those may be published."""


class _Late(Struct):
    """Pelican, which is loaded when its pages are wanted."""

    order: Order
    foreseen: Config
    settings: Settings | None = None
    pelican: "LocalGroupsPelican | None" = None

    def stage(self, foundation: Foundation) -> Staged:
        """The national office's pages. Raises OtherSettings, and whatever a faulty pelicanconf.py raises."""
        if self.pelican is None:
            from localgroups.host.building import pelican_with, settings_of

            self.settings = settings_of(self.order)
            self.pelican = pelican_with(self.settings)
            if config_of(self.settings) != self.foreseen:
                raise OtherSettings
        return self.pelican.stage(foundation)


def build_beside_pelican(order: Order) -> Report | None:
    """Build and publish; None where Pelican has to be asked first. Raises UnreadableNation, and whatever a faulty
    pelicanconf.py raises."""
    config = foreseen(order)
    if config is None:
        return None
    late = _Late(order, config)
    try:
        report = run(config, late.stage, is_fresh=bool(order.settings.get("LOCALGROUPS_FRESH")))
    except OtherSettings:
        return None
    from localgroups.host.building import note_settings

    assert late.settings is not None  # no whole site is published without Pelican's pages
    note_settings(order, late.settings)
    return report
