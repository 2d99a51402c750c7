"""What browsers may do with the site's pages, said in one place: in each page, and in a file for the host.

The policy lets a page load from its own site alone and run no script at all; the few pages that have a script of the
theme's may run that, from a file of the site and never from their text. Everything that groups write has been through
the allow-list; this holds even if something got past it. Data in a script element (JSON-LD) is not run by browsers and
needs no leave.
"""

from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.identity import NATION

FILE = "_headers"
"""The name that hosts of static sites look for."""

_DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
PAGE_POLICY = "; ".join(_DIRECTIVES)
"""For `<meta http-equiv="Content-Security-Policy">`: works on every host, also one that takes no headers. What it does
not name, scripts and requests of scripts among them, it forbids."""
SCRIPT_POLICY = "; ".join((*_DIRECTIVES, "script-src 'self'"))
"""For a page that has a script: files of the site alone, and no request from them."""
SEARCH_POLICY = f"{SCRIPT_POLICY}; connect-src 'self'"
"""For the one page whose script fetches something: the search index, which stands on the site itself."""
HOST_POLICY = f"{SEARCH_POLICY}; upgrade-insecure-requests"
"""As a header, for all pages at once: the most that any of them may do, each page's own policy narrows it. Who may
frame them is said by X-Frame-Options instead: where several rules fit a path, hosts send the policies of all, and a
browser keeps to every one of them. A "nobody" said here could not be taken back for the pages that are made for
frames."""
_IN_A_FRAME = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
EMBED_POLICY = "; ".join(_IN_A_FRAME)
"""For a page that stands in a frame of another site: words, a style sheet and its letters."""
LETTER_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""For a page that is a letter: words alone."""
EMBED_PATH = "/groups/:group/embed/*"
FRAMED = {"Content-Security-Policy": f"{EMBED_POLICY}; frame-ancestors *"}
"""Any site may frame it. Where a policy says who may, browsers leave X-Frame-Options out of account
(CSP Level 3, frame-ancestors)."""

EVERYWHERE = {
    "Content-Security-Policy": HOST_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""`nosniff` keeps a document what its ending says; geolocation is for finding the nearest group, when asked."""
FOR_ALL_TO_READ = ("/*.rss", "/*.atom", "/*.ics", "/*.opml", "/*/feed.json", "/feed.json", "/api/*")
"""Feeds, calendars and data, which pages elsewhere may load too."""
FEED_TYPE = "application/xml; charset=utf-8"
"""Of RSS and Atom. By their own types browsers show the source or save a file; as plain XML they use its style sheet,
and readers know a feed by what is in it."""
TYPES = {path: {"Content-Type": FEED_TYPE} for path in ("/*.rss", "/*.atom")}


def headers_file(base: str) -> Artifact:
    """`_headers` as Netlify, Cloudflare Pages and others read it. `base` is the path that the site stands under."""
    rules = [
        (f"{base}/*", EVERYWHERE),
        (base + EMBED_PATH, FRAMED),
        *((base + path, {"Access-Control-Allow-Origin": "*", **TYPES.get(path, {})}) for path in FOR_ALL_TO_READ),
    ]
    text = "\n".join(f"{path}\n{_lines(headers)}" for path, headers in rules)
    return Artifact(OutputPath.of(NATION, f"/{FILE}"), text.encode())


def _lines(headers: dict[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in headers.items())
