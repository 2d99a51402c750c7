"""Slips in the lines of a text: signs of Markdown that a space, a line or a closing mark is missing of.

GitHub shows such places as they were typed, and so does the site; each is told, because nobody wanted to see
the signs. Apart from `body_slips`, which looks at links, files and HTML.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from localgroups.model.late_patterns import late
from localgroups.reading.faults import Fault, quoted, warning
from localgroups.reading.slip_signs import TABLE_RULE, Signs

_HEADING = late(r"^(#{2,6})([^#\s].*?)[ \t]*$", re.MULTILINE)
_TITLE = late(r"(?<!#)(?<![^\n]\n)^(#)([^\W\d_]\w* [^#\n]*?)[ \t]*$(?!\n#)", re.MULTILINE)
"""Of one sign, where it can hardly be a hashtag: several words in a line of their own."""
_ENTRIES = late(
    r"^(?P<one>(?:[-*](?=[^\W\d_])|\d{1,2}[.)](?=[^\W\d_])|[•‣·▪●–][ \t]*)[^\n]*(?<!  )(?<!\\))\n"
    r"(?:[-*](?=[^\W\d_])|\d{1,2}[.)](?=[^\W\d_])|[•‣·▪●–][ \t]*)[^\n]*$",
    re.MULTILINE,
)
_MAY_BE_OPEN = late(r"\]\((?:https?://|mailto:)[^()\s]{1,500}+(?:\s|\Z)")
"""How a link begins that is not closed: says quickly that nothing of the kind is there."""
_NO_SPACE = late(r"#[^#\s]")
"""Quickly looked for: without it, no heading lacks its space."""
_SIGN = late(r"([-*•‣·▪●–]|\d{1,2}[.)])[ \t]*")
_TURNED = late(r"\(([^()\[\]\n]{1,200})\)\[((?:https?://|mailto:|www\.)[^\]\s]{1,500})\]")
_OPEN_LINK = late(
    r"\[([^\[\]\n]{1,200})\]\(((?:https?://|mailto:)[^()\s]{1,500})(?=[ \t]*$|[ \t]+[^\s\"'(])(?![^\n]{0,999}\))",
    re.MULTILINE,
)
_OTHER = late(r"\{\{[<%][^\n{}]{0,200}[>%]\}\}|\{%[^\n{}]{0,200}%\}|\{\{\s*(?:site|page)\.[^\n{}]{0,100}\}\}")
_BOLD = late(
    r"\*\*(?<![*\w]\*\*)(?:[ \t]++([^*\n]{1,200}?)[ \t]{0,99}\*\*(?!\*)"
    r"|([^*\n\s][^*\n]{0,200}?)[ \t]{1,99}\*\*(?![*\w]))"
)
_STARS = late(r"(?<!\*)\*\*(?!\*)|\n[ \t]*\n")
_ROW = late(r"^\|[^|\n]*+\|[^\n]*\|[ \t]*+$", re.MULTILINE)
_RULE = late(TABLE_RULE)
_IMAGE = late(r"<img\b([^<>]{0,600})>", re.IGNORECASE)
_HAS_ALT = late(r"\balt\s*=", re.IGNORECASE)
_FENCE = re.compile(r"\n {0,3}(`{3,}|~{3,})([^\n]*)")
"""In a text with an end of line put before it, so that each begins where its own line does in the text. To look for
that sign is several times as quick as to ask of every sign whether a line begins there."""


class Found(NamedTuple):
    """A slip, and where: offset from the beginning of the text, and length."""

    fault: Fault
    at: int
    length: int


def find_line_slips(text: str, shown: str, signs: Signs) -> Iterator[Found]:
    """The slips of a text; `shown` is the same text with its code blanked out, `signs` what it can hold."""
    if "```" in text or "~~~" in text:
        yield from open_code(text)
    if signs.lines:
        yield from _headings(shown)
        yield from _entries(shown)
    if signs.links:
        yield from _links(shown)
    for sign in _OTHER.finditer(shown) if signs.other and ("{{" in shown or "{%" in shown) else ():
        message = f"{quoted(sign[0])} belongs to another program, and is printed as it stands."
        yield Found(warning("other-program", message, "Delete it."), sign.start(), len(sign[0]))
    if signs.stars:
        yield from _stars(shown)
    if signs.html:
        yield from _pictures(shown)
    if signs.tables:
        yield from _tables(shown)
    comment = shown.rfind("<!--") if signs.html else -1
    if comment >= 0 and "-->" not in shown[comment:]:
        message = "The remark that begins with <!-- is not closed, and nothing below it is shown."
        help = "Write --> behind the remark, or delete it."
        yield Found(warning("unclosed-remark", message, help), comment, 4)


def _entries(shown: str) -> Iterator[Found]:
    """The first entry of a list without its sign or its space."""
    for entry in _ENTRIES.finditer(shown):
        line = entry["one"]
        sign = _SIGN.match(line)
        if sign and not line.rstrip().endswith(sign[1]) and not _is_stars(line):
            mark = sign[1] if sign[1] in "-*" or sign[1][0].isdecimal() else "-"
            help = f"Write: {mark} {line[sign.end() :].strip()}"
            message = "An entry of a list begins with a hyphen or a number, and a space."
            yield Found(warning("list-sign", message, help), entry.start(), sign.end())
            break


def _links(shown: str) -> Iterator[Found]:
    """Links whose brackets are the wrong way round or not closed."""
    for link in _TURNED.finditer(shown) if ")[" in shown else ():
        message = f"The brackets of the link {quoted(link[0])} are the wrong way round."
        yield Found(warning("broken-link", message, f"Write: [{link[1]}]({link[2]})"), link.start(), len(link[0]))
    for link in _OPEN_LINK.finditer(shown) if _MAY_BE_OPEN.search(shown) else ():
        message = f"The bracket of the link {quoted(link[0])} is not closed."
        yield Found(warning("broken-link", message, f"Write: [{link[1]}]({link[2]})"), link.start(), len(link[0]))


def _pictures(shown: str) -> Iterator[Found]:
    """Pictures that were typed as HTML, without words."""
    for image in _IMAGE.finditer(shown):
        if not _HAS_ALT.search(image[1]):
            message = f"The picture {quoted(image[0])} has no words for those who cannot see it."
            help = 'Write in it: alt="what it shows"'
            yield Found(warning("missing-alt", message, help), image.start(), len(image[0]))


def _stars(text: str) -> Iterator[Found]:
    """Stars that make nothing bold, with a space where the words begin or end. Those that do are passed over: the space
    in `**When:** Monday **Where:** the hall` stands between two pairs, and not in one."""
    for bold in _BOLD.finditer(_without_pairs(text)):
        whole = text[bold.start() : bold.end()]
        message = f"The stars of {quoted(whole)} have a space beside them, and are printed."
        help = f"Write: **{whole.removeprefix('**').removesuffix('**').strip()}**"
        yield Found(warning("spaced-stars", message, help), bold.start(), len(whole))


def _without_pairs(text: str) -> str:
    """The text with the stars blanked out that GitHub takes for pairs (GFM, 6.4): the nearest two of a paragraph of
    which the first stands before a word and the second behind one."""
    begun: list[int] = []
    signs = list(text)
    for found in _STARS.finditer(text):
        if found[0] != "**":
            begun.clear()
            continue
        at, end = found.span()
        before, after = text[at - 1 : at] or " ", text[end : end + 1] or " "
        is_open = after.isalnum() or not (after.isspace() or before.isalnum())
        is_close = before.isalnum() or not (before.isspace() or after.isalnum())
        if is_close and begun:
            first = begun.pop()
            signs[first : first + 2] = signs[at:end] = ".."
        elif is_open:
            begun.append(at)
    return "".join(signs)


def _is_stars(line: str) -> bool:
    return line.startswith("*") and line.count("*") % 2 == 0


def open_code(text: str) -> Iterator[Found]:
    """A block of code without its end."""
    opening = None
    for fence in _FENCE.finditer(f"\n{text}"):
        if opening is None:
            if "`" not in fence[2]:
                opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            opening = None
    if opening is not None:
        message = f"The line {quoted(opening[0].strip())} begins a block of code that does not end."
        help = f"Put {opening[1]} on a line of its own where it ends, or delete the line"
        yield Found(warning("unclosed-code", message, help), opening.start(), len(opening[0]) - 1)


def _headings(text: str) -> Iterator[Found]:
    if not _NO_SPACE.search(text):
        return
    for heading in _HEADING.finditer(text):
        yield _heading(heading)
    first = [*_TITLE.finditer(text)]
    if len(first) > 1 or (first and _HEADING.search(text)):
        for heading in first:
            yield _heading(heading)


def _heading(found: re.Match[str]) -> Found:
    message = f"A space is missing after {quoted(found[1])}, so this is no heading."
    return Found(
        warning("missing-space", message, f"Write: {found[1]} {found[2]}"), found.start(), len(found[0].rstrip())
    )


def _tables(text: str) -> Iterator[Found]:
    """Two rows of a table or more without the line below the first."""
    last_end = -2
    rows: list[re.Match[str]] = []
    for row in _ROW.finditer(text):
        if row.start() != last_end + 1:
            yield from _table(rows)
            rows = []
        rows.append(row)
        last_end = row.end()
    yield from _table(rows)


def _table(rows: list[re.Match[str]]) -> Iterator[Found]:
    if len(rows) < 2 or any(_RULE.fullmatch(row[0]) for row in rows[:2]):
        return
    rule = "|" + " --- |" * max(1, rows[0][0].rstrip().count("|") - 1)
    message = "The line below the head of the table is missing, so no table is made of it."
    yield Found(
        warning("table-rule", message, f"Put below this line: {rule}"), rows[0].start(), len(rows[0][0].rstrip())
    )
