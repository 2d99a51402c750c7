"""A fresh nation for each test."""

from pathlib import Path

import pytest

from whole.nations import Nation


@pytest.fixture
def nation(tmp_path: Path) -> Nation:
    return Nation(tmp_path / "nation")
