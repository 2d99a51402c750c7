"""The everyday slips under tests/cases/slips: how they are told there, and how what is said is pasted.

A case is a heading, one block of what was typed and one of what is said. `~~~~meeting`, `~~~~news`, `~~~~campaign` and
`~~~~group` hold fields that are put into a good file of that kind, in the place of those that it has;
`~~~~text` is what stands below the fields of a meeting; `~~~~file PATH` is a whole file. A block of `~~~~said` has
a line for each fault, `3:9 unclear-time: …`, and the cure below it; an empty one says that nothing is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from localgroups.model.diagnostics import Diagnostic, Severity

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "slips"
BLOCK = re.compile(
    r"^## (?P<title>[^\n]*)\n+~~~~(?P<kind>\w+)(?: (?P<path>[^\n]*))?\n(?P<typed>.*?)^~~~~\n+"
    r"~~~~said\n(?P<said>.*?)^~~~~$",
    re.MULTILINE | re.DOTALL,
)
GOOD = {
    "meeting": ("groups/riverside/meetings/2026-12-03-meeting.md", ("title: Meeting", "starts: 2026-12-03 19:00")),
    "news": ("groups/riverside/news/2026-11-01-walk.md", ("title: A walk", "date: 2026-11-01")),
    "campaign": ("groups/riverside/campaigns/streets.md", ("title: Warm streets",)),
    "group": ("groups/riverside/group.yaml", ("name: Riverside", "region: north")),
}
BODY = "Come along.\n"
_ESCAPE = re.compile(r"⟨([0-9a-f]{2,4})⟩")
_REPLACED = re.compile(r"Write(?: the first one)?: (.*)", re.DOTALL)
_ENDS = re.compile(
    r" — or |  and, on a line of its own,  |, and put "
    r"| or (?=[\dn])| for the |, the local| or \w+:|, with the |, if it ends"
)


@dataclass(frozen=True, slots=True)
class SlipCase:
    """One slip and what is said of it."""

    name: str
    path: str
    text: str
    said: str


def unescaped(text: str) -> str:
    """`⟨200b⟩` is the character of that number, which nobody could see in a case."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def slip_cases() -> Iterator[SlipCase]:
    """Every case of every file."""
    for file in sorted(FOLDER.glob("*.md")):
        for found in BLOCK.finditer(file.read_text(encoding="utf-8")):
            path, text = written(found["kind"], found["path"] or "", unescaped(found["typed"]))
            yield SlipCase(f"{file.stem}: {found['title']}", path, text, found["said"].rstrip("\n"))


def written(kind: str, path: str, typed: str) -> tuple[str, str]:
    """The path and the text of the file that a case is about."""
    if kind == "file":
        return (path if path.startswith(("groups/", "content/")) else f"groups/riverside/{path}"), typed
    body = typed if kind == "text" else BODY
    path, fields = GOOD["meeting" if kind == "text" else kind]
    own = "" if kind == "text" else typed
    names = {line.split(":")[0].strip().split(" ")[0] for line in own.split("\n")}
    head = "".join(f"{field}\n" for field in fields if field.split(":")[0] not in names)
    return path, f"{head}{own}" if kind == "group" else f"---\n{head}{own}---\n{body}"


def told(found: list[Diagnostic], path: str) -> str:
    """Faults as the cases show them; those of another file with their path."""
    lines = []
    for one in found:
        mild = " (warning)" if one.severity is Severity.WARNING else ""
        where = "" if one.span.path == path else f"{one.span.path}:"
        lines.append(f"{where}{one.span.line}:{one.span.column} {one.code}{mild}: {one.message}")
        lines += [f"    {one.help}"] if one.help else []
    return "\n".join(lines)


def pasted(one: Diagnostic, path: str, text: str) -> list[tuple[str, str]]:
    """The file as it may be after somebody did what the cure says; nothing where it asks for thought."""
    renamed = re.search(r"Rename it to: (\S+)$", one.help)
    if renamed:
        return [(f"{path.rpartition('/')[0]}/{renamed[1]}", text)]
    lines = text.split("\n")
    at = one.span.line - 1
    found = _REPLACED.fullmatch(one.help)
    if found and "…" not in found[1] and at < len(lines):
        wanted = [found[1], *(found[1][: end.start()] for end in _ENDS.finditer(found[1]))]
        return [
            (path, "\n".join([*lines[:at], _mended(lines[at], one, better), *lines[at + 1 :]])) for better in wanted
        ]
    begun = re.fullmatch(r"Begin it (?:at the very left|after (\d+) spaces?): (.*)", one.help)
    if begun:
        return [(path, "\n".join([*lines[:at], " " * int(begun[1] or 0) + begun[2], *lines[at + 1 :]]))]
    instead = re.fullmatch(r"Write in place of this line:  ?(\w+: [^…]*)", one.help)
    if instead:
        return [(path, "\n".join([*lines[:at], instead[1], *lines[at + 1 :]]))]
    several = re.fullmatch(r"Write each on a line of its own: (.*) / (.*)", one.help)
    if several:
        return [(path, "\n".join([*lines[:at], *several.groups(), *lines[at + 1 :]]))]
    return []


def all_pasted(code: str, found: list[Diagnostic], path: str, text: str) -> tuple[str, str]:
    """The file after the cures of all faults of one kind were pasted, from the last to the first."""
    alike = [one for one in found if one.code == code and one.span.path == path]
    for one in sorted(alike, key=lambda one: one.order, reverse=True):
        tries = pasted(one, path, text)
        if tries and tries[0][0] == path:
            text = tries[0][1]
    return path, text


def _mended(line: str, one: Diagnostic, better: str) -> str:
    start, end = one.span.column - 1, one.span.end_column - 1
    whole = re.match(r"(\s*(?:- (?!\s*\[))?)", line)
    named = re.match(r"[\w-]+:(?:\s|$)", better)
    if "{" in line[:start] or ("[" in line[:start] and named is None):
        entry = re.match(r"[\w-]+:[^,}]*", line[start:]) if named else None
        if named and better.partition(":")[0] in line[:start] and entry is None:
            start = line.rindex(better.partition(":")[0], 0, start)
        return line[:start] + better + (line[start + entry.end() :] if entry else line[end:])
    if (
        named
        or better.startswith("- ")
        or (better.strip() and better.split(" ", maxsplit=1)[0] == line.strip().split(" ")[0])
    ):
        return (whole[1] if whole and not better.startswith("- ") else line[: len(line) - len(line.lstrip())]) + better
    return line[:start] + better + (line[end:] if one.span.end_line == one.span.line else "")
