"""Words that a form or a copied example leaves behind, where the writer's own belong."""

import re

from localgroups.model.diagnostics import Severity
from localgroups.model.late_patterns import late
from localgroups.reading.faults import Fault, quoted

_SURE = (
    r"lorem ipsum\b.*|[\[<({]*(?:insert|enter|add|type|write|put|replace)\s+(?:your |the |a )?(?:\w+ )?"
    r"(?:title|name|text|summary|description|venue|headline|date)s?(?: here)?[\]>)}.]*"
    r"|(?:your|the|my|meeting|event|news|group|example|sample|page|post|article|campaign|venue)?\s*"
    r"(?:title|name|headline|summary|description|venue|heading) (?:goes )?here[.!]?"
    r"|(?:group|meeting|event|campaign) (?:name|title)"
    r"|(?:my|your|example|sample|placeholder|dummy) (?:title|name|headline|group|venue|summary|text|event|meeting)"
    r"|[<\[{(]+\s*(?:title|name|text|summary|venue|headline|description|your [\w ]+|insert [\w ]+)\s*[>\]})]+"
    r"|x{3,}|asdf\w*|qwerty\w*|(?:foo|bar|blah|bla)(?:[ ,]+(?:foo|bar|baz|blah|bla))*|[?!.…_~-]+|placeholder"
)
_LIKELY = (
    r"tb[acd]|title|headline|name|untitled(?: \w+)?|new (?:post|page|meeting|event)"
    r"|test(?: (?:post|page|meeting|event|title|\d+))?|testing"
    r"|(?:venue|place|hall) name|example|sample|todo|to do|n/?a|none|null"
)
_LEFT_IN = late(rf"(?:{_SURE})|(?P<likely>{_LIKELY})", re.DOTALL)
_BEGINNINGS = (
    *("add", "article", "asdf", "bar", "bla", "campaign", "description", "dummy", "enter", "event", "example", "foo"),
    *("group", "hall", "heading", "headline", "insert", "lorem", "meeting", "my", "n/a", "na", "new", "none", "null"),
    *("page", "place", "post", "put", "qwerty", "replace", "sample", "summary", "tba", "tbc", "tbd", "test", "the"),
    *("title", "to", "type", "untitled", "venue", "write", "xxx", "your", *"[<({?!.…_~-"),
)
"""How the first word begins of all that `_LEFT_IN` matches: few titles and summaries have one of these."""
_LONGEST = max(map(len, _BEGINNINGS))
_IN_TEXT = (
    r"lorem ipsum dolor\b|lorem ipsum\b"
    r"|(?:[\[<({]{1,2}|\b)(?:insert|write|enter|type|add|put)\s+(?:your |the |some )?(?:\w+ )?"
    r"(?:text|description|words) here[\]>)}]{0,2}|\byour text (?:goes )?here\b"
    r"|(?:<<|\[\[)\s*(?:insert|todo|tbc|xxx)\b[^\n\]>]{0,40}(?:>>|\]\])"
)
"""Compiled where it is asked for, which it rarely is; so is the other."""
_WHOLE_TEXT = r"tb[acd]|to-?do|xxx+|text|text here|test|\.\.\.|…|to follow|content here"


def placeholder_in_value(text: str, *, is_name: bool) -> Fault | None:
    """What to say of a value that is no text of the writer's. `is_name`: a title or a name, which says what it is."""
    if not text.lstrip()[:_LONGEST].lower().startswith(_BEGINNINGS):
        return None
    words = " ".join(text.split())
    found = _LEFT_IN.fullmatch(words.lower()) if len(words) <= 400 else None
    if found is None:
        return None
    severity = Severity.ERROR if is_name and found["likely"] is None else Severity.WARNING
    help = "Write your own words in its place" + ("." if is_name else ", or take the line out.")
    return Fault("placeholder", f"{quoted(words)} was left in from a form or an example.", help, severity)


def _may_be_left_in(text: str, has_brackets: bool) -> bool:
    """Without one of these there is no such place, and most texts need no closer look."""
    lower = text.lower()
    return " here" in lower or "lorem ipsum" in lower or (has_brackets and ("<<" in lower or "[[" in lower))


def placeholder_in_body(text: str, *, has_brackets: bool = True) -> tuple[Fault, int, int] | None:
    """The first place in a text where words of a form were left, with its offset and its length.

    `has_brackets`: whether there can be brackets in it that make no link.
    """
    whole = text.strip()
    found = re.fullmatch(_WHOLE_TEXT, whole, re.IGNORECASE) if len(whole) < 20 else None
    if found:
        at = text.index(whole)
        span, words = (at, len(whole)), whole
    else:
        inside = re.search(_IN_TEXT, text, re.IGNORECASE) if _may_be_left_in(text, has_brackets) else None
        if not inside:
            return None
        span, words = (inside.start(), len(inside[0])), inside[0]
    message = f"{quoted(words)} was left in from a form or an example."
    fault = Fault("placeholder", message, "Write your own words in its place, or delete it.", Severity.WARNING)
    return fault, *span
