"""Files and folders that are not where, or not what, something is read: what becomes of them, and where they belong.

What somebody wrote or photographed to be published, and will not be, is a fault; what programs leave behind is
worth a look. Apart from `file_names`, which judges the names of what lies where it belongs.
"""

from collections.abc import Collection

from localgroups.model.identity import Kind
from localgroups.reading.faults import Fault, quoted, warning
from localgroups.reading.own_files import DOCUMENT_ENDINGS, IMAGE_ENDINGS
from localgroups.reading.plain_values import suggest_stem
from localgroups.reading.words import nearest

TOP_FILES = ("group.yaml", "about.md")
FOLDERS = (*Kind, "images", "documents")
OWN = "x-"
"""Before the name of a file or folder that a group keeps for itself, as before a field's."""

_TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".rst", ".html", ".htm", ".rtf", ".doc", ".docx", ".odt")
_PICTURE_ENDINGS = (*IMAGE_ENDINGS, ".heic", ".heif", ".svg", ".bmp", ".tif", ".tiff", ".avif")
_OTHER_DOCUMENTS = (*DOCUMENT_ENDINGS, ".doc", ".xls", ".ppt", ".pages", ".numbers", ".rtf", ".docm", ".xlsm", ".md")
_CONTENT = tuple({*_TEXT_ENDINGS, *_PICTURE_ENDINGS, *_OTHER_DOCUMENTS, ".yaml", ".yml", ".json"})
_FILES = {
    "group.yml": "group.yaml", "group.yaml.txt": "group.yaml", "group.txt": "group.yaml", "group.json": "group.yaml",
    "group.md": "group.yaml", "groups.yaml": "group.yaml", "about.txt": "about.md", "about.markdown": "about.md",
    "about.md.txt": "about.md", "about.html": "about.md", "about us.md": "about.md", "about-us.md": "about.md",
}  # fmt: skip
_FOLDERS = {
    "events": "meetings", "event": "meetings", "meeting": "meetings", "calendar": "meetings", "dates": "meetings",
    "new": "news", "posts": "news", "post": "news", "blog": "news", "articles": "news", "article": "news",
    "campaign": "campaigns", "photos": "images", "photo": "images", "pictures": "images", "picture": "images",
    "img": "images", "imgs": "images", "image": "images", "media": "images", "files": "documents", "docs": "documents",
    "document": "documents", "downloads": "documents", "pdf": "documents", "pdfs": "documents",
}  # fmt: skip


def fault_of_folder(name: str, shown: str, present: Collection[str]) -> Fault:
    """A folder at the top of a group's that is none of those that are read. `present` are the names beside it."""
    message = f"Nothing in the folder {quoted(shown)} is published: no folder of that name is read."
    near = meant_folder(name) or nearest(name, FOLDERS)
    if name.casefold() in ("draft", "drafts", "unpublished"):
        help = "Move its files into news, meetings or campaigns, and write in each: status: draft"
    elif near and near in present:
        help = f"Move its files into the folder {near}."
    elif near:
        help = f"Rename it to: {near}"
    else:
        help = (
            "Move its files into news, meetings, campaigns, images or documents. "
            f"A folder for yourselves is called {OWN}{suggest_stem(name, 'notes')}"
        )
    return Fault("misnamed-folder", message, help)


def meant_folder(name: str) -> str:
    """The folder that is certainly meant: `Meetings`, `events`; else empty."""
    plain = name.strip().casefold()
    return plain if plain in FOLDERS else _FOLDERS.get(plain, "")


def fault_of_inner_folder(shown: str, folder: str) -> Fault:
    """A folder in one of those that are read."""
    message = f"Nothing in the folder {quoted(shown)} is published: files lie directly in {folder}."
    return Fault("misnamed-folder", message, f"Move its files up into {folder}.")


