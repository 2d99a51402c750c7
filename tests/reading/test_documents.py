"""Documents are what their endings say."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from localgroups.model.groups import Asset, Stored
from localgroups.model.limits import DOCUMENT_BYTES
from localgroups.reading.documents import DocumentResult, publish_document

PDF = b"%PDF-1.7\n%%EOF\n"


def package(*entries: tuple[str, bytes]) -> bytes:
    """A zip file; the first entry uncompressed, as OpenDocument wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


ODT = package(("mimetype", b"application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", b"<x/>"))
DOCX = package(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>"))
DOCM = package(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>"), ("word/vbaProject.bin", b"x"))


def publish(folder: Path, name: str, data: bytes) -> DocumentResult:
    (folder / name).write_bytes(data)
    return publish_document(folder / name, "/groups/riverside/")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("agenda.pdf", PDF),
        ("Agenda_2026-12.PDF", PDF),
        ("minutes.odt", ODT),
        ("minutes.docx", DOCX),
        ("notes.txt", "Café\n".encode()),
        ("list.csv", b"\xef\xbb\xbfname,town\n"),
        ("day.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ],
)
def test_documents_are_published_as_they_are(tmp_path: Path, name: str, data: bytes) -> None:
    result = publish(tmp_path, name, data)

    assert result.fault is None
    assert result.href == f"/groups/riverside/documents/{Path(name).stem}{Path(name).suffix.lower()}"
    assert result.size == len(data)
    assert result.asset is not None
    assert result.asset == Asset(result.href, Stored(tmp_path / name, 0, len(data), hashlib.sha256(data).hexdigest()))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("page.html", b"<script>alert(1)</script>", "document-kind"),
        ("macro.docm", DOCM, "document-kind"),
        ("program", b"x", "document-kind"),
        ("agenda.pdf", b"<html><script>alert(1)</script></html>", "document-content"),
        ("agenda.odt", DOCX, "document-content"),
        ("agenda.docx", ODT, "document-content"),
        ("agenda.docx", DOCM, "document-content"),
        ("agenda.xlsx", DOCX, "document-content"),
        ("agenda.docx", DOCX[:60], "document-content"),
        ("notes.txt", b"caf\xe9", "document-content"),
        ("notes.csv", b"a\x00b", "document-content"),
        ("day.ics", b"Monday", "document-content"),
        ("agenda.php.pdf", PDF, "document-name"),
        ("my agenda.pdf", PDF, "document-name"),
        (".pdf", PDF, "document-kind"),
        ("-x.pdf", PDF, "document-name"),
        ("ümlaut.pdf", PDF, "document-name"),
    ],
)
def test_what_is_not_what_it_says_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    result = publish(tmp_path, name, data)

    assert result.asset is None
    assert result.fault is not None
    assert result.fault.code == code
    assert result.fault.help


def test_a_name_that_cannot_be_an_address_gets_one_that_can(tmp_path: Path) -> None:
    result = publish(tmp_path, "Our Agenda (final).pdf", PDF)

    assert result.fault is not None
    assert result.fault.help == "Rename it to: our-agenda-final.pdf"


def test_a_document_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(DOCUMENT_BYTES.most + 1)

    result = publish_document(tmp_path / "huge.pdf", "/")

    assert result.fault is not None
    assert result.fault.code == "document-too-heavy"
    assert "20 MB" in result.fault.message


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(PDF)
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")

    result = publish_document(tmp_path / "link.pdf", "/")

    assert result.fault is not None
    assert result.fault.code == "not-a-plain-file"
