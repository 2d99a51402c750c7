"""`localgroups serve`: the site on this machine, built anew and shown anew at every change."""

import argparse
import sys
import threading
import time
import traceback
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localgroups.cli.arguments import add_source
from localgroups.cli.building import MACHINE_FAULTS, held_line, say_diagnostics, summary
from localgroups.cli.rendering import as_text
from localgroups.cli.words import complain, counted, say
from localgroups.engine.assets import ChangedMeanwhile
from localgroups.engine.config import OutputAmongSources
from localgroups.engine.report import Report
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.items import Held
from localgroups.model.values import Struct
from localgroups.outputs.theme import TemplateFault
from localgroups.press.press import NotAFolder
from localgroups.reading.unreadable import UnreadableNation

if TYPE_CHECKING:
    from localgroups.host.preview_server import Notice, Preview
    from localgroups.host.session import Session

WATCHED = ("content", "groups", "themes", "plugins", "pelicanconf.py", "publishconf.py")
SHOWN = 20
"""Faults in the overlay; more are on the terminal."""
STANDS = "The site shows what it showed before."
HELD = "Until it is mended, what is wrong shows its last good version, or is left out. Save the file, and this goes."


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
    from localgroups.host.orders import Order
    from localgroups.host.preview_server import Preview
    from localgroups.host.session import Session

    source = chosen.source.resolve()
    output = (chosen.output or source / "output").resolve()
    try:
        preview = Preview(output, chosen.port)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "there is no such port"
        complain(f"Port {chosen.port} cannot be used ({why}). Try: serve --port {_another(chosen.port)}")
        return 1
    session = Session(Order(source, settings={"OUTPUT_PATH": str(output)}), preview.show_early)
    try:
        _Serving(source, session, preview).run()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        preview.server_close()
    return 0


def _another(port: int) -> int:
    return port + 1 if 0 < port < 65535 else 8000


class _Serving(Struct, frozen=True):
    """A session, and a server that tells open pages of it."""

    source: Path
    session: "Session"
    preview: "Preview"

    def run(self) -> None:
        """Build, serve, and build again at every change. Ends with KeyboardInterrupt."""
        from localgroups.host.watching import changes

        self._build(None)
        self.preview.base = self.session.base
        threading.Thread(target=self.preview.serve_forever, daemon=True).start()
        address = f"http://localhost:{self.preview.port}{self.preview.base}/"
        say(f"The site is at {address} - stop with Ctrl+C.")
        if sys.stdout.isatty():
            webbrowser.open(address)
        is_first = True
        for changed in changes(self._watched()):
            # What was saved before the watcher was there, it cannot tell.
            if is_first or changed or self.session.is_due():
                self._build(changed if changed and not is_first else None, is_quiet=is_first)
            is_first = False

    def _watched(self) -> list[Path]:
        own = [self.source / one for one in WATCHED if (self.source / one).exists()]
        others = [one for one in self.session.folders if not any(one.is_relative_to(root) for root in own)]
        return [*own, *(one for one in others if one.is_dir())]

    def _build(self, changed: Iterable[Path] | None, is_quiet: bool = False) -> None:
        """One build, told on the terminal and to open pages. `is_quiet`: unless something came of it."""
        from localgroups.host.clock import NotADay

        started = time.perf_counter()
        try:
            report = self.session.build(changed)
        except (NotADay, OutputAmongSources):  # nothing that a saved file could mend
            raise
        except Exception as fault:
            told = list(_told(fault, self.source))
            complain("\n".join(told))
            self.preview.show((), _not_built(told))
            return
        if report.written or report.removed or not is_quiet:
            say_diagnostics(report, self.source)
            say(summary(report, time.perf_counter() - started))
        self.preview.show(_to_load_again(report), _notice(report, self.source))


def _to_load_again(report: Report) -> frozenset[str] | None:
    """Files that open pages may show; None where any page may look different now."""
    files = frozenset((*report.written, *report.removed))
    return None if any(one.endswith((".css", ".js")) for one in files) else files


def _told(fault: Exception, source: Path) -> Iterable[str]:
    """Why nothing was built, in words for whoever saved a file."""
    if isinstance(fault, UnreadableNation):
        yield from (as_text((one,), source) for one in fault.diagnostics)
    elif isinstance(fault, ChangedMeanwhile):
        yield f"{fault} was changed while the site was built. The next change builds again."
    elif isinstance(fault, TemplateFault):
        yield f"The theme has a fault. {fault}"
    elif isinstance(fault, NotAFolder):
        yield f"{fault} is a file, and the site needs a folder there."
    elif isinstance(fault, OSError) and fault.errno in MACHINE_FAULTS:
        yield f"{MACHINE_FAULTS[fault.errno].format(fault.filename).capitalize()}."
    else:
        yield f"The settings or the program have a fault.\n{''.join(traceback.format_exception(fault))}"


def _not_built(told: Iterable[str]) -> "Notice":
    from localgroups.host.preview_server import Notice

    return Notice("Not built", STANDS, tuple(one.rstrip("\n") for one in told))


def _notice(report: Report, source: Path) -> "Notice | None":
    """The faults of the texts; None where there are none."""
    from localgroups.host.preview_server import Notice

    faults = [one for one in report.told if one.severity is Severity.ERROR]
    if not faults:
        return None
    number = len(faults)
    more = f"{counted(number - SHOWN, 'more fault')} on the terminal." if number > SHOWN else ""
    texts = tuple(_with_held(one, report.held, source) for one in faults[:SHOWN])
    return Notice(f"{counted(number, 'fault')} in the texts", HELD, texts, more)


def _with_held(fault: Diagnostic, held: Iterable[Held], source: Path) -> str:
    """A fault as on the terminal, with what the site shows instead of what it concerns."""
    path, line = fault.span.path, fault.span.line
    lines = [f"  {held_line(one)}" for one in held if one.path in (path, f"{path}:{line}")]
    return "\n".join([as_text((fault,), source).rstrip("\n"), *lines])
