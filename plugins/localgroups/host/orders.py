"""What a command asks for, before anything is loaded that could do it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from localgroups.model.values import Struct, field


class Order(Struct, frozen=True):
    """What a command asks for beyond the settings."""

    source: Path
    is_public: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings that go before those of the file, by Pelican's names."""
