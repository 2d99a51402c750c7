"""The changes after which a site is built, and how each is made in a file."""

import re
from enum import StrEnum
from pathlib import Path


class Scenario(StrEnum):
    """What happened since the build before. In the order in which they are measured."""

    COLD = "cold"
    NOTHING = "nothing changed"
    BODY = "one line of an old news item"
    TITLE = "the title of an old news item"
    THEME = "a template of every page"


def edit(scenario: Scenario, item: Path, template: Path, number: int) -> None:
    """Make the change that a scenario is about; every `number` gives another text."""
    if scenario is Scenario.BODY:
        _replace(item, r"(?:\n\nEdition \d+\.)?\n*\Z", f"\n\nEdition {number}.\n")
    elif scenario is Scenario.TITLE:
        _replace(item, r'^(title: .*?)(?: \(\d+\))?("?)$', rf"\1 ({number})\2")
    elif scenario is Scenario.THEME:
        _replace(template, r"(?:<p>Edition \d+</p>)?</body>", f"<p>Edition {number}</p></body>")


def _replace(file: Path, pattern: str, text: str) -> None:
    before = file.read_bytes().decode()
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE if pattern.startswith("^") else 0)
    if after == before:
        raise ValueError(f"{file} was left as it is by {pattern}")
    file.write_bytes(after.encode())
