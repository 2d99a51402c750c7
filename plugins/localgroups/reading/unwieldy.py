"""Texts that unfold into more than a page: blocks inside blocks without end, or tables that fill themselves.

Looked at between Markdown, which is quick with all of them, and the sanitiser, which takes a minute over a hundred
thousand quotations inside one another. Such a text is held, and told, like any other that cannot be published.
"""

import re
from collections import Counter

from localgroups.model.limits import NESTING, PAGE_BYTES
from localgroups.reading.faults import Fault

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_NEVER_NESTED = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("colgroup", "dd", "dt", "li", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)
"""Elements without an end, and those that the next of their kind ends (HTML, 13.1.2.4)."""


def unwieldy(html: str) -> Fault | None:
    """What is too much about the HTML that a text was made into; None for nearly all."""
    if len(html) > PAGE_BYTES.most:
        return Fault(
            "text-too-heavy",
            f"This text becomes a page of {len(html) / 1_000_000:.1f} MB; {PAGE_BYTES.of} may have {PAGE_BYTES}.",
            "Make several texts of it, or attach the long tables as a document.",
        )
    if html.count("<") > NESTING.most and _is_deep(html):
        return Fault(
            "text-too-deep",
            f"In this text, blocks stand inside blocks more than {NESTING} deep.",
            "Write it flatter: fewer quotations, lists or tags inside one another.",
        )
    return None


def _is_deep(html: str) -> bool:
    """Whether more elements are open at once than the limit. An end that belongs to nothing ends nothing."""
    open_now: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _NEVER_NESTED:
            continue
        if not tag[1]:
            open_now[name] += 1
            depth += 1
            if depth > NESTING.most:
                return True
        elif open_now[name]:
            open_now[name] -= 1
            depth -= 1
    return False
