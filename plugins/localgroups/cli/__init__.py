"""Floor 7: the command `localgroups`. Arguments, words on the terminal and exit statuses only."""

import argparse
import os
import sys
from collections.abc import Sequence

from localgroups.cli import building, checking, counting, creating, describing, explaining, serving

COMMANDS = (building, checking, serving, creating, describing, counting, explaining)
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
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our words has had enough, `head` for one. Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
