"""One text, one list or one picture costs no more than seconds and megabytes, whatever is in it.

Each is read in a process of its own that the system ends when it takes too much: a hang is a failure and not a wait.
"""

import io
import os
import struct
import sys
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from localgroups.model.limits import TEXT_BYTES
from localgroups.reading.faults import Fault
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.rendering import Renderer
from localgroups.reading.renditions import develop
from localgroups.reading.unwieldy import unwieldy
from whole.nations import Nation

if sys.platform == "win32":
    pytest.skip("Windows sets no such limits", allow_module_level=True)

import resource

SECONDS = 20
"""Of a processor, four times what is promised: a slow machine is none of our faults, and a hang never ends."""
MEMORY = 1_000_000_000
ROOM = TEXT_BYTES.most - 1_000
BOLD = "".join(f"<b id={number}>" for number in range(45))


def filled(unit: str) -> str:
    return unit * (ROOM // len(unit.encode()))


def outcome(work: Callable[[], object]) -> str:
    """What `work` says in a child that may use so much and no more: `ended by 24` where it took too much."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, hard))
        statm = Path("/proc/self/statm")
        taken = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
        resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, resource.RLIM_INFINITY))
        try:
            said = str(work())
        except BaseException as error:
            said = f"raised {error!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return f"ended by {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else said


TEXTS = {
    "brackets": filled("["),
    "pictures": filled("!["),
    "links in links": filled("[a]("),
    "stars": filled("*a **a "),
    "backticks": " ".join("`" * number for number in range(1, 620)),
    "signs": filled("<"),
    "comments": filled("<!--"),
    "quotations": filled("> "),
    "lists": filled("- "),
    "lists further and further in": "".join("  " * number + "- a\n" for number in range(430)),
    "definitions": "[a]: /" + "x" * 60_000 + "\n\n" + "[a]" * 45_000,
    "notes": "[^1]" * 45_000 + "\n\n[^1]: a\n",
    "a wide table": "|" + "a|" * 4_000 + "\n|" + "-|" * 4_000 + "\n" + "|\n" * 60_000,
    "addresses": filled("www.a_"),
    "mail": "a@" * 90_000 + "b.c",
    "tags": filled("<div>"),
    "tags left open": BOLD + "<dt>x<dd>" * 20_000,
    "tags left open in a table": "<table>" + BOLD.replace(">", ">x") + "<tr>x" * 35_000,
    "tags that end in the wrong order": "".join(
        f"<b id={number}>{'<div>' * 10}</b>{'</div>' * 10}\n" for number in range(1_500)
    ),
    "tags in cells": "<table>" + "<tr><td><b><i>" * 14_000,
    "headings": "[x](#a)\n\n" + "# a\n" * 45_000,
    "marks on one letter": "e" + "\u0301" * 90_000,
    "one line": "a" * ROOM,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_costs_no_more_than_seconds_whatever_is_in_it(name: str) -> None:
    def render() -> str:
        html = Renderer.at(None).html(TEXTS[name], lambda address: address, {})
        return "held" if isinstance(html, Fault) else "shown"

    assert outcome(render) in ("held", "shown")


def test_tags_that_are_left_open_are_counted_and_not_rendered() -> None:
    """In work, not in seconds: what a browser would add grows with the product of both, what is looked at does not."""
    fault = unwieldy(BOLD + "<dt>x<dd>" * 20_000)
    assert fault is not None
    assert fault.code == "text-too-heavy"
    assert "<b>" in fault.message


@pytest.mark.parametrize(
    "html",
    [
        "<b>" + "<p>A word, and <i>another</i>.</p>\n" * 900,
        "<p><b>A</b> and <em>b</em> and <code>c</code>.</p>\n" * 3_000,
        "<ul>\n<li><b>a</b></li>\n" * 20 + "</ul>\n" * 20,
        "<details><b><p>a</b></details>\n" * 30,
    ],
)
def test_an_ordinary_text_with_a_slip_is_shown(html: str) -> None:
    assert unwieldy(html) is None


@pytest.mark.parametrize(
    ("written", "is_held"),
    [
        ("| a | b | c |\n|---|---|---|\n" + "| *a* | b | c |\n" * 30, False),
        ("- a\n" * 200, False),
        ("- " * 30 + "a", False),
        ("- " * 60 + "a", True),
        ("> " * 60 + "a\n", True),
        ("a\n\n" * 60 + "> " * 49 + "| a |\n" + "> " * 49 + "|---|\n", False),
        ("a\n\n" * 60 + "> " * 50 + "| a |\n" + "> " * 50 + "|---|\n", True),
        ("*a " * 60 + "a*" * 60, True),
    ],
)
def test_what_markdown_alone_made_is_held_where_it_is_too_deep(written: str, is_held: bool) -> None:
    html = markdown_to_html(written)
    assert (unwieldy(html, has_typed_tags=False) is not None) == is_held
    assert (unwieldy(html) is not None) == is_held


LISTS = {
    "mistyped": "- {titel: M, strats: 3/12/2026}\n",
    "mistyped in ever new ways": None,
    "of nothing": "-\n",
    "of words": "- a\n",
    "without end": "- {title: M, starts: 2026-12-03 19:00}\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_no_more_than_seconds_whatever_is_in_it(nation: Nation, name: str) -> None:
    unit = LISTS[name]
    text = filled(unit) if unit else "".join(f"- {{titel{n}: M, strats{n}: x}}\n" for n in range(6_000))
    nation.group("riverside")
    nation.write("groups/riverside/meetings/all.yaml", text)

    assert outcome(nation.check) == ("1")


def test_a_good_meeting_far_down_in_a_list_of_slips_is_published(nation: Nation) -> None:
    nation.group("riverside")
    slips = "- {titel: M, strats: 3/12/2026}\n" * 200
    nation.write("groups/riverside/meetings/all.yaml", f"{slips}- {{title: Good, starts: 2026-12-03 19:00}}\n")

    assert nation.build() == 3

    assert (nation.output / "groups/riverside/meetings/2026-12-03-good/index.html").is_file()
    assert "too-many-slips" in nation.printed


# ------------------------------------------------------------ pictures


def drawing(width: int, height: int, kind: int = 2, extra: bytes = b"") -> bytes:
    """A PNG of one colour, of any size, in a few kilobytes."""
    row = width * {0: 1, 2: 3, 6: 4}[kind]
    pack = zlib.compressobj(9)
    body = b"".join(pack.compress(bytes(row + 1)) for _ in range(height)) + pack.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def photo(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3_000, 2_000), "red").save(out, "JPEG", **options)
    return out.getvalue()


def over_itself(times: int) -> bytes:
    """A JPEG whose last layer is there so often."""
    data = photo(progressive=True)
    layer = data[data.rfind(b"\xff\xda") : -2]
    return data[:-2] + layer * times + data[-2:]


PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "as large as may be": (lambda: drawing(7_000, 7_000), "shown"),
    "as large as may be, with a colour to see through": (lambda: drawing(7_000, 7_000, 6), "shown"),
    "one pixel wide": (lambda: drawing(1, 5_000_000, 0), "picture-too-many-pixels"),
    "laid over itself": (lambda: over_itself(3_000), "picture-damaged"),
    "in layers": (lambda: photo(progressive=True), "shown"),
    "with words that unfold": (
        lambda: drawing(10, 10, 2, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000), 9))),
        "picture-format",
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_costs_no_more_than_seconds_and_megabytes(name: str) -> None:
    make, expected = PICTURES[name]
    data = make()

    def work() -> str:
        made = develop(data, "a picture")
        return made.code if isinstance(made, Fault) else "shown"

    assert outcome(work) == expected


def test_a_large_picture_is_made_smaller_without_a_seam() -> None:
    ramp = Image.linear_gradient("L").resize((5_000, 9_000))
    out = io.BytesIO()
    ramp.convert("RGBA").save(out, "PNG")

    made = develop(out.getvalue(), "a picture")

    assert not isinstance(made, Fault)
    assert isinstance(made.sizes[0].data, bytes)
    small = Image.open(io.BytesIO(made.sizes[0].data)).convert("L")
    column = [small.getpixel((small.width // 2, y)) for y in range(small.height)]
    assert max(abs(a - b) for a, b in pairwise(column)) <= 4
    assert (column[0] < 6, column[-1] > 249) == (True, True)
