"""What browsers may do with pages of the preview: what they may do on the public site, and run the preview's script.

A preview that allowed more would show things working that the public site forbids.
"""

import re
from html import escape, unescape

_META = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_SCRIPTS = ("script-src-elem", "script-src", "default-src")
_REQUESTS = ("connect-src", "default-src")
"""Content Security Policy Level 3, 6.8.3: where the first is missing, browsers go by the next."""
_FOR_THE_WEB = ("upgrade-insecure-requests", "block-all-mixed-content")
"""Directives for a site with a certificate; the preview has none."""


def with_leave(policy: str, source: str) -> str:
    """A policy that also lets a page load a script from `source` and listen to it.

    `source` is an address that ends with `/`. Several policies may stand in one text, with commas between.
    """
    return ", ".join(_amended(one, source) for one in policy.split(","))


def _amended(policy: str, source: str) -> str:
    directives: dict[str, list[str]] = {}
    for words in filter(None, (one.split() for one in policy.split(";"))):
        if words[0].lower() not in _FOR_THE_WEB:
            directives.setdefault(words[0].lower(), words[1:])
    for names in (_SCRIPTS, _REQUESTS):
        said = next((one for one in names if one in directives), None)
        if said is not None:
            own = names[-2] if said == names[-1] else said
            directives[own] = [*(one for one in directives[said] if one.lower() != "'none'"), source]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def page_with_leave(page: str, source: str) -> str:
    """The same for the policies that stand in a page's head."""
    return _META.sub(lambda one: f"{one[1]}{escape(with_leave(unescape(one[2]), source))}{one[3]}", page)