def fault_of_file(name: str, shown: str, present: Collection[str]) -> Fault:
    """A file at the top of a group's folder that is none of those that are read."""
    lower = name.casefold()
    meant = lower if lower in TOP_FILES else _FILES.get(lower, "") or nearest(name, TOP_FILES)
    if meant:
        message = f"{quoted(shown)} is not read: the file is called {meant}."
        help = f"Put what is right into {meant}, and delete this one." if meant in present else f"Rename it to: {meant}"
        return Fault("misplaced-file", message, help)
    message = f"{quoted(shown)} is not published: it lies outside the folders that are read."
    if lower.endswith(_PICTURE_ENDINGS):
        return Fault("misplaced-file", message, "Move it into the folder images.")
    if lower.endswith((".md", ".markdown")):
        help = "Move it into the folder news, meetings or campaigns; what is always true belongs into about.md."
        return Fault("misplaced-file", message, help)
    if lower.endswith(_OTHER_DOCUMENTS):
        help = f"Move it into the folder documents. A file for yourselves is called {OWN}{lower}"
        return Fault("misplaced-file", message, help)
    help = "Put it into news, meetings, campaigns, images or documents, or delete it."
    fault = warning("unexpected-file", f"{quoted(shown)} is not published: nothing of that name belongs here.", help)
    return Fault("misplaced-file", message, help) if lower.endswith(_CONTENT) else fault


def fault_of_stray(name: str, shown: str, folder: str) -> Fault:
    """A file in one of the folders that are read, of a kind that is not read there."""
    lower = name.casefold()
    if folder == "images":
        return _of_kind(shown, lower, folder, _PICTURE_ENDINGS, "Save it as JPEG or PNG", "the picture")
    if folder == "documents":
        return _of_kind(shown, lower, folder, _OTHER_DOCUMENTS, "Save it as PDF", "the document")
    message = f"{quoted(shown)} is not published: texts end in .md."
    if folder == Kind.MEETINGS:
        message = f"{quoted(shown)} is not published: texts end in .md, lists of meetings in .yaml."
    if lower.endswith(_PICTURE_ENDINGS):
        return Fault("misplaced-file", f"{quoted(shown)} is not published: it is a picture.", "Move it to: images/")
    if "." not in name:
        return Fault("misplaced-file", message, f"Rename it to: {suggest_stem(name)}.md")
    if lower.endswith(_TEXT_ENDINGS):
        better = f"{suggest_stem(name.rpartition('.')[0])}.md"
        help = f"Copy its words into a file of the name {better}; a file to download belongs into documents."
        return Fault("misplaced-file", message, help)
    if lower.endswith(_OTHER_DOCUMENTS):
        return Fault("misplaced-file", message, "A file to download belongs into the folder documents. Move it there.")
    if lower.endswith(_CONTENT):
        return Fault("misplaced-file", message, f"Write it as {suggest_stem(name.rpartition('.')[0])}.md")
    return warning("unexpected-file", message, "Delete it, or move it out of the group's folder.")


def _of_kind(shown: str, lower: str, folder: str, endings: tuple[str, ...], cure: str, what: str) -> Fault:
    others, other = (
        (_OTHER_DOCUMENTS, "documents") if folder == "images" else ((*_PICTURE_ENDINGS, ".md", ".yaml"), "images")
    )
    known = ", ".join(IMAGE_ENDINGS if folder == "images" else DOCUMENT_ENDINGS)
    if lower.endswith(endings) and not lower.endswith((".md", ".rtf") if folder == "images" else ()):
        return Fault("file-kind", f"{quoted(shown)} is not a kind of file that is published.", f"{cure}: {known}")
    if lower.endswith(others):
        message = f"{quoted(shown)} is not published: it does not belong into {folder}."
        where = "news, meetings or campaigns" if lower.endswith((".md", ".yaml")) else f"the folder {other}"
        return Fault("misplaced-file", message, f"Move it into {where}.")
    message = f"{quoted(shown)} is not published: it is not a kind that is known in {folder}."
    return warning("unexpected-file", message, f"Save {what} as one of {known}, or delete it.")


def fault_beside_groups(shown: str, lower: str) -> Fault:
    """A file in the folder of all groups."""
    message = f"{quoted(shown)} is not published: every group has a folder of its own here."
    if lower.endswith(_CONTENT):
        return Fault("misplaced-file", message, "Move it into the folder of its group.")
    return warning("unexpected-file", message, "Put it into the folder of a group, or delete it.")
