"""`localgroups serve`: the site on this machine, built anew and shown anew at every change."""

import argparse
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Any

from localgroups.cli.arguments import add_source
from localgroups.cli.building import summary
from localgroups.cli.rendering import as_text
from localgroups.cli.words import complain, say
from localgroups.engine.assets import ChangedMeanwhile
from localgroups.engine.report import Report
from localgroups.reading.unreadable import UnreadableNation

WATCHED = ("content", "groups", "themes", "plugins", "pelicanconf.py", "publishconf.py")


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "serve", help="show the site on this machine and follow every change"
    )
    add_source(parser)
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the site goes (default: output)")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="default: 8000")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Serves until it is stopped by Ctrl+C."""
    from localgroups.host.building import Order, build
    from localgroups.host.preview_server import Preview
    from localgroups.host.watching import changes

    source = chosen.source.resolve()
    output = (chosen.output or source / "output").resolve()
    order = Order(source, settings={"OUTPUT_PATH": str(output)})

    def build_once() -> Report | None:
        started = time.perf_counter()
        try:
            report = build(order)
        except UnreadableNation as unreadable:
            say(as_text(unreadable.diagnostics, source))
            complain("Not built: the site shows what it showed before.")
            return None
        except ChangedMeanwhile as changed:
            complain(f"Not built: {changed} was changed meanwhile. The next change builds again.")
            return None
        if report.diagnostics:
            say(as_text(report.diagnostics, source))
        say(summary(report, time.perf_counter() - started))
        return report

    build_once()
    try:
        preview = Preview(output, chosen.port)
    except OSError as error:
        complain(f"Port {chosen.port} cannot be used ({error.strerror}). Try: serve --port {chosen.port + 1}")
        return 1
    threading.Thread(target=preview.serve_forever, daemon=True).start()
    address = f"http://localhost:{preview.port}/"
    say(f"The site is at {address} - stop with Ctrl+C.")
    if sys.stdout.isatty():
        webbrowser.open(address)
    try:
        for _changed in changes([source / one for one in WATCHED if (source / one).exists()]):
            if build_once() is not None:
                preview.reload()
    except KeyboardInterrupt:
        say("Stopped.")
    return 0
