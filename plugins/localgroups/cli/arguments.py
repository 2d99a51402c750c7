"""Arguments that several commands share."""

import argparse
from datetime import date
from pathlib import Path

Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def day(text: str) -> date:
    """YYYY-MM-DD"""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date. Write it like 2026-12-03.") from None


def processes(text: str) -> int:
    """A number of processes, one at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes. Write 1 or more.")
    return int(text)


def add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--source",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder that holds content/ and groups/ (default: this one)",
    )


def add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--today", type=day, metavar="YYYY-MM-DD", help="take this day for today (default: the day that it is)"
    )
