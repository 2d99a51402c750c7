"""Floor 7: the command `localgroups`. Arguments, words on the terminal and exit statuses only.

A command is loaded when it is asked for: what one of them needs, the others do not wait for.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

from localgroups.cli.words import complain

COMMANDS = {
    "build": "building",
    "check": "checking",
    "serve": "serving",
    "new": "creating",
    "schema": "describing",
    "stats": "counting",
    "owners": "counting",
    "explain": "explaining",
    "bench": "benching",
}
"""Each command's module. It has `add_to(commands)`, which declares its arguments and the function that runs it."""

COLLECTED_AFTER = 500_000
"""So many new objects before Python looks for circles of them that nobody holds. A build makes hundreds of thousands
that stay and hardly a circle; at Python's usual 700 it would look all the time."""


FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: see the interface in docs/web-officer.md."""
    gc.set_threshold(COLLECTED_AFTER)
    parser = argparse.ArgumentParser(
        prog="localgroups", description="Build, check and preview a nation of local groups."
    )
    # Without `prog`, argparse works it out from a help text, and asks how wide the terminal is.
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)
    given = sys.argv[1:] if arguments is None else arguments
    for module in _modules_for(given):
        import_module(f"localgroups.cli.{module}").add_to(commands)
    chosen = parser.parse_args(given)
    source = getattr(chosen, "source", None)
    if source is not None and not (source / "content").is_dir():
        complain(f"There is no content/ in {source.resolve()}. Name the folder that holds it: --source DIR")
        return WRONG_USE
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except (KeyboardInterrupt, EOFError):
        complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our words has had enough, `head` for one. Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        answer = _answer_to(fault)
        if answer is None:
            raise
        return answer
    return status


def _modules_for(arguments: Sequence[str]) -> Iterable[str]:
    """The module of the command that is asked for; all of them where none is, or one that is not known."""
    asked = next((one for one in arguments if not one.startswith("-")), "")
    return [COMMANDS[asked]] if asked in COMMANDS else dict.fromkeys(COMMANDS.values())


def _answer_to(fault: Exception) -> int | None:
    """Say what came in the way, and give the exit status; None for a fault of the program."""
    from localgroups.engine.build import NoSuchGroup
    from localgroups.engine.config import OutputAmongSources
    from localgroups.engine.executors import LostCluster, LostProcess, NoSuchExecutor
    from localgroups.host.clock import NotADay
    from localgroups.outputs.theme import TemplateFault

    if isinstance(fault, (NoSuchExecutor, NoSuchGroup, NotADay, OutputAmongSources)):
        complain(str(fault))
        return WRONG_USE
    if isinstance(fault, LostProcess):
        complain(
            "Nothing was published: the system ended one of the processes that build groups, perhaps for want of "
            "memory. The old site stands. Build again with fewer of them: --jobs 1"
        )
        return FAILED
    if isinstance(fault, LostCluster):
        complain(
            f"Nothing was published: the workers of the cluster at {fault} went away. The old site stands. Build again."
        )
        return FAILED
    if isinstance(fault, TemplateFault):
        complain(f"Nothing was published: the theme has a fault. {fault}")
        return FAILED
    return None
