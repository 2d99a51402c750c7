"""Signs without which a text holds none of the slips that are looked for: nearly every text is well.

Apart from `body_slips` and `body_lines`, which say what is wrong: here it is only asked, in a few quick looks, whether
there can be anything at all.
"""

import re
from typing import NamedTuple

from localgroups.model.late_patterns import late
from localgroups.reading.addresses import WELL
from localgroups.reading.written_links import without_links

_ENTRY = r"(?:[-*][^\W\d_]|\d{1,2}[.)][^\W\d_]|[•‣·▪●–])"
_ODD_LINE = re.compile(rf"\n(?![A-Za-z\n])(?:#{{1,6}}[^#\s]|{_ENTRY}[^\n]*\n{_ENTRY})")
"""A heading without its space, two entries of a list without theirs. Most lines begin with a letter, or are empty."""
_WELL_LINK = late(
    r"\[(?<!!\[)(?!https?:|mailto:|www\.)[^\[\]\n`]{0,200}\]"
    rf"\((?:{WELL.pattern}|(?:\.\./)?(?:news|meetings|campaigns)/[a-z0-9-]+\.md)\)"
)
"""`[words](https://example.org/page)`, or to a text of the same folder; no picture."""
_WELL_BOLD = re.compile(r"\*\*(?<![*\w]\*\*)[^\s*`][^*\n`]*+(?<=\S)(?:(?<=\w)\*\*(?!\*)|\*\*(?![^*\n]*\*))")
"""Stars beside their words. A pair that ends with a sign, `**When:**`, is the last of its line: behind it, further
stars could be taken for a pair with spaces."""


TABLE_RULE = r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+"
_ROW = r"\n\|[^|\n`]*+\|[^\n`]*\|[ \t]*+(?![^\n])"
_WELL_TABLE = late(rf"{_ROW}(?=\n{TABLE_RULE}(?![^\n])){_ROW}(?:{_ROW})*+")
"""Rows that are rows for everybody, the second of them the line below the head."""


class Signs(NamedTuple):
    """What kinds of slips a text can hold.

    What is well in a text stays so where code inside its lines is blanked out: nothing that counts as well here has a
    backtick in it.
    """

    links: bool
    """Links, pictures and words in square brackets."""
    stars: bool
    lines: bool
    """Headings and lists."""
    tables: bool
    html: bool
    other: bool
    """Signs of other programs."""


EVERY = Signs(links=True, stars=True, lines=True, tables=True, html=True, other=True)


def signs_of(text: str) -> Signs:
    """A few quick looks at a text without blocks of code: Markdown that is used well needs no closer one.

    To ask whether a sign is there at all takes a tenth of the time that it takes to count it.
    """
    others = without_links(text)
    stars = text.count("**") if "*" in text else 0
    return Signs(
        _has_brackets(others) and _has_brackets(_WELL_LINK.sub("", others)),
        stars > 0 and stars != 2 * len(_WELL_BOLD.findall(text)),
        _ODD_LINE.search(f"\n{text}") is not None,
        "|" in text and _may_lack_rule(f"\n{text}"),
        "<" in text,
        "{" in text,
    )


def _has_brackets(text: str) -> bool:
    return "[" in text or "]" in text


def _may_lack_rule(text: str) -> bool:
    in_tables: int = sum(table.count("\n|") for table in _WELL_TABLE.findall(text))
    return text.count("\n|") != in_tables
