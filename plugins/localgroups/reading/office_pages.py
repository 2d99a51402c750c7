"""The national office's own pages, content/pages/*.md, looked at without the program that publishes them.

They are trusted and rendered elsewhere; here is told what would keep one off the site, or lead a link nowhere:
letters that cannot be read, no title, an address that is taken, a file that is not there.
"""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from localgroups.model.diagnostics import Diagnostic
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.files import read_text
from localgroups.reading.plain_values import suggest_stem
from localgroups.reading.texts import place
from localgroups.reading.words import nearest

TAKEN = (
    "groups",
    "regions",
    "news",
    "events",
    "campaigns",
    "search",
    "feeds",
    "desk",
    "api",
    "theme",
    "assets",
    "drafts",
)
"""First parts of addresses that the site needs for itself."""
_FIELD = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_OWN = re.compile(r"[{|](filename|static|attach|index)[}|](.*)")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|#|/|\{|\|")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def check_pages(content: Path) -> list[Diagnostic]:
    """What is wrong with the pages, by file and line."""
    root = content / "pages"
    found: list[Diagnostic] = []
    taken: dict[str, str] = {}
    for file in sorted(root.rglob("*.md")):
        name = file.relative_to(content).as_posix()
        faults = FileFaults(f"content/{name}")
        text = read_text(content, name, faults)
        if text is not None:
            fields = _fields(text, faults)
            _check_address(fields, file.stem, faults, taken)
            _check_links(text, name, content, faults)
        found += faults.found
    return found


def _fields(text: str, faults: FileFaults) -> dict[str, tuple[str, int]]:
    """The fields above the first empty line, each with its line; names in small letters."""
    lines = text.split("\n")
    fences = 1 if lines[0].strip() == "---" else 0
    fields: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(lines[fences:], 1 + fences):
        found = _FIELD.fullmatch(line)
        if found:
            fields[found[1].casefold()] = (found[2].strip(), number)
        elif not line.startswith((" ", "\t")) or not fields:
            break
    if not fields.get("title", ("", 0))[0]:
        help = 'Begin the file with a line like "Title: About us", then an empty line, then the text'
        faults.add(Fault("page-unread", "This page has no title, and would not be on the site.", help))
    return fields


def _check_address(fields: dict[str, tuple[str, int]], stem: str, faults: FileFaults, taken: dict[str, str]) -> None:
    if fields.keys() & {"save_as", "url", "lang", "translation"} or fields.get("status", ("",))[0].lower() == "draft":
        return
    written, line = fields.get("slug", ("", 1))
    slug = suggest_stem(written or stem)
    cure = "Give the page another name, or another line that begins with Slug:"
    if slug in TAKEN:
        message = f"This page wants the address /{slug}/, but the site needs it."
        faults.add_at(Fault("address-taken", message, cure), line)
    elif slug in taken:
        message = f"This page has the same address as {taken[slug]}: /{slug}/"
        faults.add_at(Fault("page-address-taken", message, cure), line)
    else:
        taken[slug] = faults.path


def _check_links(text: str, name: str, content: Path, faults: FileFaults) -> None:
    """Files that a page names and that are not there."""
    shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for link in _LINK.finditer(shown):
        address = link[1]
        own = _OWN.match(address)
        if not own and _OUTSIDE.match(address):
            continue
        path = unquote((own[2] if own else address).partition("#")[0].partition("?")[0])
        if own and own[1] == "index":
            continue
        base = "" if path.startswith("/") else posixpath.dirname(name)
        whole = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        line, column = place(text, link.start(1))
        if own and not whole.startswith("../") and (content / whole).is_file():
            continue
        if own:
            folder = content / posixpath.dirname(whole)
            names = [one.name for one in folder.iterdir()] if folder.is_dir() and not whole.startswith("../") else []
            near = nearest(posixpath.basename(whole), names)
            help = (
                f"Write: {address.replace(posixpath.basename(whole), near)}"
                if near
                else "Put the file there, or take the link out"
            )
            fault = warning("file-not-there", f"{quoted(address)} names a file that is not there.", help)
        elif "@" in path or re.match(r"www\.|[\w-]+\.(?:org|com|net|uk|eu|info)\b", path):
            better = f"mailto:{address}" if "@" in path else f"https://{address}"
            fault = warning("link-without-scheme", f"{quoted(address)} lacks its beginning.", f"Write: {better}")
        else:
            continue
        faults.add_at(fault, line, column, column + len(address))
