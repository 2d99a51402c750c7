"""`localgroups bench`: what a build of this nation costs on this machine.

Side by side with other programs, on nations of any size: `python3 tasks.py bench` in the repository.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from localgroups.cli.arguments import add_source, add_today
from localgroups.cli.words import complain, counted, say
from localgroups.host.measuring import CAN_MEASURE, Cost, cost_of

PUBLISHED = (0, 3)


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("bench", help="tell what a build costs on this machine")
    add_source(parser)
    add_today(parser)
    parser.add_argument("--rounds", type=rounds, default=3, metavar="N", help="how often to measure (default: 3)")
    parser.set_defaults(run=run)


def rounds(text: str) -> int:
    """A number of rounds, one at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rounds. Write 1 or more.")
    return int(text)


def run(chosen: argparse.Namespace) -> int:
    """Build into a temporary folder from nothing, then again with nothing changed; the site itself stays as it is."""
    if not CAN_MEASURE:
        complain("Windows keeps no account of what a program costs. Linux and macOS do, and so does WSL.")
        return 2
    costs: dict[str, list[Cost]] = {"from nothing": [], "nothing changed": []}
    source = chosen.source.resolve()
    for _ in range(chosen.rounds):
        with tempfile.TemporaryDirectory(prefix="localgroups-") as folder:
            for name, measured in costs.items():
                measured.append(_build(source, Path(folder), chosen.today))
                if measured[-1].status not in PUBLISHED:
                    complain(f"The build {name} ended with exit status {measured[-1].status}. See: localgroups build")
                    return 1
    say(f"{counted(chosen.rounds, 'round')}, the middle one of each:")
    for name, measured in costs.items():
        say(line_of(name, measured))
    return 0


def line_of(name: str, costs: Sequence[Cost]) -> str:
    """`from nothing      4.91 s, 5.20 s of the processors, 93 MB`"""
    wall, cpu = statistics.median(one.wall for one in costs), statistics.median(one.cpu for one in costs)
    memory = max(one.memory for one in costs) / 1e6
    return f"  {name:<16} {wall:6.2f} s, {cpu:.2f} s of the processors, {memory:.0f} MB"


def _build(source: Path, folder: Path, today: Any) -> Cost:
    command = [sys.executable, "-m", "localgroups", "build", "--source", str(source), "--output", str(folder / "site")]
    if today:
        command += ["--today", today.isoformat()]
    package = str(Path(__file__).resolve().parent.parent.parent)
    return cost_of(command, folder, {**os.environ, "PYTHONPATH": package})
