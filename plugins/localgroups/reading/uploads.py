"""A file that a writer put beside the text, read once and no larger than its limit.

Shared by pictures and documents; what is in the bytes is their business.
"""

from pathlib import Path
from stat import S_ISREG

from localgroups.model.late_patterns import late
from localgroups.model.limits import Limit
from localgroups.reading.faults import Fault, quoted

_ODD = late(r"[^a-z0-9]+")


def read_upload(file: Path, limit: Limit, code: str) -> bytes | Fault:
    """The bytes of an ordinary file. `code` is that of a file over its limit.

    Symbolic links, pipes and devices are never opened.
    """
    try:
        facts = file.lstat()
    except FileNotFoundError:
        return Fault(
            "file-not-there", f"{quoted(file.name)} is not in the folder.", "Upload the file, or take the line out."
        )
    if not S_ISREG(facts.st_mode):
        return Fault(
            "not-a-plain-file",
            f"{quoted(file.name)} is not a file of its own.",
            "Upload the file itself, not a link to it.",
        )
    if facts.st_size > limit.most:
        size = f"{facts.st_size / 1_000_000:.1f} MB"
        return Fault(
            code, f"{quoted(file.name)} has {size}; {limit.of} may have {limit}.", "Save it smaller, and upload that."
        )
    return file.read_bytes()


def plain_name(stem: str, otherwise: str) -> str:
    """A file's stem as it may stand in an address: `March & Rally (2)` gives `march-rally-2`."""
    return _ODD.sub("-", stem.lower()).strip("-")[:60].rstrip("-") or otherwise
