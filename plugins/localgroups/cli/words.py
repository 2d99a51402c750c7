"""Words that several commands say."""

import sys

from localgroups.model.diagnostics import Diagnostic, Severity


def counted(number: int, one: str, many: str = "") -> str:
    """`1 item`, `2,025 items`"""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def say(text: str) -> None:
    """One line for people, at once: a build that is watched shows where it is."""
    print(text, flush=True)


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def tally(diagnostics: tuple[Diagnostic, ...]) -> str:
    """`3 faults and 1 warning`"""
    faults = sum(one.severity is Severity.ERROR for one in diagnostics)
    warnings = len(diagnostics) - faults
    parts = [counted(faults, "fault")] if faults or not warnings else []
    if warnings:
        parts.append(counted(warnings, "warning"))
    return " and ".join(parts)
