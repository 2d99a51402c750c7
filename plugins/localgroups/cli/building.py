"""`localgroups build`: the whole site, or some groups' pages for a preview."""

import argparse
import errno
import os
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localgroups.cli.arguments import add_source, add_today, processes
from localgroups.cli.progress import Bar
from localgroups.cli.words import complain, counted, say
from localgroups.engine.assets import ChangedMeanwhile
from localgroups.engine.report import Report
from localgroups.model.characters import shown
from localgroups.model.diagnostics import Diagnostic
from localgroups.model.items import LAST_GOOD, Held
from localgroups.model.values import plain
from localgroups.press.press import NotAFolder
from localgroups.reading.unreadable import UnreadableNation

if TYPE_CHECKING:
    from localgroups.host.orders import Order

FAILED = 1
MOST_PROCESSES = 8
"""More than these wait for the disk, and each needs its own memory."""
MACHINE_FAULTS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "this account's share of the disk is used up",
    errno.EROFS: "{} is on a disk that can only be read",
    errno.EACCES: "this account may not write {}",
    errno.EPERM: "this account may not write {}",
}
"""What can be wrong with the machine, in words that help."""


def add_to(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser("build", help="build the site")
    add_source(parser)
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the site goes (default: output)")
    parser.add_argument(
        "--group", action="append", default=[], metavar="SLUG", help="build this group's pages alone; may be repeated"
    )
    add_today(parser)
    parser.add_argument("--publish", action="store_true", help="with publishconf.py, as for the public site")
    parser.add_argument(
        "--jobs", type=processes, metavar="N", help="processes to build with (default: one a processor, 8 at most)"
    )
    parser.add_argument(
        "--executor",
        default="",
        metavar="ADDRESS",
        help="build on a cluster of Dask's instead: dask:tcp://scheduler:8786",
    )
    parser.add_argument("--fresh", action="store_true", help="forget what earlier builds left to work with")
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="write what was done, for programs")
    parser.add_argument("--no-search", action="store_true", help="leave out the search index")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """0 all published, 3 published with items held, 1 nothing published and the old site stands."""
    started = time.perf_counter()
    # Found now: where the command was started inside the output, that folder is another one afterwards.
    report_file = chosen.report.resolve() if chosen.report else None
    try:
        report = _build(chosen)
    except UnreadableNation as unreadable:
        _say_all(unreadable.diagnostics, chosen.source)
        if report_file:
            _write_report(nothing(unreadable.diagnostics), time.perf_counter() - started, report_file)
        complain("Nothing was published. The old site stands.")
        return FAILED
    except NotAFolder as there:
        complain(f"Nothing was published: {there} is a file, and the site needs a folder there.")
        return FAILED
    except ChangedMeanwhile as changed:
        complain(f"Nothing was published: {changed} was changed while the site was built. Build again.")
        return FAILED
    except OSError as fault:
        if fault.errno not in MACHINE_FAULTS:
            raise
        complain(f"Nothing was published: {MACHINE_FAULTS[fault.errno].format(fault.filename)}. The old site stands.")
        return FAILED
    seconds = time.perf_counter() - started
    if report_file:
        _write_report(report, seconds, report_file)
    say_diagnostics(report, chosen.source, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    for one in report.held:
        say(held_line(one))
    say(summary(report, seconds))
    return report.exit_status


def _build(chosen: argparse.Namespace) -> Report:
    from localgroups.host.orders import Order
    from localgroups.host.shortcut import build_past_pelican

    source = chosen.source.resolve()
    settings: dict[str, Any] = {
        "LOCALGROUPS_PROGRESS": Bar(),
        "LOCALGROUPS_ONLY": tuple(chosen.group),
        "LOCALGROUPS_JOBS": chosen.jobs or processors(),
        "LOCALGROUPS_EXECUTOR": chosen.executor,
    }
    if chosen.today:
        settings["LOCALGROUPS_TODAY"] = chosen.today.isoformat()
    if chosen.output:
        settings["OUTPUT_PATH"] = str(chosen.output.resolve())
    elif not (source / "pelicanconf.py").is_file():
        settings["OUTPUT_PATH"] = str(Path("output").resolve())
    if chosen.no_search:
        settings["LOCALGROUPS_SEARCH"] = False
    if chosen.fresh:
        settings["LOCALGROUPS_FRESH"] = True
    order = Order(source, chosen.publish, settings)
    return build_past_pelican(order) or _build_with_pelican(order)


def _build_with_pelican(order: "Order") -> Report:
    # Pelican takes a while to load: it is not waited for where it is not needed, or the nation cannot be read.
    from localgroups.host.beside import build_beside_pelican
    from localgroups.reading.nation import read_organisation

    read_organisation(order.source)
    report = build_beside_pelican(order)
    if report:
        return report
    from localgroups.host.building import build

    return build(order)


def processors() -> int:
    """How many processes build where nobody says: one for each processor that this one may use, up to a number."""
    try:
        ours = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows have no such thing
        ours = os.cpu_count() or 1
    return max(1, min(ours, MOST_PROCESSES))


def nothing(diagnostics: tuple[Diagnostic, ...]) -> Report:
    """The report of a build that published nothing."""
    return Report(
        groups=0,
        items=0,
        published=0,
        told=diagnostics,
        held=(),
        written=(),
        removed=(),
        files=0,
    )


def say_diagnostics(report: Report, source: Path, colour: bool = False) -> None:
    """What people are to hear now, and how much there is besides."""
    if report.told:
        _say_all(report.told, source, colour)
    if report.unsaid:
        earlier = counted(report.unsaid, "earlier warning")
        say(f"{earlier} of files that have not changed: localgroups check lists them all.\n")


def _say_all(diagnostics: Iterable[Diagnostic], source: Path, colour: bool = False) -> None:
    from localgroups.cli.rendering import as_text  # most builds have nothing new to say

    say(as_text(diagnostics, source, colour))


def held_line(one: Held) -> str:
    """`Held: groups/riverside/news/march.md, since 3 December 2026, last good version shown`"""
    from localgroups.outputs.wording import day_text

    since = f", since {day_text(date.fromisoformat(one.since))}" if one.since else ""
    instead = "last good version shown" if one.shown == LAST_GOOD else one.shown
    return f"Held: {shown(one.path)}{since}, {instead}"


def summary(report: Report, seconds: float) -> str:
    """The last line of every build."""
    return (
        f"Read {counted(report.groups, 'group')} with {counted(report.items, 'item')}; "
        f"built {counted(report.published, 'item')} into {counted(report.files, 'file')}; "
        f"wrote {len(report.written):,}, removed {len(report.removed):,}, "
        f"held {len(report.held):,}; {seconds:.1f} s."
    )


def _write_report(report: Report, seconds: float, file: Path) -> None:
    """The same for programs, as the interface has it."""
    import json

    from localgroups.cli.rendering import as_record

    record = {
        "diagnostics": [as_record(one) for one in report.diagnostics],
        "groups": report.groups,
        "items": report.items,
        "published": report.published,
        "held": [plain(one) for one in report.held],
        "written": list(report.written),
        "removed": list(report.removed),
        "seconds": round(seconds, 3),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
