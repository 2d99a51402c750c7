"""The fields at the top of a file, between two lines of three hyphens, and the text below them."""

import re

from localgroups.model.late_patterns import late
from localgroups.model.values import Struct
from localgroups.reading.faults import Fault, FileFaults, quoted

_RULE = re.compile(r"---[ \t]*")
_NEARLY = late(r"[ \t]*\\?(?:-{2,}|[-\u2010-\u2015\u2212]{1,3}|[+*_=~.]{3,}|-(?:[ \t]+-)+|\\-\\-\\-)[ \t]*")
_FENCE = late(r"(`{3,}|~{3,})[ \t]*\w*[ \t]*")
_FIELD = late(r"[A-Za-z_][A-Za-z_-]*[ \t]*:(\s|$)")
_JOINED = late(r"-{3,}[ \t]*([^-\s].*)")
_CARRIED_ON = late(r"[ \t]+\S|-[ \t]|[\]})]")


class Split(Struct, frozen=True):
    """A file in its two parts."""

    fields: str
    """Between the rules."""
    fields_line: int
    """Line of the file on which `fields` begins."""
    body: str
    body_line: int


def split(text: str, faults: FileFaults) -> Split | None:
    """The two parts of a file; None where a rule is missing, and then `faults` says where it belongs."""
    first = text.find("\n")
    if not _RULE.fullmatch(text, 0, first if first >= 0 else len(text)):
        _report_opening(text.split("\n"), faults)
        return None
    at = text.find("\n---", first) if first >= 0 else -1
    while at >= 0:
        end = text.find("\n", at + 1)
        end = end if end >= 0 else len(text)
        if _RULE.fullmatch(text, at + 1, end):
            body = text[end + 1 :]
            number = text.count("\n", 0, at) + 1
            if body.startswith("---") or "\n---" in body:
                _report_second(text.split("\n"), number, faults)
            blank = len(body) - len(body.lstrip("\n"))
            return Split(text[first + 1 : at] + "\n", 2, body.strip("\n"), number + 2 + blank)
        at = text.find("\n---", end)
    _report_closing(text.split("\n"), faults)
    return None


def _report_opening(lines: list[str], faults: FileFaults) -> None:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    faults.add_at(_fault_of_opening(lines, first), first + 1, 1, len(lines[first]) + 1)


def _fault_of_opening(lines: list[str], first: int) -> Fault:
    """What is wrong above the fields; `first` is the first line that is not empty."""
    line = lines[first]
    rule = next((at for at in range(first + 1, len(lines) - 1) if _RULE.fullmatch(lines[at])), 0)
    if _RULE.fullmatch(line.strip()):
        message, help = (
            ("There are spaces before the line ---.", "Delete the spaces, so that the line is: ---")
            if first == 0
            else ("The line --- has to be the very first line.", "Delete the empty lines above it.")
        )
    elif _FENCE.fullmatch(line):
        help = (
            f"Delete the line {quoted(line)}, and the one that closes it."
            if rule == first + 1
            else f"Write --- in place of {quoted(line)}, and --- in place of the line that closes it."
        )
        return Fault("fields-in-code-block", f"The fields stand in a code block, from {quoted(line)} on.", help)
    elif _NEARLY.fullmatch(line.strip()):
        message, help = f"The first line is {quoted(line)}.", "Write three hyphens: ---"
    elif joined := _JOINED.fullmatch(line):
        message = f"{quoted(joined[1])} stands on the line of the hyphens."
        help = f"Put it on a line of its own below ---: {joined[1]}"
    elif _FIELD.match(line):
        message = "The line --- above the fields is missing."
        help = f"Put --- on a line of its own above {quoted(line)}."
    elif rule and _FIELD.match(lines[rule + 1]):
        message = f"There is text above the first line ---: {quoted(line)}."
        help = "Move it below the second line ---; the first line of the file has to be: ---"
        return Fault("text-before-fields", message, help)
    else:
        message = "This file has no fields at its top."
        help = "Begin it with a line ---, then title: and the other fields, then another line ---."
    return Fault("missing-front-matter", message, help)


def _report_second(lines: list[str], end: int, faults: FileFaults) -> None:
    """A file that was pasted twice, or two items in one file: its fields begin again below the text."""
    names = {line.partition(":")[0] for line in lines[1:end] if _FIELD.match(line)}
    is_code = False
    begin = 0
    for number in range(end + 1, len(lines)):
        line = lines[number]
        if line.startswith(("```", "~~~")):
            is_code = not is_code
        if is_code or not line.startswith("---") or not _RULE.fullmatch(line):
            continue
        between = {one.partition(":")[0] for one in lines[begin + 1 : number] if _FIELD.match(one)} if begin else set()
        if "title" in between and "title" in names and number - begin <= len(between) * 2 + 1:
            message = "The fields of an item begin here for a second time."
            help = "Delete from here on, where it was pasted twice; put another item into a file of its own."
            faults.add_at(Fault("second-item", message, help), begin + 1, 1, len(lines[begin]) + 1)
            return
        begin = number


def _report_closing(lines: list[str], faults: FileFaults) -> None:
    last = 0
    for number, line in enumerate(lines[1:], 1):
        if _NEARLY.fullmatch(line):
            is_indented = _RULE.fullmatch(line.strip()) is not None
            message = f"The line below the fields is {quoted(line)}."
            faults.add_at(
                Fault(
                    "unclosed-front-matter",
                    "There are spaces before the line --- below the fields." if is_indented else message,
                    "Delete the spaces, so that the line is: ---" if is_indented else "Write three hyphens: ---",
                ),
                number + 1,
                1,
                len(line) + 1,
            )
            return
        joined = _JOINED.fullmatch(line)
        if joined:
            message = f"{quoted(joined[1])} stands on the line of the hyphens."
            help = f"Put it on a line of its own below ---: {joined[1]}"
            faults.add_at(Fault("unclosed-front-matter", message, help), number + 1, 1, len(line) + 1)
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
