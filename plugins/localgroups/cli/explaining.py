"""`localgroups explain CODE`: a page on one kind of slip."""

import argparse
import sys
from typing import Any

from localgroups.cli.words import say
from localgroups.reading.codes import CODES
from localgroups.reading.words import nearest


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("explain", help="explain a code that check names")
    parser.add_argument("code", nargs="?", help="for example missing-field (default: list them all)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0 with the explanation, 2 where there is no such code."""
    if chosen.code is None:
        for code in CODES:
            say(f"{code.name:<28}{code.title}")
        return 0
    found = next((one for one in CODES if one.name == chosen.code), None)
    if found is None:
        near = nearest(chosen.code, [one.name for one in CODES])
        hint = f" Did you mean {near}?" if near else ""
        print(f"There is no code {chosen.code!r}.{hint}", file=sys.stderr)
        return 2
    say(f"{found.name}: {found.title}\n\n{found.explanation}")
    return 0
