"""Slips in the text below the fields that its HTML no longer shows: links that were not read as links, files on the
writer's own disk, pictures from elsewhere, HTML that is left out.

Found in what was typed, so that each is told at its own place. All of them are mild: the text is published.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import unquote

from localgroups.model.late_patterns import late
from localgroups.model.limits import FAULTS
from localgroups.reading.addresses import SCHEMES, WELL, find_address_slip, is_on_own_computer, read_url
from localgroups.reading.allowed_html import DROPPED_WITH_CONTENT
from localgroups.reading.body_lines import Found, find_line_slips, open_code
from localgroups.reading.faults import Fault, quoted, warning
from localgroups.reading.own_files import DOCUMENT_ENDINGS, IMAGE_ENDINGS
from localgroups.reading.placeholders import placeholder_in_body
from localgroups.reading.slip_signs import Signs, signs_of
from localgroups.reading.words import nearest

_FENCE = re.compile(r"\n(`{3,}|~{3,})")
"""In a text with an end of line put before it, as in `body_lines`."""
_SPAN = late(r"`(?<!``)(`{0,2})(?!`)[^`\n]{1,500}`\1(?!`)")
_LINK = late(r"\[([^\[\]\n]{0,200})\]([ \t]*)\(([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,200})?)\)")
_TITLE = late(r"\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\))\s*$")
_HTML_LINK = late(
    r"<(a|img)\b[^<>\"']{0,200}(?:(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}')[^<>\"']{0,100}){0,8}?\b(href|src)\s*=\s*([\"'“”‘’]?)",
    re.IGNORECASE,
)
_SCHEME = late(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
_LEFT_OUT = late(
    rf"<({'|'.join(sorted(DROPPED_WITH_CONTENT | {'form', 'button', 'embed', 'video', 'audio'}))})\b([^<>]{{0,500}})>",
    re.IGNORECASE,
)
_SOURCE = late(r"\b(?:src|data)\s*=\s*[\"']?(https?://[^\"'\s>]{1,300})", re.IGNORECASE)


def find_body_slips(text: str) -> list[Found]:
    """The slips of a text in order, at most as many as anybody mends at once."""
    has_blocks = ("`" in text and "```" in text) or ("~" in text and "~~~" in text)
    shown = without_blocks(text) if has_blocks else text
    signs = signs_of(shown)
    if any(signs):
        return look_closely(text, shown, signs)
    placeholder = placeholder_in_body(text, has_brackets=has_blocks)
    found = [Found(*placeholder)] if placeholder else []
    return sorted([*found, *open_code(text)], key=lambda one: one.at) if has_blocks else found


def look_closely(text: str, shown: str, signs: Signs) -> list[Found]:
    """The slips of a text that has signs of some; `shown` is the text with blocks of code blanked out."""
    placeholder = placeholder_in_body(text)
    found = [Found(*placeholder)] if placeholder else []
    shown = _without_spans(shown)
    every = find_line_slips(text, shown, signs)
    if signs.html or (signs.links and ("](" in text or "] (" in text or "<" in text)):
        every = chain(_of_links(shown), _of_html(shown), every)
    found.extend(islice(every, FAULTS.most - len(found)))
    return sorted(found, key=lambda one: one.at)


def without_blocks(text: str) -> str:
    """The text with blocks of code blanked out, so that every place stays what it is."""
    parts: list[str] = []
    done, opening = 0, ""
    for fence in _FENCE.finditer(f"\n{text}"):
        start, end = fence.start(), fence.end() - 1
        if not opening:
            parts.append(text[done:start])
            done, opening = start, fence[1]
        elif fence[1].startswith(opening):
            parts.append(_blank(text[done:end]))
            done, opening = end, ""
    rest = text[done:]
    parts.append(_blank(rest) if opening else rest)
    return "".join(parts)


def _blank(text: str) -> str:
    return "\n".join([" " * len(line) for line in text.split("\n")])


def _without_spans(text: str) -> str:
    """The text with code inside its lines blanked out."""
    return _SPAN.sub(lambda code: " " * len(code[0]), text) if "`" in text else text


def _of_links(text: str) -> Iterator[Found]:
    for link in _LINK.finditer(text):
        label, gap, inside = link.groups()
        start = link.start()
        mark = text[start - 1 : start] if text[start - 1 : start] == "!" else ""
        whole = f"{mark}{link[0]}"
        start -= len(mark)
        if not mark and not gap and WELL.fullmatch(inside):
            continue
        address = _TITLE.sub("", inside).strip()
        at = link.start(3) + len(inside) - len(inside.lstrip())
        if gap:
            is_file = "/" in address and address.casefold().endswith((*IMAGE_ENDINGS, *DOCUMENT_ENDINGS, ".md"))
            if is_file or read_url(address) == address:
                help = f"Write: {mark}[{label}]({address})"
                message = f"A space stands between ] and ( here: {quoted(whole)}."
                yield Found(warning("space-in-link", message, help), start, len(whole))
            continue
        if not address and label.strip():
            message = f"The link {quoted(whole)} has no address."
            help = f"Write it between the brackets: {mark}[{label}](https://www.example.org/page)"
            yield Found(warning("broken-link", message, help), start, len(whole))
            continue
        if mark and not label.strip():
            message = f"The picture {quoted(address)} has no words for those who cannot see it."
            help = f"Write: ![what it shows]({address})"
            yield Found(warning("missing-alt", message, help), start, len(whole))
        fault = _fault_of(address, is_picture=bool(mark), label=label)
        if fault:
            yield Found(fault, at, len(address))


def _fault_of(address: str, *, is_picture: bool, label: str = "") -> Fault | None:
    """What is wrong with an address that is no path of the folder; paths are followed elsewhere."""
    if not address or address.startswith("#"):
        return None
    if is_on_own_computer(address):
        name = re.split(r"[/\\]", address)[-1]
        folder = "images" if is_picture or name.casefold().endswith(IMAGE_ENDINGS) else "documents"
        message = f"{quoted(address)} is a file on your own computer, which nobody else can see."
        return warning("own-computer", message, f"Upload it to the folder {folder}, and write: ../{folder}/{name}")
    scheme = _SCHEME.match(address)
    name = scheme[1].casefold() if scheme else ""
    if name and name not in SCHEMES:
        near = nearest(name, SCHEMES)
        help = f"Write: {near}{address[len(name) :]}" if near else "Write an address that begins with https://"
        if is_picture and name in ("data", "cid", "blob"):
            help = "Save the picture in your folder images, and write: ../images/name.jpg"
        return warning("link-scheme", f"{quoted(address)} begins with {name}:, which is not let through.", help)
    if name in ("http", "https") and is_picture:
        help = f"Save it in your folder images, and write: ![{label or '…'}](../images/{_file_name(address)})"
        return warning(
            "outside-image", f"The picture {quoted(address)} is on another site; it is shown as a link.", help
        )
    if " " in address and not name and not address.startswith("<") and "." in address.rpartition("/")[2]:
        better = address.replace(" ", "%20")
        message = f"There is a space in the address {quoted(address)}, so no link is made."
        return warning("space-in-link", message, f"Write: {better}")
    slip = find_address_slip(address.strip("<>")) or (read_url(address.strip("<>")) if name else None)
    if not isinstance(slip, Fault) or slip.code == "link-without-scheme":
        return None
    return warning(slip.code, slip.message, slip.help)


def _file_name(address: str) -> str:
    name = unquote(address.partition("?")[0].rpartition("/")[2])
    return name if re.fullmatch(r"[\w.-]+\.\w{3,4}", name) else "name.jpg"


def _of_html(text: str) -> Iterator[Found]:
    """Links and pictures that were typed as HTML, and elements that are left out."""
    for tag in _HTML_LINK.finditer(text):
        element, attribute, mark = tag[1].casefold(), tag[2], tag[3]
        if mark and mark not in "\"'":
            rest = text[tag.end() : tag.end() + 300].partition(">")[0]
            address = re.split(r"[\s“”‘’]", rest)[0]
            message = f"The quotation marks around {quoted(address)} are curly, so the link does not work."
            fault = warning("curly-quotes", message, f'Write: {attribute}="{address}"')
            yield Found(fault, tag.end() - 1, len(address) + 2)
        elif mark:
            end = text.find(mark, tag.end(), tag.end() + 3000)
            address = text[tag.end() : end if end >= 0 else tag.end() + 60]
            if end < 0 or "<" in address or ">" in address or address.rstrip().endswith("="):
                shown = text[tag.start() : tag.end() + 24].partition("\n")[0].partition(">")[0]
                message = f"The address of the link {quoted(shown)} is missing, or its quotation marks are not closed."
                fault = warning("broken-html", message, "Write it like [words of the link](https://www.example.org/)")
                yield Found(fault, tag.start(), len(shown))
            else:
                fault_of = _fault_of(address.strip(), is_picture=element == "img")
                if fault_of:
                    yield Found(fault_of, tag.end(), len(address))
    for tag in _LEFT_OUT.finditer(text):
        source = _SOURCE.search(tag[2])
        help = f"Write a link in its place: [words of the link]({source[1]})" if source else "Delete it."
        fault = warning("html-left-out", f"{quoted(f'<{tag[1]}>')} is not let through, and is left out.", help)
        yield Found(fault, tag.start(), len(tag[1]) + 1)
