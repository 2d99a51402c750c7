"""Addresses on the web: the schemes that are let through, and the slips that are made with them."""

import re
from enum import Enum
from urllib.parse import quote, urlsplit

from localgroups.model.limits import PARAGRAPH
from localgroups.reading.faults import Fault, quoted

SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?")
_EMAIL = re.compile(r"[^\s@<>()\[\]:;,\"\\]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_PHONE = re.compile(r"\+?[\d\s().\-/]{5,30}(?:\s*(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"`\\^{}|]")
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


class PathRule(Enum):
    """Whether an address may be a path instead."""

    NONE = "an address on the web alone"
    OWN_FILE = "or a file in the writer's own folder"
    """Or a path on the site, which `values.address_of` lets the national office use."""
    SITE = "or a path on the site, which begins with /"


def read_url(text: str, paths: PathRule = PathRule.NONE) -> str | Fault:
    """An address with one of the four schemes, ready to print; or a path where the rule lets it."""
    url = text.strip()
    found = _SCHEME.match(url)
    if not found or (_HOST.fullmatch(url) and url[found.end() :][:1].isdigit()):
        return _without_scheme(url, paths)
    scheme = found[1].casefold()
    if scheme not in SCHEMES:
        return Fault(
            "link-scheme",
            f"{quoted(text)} begins with {found[1]}:, which is not let through.",
            "Write an address that begins with https://",
        )
    if len(url) > PARAGRAPH.most:
        return Fault("broken-link", f"{quoted(text)} is longer than {PARAGRAPH}.", "Write a shorter address.")
    if _UNSAFE.search(url):
        help = "Copy it again from the address line of the browser."
        return Fault("broken-link", f"{quoted(text)} has a space or a sign in it that addresses do not have.", help)
    if scheme == "mailto":
        return f"mailto:{url[7:]}" if _EMAIL.fullmatch(url[7:].partition("?")[0]) else _not_an_email(url[7:])
    if scheme == "tel":
        return f"tel:{url[4:]}" if _PHONE.fullmatch(url[4:]) else _not_a_phone(url[4:])
    return _of_web(text, url, scheme)


def _of_web(text: str, url: str, scheme: str) -> str | Fault:
    rest = url[len(scheme) + 1 :]
    try:
        parts = urlsplit(f"{scheme}://{rest.lstrip('/')}")
        host = (
            (parts.hostname or "").encode("idna").decode("ascii")
            if not (parts.hostname or "").isascii()
            else parts.hostname
        )
        parts.port  # noqa: B018  (reading it raises for a port that is no number)
    except ValueError:
        host = None
    if not host or not rest.startswith("//") or rest.startswith("///"):
        return Fault(
            "broken-link", f"{quoted(text)} is not a whole address.", f"Write it like {scheme}://www.example.org/page"
        )
    if parts.hostname and not parts.hostname.isascii():
        rest = rest.replace(parts.netloc, host, 1)
    return f"{scheme}:{quote(rest, safe=_SAFE)}"


def _without_scheme(url: str, paths: PathRule) -> str | Fault:
    if url.startswith(("//", "://")) or url.casefold().startswith("www."):
        return _missing_scheme(url, f"https://{url.lstrip(':/')}")
    if _EMAIL.fullmatch(url):
        return _missing_scheme(url, f"mailto:{url}")
    if paths is not PathRule.NONE and url.startswith("/") and not _UNSAFE.search(url) and ".." not in url:
        return quote(url, safe=_SAFE)
    if (
        paths is PathRule.OWN_FILE
        and "/" in url
        and not url.startswith("/")
        and "." not in url.partition("/")[0].lstrip(".")
    ):
        return url
    if _HOST.fullmatch(url):
        return _missing_scheme(url, f"https://{url}")
    return Fault(
        "broken-link", f"{quoted(url)} is not an address on the web.", "Write it like https://www.example.org/page"
    )


def _missing_scheme(url: str, better: str) -> Fault:
    return Fault("link-without-scheme", f"{quoted(url)} lacks its beginning.", f"Write: {better}")


def read_email(text: str) -> str | Fault:
    """An e-mail address, without `mailto:`."""
    address = text.strip()
    if address.casefold().startswith("mailto:"):
        address = address[7:]
    return address if _EMAIL.fullmatch(address) else _not_an_email(text)


def _not_an_email(text: str) -> Fault:
    return Fault("not-an-email", f"{quoted(text)} is not an e-mail address.", "Write it like hello@example.org")


def read_phone(text: str) -> str | Fault:
    """A telephone number, with the spaces that people read it by."""
    number = " ".join(text.split())
    return number if _PHONE.fullmatch(number) and sum(map(str.isdigit, number)) >= 3 else _not_a_phone(text)


def _not_a_phone(text: str) -> Fault:
    return Fault(
        "not-a-phone-number",
        f"{quoted(text)} is not a telephone number.",
        "Write figures and spaces, like 01632 960 001",
    )


def is_own_file(url: str) -> bool:
    """Whether an address that was read is a path in the writer's folder."""
    return not url.startswith("/") and not _SCHEME.match(url)
