"""`localgroups explain CODE`: a page on one kind of slip; and all of them as a page of the documentation."""

import argparse
import sys
from typing import Any

from localgroups.cli.words import say
from localgroups.reading.codes import CODES, SECTIONS, Code
from localgroups.reading.words import nearest


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("explain", help="explain a code that check names")
    parser.add_argument("code", nargs="?", help="for example missing-field (default: list them all)")
    parser.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="markdown: all of them, as docs/diagnostics.md"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0 with the explanation, 2 where there is no such code."""
    if chosen.format == "markdown":
        say(reference().rstrip("\n"))
        return 0
    if chosen.code is None:
        for code in CODES:
            say(f"{code.name:<28}{code.title}")
        return 0
    found = next((one for one in CODES if one.name == chosen.code), None)
    if found is None:
        near = nearest(chosen.code, [one.name for one in CODES])
        hint = f" Did you mean {near}?" if near else ""
        print(f"There is no code {chosen.code!r}.{hint}", file=sys.stderr)
        return 2
    say(f"{found.name}: {found.title}\n\n{found.explanation}")
    return 0


HEAD = """# Every slip that is told

Made from the program's own table by `localgroups explain --format markdown`; a test holds that it is the newest.
`localgroups check` names the file, the line and the words, says what is wrong, and gives the text to write instead. The
short name behind each message is that of its section here, and `localgroups explain NAME` shows it on a terminal.

A *fault* keeps the file back until it is mended: the last version that was well stays on the site. A *warning* does
not.
"""


def reference() -> str:
    """All kinds of slips, by what they are about, in Markdown."""
    return "\n".join([HEAD, *(_section(title, codes) for title, codes in SECTIONS.items())])


def _section(title: str, codes: tuple[Code, ...]) -> str:
    ordered = sorted(codes, key=lambda one: one.name)
    return f"## {title}\n\n" + "\n".join(
        f"### {one.name}\n\n**{one.title}.** {_escaped(one.explanation)}\n" for one in ordered
    )


def _escaped(text: str) -> str:
    """Plain text as Markdown shows it unchanged."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>{}#" else sign for sign in text)
