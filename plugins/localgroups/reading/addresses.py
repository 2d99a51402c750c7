"""Addresses on the web: the schemes that are let through, and the slips that are made with them."""

import re
from enum import Enum
from urllib.parse import quote, urlsplit

from localgroups.model.late_patterns import late
from localgroups.model.limits import PARAGRAPH
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.words import nearest

SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?")
_EMAIL = re.compile(r"[^\s@<>()\[\]:;,\"\\?#&%/`{|}]+@(?:[\w-]+\.)+[^\W\d_]{2,}")
_PHONE = late(r"\+?[\d\s().\-/]{5,30}(?:\s*(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_SPACES = late(r"\s+")
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"`\\^{}|]")
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


WELL = re.compile(
    r"(?:https?://(?!https?:)[\w.-]+\.\w+(?:[/?#][\w./?=&%#+~:@!$,;*-]*)?|(?:\.\./)?(?:images|documents)/[\w.-]+)"
)
"""By far the most addresses, which need no second look."""
_BROKEN_SCHEME = late(
    r"(?:h?t{1,3}ps?|https?|http?s|hhtps?|htpps?|httpss)\s*[:;]?\s*[/\\]{1,3}\s*(?=\w)|https?[:;](?=\w)", re.IGNORECASE
)
_TWICE = late(r"(?:https?:?//)+(?=https?://)", re.IGNORECASE)
_OWN_COMPUTER = late(r"file:|[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/\w|~/", re.IGNORECASE)
_AROUND = "<>“”„‘’\"'`()[]"
_FILE_ENDINGS = (".html", ".htm", ".php", ".md", ".pdf", ".doc", ".docx", ".jpg", ".jpeg", ".png", ".txt", ".odt")


def is_on_own_computer(address: str) -> bool:
    """Whether an address leads to a disk: `C:\\Users\\…`, `file:///…`."""
    return _OWN_COMPUTER.match(address) is not None


def find_address_slip(url: str) -> Fault | None:
    """What was meant by an address that cannot work as it stands; None where nothing is known to be wrong."""
    if is_on_own_computer(url):
        name = re.split(r"[/\\]", url.rstrip("/\\"))[-1]
        help = f"Upload it to your folder documents, and write: documents/{name}"
        if name.casefold().endswith((".jpg", ".jpeg", ".png", ".webp", ".gif")):
            help = f"Upload it to your folder images, and write: images/{name}"
        return Fault("own-computer", f"{quoted(url)} is a file on your own computer, which nobody else can see.", help)
    bare = url.strip(_AROUND)
    is_wrapped = url[:1] in _AROUND or url[-1:] in _AROUND.rstrip("()[]")
    if is_wrapped and bare != url and bare and not isinstance(read_url(bare), Fault):
        return Fault("broken-link", f"There are signs around the address {quoted(url)}.", f"Write: {bare}")
    twice = _TWICE.match(url)
    if twice:
        return Fault("broken-link", f"{quoted(url)} begins twice.", f"Write: {url[twice.end() :]}")
    several = [one.strip(",;") for one in re.split(r"[\s,;]+(?=https?://|www\.)", url)]
    if len(several) > 1:
        return Fault("broken-link", f"{quoted(url)} is more than one address.", f"Write one: {_whole(several[0])}")
    broken = _BROKEN_SCHEME.match(url)
    if broken and not re.match(r"https?://\w", url, re.IGNORECASE):
        secure = "http" if broken[0].casefold().startswith("http") and "s" not in broken[0].casefold() else "https"
        rest = url[broken.end() :].replace("\\", "/")
        if _HOST.fullmatch(rest):
            return Fault("broken-link", f"The beginning of {quoted(url)} is not right.", f"Write: {secure}://{rest}")
    if re.match(r"https?://", url, re.IGNORECASE) and re.search(r"\s", url):
        host, slash, path = url.partition("://")[2].partition("/")
        better = f"{url.partition('://')[0]}://{_SPACES.sub('', host)}{slash}{_SPACES.sub('%20', path.strip())}"
        if not re.search(r"(?<![\s.])\s+(?![\s.])", host.strip()):
            return Fault("broken-link", f"There is a space in the address {quoted(url)}.", f"Write: {better}")
    number = re.sub(r"[\s().-]", "", url)
    if re.fullmatch(r"\+?\d{7,15}", number):
        return Fault(
            "link-without-scheme",
            f"{quoted(url)} is a telephone number without tel: before it.",
            f"Write: tel:{number}",
        )
    return None


