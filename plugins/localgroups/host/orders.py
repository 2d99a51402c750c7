"""What a command asks for, before anything is loaded that could do it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Order:
    """What a command asks for beyond the settings."""

    source: Path
    is_public: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings that go before those of the file, by Pelican's names."""
