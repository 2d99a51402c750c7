"""Paths of images and documents in the writer's own folder."""

import re

from localgroups.model.late_patterns import late
from localgroups.reading.addresses import is_on_own_computer
from localgroups.reading.faults import Fault, quoted

IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif")
DOCUMENT_ENDINGS = (".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".txt", ".csv", ".ics")

_PATH = late(r"(?:\.{0,2}/)?(images|documents)/([^/\\]+)")


def read_image_path(text: str) -> str | Fault:
    """`images/march.jpg`; the way that it is written in a text, `../images/march.jpg`, is taken too."""
    return _read(text, "images", IMAGE_ENDINGS)


def read_document_path(text: str) -> str | Fault:
    """`documents/agenda.pdf`"""
    return _read(text, "documents", DOCUMENT_ENDINGS)


def _read(text: str, folder: str, endings: tuple[str, ...]) -> str | Fault:
    path = text.strip()
    found = _PATH.fullmatch(path)
    if found and found[1] == folder and found[2].casefold().endswith(endings):
        return f"{folder}/{found[2]}"
    name = re.split(r"[/\\]", path)[-1]
    if found and found[1] == folder:
        return Fault(
            "file-kind",
            f"{quoted(path)} is not a kind of file that is published.",
            f"Known endings: {', '.join(endings)}",
        )
    if is_on_own_computer(path):
        message = f"{quoted(path)} is a file on your own computer, which nobody else can see."
        return Fault("own-computer", message, f"Upload it to your folder {folder}, and write: {folder}/{name}")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", path):
        return Fault(
            "outside-path",
            f"{quoted(path)} is elsewhere on the web.",
            f"Save it in your folder {folder} and write: {folder}/{name or 'name' + endings[0]}",
        )
    return Fault(
        "outside-path",
        f"{quoted(path)} is not a file in your folder {folder}.",
        f"Write: {folder}/{name or 'name' + endings[0]}",
    )
