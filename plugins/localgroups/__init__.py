"""A federated local-group site, built by Pelican.

Pelican finds this package through PLUGINS and calls `register`; PELICAN_CLASS names `localgroups.Pelican`, which
publishes all at once. Both import the rest only when they are asked for, so that `localgroups check` needs no Pelican.
"""

from typing import Any


def register() -> None:
    """Pelican's hook for plugins."""
    from localgroups.host.plugin import register as connect

    connect()


def __getattr__(name: str) -> Any:
    """`localgroups.Pelican`, for the PELICAN_CLASS setting."""
    if name == "Pelican":
        from localgroups.host.plugin import CommandPelican

        return CommandPelican
    raise AttributeError(name)
