"""The fields at the top of a file, between two lines of three hyphens, and the text below them."""

import re
from dataclasses import dataclass

from localgroups.reading.faults import Fault, FileFaults, quoted

_RULE = re.compile(r"---[ \t]*")
_NEARLY = re.compile(r"(-{2}|-{4,}|[-\u2010-\u2015\u2212]{1,3})[ \t]*")
_FIELD = re.compile(r"[A-Za-z_][A-Za-z_-]*[ \t]*:(\s|$)")
_CARRIED_ON = re.compile(r"[ \t]+\S|-[ \t]|[\]})]")


@dataclass(frozen=True, slots=True)
class Split:
    """A file in its two parts."""

    fields: str
    """Between the rules."""
    fields_line: int
    """Line of the file on which `fields` begins."""
    body: str
    body_line: int


def split(text: str, faults: FileFaults) -> Split | None:
    """The two parts of a file; None where a rule is missing, and then `faults` says where it belongs."""
    lines = text.split("\n")
    if not _RULE.fullmatch(lines[0]):
        _report_opening(lines, faults)
        return None
    for number in range(1, len(lines)):
        if lines[number].startswith("---") and _RULE.fullmatch(lines[number]):
            body = "\n".join(lines[number + 1 :])
            blank = len(body) - len(body.lstrip("\n"))
            return Split("\n".join(lines[1:number]) + "\n", 2, body.strip("\n"), number + 2 + blank)
    _report_closing(lines, faults)
    return None


def _report_opening(lines: list[str], faults: FileFaults) -> None:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _RULE.fullmatch(lines[first].strip()):
        message, help = (
            "The line --- has to be the very first line.",
            "Delete the empty lines above it.",
        )
    elif _NEARLY.fullmatch(lines[first].strip()):
        message, help = f"The first line is {quoted(lines[first])}.", "Write three hyphens: ---"
    elif _FIELD.match(lines[first]):
        message, help = (
            "The line --- above the fields is missing.",
            f"Put --- on a line of its own above {quoted(lines[first])}.",
        )
    else:
        message = "This file has no fields at its top."
        help = "Begin it with a line ---, then title: and the other fields, then another line ---."
    faults.add_at(Fault("missing-front-matter", message, help), first + 1, 1, len(lines[first]) + 1)


def _report_closing(lines: list[str], faults: FileFaults) -> None:
    last = 0
    for number, line in enumerate(lines[1:], 1):
        if _NEARLY.fullmatch(line):
            faults.add_at(
                Fault(
                    "unclosed-front-matter", f"The line below the fields is {quoted(line)}.", "Write three hyphens: ---"
                ),
                number + 1,
                1,
                len(line) + 1,
            )
            return
        if _FIELD.match(line) or (_CARRIED_ON.match(line) and last == number - 1):
            last = number
        elif line.strip() and not line.startswith("#"):
            break
    faults.add_at(
        Fault(
            "unclosed-front-matter",
            "The line --- below the fields is missing.",
            f"Put --- on a line of its own below line {last + 1}.",
        ),
        last + 1,
        1,
        len(lines[last]) + 1,
    )
