"""Floor 7: the command `localgroups`. Arguments, words on the terminal and exit statuses only."""

import argparse
import os
import sys
from collections.abc import Sequence

from localgroups.cli import building, checking, counting, creating, describing, explaining, serving
from localgroups.cli.words import complain
from localgroups.engine.build import NoSuchGroup
from localgroups.engine.config import OutputAmongSources
from localgroups.host.clock import NotADay
from localgroups.outputs.theme import TemplateFault

COMMANDS = (building, checking, serving, creating, describing, counting, explaining)
"""Each module has `add_to(commands)`, which declares its arguments and the function that runs it."""


FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: see the interface in docs/web-officer.md."""
    parser = argparse.ArgumentParser(
        prog="localgroups", description="Build, check and preview a nation of local groups."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add_to(commands)
    chosen = parser.parse_args(arguments)
    source = getattr(chosen, "source", None)
    if source is not None and not (source / "content").is_dir():
        complain(f"There is no content/ in {source.resolve()}. Name the folder that holds it: --source DIR")
        return WRONG_USE
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except (NoSuchGroup, NotADay, OutputAmongSources) as wrong:
        complain(str(wrong))
        return WRONG_USE
    except TemplateFault as fault:
        complain(f"Nothing was published: the theme has a fault. {fault}")
        return FAILED
    except (KeyboardInterrupt, EOFError):
        complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our words has had enough, `head` for one. Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
