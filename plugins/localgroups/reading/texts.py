"""Bytes become text, or a fault that says where they are not text.

UTF-8 with or without a byte-order mark; Windows and old Mac line ends become plain ones, so that lines
are counted as editors count them.
"""

import re

from localgroups.model.characters import is_plain, with_plain_ends
from localgroups.model.limits import FAULTS
from localgroups.reading.faults import Fault, FileFaults, quoted, warning

# Texts, compiled where they are asked for: nearly every file is plain.
_MARKER = r"^(<{7}|>{7}|\|{7})(?: .*)?$"
_CONTROL = "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]"
_OVERRIDE = "[\u202a-\u202e\u2066-\u2069]"
_SPACELESS = "(?<![^\\s!-\u024f])[\u200b\u2060]+|[\u200b\u2060]+(?![^\\s!-\u024f])"
"""Spaces without width, beside Latin letters or none; other scripts break their lines at them."""
_WORD = rb"[^\s\"'<>()\[\]{},;:]+"


_KINDS = (
    (b"PK\x03\x04", "a document of a word processor, or another packed file"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"{\\rtf", "a document of a word processor"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""How files begin that are no texts, whatever their names say."""
_BEGINNINGS = tuple(begin for begin, _ in _KINDS)
_GARBLED = "[ÂÃ][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]|â€|â‚"
_WORD_BEFORE, _WORD_AFTER = r"[^\s\"'<>()]{0,40}\Z", r"[^\s\"'<>()]{0,40}"


def decode(data: bytes, faults: FileFaults) -> str | None:
    """The text of a file; None where it cannot be used, and then `faults` says why."""
    if data.startswith(_BEGINNINGS):
        kind = next(what for begin, what in _KINDS if data.startswith(begin))
        help = "Write the text in a plain file that ends in .md; a document belongs into the folder documents."
        faults.add(Fault("not-a-text", f"This is {kind}, not a text.", help))
        return None
    if b"\0" in data[:64] and (data[:64:2].count(0) > 12 or data[1:64:2].count(0) > 12):
        faults.add(Fault("not-utf-8", "This file is saved as UTF-16.", "Save it again with the encoding UTF-8."))
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add(Fault("not-utf-8", "This file is saved as UTF-16.", "Save it again with the encoding UTF-8."))
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_bytes(data, error.start, faults)
        return None
    text = with_plain_ends(text)
    if "\0" in text:
        at = text.index("\0")
        faults.add_at(
            Fault(
                "nul-byte",
                "This is not a text file, or it was damaged: it holds a zero byte.",
                "Save it again as plain text.",
            ),
            *place(text, at),
        )
        return None
    if not text or text.isspace():
        faults.add(Fault("empty-file", "This file is empty.", "Write its text, or delete the file."))
        return None
    _report_markers(text, faults)
    _warn_of_garbled(text, faults)
    return _without_hidden(text, faults)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _report_bytes(data: bytes, offset: int, faults: FileFaults) -> None:
    """Point at the first byte that is not UTF-8, and guess the word as Windows would have written it."""
    before = with_plain_ends(data[:offset].decode("utf-8"))
    line, column = place(before, len(before))
    guess = ""
    for word in re.compile(_WORD).finditer(data, data.rfind(b"\n", 0, offset) + 1):
        if word.start() <= offset < word.end():
            guess = word.group().decode("cp1252", errors="replace")
            column -= len(data[word.start() : offset].decode("utf-8", errors="replace"))
            break
    meant = f": {quoted(guess)} was probably meant" if guess and "\ufffd" not in guess else ""
    faults.add_at(
        Fault(
            "not-utf-8",
            f"The letters of this file cannot be read from here on{meant}.",
            "The file was saved in an older encoding. Save it again with the encoding UTF-8.",
        ),
        line,
        column,
        column + max(1, len(guess)),
    )


def _warn_of_garbled(text: str, faults: FileFaults) -> None:
    """`CafÃ©` is what becomes of `Café` when it is saved in one encoding and opened in another."""
    if text.isascii() or not ("Ã" in text or "Â" in text or "â" in text):
        return
    for found in re.finditer(_GARBLED, text):
        before = re.search(_WORD_BEFORE, text[max(0, found.start() - 40) : found.start()])
        after = re.compile(_WORD_AFTER).match(text, found.end())
        word = f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
        try:
            meant = word.encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        line, column = place(text, found.start() - len(before[0] if before else ""))
        message = f"The letters of {quoted(word)} were garbled when it was copied or saved."
        faults.add_at(warning("garbled-letters", message, f"Write: {meant}"), line, column, column + len(word))
        return


def _report_markers(text: str, faults: FileFaults) -> None:
    if not ("<" in text and "<<<<<<<" in text) and not (">" in text and ">>>>>>>" in text):
        return
    marks = list(re.finditer(_MARKER, text, re.MULTILINE))
    begins = [mark for mark in marks if mark.group(1).startswith("<")]
    ends = [mark for mark in marks if mark.group(1).startswith(">")]
    for mark in (begins or (ends[:1] if "\n=======\n" in text else []))[: FAULTS.most]:
        line, column = place(text, mark.start())
        faults.add_at(
            Fault(
                "merge-marker",
                f"Two versions of this file were left mixed, from {quoted(mark.group())} on.",
                "Keep the version that is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
            ),
            line,
            column,
            column + len(mark.group()),
        )


def _without_hidden(text: str, faults: FileFaults) -> str:
    """The text without characters that cannot be seen and can deceive; nobody types them on purpose."""
    if is_plain(text):
        return text
    for pattern, what in (
        (_CONTROL, "cannot be seen"),
        (_SPACELESS, "has no width"),
        (_OVERRIDE, "cannot be seen and turns the direction of writing"),
    ):
        end = _end_of_fields(text, faults.path) if pattern is _SPACELESS else len(text)
        found = re.compile(pattern).search(text, 0, end)
        if found:
            line, column = place(text, found.start())
            faults.add_at(
                warning(
                    "hidden-character",
                    f"Here is a character that {what} (U+{ord(found.group()[0]):04X}); it is left out.",
                    "Delete this place and type it again.",
                ),
                line,
                column,
                column + 1,
            )
            text = re.sub(pattern, "", text[:end]) + text[end:]
    return text


def _end_of_fields(text: str, path: str) -> int:
    """Where the fields of a file end: what has no width does no harm in the text below them."""
    if path.endswith(".yaml"):
        return len(text)
    return max(0, text.find("\n---", 3)) if text.startswith("---") else 0
