"""The text below the fields: Markdown becomes safe HTML, and links to the writer's own files become addresses.

A link is followed as the Git host follows it, from the folder that the text stands in; the way that the
fields name files, from the owner's folder, is taken too.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from localgroups.model.diagnostics import Severity
from localgroups.model.html import EMPTY, SafeHtml
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.own_files import DOCUMENT_ENDINGS, IMAGE_ENDINGS


def read_body(text: str, line: int, faults: FileFaults, desk: Desk) -> SafeHtml:
    """The HTML of a text that begins on `line` of its file. What leads nowhere is a warning; the text stays."""
    if not text.strip():
        return EMPTY
    return desk.renderer.html(text, _resolver(text, line, faults, desk), desk.library.sizes)


def _resolver(text: str, line: int, faults: FileFaults, desk: Desk) -> Callable[[str], str | None]:
    own = desk.folder.prefix

    def resolve(address: str) -> str | None:
        parts = urlsplit(address)
        tail = f"#{parts.fragment}" if parts.fragment else ""
        path = unquote(parts.path)
        if path.startswith("/") and not path.startswith(f"/{own}/"):
            return address
        folder = posixpath.dirname(faults.path)
        for base in (folder, own):
            full = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(base, path))
            if full == own or full.startswith(f"{own}/"):
                found = _address(full.removeprefix(own).strip("/") or ".", desk)
                if isinstance(found, str):
                    return found + tail
                if isinstance(found, Fault):
                    _report(found, address, text, line, faults)
                    return None
        _report(_nowhere(address, path, desk), address, text, line, faults)
        return None

    return resolve


def _address(path: str, desk: Desk) -> str | Fault | None:
    """The address of a file of the folder; None where there is no such file."""
    if path in desk.folder.uploads:
        if path.casefold().endswith(IMAGE_ENDINGS):
            return desk.library.picture_href(path, "")
        document = desk.library.document(path)
        return document if isinstance(document, Fault) else document.href
    return desk.href_of_text(path)


def _nowhere(address: str, path: str, desk: Desk) -> Fault:
    if path.casefold().endswith(IMAGE_ENDINGS + DOCUMENT_ENDINGS):
        name = posixpath.basename(path)
        folder = "images" if path.casefold().endswith(IMAGE_ENDINGS) else "documents"
        help = desk.library.missing(f"{folder}/{name}").help.replace(f"Write: {folder}/", f"Write: ../{folder}/")
        return Fault("file-not-there", f"{quoted(address)} is not in this group's folder.", help)
    if "." in address.partition("/")[0] and not address.startswith("."):
        return Fault("link-without-scheme", f"{quoted(address)} lacks its beginning.", f"Write: https://{address}")
    return Fault(
        "link-nowhere",
        f"{quoted(address)} leads to no file of this folder.",
        "Write the whole address, like https://www.example.org/page",
    )


def _report(fault: Fault, address: str, text: str, line: int, faults: FileFaults) -> None:
    """Say it where the link stands, as a warning: the text can be published without the link."""
    at = max(text.find(address), text.find(unquote(address)))
    before = text[: max(at, 0)]
    column = len(before) - (before.rfind("\n") + 1) + 1
    end = column + (len(address) if at >= 0 else 0)
    mild = fault if fault.severity is Severity.WARNING else warning(fault.code, fault.message, fault.help)
    place = (line + before.count("\n"), column, end)
    if not any(one.code == mild.code and one.message == mild.message for one in faults.found):
        faults.add_at(mild, *place)