class PathRule(Enum):
    """Whether an address may be a path instead."""

    NONE = "an address on the web alone"
    OWN_FILE = "or a file in the writer's own folder"
    """Or a path on the site, which `values.address_of` lets the national office use."""
    SITE = "or a path on the site, which begins with /"


def read_url(text: str, paths: PathRule = PathRule.NONE) -> str | Fault:
    """An address with one of the four schemes, ready to print; or a path where the rule lets it."""
    url = text.strip()
    if len(url) > PARAGRAPH.most:
        return Fault("broken-link", f"{quoted(text)} is longer than {PARAGRAPH}.", "Write a shorter address.")
    slip = None if WELL.fullmatch(url) else find_address_slip(url)
    if slip:
        return slip
    found = _SCHEME.match(url)
    if not found or (_HOST.fullmatch(url) and url[found.end() :][:1].isdigit()):
        return _without_scheme(url, paths)
    scheme = found[1].casefold()
    if scheme not in SCHEMES:
        near = nearest(scheme, SCHEMES)
        return Fault(
            "link-scheme",
            f"{quoted(text)} begins with {found[1]}:, which is not let through.",
            f"Write: {near}{url[len(scheme) :]}" if near else "Write an address that begins with https://",
        )
    if _UNSAFE.search(url):
        help = "Copy it again from the address line of the browser."
        return Fault("broken-link", f"{quoted(text)} has a space or a sign in it that addresses do not have.", help)
    if scheme == "mailto":
        return f"mailto:{url[7:]}" if _EMAIL.fullmatch(url[7:].partition("?")[0]) else _not_an_email(url[7:])
    if scheme == "tel":
        return f"tel:{url[4:]}" if _PHONE.fullmatch(url[4:]) else _not_a_phone(url[4:])
    return _of_web(text, url, scheme)


def _whole(address: str) -> str:
    return address if "://" in address else f"https://{address}"


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
    if "/" not in url and url.casefold().endswith(_FILE_ENDINGS):
        help = "Write it like https://www.example.org/page, or documents/agenda.pdf"
        return Fault("broken-link", f"{quoted(url)} is the name of a file, not an address.", help)
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
    message = f"{quoted(text)} is not an e-mail address."
    inside = _EMAIL.findall(text)
    better = re.sub(r"\s*(?:\(at\)|\[at\]|\bat\b)\s*", "@", text.strip(), flags=re.IGNORECASE)
    better = re.sub(r"\s*(?:\(dot\)|\[dot\]|\bdot\b)\s*", ".", better, flags=re.IGNORECASE)
    better = re.sub(r"@+", "@", re.sub(r"\s", "", better)).strip(".,;:<>").replace(",", ".")
    if inside:
        help = f"Write: {inside[0]}" if len(inside) == 1 else f"Write one: {inside[0].rstrip('.')}"
    elif "://" in text or text.strip().casefold().startswith("www."):
        help = f"Write in place of this:  form: {text.strip()}"
    elif _EMAIL.fullmatch(better):
        help = f"Write: {better}"
    elif _PHONE.fullmatch(text.strip()):
        help = f'Write in place of this:  phone: "{text.strip()}"'
    elif _HOST.fullmatch(text.strip()) and "@" not in text:
        help = f"The sign @ is missing. Write it like: hello@{text.strip()}"
    else:
        help = "Write it like hello@example.org"
    return Fault("not-an-email", message, help)


def read_phone(text: str) -> str | Fault:
    """A telephone number, with the spaces that people read it by."""
    number = " ".join(text.split())
    return number if _PHONE.fullmatch(number) and sum(map(str.isdigit, number)) >= 3 else _not_a_phone(text)


def _not_a_phone(text: str) -> Fault:
    figures = text.strip().translate(str.maketrans("OoIl", "0011"))
    inside = re.search(r"\+?\d[\d\s().-]{5,}\d", text)
    if _EMAIL.fullmatch(text.strip()):
        help = f"Write in place of this:  email: {text.strip()}"
    elif _PHONE.fullmatch(figures):
        help = f"Write: {figures}, with figures for the letters"
    elif inside:
        help = f"Write: {inside[0]}"
    else:
        help = "Write figures and spaces, like 01632 960 001"
    return Fault("not-a-phone-number", f"{quoted(text)} is not a telephone number.", help)


def is_own_file(url: str) -> bool:
    """Whether an address that was read is a path in the writer's folder."""
    return not url.startswith("/") and not _SCHEME.match(url)
