"""`localgroups check`: every fault of every file at once, before anything is published."""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from localgroups.cli.arguments import add_source, add_today
from localgroups.cli.rendering import as_annotations, as_json, as_markdown, as_text
from localgroups.cli.repeating import as_dates
from localgroups.cli.words import counted, say, tally
from localgroups.engine.check import Outcome, check
from localgroups.host.clock import today_of
from localgroups.model.diagnostics import Severity

HOST_SHOWS = 10
"""So many annotations of each kind GitHub shows of one step."""
SUMMARY_BYTES = 1_000_000
"""GitHub refuses the whole summary of a step where it has more than 1 MiB."""


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "check", help="name every slip in the files, with the line and the cure"
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders to speak of (default: all)"
    )
    add_source(parser)
    add_today(parser)
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="also say what was understood: the next dates of what repeats"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0 where there is no fault, 1 where there is one, 2 where a path is not of this nation."""
    source = chosen.source
    paths = []
    for path in chosen.paths:
        inside = _inside(path, source)
        if inside is None:
            print(f"{path} is not a file or folder of {source.resolve()}.", file=sys.stderr)
            return 2
        paths.append(inside)
    today = chosen.today or today_of(source)
    outcome = check(source, tuple(paths), today)
    if chosen.verbose and chosen.format != "json":
        for one in outcome.repeating:
            say(as_dates(one, today))
    _print(outcome, source, chosen.format)
    return 1 if any(one.severity is Severity.ERROR for one in outcome.diagnostics) else 0


def _inside(path: Path, source: Path) -> str | None:
    """A path as diagnostics name it: below the source folder, whether it was given from there or from here."""
    root = source.resolve()
    for candidate in (Path.cwd() / path, root / path):
        # Not resolved: a symbolic link in the folder is named as itself.
        whole = Path(os.path.abspath(candidate))  # noqa: PTH100
        if os.path.lexists(whole) and whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    return None


def _print(outcome: Outcome, source: Path, form: str) -> None:
    found = outcome.diagnostics
    if form == "json":
        say(as_json(found, groups=outcome.groups, items=outcome.items))
        return
    if form == "github":
        if found:
            say(as_annotations(found))
            most = max(Counter(one.severity for one in found).values())
            if most > HOST_SHOWS:
                say(f"The page of the run shows {HOST_SHOWS} faults and {HOST_SHOWS} warnings; its summary shows all.")
        _summarise(outcome)
    elif found:
        say(as_text(found, source, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")))
    say(f"Checked {counted(outcome.groups, 'group')} with {counted(outcome.items, 'item')}: {_verdict(outcome)}")


def _verdict(outcome: Outcome) -> str:
    return f"{tally(outcome.diagnostics)}." if outcome.diagnostics else "all is well."


def _summarise(outcome: Outcome) -> None:
    """The whole list on the page of the run, where the host names a file for it."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and outcome.diagnostics:
        worst_first = sorted(outcome.diagnostics, key=lambda one: (one.severity is not Severity.ERROR, *one.order))
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(_cut(f"### {tally(outcome.diagnostics)}\n\n{as_markdown(worst_first)}"))


def _cut(page: str) -> str:
    """As many whole lines as the host takes, and a word about the rest."""
    lines = page.splitlines(keepends=True)
    size = 0
    for number, line in enumerate(lines):
        size += len(line.encode())
        if size > SUMMARY_BYTES:
            return "".join(lines[:number]) + f"\nThe other {len(lines) - number:,} are in the log of this step.\n"
    return page
