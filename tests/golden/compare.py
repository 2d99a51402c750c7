"""Golden files: whole outputs that a change must not touch by chance.

`python3 tasks.py golden` writes them anew; their difference is read as prose before it is committed.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, data: bytes) -> None:
    """`data` is what stands in the file `name` of tests/golden/, or becomes it where UPDATE_GOLDEN=1."""
    file = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert file.is_file(), f"{name} is missing; write it with: python3 tasks.py golden"
    assert data.decode().splitlines() == file.read_bytes().decode().splitlines()
    assert data == file.read_bytes()
