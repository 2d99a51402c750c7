"""Documents that writers upload: agendas, minutes, leaflets, tables.

By allow-list: the ending says what a browser will take the file for, so the content has to be that and
nothing else. Documents are published as they are.
"""

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path

from localgroups.model.groups import Asset, Stored
from localgroups.model.late_patterns import late
from localgroups.model.limits import DOCUMENT_BYTES, PACKAGE_BYTES, PACKAGE_ENTRIES
from localgroups.model.values import Struct
from localgroups.reading.faults import Fault, listed, quoted
from localgroups.reading.uploads import plain_name, read_upload


class DocumentResult(Struct, frozen=True):
    """A document with its address, or what is wrong with it."""

    href: str = ""
    size: int = 0
    """Bytes."""
    asset: Asset | None = None
    fault: Fault | None = None


def publish_document(file: Path, href_prefix: str) -> DocumentResult:
    """One document for the owner whose addresses begin with `href_prefix`: `/groups/riverside/`.

    Content faults are returned: `file-not-there`, `document-name`, `document-kind`, `document-too-heavy`,
    `document-content`.
    """
    fault = _fault_of_name(file)
    if fault is not None:
        return DocumentResult(fault=fault)
    data = read_upload(file, DOCUMENT_BYTES, "document-too-heavy")
    if isinstance(data, Fault):
        return DocumentResult(fault=data)
    ending = file.suffix.lower()
    if not KINDS[ending](data):
        return DocumentResult(
            fault=Fault(
                "document-content",
                f"{quoted(file.name)} is not what its ending {ending} says, or it holds a program.",
                f"Open it, save it anew as {ending[1:].upper()}, and upload that.",
            )
        )
    href = f"{href_prefix}documents/{file.stem}{ending}"
    stored = Stored(file, 0, len(data), hashlib.sha256(data).hexdigest())
    return DocumentResult(href, len(data), Asset(href, stored))


_NAME = late(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}\.[A-Za-z]{3,4}")
"""One dot alone: some web servers read `minutes.php.pdf` as a program."""


def _fault_of_name(file: Path) -> Fault | None:
    ending = file.suffix.lower()
    if ending not in KINDS:
        return Fault(
            "document-kind",
            f"{quoted(file.name)} is not a kind of document that is published.",
            f"Save it as {listed(kind[1:].upper() for kind in KINDS)}; pictures go into the folder images.",
        )
    if not _NAME.fullmatch(file.name):
        return Fault(
            "document-name",
            f"{quoted(file.name)} cannot be part of an address.",
            f"Rename it to: {plain_name(file.stem, 'document')}{ending}",
        )
    return None


# ------------------------------------------------------------- what is in them


_PAGE = late(
    rb"\s*(?:<!doctype|<html|<head|<script|<iframe|<h1|<div|<font|<table|<a|<style|<title|<b|<body|<br|<p|<svg|<math"
    rb"|<!--|<\?xml|<\?php|<%)(?![a-z0-9])",
    re.IGNORECASE,
)
"""How a text begins that some programs take for a page, whatever its ending: the patterns of the MIME Sniffing
Standard, 7.1, and of servers' own languages."""


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def _is_text(data: bytes) -> bool:
    if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")):
        return False
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not re.search(r"[\x00-\x08\x0e-\x1f]", text)


def _is_calendar(data: bytes) -> bool:
    return _is_text(data) and data.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR")


def _is_opendocument(kind: str) -> Callable[[bytes], bool]:
    """OpenDocument 1.3, part 2, 3.3: the first entry of the package names its type, uncompressed."""
    start = b"mimetypeapplication/vnd.oasis.opendocument." + kind.encode()
    return lambda data: data[30 : 30 + len(start)] == start and "META-INF/manifest.xml" in _entries(data)


def _is_office(folder: str) -> Callable[[bytes], bool]:
    """Office Open XML without macros."""

    def is_kind(data: bytes) -> bool:
        entries = _entries(data)
        is_package = "[Content_Types].xml" in entries and any(one.startswith(f"{folder}/") for one in entries)
        return is_package and not any(one.lower().endswith("vbaproject.bin") for one in entries)

    return is_kind


def _entries(data: bytes) -> frozenset[str]:
    """Names in a zip file, from its directory; nothing is unpacked."""
    if not data.startswith(b"PK\x03\x04") or data.count(b"PK\x01\x02") > PACKAGE_ENTRIES.most:
        return frozenset()
    import zipfile  # here: most groups have no such document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > PACKAGE_BYTES.most:
                return frozenset()
            names = package.namelist()
            return frozenset() if any(_climbs(one) for one in names) else frozenset(names)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def _climbs(name: str) -> bool:
    """Whether a careless program would unpack it elsewhere."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)


KINDS: dict[str, Callable[[bytes], bool]] = {
    ".pdf": _is_pdf,
    ".odt": _is_opendocument("text"),
    ".ods": _is_opendocument("spreadsheet"),
    ".odp": _is_opendocument("presentation"),
    ".docx": _is_office("word"),
    ".xlsx": _is_office("xl"),
    ".pptx": _is_office("ppt"),
    ".txt": _is_text,
    ".csv": _is_text,
    ".ics": _is_calendar,
}
"""Ending to test of content."""
