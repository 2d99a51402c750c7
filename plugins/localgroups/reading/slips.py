"""Everyday slips in the way fields are written, found in the line itself.

The YAML library knows only where it gave up; what the writer did is read from the line, said in her
words, and mended as she would mend it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from localgroups.reading.faults import Fault, quoted

_TAB = re.compile(r" *\t\s*(?=\S)")
_NO_SPACE = re.compile(r"(\s*(?:- +)?)([A-Za-z_][\w-]*):(?=[^\s/])(.*)")
_FIELD = re.compile(r"(\s*(?:- +)*)([^\s:#\-\"'\[{][^:]*?)[ \t]*:[ \t]+(.*?)[ \t]*")
_OPEN_FIELD = re.compile(r"(\s*)((?:- +)*)[^\s:#][^:]*:(?:\s+(\S.*)|\s*)")
"""Indentation, hyphens of a list, the value if there is one."""
_ENTRY = re.compile(r"(\s*- +)([^\s-].*?)[ \t]*")
_INSIDE = re.compile(r"[\[{,:]\s*([@`%][^,\]}]*)")
"""A value inside brackets that begins with a sign of YAML's own."""
_CLOSERS = {"[": "]", "{": "}"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: what to say, where (line from 0, columns from 1), and the line as it should be."""

    fault: Fault
    line: int
    column: int
    end_column: int
    mended: str | None
    """None where nobody can tell what was meant."""


def as_quoted(text: str) -> str:
    """A value between quotation marks that do not clash with those inside it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def find_slip(lines: list[str], at: int, context: int) -> Slip:
    """The slip behind a text that cannot be read.

    `at` is the line where reading stopped, `context` the line where the part began that could not be
    finished; both from 0. The slip is on one of them or just above.
    """
    at = min(at, len(lines) - 1)
    candidates = sorted({number for number in (context, at - 1, at) if 0 <= number < len(lines)})
    for detect in _DETECTORS:
        for number in candidates:
            slip = detect(lines, number)
            if slip is not None:
                return slip
    shown = next((number for number in (at, *reversed(candidates)) if lines[number].strip()), at)
    fault = Fault(
        "unreadable-fields",
        f"The fields cannot be read from here on: {quoted(lines[shown])}.",
        "Every field has its own line, like  title: Members' meeting",
    )
    return Slip(fault, shown, 1, len(lines[shown]) + 1, None)


def _tab(lines: list[str], number: int) -> Slip | None:
    line = lines[number]
    if not _TAB.match(line):
        return None
    wanted = _level([*lines[:number], line.expandtabs(2)], number, 2)
    mended = " " * wanted + line.lstrip()
    help = f"Begin it {_begin(wanted)}: {mended.strip()}"
    return Slip(
        Fault("tab", "This line is indented with a tab.", help),
        number,
        line.index("\t") + 1,
        line.index("\t") + 2,
        mended,
    )


def _missing_space(lines: list[str], number: int) -> Slip | None:
    found = _NO_SPACE.fullmatch(lines[number])
    if not found:
        return None
    before, name, value = found.groups()
    mended = f"{before}{name}: {value.strip()}"
    fault = Fault("missing-space", f"A space is missing after {quoted(name + ':')}.", f"Write: {mended.strip()}")
    return Slip(fault, number, found.start(2) + 1, found.end(2) + 2, mended)


def _value_slip(lines: list[str], number: int) -> Slip | None:
    found = _FIELD.fullmatch(lines[number])
    if not found:
        return None
    before, name, value = found.groups()
    judged = _judge_value(value)
    if judged is None:
        return None
    fault, better = judged
    mended = f"{before}{name}: {better}"
    return Slip(replace(fault, help=f"Write: {mended.strip()}"), number, found.start(3) + 1, found.end(3) + 1, mended)


def _entry_slip(lines: list[str], number: int) -> Slip | None:
    """An entry of a list that is no field: `- @riverside`."""
    found = _ENTRY.fullmatch(lines[number])
    judged = _judge_value(found[2]) if found and not _OPEN_FIELD.fullmatch(lines[number]) else None
    if found is None or judged is None:
        return None
    fault, better = judged
    mended = f"{found[1]}{better}"
    return Slip(replace(fault, help=f"Write: {mended.strip()}"), number, found.start(2) + 1, found.end(2) + 1, mended)


def _stray_hyphen(lines: list[str], number: int) -> Slip | None:
    """A hyphen before a field that stands among other fields."""
    found = _OPEN_FIELD.fullmatch(lines[number])
    above = [one for one in lines[:number] if one.strip() and not one.lstrip().startswith("#")]
    before = _OPEN_FIELD.fullmatch(above[-1]) if above else None
    if not found or not found[2] or not before or before[2] or not before[3] or len(found[1]) != len(before[1]):
        return None
    mended = found[1] + lines[number].lstrip().lstrip("- ")
    fault = Fault(
        "stray-hyphen", f"The hyphen makes an entry of a list out of {quoted(mended)}.", f"Write: {mended.strip()}"
    )
    return Slip(fault, number, len(found[1]) + 1, len(found[1]) + 2, mended)


def _judge_value(value: str) -> tuple[Fault, str] | None:
    """The fault and the value as it should be; None for a value that is well written."""
    first = value[:1]
    if first in ('"', "'"):
        return _judge_quotes(value, first)
    if value[:1] in "“„‟‘" and value:
        better = value.translate(_STRAIGHT)
        if len(better) > 1 and better[-1] == better[0]:
            return Fault("curly-quotes", f"The quotation marks of {quoted(value)} are curly."), as_quoted(better[1:-1])
    if first in _CLOSERS:
        return _judge_brackets(value)
    if first and (first in "*&!%@`|>" or value.startswith(("- ", "? "))):
        return Fault(
            "special-start", f"A value cannot begin with {first} unless it stands in quotation marks."
        ), as_quoted(value)
    if ": " in value or value.endswith(":"):
        return Fault("unquoted-colon", f"{quoted(value)} has a colon in it and needs quotation marks."), as_quoted(
            value
        )
    return None


def _judge_quotes(value: str, mark: str) -> tuple[Fault, str] | None:
    rest = value[1:]
    closed = rest.replace("''", "  ").find(mark) if mark == "'" else re.sub(r"\\.", "  ", rest).find(mark)
    if closed < 0:
        return Fault("unclosed-quote", f"A quotation mark is opened and not closed: {quoted(value)}."), as_quoted(rest)
    after = rest[closed + 1 :]
    if not after.strip() or re.match(r"\s+#", after):
        return None
    inner = rest[:-1]
    if not rest.endswith(mark) or inner.count(mark) % 2 == 0:
        inner = value
    return Fault("clashing-quote", f"The quotation marks end before the text does: {quoted(value)}."), as_quoted(inner)


def _judge_brackets(value: str) -> tuple[Fault, str] | None:
    missing = _unclosed(value)
    if missing:
        fault = Fault("unclosed-bracket", f"A bracket is opened and not closed: {quoted(value)}.")
        return fault, value.rstrip(",") + missing
    special = _INSIDE.search(value)
    if not special:
        return None
    sign, entry = special[1][0], special[1].rstrip()
    fault = Fault("special-start", f"A value cannot begin with {sign} unless it stands in quotation marks.")
    return fault, value.replace(entry, as_quoted(entry), 1)


def _unclosed(value: str) -> str:
    """The brackets that are missing at the end; quotation marks hide what is in them."""
    missing: list[str] = []
    for sign in re.sub(r"\"(?:\\.|[^\"\\])*\"|(?<!\w)'[^']*'", "", value):
        if sign in _CLOSERS:
            missing.append(_CLOSERS[sign])
        elif missing and sign == missing[-1]:
            missing.pop()
    return "".join(reversed(missing))


def _no_colon(lines: list[str], number: int) -> Slip | None:
    line = lines[number]
    words = line.split(maxsplit=1)
    if (
        not words
        or ":" in line
        or line[0] in " \t-#]}\"'"
        or (number and lines[number - 1].rstrip().endswith((",", "[", "{")))
    ):
        return None
    plain = re.fullmatch(r"[A-Za-z_]+", words[0]) is not None and len(words) == 2
    mended = f"{words[0]}: {words[1]}" if plain else f"# {line}"
    help = (
        f"Write: {mended}"
        if plain
        else "Write the name of its field before it, or put the text below the second line ---."
    )
    return Slip(
        Fault("missing-colon", f"This line names no field: {quoted(line)}.", help), number, 1, len(line) + 1, mended
    )


def _indent(lines: list[str], number: int) -> Slip | None:
    if not _OPEN_FIELD.fullmatch(lines[number]):
        return None
    mine = len(lines[number]) - len(lines[number].lstrip())
    wanted = _level(lines, number, mine)
    if wanted == mine:
        return None
    mended = " " * wanted + lines[number].lstrip()
    fault = Fault(
        "bad-indent",
        f"This line is indented differently from those it belongs to: {quoted(lines[number])}.",
        f"Begin it {_begin(wanted)}: {mended.strip()}",
    )
    return Slip(fault, number, 1, mine + 1, mended)


def _begin(level: int) -> str:
    return "at the very left" if level == 0 else f"after {level} spaces"


def _level(lines: list[str], number: int, mine: int) -> int:
    """How many spaces a line should begin with, seeing those above it; `mine` where it is well."""
    levels = [0]
    has_value = True
    for line in lines[:number]:
        found = _OPEN_FIELD.fullmatch(line)
        if not found or line.lstrip().startswith("#"):
            continue
        start = len(line) - len(line.lstrip())
        levels = [level for level in levels if level < start] + [start]
        if found.group(2):
            levels.append(start + len(found.group(2)))
        has_value = found.group(3) is not None
    if mine in levels or (mine > levels[-1] and not has_value):
        return mine
    return levels[-1] if mine > levels[-1] else min(levels, key=lambda level: (abs(level - mine), -level))


_DETECTORS: tuple[Callable[[list[str], int], Slip | None], ...] = (
    _tab,
    _missing_space,
    _value_slip,
    _entry_slip,
    _stray_hyphen,
    _no_colon,
    _indent,
)
