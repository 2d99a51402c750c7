"""What a file may be called, and what it should be called where it is not."""

import re
import unicodedata

from localgroups.model.late_patterns import late
from localgroups.model.limits import SLUG, STEM
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.plain_values import suggest_stem

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STEM = re.compile(r"[a-z0-9][a-z0-9-]*")
_TEXT = late(r"(.*?)(?:\.(?:md|markdown|mdown|mkd|txt))+", re.IGNORECASE)
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names of devices on Windows, where no file and no folder can have them, with any ending."""
_LONGEST_RESERVED = len("com1")
_UNNOTICED = re.compile(r"readme(?:\.\w+)?|thumbs\.db|desktop\.ini|.*~", re.IGNORECASE)


def is_unnoticed(name: str) -> bool:
    """Files that belong to people's tools, notes for those who open the folder on the Git host, what begins with x-."""
    return name.startswith((".", "x-")) or (
        (name[:1] in "RrTtDd" or name.endswith("~")) and _UNNOTICED.fullmatch(name) is not None
    )


def alike(name: str) -> str:
    """What two names have in common that a disk may take for one: capitals and how accents are stored do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fault_of_slug(name: str) -> Fault | None:
    if _SLUG.fullmatch(name) and len(name) <= SLUG.most and not _RESERVED.fullmatch(name):
        return None
    better = suggest_stem(name)[: SLUG.most].strip("-")
    better += "-group" if _RESERVED.fullmatch(better) else ""
    return Fault(
        "folder-name",
        f"{quoted(name)} cannot be the name of a group's folder.",
        f"Use a to z, figures and hyphens, at most {SLUG}. Rename it to: {better}",
    )


def is_well_named(name: str) -> bool:
    """Whether a text of this name is read."""
    return (
        name.endswith(".md")
        and _STEM.fullmatch(stem := name[:-3]) is not None
        and len(stem) <= STEM.most
        and not (len(stem) <= _LONGEST_RESERVED and _RESERVED.fullmatch(stem))
    )


def fault_of_stem(name: str) -> Fault | None:
    """What is wrong with the name of a text: `2026-12-03 Meeting.md`; None where it is well."""
    if is_well_named(name):
        return None
    stem, _, ending = name.rpartition(".")
    found = _TEXT.fullmatch(name)
    plain = suggest_stem(found[1] if found else name)
    better = f"{plain}-1.md" if _RESERVED.fullmatch(plain) else f"{plain}.md"
    if found and len(stem) > STEM.most:
        return Fault(
            "file-name",
            f"The file's name has {len(stem)} characters; at most {STEM} are taken.",
            f"Rename it to: {better[:60].rstrip('-')}.md",
        )
    if found and ending != "md" and _STEM.fullmatch(found[1]) and better == f"{found[1]}.md":
        return Fault("file-name", f"{quoted(name)} is not read: texts end in .md.", f"Rename it to: {better}")
    return Fault(
        "file-name",
        f"{quoted(name)} cannot be part of an address.",
        f"Use a to z, figures and hyphens. Rename it to: {better}",
    )


def fault_of_list(name: str) -> Fault:
    """What is wrong with the name of a list of meetings that does not end in .yaml."""
    better = f"{suggest_stem(name.rpartition('.')[0])}.yaml"
    return Fault("file-name", f"{quoted(name)} is not read: lists of meetings end in .yaml.", f"Rename it to: {better}")


def is_text(name: str) -> bool:
    """Whether a writer meant a file to be published as text."""
    return _TEXT.fullmatch(name) is not None
