"""The allow-list: which elements, attributes and classes a writer's text may have.

Data only, so that a reader can check it in a minute; `sanitiser` puts it to use. What Markdown makes is in it, and
what people type as HTML inside Markdown because Markdown has no sign for it. No style, no script, no form, no frame.
"""

_TAGS = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong
    sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
"""
TAGS = frozenset(_TAGS.split())

DROPPED_WITH_CONTENT = frozenset(
    {"iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"}
)
"""Of every other element that is not allowed, the text inside stays."""

ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"id", "lang", "title"}),
    "a": frozenset({"href", "name", "aria-label"}),
    "code": frozenset({"class"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "input": frozenset({"checked"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
"""`sanitiser` looks again at every attribute of a, img, input and code."""

_SIDES = frozenset({"left", "center", "right"})
_FLOATS = frozenset({"left", "right"})
_LISTS = frozenset({"1", "a", "A", "i", "I"})

_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
_ALIGNED = frozenset({"td", "th", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6"})

VALUES: dict[str, dict[str, frozenset[str]]] = {
    tag: {
        "dir": _DIRECTIONS,
        **({"align": _SIDES} if tag in _ALIGNED else {}),
        **({"align": _FLOATS} if tag == "img" else {}),
        **({"type": _LISTS} if tag == "ol" else {}),
        **({"type": frozenset({"checkbox"})} if tag == "input" else {}),
    }
    for tag in TAGS
}
"""Attributes that may have these values alone."""

ALERTS = ("note", "tip", "important", "warning", "caution")

CLASSES: dict[str, frozenset[str]] = {
    "div": frozenset({"alert", *(f"alert-{kind}" for kind in ALERTS)}),
    "p": frozenset({"alert-title"}),
    "sup": frozenset({"footnote-ref"}),
    "a": frozenset({"footnote-backref"}),
    "section": frozenset({"footnotes"}),
}

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
