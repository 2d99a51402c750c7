"""Floor 7: the command `localgroups`. Arguments, words on the terminal and exit statuses only."""

import argparse
from collections.abc import Sequence

from localgroups.cli import building, checking, creating, explaining, serving

COMMANDS = (building, checking, serving, creating, explaining)
"""Each module has `add_to(commands)`, which declares its arguments and the function that runs it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: see the interface in docs/web-officer.md."""
    parser = argparse.ArgumentParser(
        prog="localgroups", description="Build, check and preview a nation of local groups."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add_to(commands)
    chosen = parser.parse_args(arguments)
    status: int = chosen.run(chosen)
    return status
