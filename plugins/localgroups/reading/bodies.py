"""The text below the fields: Markdown becomes safe HTML, and links to the writer's own files become addresses.

A link is followed as the Git host follows it, from the folder that the text stands in; the way that the
fields name files, from the owner's folder, is taken too.
"""

import posixpath
from urllib.parse import unquote, urlsplit

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.identity import Kind
from localgroups.model.limits import FAULTS
from localgroups.model.values import Struct, field
from localgroups.reading.body_slips import find_body_slips
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.own_files import DOCUMENT_ENDINGS, IMAGE_ENDINGS
from localgroups.reading.texts import place
from localgroups.reading.words import nearest


def read_body(text: str, line: int, faults: FileFaults, desk: Desk) -> SafeHtml:
    """The HTML of a text that begins on `line` of its file. What leads nowhere is a warning; the text stays."""
    if not text.strip():
        return EMPTY
    slips = find_body_slips(text)
    for fault, at, length in slips:
        row, column = place(text, at)
        faults.add_at(fault, line + row - 1, column, column + length)
    links = _Links(text, line, faults, desk, {one.fault.code for one in slips})
    html = desk.renderer.html(text, links.resolve, desk.library.sizes)
    if isinstance(html, Fault):
        faults.add_at(html, line)
        return EMPTY
    return html


class _Links(Struct):
    """The relative links of one text, followed one after the other."""

    text: str
    line: int
    faults: FileFaults
    desk: Desk
    told: set[str]
    """Codes of what is told of the text already."""
    seen: set[str] = field(default_factory=set)
    """Addresses that lead nowhere, each told once."""

    def resolve(self, address: str) -> str | None:
        """The address on the site; None where it leads nowhere."""
        own = self.desk.folder.prefix
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        tail = f"#{parts.fragment}" if parts.fragment else ""
        path = unquote(parts.path)
        is_file = path.casefold().endswith(IMAGE_ENDINGS + DOCUMENT_ENDINGS)
        if path.startswith("/") and not path.startswith(f"/{own}/") and (not is_file or self.desk.is_nation):
            return address
        folder = posixpath.dirname(self.faults.path)
        for base in (folder, own):
            full = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(base, path))
            if full == own or full.startswith(f"{own}/"):
                found = _address(full.removeprefix(own).strip("/") or ".", self.desk)
                if isinstance(found, str):
                    return found + tail
                if isinstance(found, Fault):
                    self.report(found, address)
                    return None
        if address not in self.seen and len(self.seen) < FAULTS.most and not self.is_told(address):
            self.report(_nowhere(unquote(address), path, self.desk), address)
        return None

    def is_told(self, address: str) -> bool:
        """Whether the address is what a fault of the text that is told already made of a link."""
        is_scrap = any(sign in address for sign in '<>\n"”“') or address.rstrip().endswith("=")
        return is_scrap and bool(self.told & {"broken-html", "curly-quotes"})

    def report(self, fault: Fault, address: str) -> None:
        """Say it where the link stands, as a warning: the text can be published without the link."""
        self.seen.add(address)
        at, length = _find(self.text, address)
        row, column = place(self.text, at)
        mild = warning(fault.code, fault.message, fault.help)
        if not any(one.code == mild.code and one.message == mild.message for one in self.faults.found):
            self.faults.add_at(mild, self.line + row - 1, column, column + length)


def _find(text: str, address: str) -> tuple[int, int]:
    """Where an address stands in a text, and its length; the text's beginning where it cannot be found."""
    for written in dict.fromkeys((address, unquote(address))):
        for before in ("](", "](<", '"', "'", "]: ", "=", ""):
            at = text.find(before + written)
            if at >= 0:
                return at + len(before), len(written)
    return 0, 0


def _address(path: str, desk: Desk) -> str | Fault | None:
    """The address of a file of the folder; None where there is no such file."""
    if desk.library.holds(path):
        if path.casefold().endswith(IMAGE_ENDINGS):
            return desk.library.picture_href(path, "")
        document = desk.library.document(path)
        return document if isinstance(document, Fault) else document.href
    return desk.href_of_text(path)


def _nowhere(address: str, path: str, desk: Desk) -> Fault:
    """What to say of a relative address that leads to nothing in the folder."""
    bare = address.strip("“”‘’\"'<>")
    if bare != address and "://" in bare:
        message = f"The quotation marks around {quoted(bare)} are part of the address, so it does not work."
        return Fault("curly-quotes", message, f"Write: {bare}")
    if address.startswith("{") and "}" in address:
        message = f"{quoted(address)} is the way of another program to name a file."
        return Fault("link-nowhere", message, "Write the way to the file: ../documents/agenda.pdf, or ../news/name.md")
    if path.casefold().endswith(IMAGE_ENDINGS + DOCUMENT_ENDINGS):
        name = posixpath.basename(path.replace("\\", "/"))
        folder = "images" if path.casefold().endswith(IMAGE_ENDINGS) else "documents"
        help = desk.library.missing(f"{folder}/{name}").help.replace(f"Write: {folder}/", f"Write: ../{folder}/")
        return Fault("file-not-there", f"{quoted(address)} is not in this group's folder.", help)
    if path.endswith(".md"):
        return Fault("link-nowhere", f"{quoted(address)} leads to no file of this folder.", _nearest_text(path, desk))
    if "@" in address and "/" not in address:
        return Fault("link-without-scheme", f"{quoted(address)} lacks its beginning.", f"Write: mailto:{address}")
    is_page = path.casefold().endswith((".html", ".htm", ".php")) and "/" not in path
    if "." in address.partition("/")[0] and not address.startswith(".") and not is_page:
        return Fault("link-without-scheme", f"{quoted(address)} lacks its beginning.", f"Write: https://{address}")
    return Fault(
        "link-nowhere",
        f"{quoted(address)} leads to no file of this folder.",
        "Write the whole address, like https://www.example.org/page",
    )


def _nearest_text(path: str, desk: Desk) -> str:
    """The cure for a link to a text that is not there."""
    every = {stem: kind for kind in Kind for stem in desk.stems(kind)}
    stem = posixpath.basename(path).removesuffix(".md")
    near = stem if stem in every else nearest(stem, every)
    if near:
        return f"Write: ../{every[near]}/{near}.md"
    return "Write the name of a file in news, meetings or campaigns, like ../news/name.md"
