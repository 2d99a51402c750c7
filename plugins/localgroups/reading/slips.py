"""Everyday slips in the way fields are written, found in the line itself.

The YAML library knows only where it gave up; what the writer did is read from the line, said in her
words, and mended as she would mend it.
"""

import re
from collections.abc import Callable

from localgroups.model.limits import PARAGRAPH
from localgroups.model.values import Struct, replace
from localgroups.reading import synonyms
from localgroups.reading.faults import Fault, quoted

_TAB = re.compile(r" *\t\s*(?=\S)")
_NO_SPACE = re.compile(r"(\s*(?:- +)?)([A-Za-z_][\w-]*):(?=[^\s/])(.*)")
_FIELD = re.compile(r"(\s*(?:- +)*)([^\s:#\-\"'\[{][^:]*?)[ \t]*:[ \t]+(.*?)[ \t]*")
_OPEN_FIELD = re.compile(r"(\s*)((?:- +)*)[^\s:#][^:]*:(?:\s+(\S.*)|\s*)")
"""Indentation, hyphens of a list, the value if there is one."""
_ENTRY = re.compile(r"(\s*- +)([^\s-].*?)[ \t]*")
_INSIDE = re.compile(r"(?<=[\[{,:])(\s*)([@`%#!&*][^,\]}]*)")
"""A value inside brackets that begins with a sign of YAML's own."""
_WORD = re.compile(r"([^\W\d][\w-]*)")
_NO_COLON = re.compile(r"(\s*)([^\W\d][\w-]*)(?:\s*[;=]\s*|\s+[-–—]\s+|\s+)(\S.*)")
_STARRED = re.compile(r"(\s*)[*_]{1,3}([^\W\d][\w -]*?)[*_]{0,3}:[*_]{0,3}\s*(.*?)[*_]*\s*")
_JSON = re.compile(r"(\s*)(\"?)([^\W\d][\w-]*)\2\s*:\s*(\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\d.]+)\s*,\s*")
_BULLET = re.compile(r"(\s*)(?:[*•·‣–—]\s*|-(?=[^\s\d-])|\d{1,2}[.)]\s+)(\S.*)")
_BLOCK = re.compile(r"\s*(?:- +)?[\w-]+[ \t]*:[ \t]+[|>][+-]?[ \t]*")
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(\s*<?([^)\s>]*)[^)]*\)\s*")
_SPACED_LINK = re.compile(r"<?(mailto|tel|https?):\s+(\S+?)>?", re.IGNORECASE)
_IN_LINE = re.compile(r"[,;]\s*([^\W\d][\w-]*):\s")
_SECOND_FIELD = re.compile(r"[ \t]+(title|starts|ends|where|region|date|status|online|summary):\s")
"""Names that are hardly ever words of a title with a colon behind them."""
_LABELS = ("title", "name", "label", "summary", "author", "about")
_CLOSERS = {"[": "]", "{": "}"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'"})


class Slip(Struct, frozen=True):
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
    numbers = sorted({number for number in (context, at - 1, at) if 0 <= number < len(lines)})
    candidates = [number for number in numbers if len(lines[number]) <= PARAGRAPH.most]
    for detect in _DETECTORS:
        for number in candidates:
            slip = detect(lines, number)
            if slip is not None:
                return slip
    shown = next((number for number in (at, *reversed(numbers)) if lines[number].strip()), at)
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
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if value.startswith("- ") and below.startswith("- "):
        message = f"The first entry of the list stands on the line of {quoted(name.strip() + ':')}."
        fault = Fault("list-sign", message, f"Put it on a line of its own: {value}")
        return Slip(fault, number, found.start(3) + 1, found.end(3) + 1, None)
    judged = _judge_fields(name.strip(), value) or _judge_value(value)
    if judged is None:
        return None
    fault, better = judged
    if fault.code == "unclosed-bracket" and name.strip().casefold() in _LABELS:
        better = as_quoted(value)
    mended: str | None = f"{before}{name}: {better}"
    help = f"Write: {mended.strip()}" if mended else ""
    if fault.code == "fields-on-one-line":
        mended, help = None, f"Write each on a line of its own: {better}"
    return Slip(replace(fault, help=help), number, found.start(3) + 1, found.end(3) + 1, mended)


def _judge_fields(name: str, value: str) -> tuple[Fault, str] | None:
    """Fields on the line of another, without braces: `where: name: Hall, town: Riverside`."""
    link = _SPACED_LINK.fullmatch(value)
    if link:
        return Fault("broken-link", f"There is a space in the address {quoted(value)}."), f"{link[1].lower()}:{link[2]}"
    marked = _MARKDOWN_LINK.fullmatch(value)
    if marked:
        what = "text" if name.casefold() in _LABELS else "address"
        fault = Fault("link-in-field", f"A link with brackets, {quoted(value)}, works in the text below only.")
        return fault, as_quoted(marked[1]) if what == "text" else marked[2]
    bare = value.removeprefix("(").removesuffix(")") if value.startswith("(") else value
    first = _WORD.match(bare)
    is_grouped = name.casefold() in synonyms.GROUPED or synonyms.MEETING.get(name.casefold()) == "where"
    if is_grouped and first and first[0] in synonyms.INNER and bare[first.end() :].startswith(": ") and "{" not in bare:
        return Fault("missing-braces", f"{quoted(value)} are fields inside {name}:, and need braces."), f"{{{bare}}}"
    plain = _SECOND_FIELD.search(value) if value[:1] not in tuple("\"'[{") else None
    if plain and ": " not in value[: plain.start()]:
        fault = Fault("fields-on-one-line", f"{quoted(plain[1] + ':')} begins another field on the same line.")
        return fault, f"{name}: {value[: plain.start()].rstrip(',; ')} / {value[plain.start(1) :]}"
    inside = _IN_LINE.search(value)
    if (
        inside
        and value[0] not in "\"'[{"
        and inside[1].casefold() in synonyms.WORDS
        and ": " not in value[: inside.start()]
    ):
        fault = Fault("fields-on-one-line", f"{quoted(inside[1] + ':')} begins another field on the same line.")
        return fault, f"{name}: {value[: inside.start()]} / {value[inside.start(1) :]}"
    return None


def _entry_slip(lines: list[str], number: int) -> Slip | None:
    """An entry of a list that is no field: `- @riverside`."""
    found = _ENTRY.fullmatch(lines[number])
    if found and re.match(r"\[[ xX]\]\s", found[2]):
        mended = f"{found[1]}{found[2][3:].strip()}"
        fault = Fault("list-sign", "A list of the fields has no boxes to tick.", f"Write: {mended.strip()}")
        return Slip(fault, number, found.start(2) + 1, found.start(2) + 4, mended)
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
    if first and (first in "*&!%@`|>" or value.startswith(("- ", "? ")) or value in ("-", "?")):
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
    if rest.endswith(mark) and rest[:closed].endswith(" "):
        pass  # the mark in the middle opens another pair
    elif not rest.endswith(mark) or inner.count(mark) % 2 == 0:
        inner = value
    return Fault("clashing-quote", f"The quotation marks end before the text does: {quoted(value)}."), as_quoted(inner)


def _judge_brackets(value: str) -> tuple[Fault, str] | None:
    hashed = _INSIDE.search(value)
    missing = _unclosed(value)
    if missing and not (hashed and hashed[2][0] == "#"):
        fault = Fault("unclosed-bracket", f"A bracket is opened and not closed: {quoted(value)}.")
        return fault, value.rstrip(",") + missing
    if re.search(r",\s*,", value):
        fault = Fault("double-comma", f"There is nothing between two commas of {quoted(value)}.")
        return fault, re.sub(r",(?:\s*,)+", ",", value)
    special = _INSIDE.search(value)
    if special:
        fault = Fault(
            "special-start", f"A value cannot begin with {special[2][0]} unless it stands in quotation marks."
        )
        return fault, _INSIDE.sub(lambda found: found[1] + as_quoted(found[2].rstrip()), value)
    if value[-1] not in "]}" and not re.search(r"[\]}]\s+#", value):
        return Fault("text-after-bracket", f"There is more behind the bracket: {quoted(value)}."), as_quoted(value)
    return None


def _unclosed(value: str) -> str:
    """The brackets that are missing at the end; quotation marks hide what is in them."""
    missing: list[str] = []
    for sign in re.sub(r"\"(?:\\.|[^\"\\])*\"|(?<!\w)'[^']*'", "", value):
        if sign in _CLOSERS:
            missing.append(_CLOSERS[sign])
        elif missing and sign == missing[-1]:
            missing.pop()
    return "".join(reversed(missing))


def bulleted(line: str) -> str:
    """The entry of a list that a line was meant to be; empty for every other line."""
    found = _BULLET.fullmatch(line)
    return f"- {found[2]}" if found else ""


def _bullet(lines: list[str], number: int) -> Slip | None:
    """An entry of a list with another sign than a hyphen, or with no space behind it."""
    found = _BULLET.fullmatch(lines[number])
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    begins = not above or above.rstrip().endswith(":") or above.lstrip().startswith("- ") or _BULLET.fullmatch(above)
    if not found or not begins or _STARRED.fullmatch(lines[number]):
        return None
    mended = f"{found[1]}- {found[2]}"
    fault = Fault("list-sign", "An entry of a list begins with a hyphen and a space.", f"Write: {mended.strip()}")
    return Slip(fault, number, len(found[1]) + 1, found.start(2) + 1, mended)


def _out_of_entry(lines: list[str], number: int) -> Slip | None:
    """A field at the very left in a file that is a list of entries: it belongs to the entry above it."""
    above = [line for line in lines[:number] if line.strip() and not line.startswith("#")]
    line = lines[number]
    is_list = bool(above) and above[0].startswith("- ") and all(one.startswith(("- ", " ")) for one in above)
    if not is_list or not _OPEN_FIELD.fullmatch(line):
        return None
    if line[0] in " -":
        return None
    fault = Fault(
        "bad-indent",
        f"This line is indented differently from those it belongs to: {quoted(line)}.",
        f"Begin it {_begin(2)}: {line.strip()}",
    )
    return Slip(fault, number, 1, len(line) + 1, f"  {line}")


def _text_at_left(lines: list[str], number: int) -> Slip | None:
    """The text below `about: |`, which has to begin further in than the name of its field."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    line = lines[number]
    mine, wanted = (len(one) - len(one.lstrip().removeprefix("- ")) for one in (line, above))
    if not _BLOCK.fullmatch(above) or mine > wanted or not line.strip():
        return None
    fault = Fault(
        "bad-indent",
        f"The text below {quoted(above.strip())} has to begin further in: {quoted(line)}.",
        f"Begin each of its lines {_begin(wanted + 2)}: {line.strip()}",
    )
    return Slip(fault, number, 1, len(line) + 1, None)


def _starred(lines: list[str], number: int) -> Slip | None:
    """A field's name between stars, as text is made bold: `**title:** Social`."""
    found = _STARRED.fullmatch(lines[number])
    if not found or found[2].strip().casefold() not in synonyms.WORDS:
        return None
    mended = f"{found[1]}{found[2].strip()}: {found[3]}"
    fault = Fault("starred-field", "Fields are written without stars.", f"Write: {mended.strip()}")
    return Slip(fault, number, found.start(2) - 1, len(lines[number]) + 1, mended)


def _like_json(lines: list[str], number: int) -> Slip | None:
    """A comma behind a value in quotation marks: `"title": "Social",`."""
    found = _JSON.fullmatch(lines[number])
    if not found:
        return None
    mended = f"{found[1]}{found[3]}: {found[4]}"
    fault = Fault("comma-at-end", "There is a comma at the end of the line.", f"Write: {mended.strip()}")
    return Slip(fault, number, len(lines[number].rstrip()), len(lines[number].rstrip()) + 1, mended)


def _no_colon(lines: list[str], number: int) -> Slip | None:
    """A line that names no field, or has something else where the colon belongs."""
    line = lines[number]
    if not line.strip() or line[0] in "\t-#]}\"'" or (number and lines[number - 1].rstrip().endswith((",", "[", "{"))):
        return None
    found = _NO_COLON.fullmatch(line)
    if found and found[2].casefold() in synonyms.WORDS and not re.match(r"\s*[\w -]+:(\s|$)", line):
        mended = f"{found[1]}{found[2]}: {found[3]}"
        fault = Fault("missing-colon", f"There is no colon behind {quoted(found[2])}.", f"Write: {mended.strip()}")
        return Slip(fault, number, found.start(2) + 1, len(line) + 1, mended)
    wide = re.fullmatch(r"([^\W\d][\w-]*)\s*[：﹕]\s*(.*)", line)
    if wide:
        mended = f"{wide[1]}: {wide[2]}"
        message = f"The colon behind {quoted(wide[1])} is wider than the one of the keyboard."
        return Slip(
            Fault("missing-colon", message, f"Write: {mended}"), number, wide.end(1) + 1, wide.end(1) + 2, mended
        )
    if ":" in line or line[0] == " ":
        return None
    above = lines[number - 1].rstrip() if number else ""
    if re.fullmatch(r"[^\W\d][\w-]*:", above):
        fault = Fault(
            "bad-indent",
            f"The value of {above} stands below it, at the very left.",
            f"Put it behind the colon, on the same line: {above} {line.strip()}",
        )
        return Slip(fault, number, 1, len(line) + 1, f"  {line}")
    fault = Fault(
        "missing-colon",
        f"This line names no field: {quoted(line)}.",
        "Write the name of its field before it, or move it to the text, which stands below the fields.",
    )
    return Slip(fault, number, 1, len(line) + 1, f"# {line}")


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
    return "at the very left" if level == 0 else f"after {level} space{'s' if level > 1 else ''}"


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
    _text_at_left,
    _missing_space,
    _value_slip,
    _like_json,
    _starred,
    _bullet,
    _entry_slip,
    _stray_hyphen,
    _out_of_entry,
    _no_colon,
    _indent,
)
