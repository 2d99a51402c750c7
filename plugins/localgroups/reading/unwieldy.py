"""Texts that unfold into more than a page: blocks inside blocks without end, tables, tags that are left open.

Looked at between Markdown, which is quick with all of them, and the sanitiser, which takes a minute over a hundred
thousand quotations inside one another. Such a text is held, and told, like any other that cannot be published.
"""

import re
from collections import Counter

from localgroups.model.late_patterns import late
from localgroups.model.limits import NESTING, PAGE_BYTES, REOPENED
from localgroups.reading.faults import Fault

_TAG = late(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_NEVER_NESTED = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("colgroup", "dd", "dt", "li", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)
"""Elements without an end, and those that the next of their kind ends (HTML, 13.1.2.4)."""
_LASTING = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
"""Formatting elements: those left open are opened anew in every block that follows (HTML, 13.2.4.3)."""


def unwieldy(html: str, *, has_typed_tags: bool = True) -> Fault | None:
    """What is too much about the HTML that a text was made into; None for nearly all.

    `has_typed_tags`: whether tags may be in it that a writer typed. The parser's own end where they should.
    """
    if len(html) > PAGE_BYTES.most:
        return Fault(
            "text-too-heavy",
            f"This text becomes a page of {len(html) / 1_000_000:.1f} MB; {PAGE_BYTES.of} may have {PAGE_BYTES}.",
            "Make several texts of it, or attach the long tables as a document.",
        )
    if _is_light(html, has_typed_tags):
        return None
    depth, reopened = _measured(html)
    if depth > NESTING.most:
        return Fault(
            "text-too-deep",
            f"In this text, blocks stand inside blocks more than {NESTING} deep.",
            "Write it flatter: fewer quotations, lists or tags inside one another.",
        )
    if reopened > REOPENED.most:
        return Fault(
            "text-too-heavy",
            "This text leaves tags like <b> or <font> open, and every paragraph below opens them anew.",
            "Close each tag where it ends, like </b>, or write **bold** in place of tags.",
        )
    return None


def _is_light(html: str, has_typed_tags: bool) -> bool:
    """Whether it is sure from counts alone, as with nearly every text: what ends somewhere, stands in nothing or lasts
    nowhere is taken off, and all the rest may be open at once."""
    ends = html.count("</")
    if not has_typed_tags:
        return _is_flat(html, ends)
    tags = html.count("<")
    open_at_most = tags - ends
    for never_open in ("<p>", "<li>", "<td>"):
        if open_at_most <= NESTING.most:
            break
        open_at_most -= html.count(never_open)
    return open_at_most <= NESTING.most and tags * open_at_most <= REOPENED.most


def _is_flat(html: str, ends: int) -> bool:
    """The same of the parser's own tags: each ends where it should, and a table, which has the most, stands in none."""
    open_at_most = ends + 1
    for never_open in ("</t", "</li>", "</p>"):
        if open_at_most <= NESTING.most:
            break
        open_at_most -= html.count(never_open)
    return open_at_most <= NESTING.most


def _measured(html: str) -> tuple[int, int]:
    """How many elements are open at once, and how many a browser adds to make good what was left open; at the most.

    An end that belongs to nothing ends nothing. A formatting element that ends inside a block which began in it is
    taken for one that lasts: in the worst case it does (HTML, 13.2.6.4.7, the adoption agency). Gives up early.
    """
    open_now: Counter[str] = Counter()
    stack: list[str] = []
    lasting = depth = deepest = reopened = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        reopened += lasting
        if name in _NEVER_NESTED:
            continue
        if not tag[1]:
            open_now[name] += 1
            stack.append(name)
            lasting += name in _LASTING
            depth += 1
            deepest = max(deepest, depth)
            if deepest > NESTING.most or reopened > REOPENED.most:
                break
        elif open_now[name]:
            open_now[name] -= 1
            depth -= 1
            lasting -= _ends_cleanly(name, stack)
    return deepest, reopened


def _ends_cleanly(name: str, stack: list[str]) -> bool:
    """Take the innermost `name` off the stack, with what is in it; whether it is a formatting element that is gone."""
    is_clean = name in _LASTING
    while stack:
        inner = stack.pop()
        if inner == name:
            return is_clean
        is_clean = is_clean and inner in _LASTING
    return False
