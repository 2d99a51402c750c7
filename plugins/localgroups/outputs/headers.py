"""What browsers may do with the site's pages, said in one place: in each page, and in a file for the host.

The policy lets a page load from its own site alone and run no script that stands in it. Everything that groups write
has been through the allow-list; this holds even if something got past it. Data in a script element (JSON-LD) is not
run by browsers and needs no leave.
"""

from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.identity import NATION

FILE = "_headers"
"""The name that hosts of static sites look for."""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
PAGE_POLICY = "; ".join(_DIRECTIVES)
"""For `<meta http-equiv="Content-Security-Policy">`: works on every host, also one that takes no headers."""
HOST_POLICY = "; ".join((*_DIRECTIVES, "frame-ancestors 'none'", "upgrade-insecure-requests"))
"""As a header; only there may a page say who may frame it."""

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


def headers_file(base: str) -> Artifact:
    """`_headers` as Netlify, Cloudflare Pages and others read it. `base` is the path that the site stands under."""
    rules = [
        (f"{base}/*", EVERYWHERE),
        *((base + path, {"Access-Control-Allow-Origin": "*"}) for path in FOR_ALL_TO_READ),
    ]
    text = "\n".join(f"{path}\n{_lines(headers)}" for path, headers in rules)
    return Artifact(OutputPath.of(NATION, f"/{FILE}"), text.encode())


def _lines(headers: dict[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in headers.items())
