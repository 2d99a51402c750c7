"""`localgroups stats` and `localgroups owners`: what there is, and who may change it."""

import argparse
from collections import Counter
from typing import Any

from localgroups.cli.arguments import add_source, add_today
from localgroups.cli.rendering import as_text
from localgroups.cli.words import complain, counted, say
from localgroups.engine.survey import Survey, survey
from localgroups.host.clock import today_of
from localgroups.reading.unreadable import UnreadableNation


def add_to(commands: Any) -> None:
    for name, run, words in (
        ("stats", print_stats, "count groups, meetings, news and campaigns"),
        ("owners", print_owners, "print a CODEOWNERS file: each group's folder with its maintainers"),
    ):
        parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
        add_source(parser)
        add_today(parser)
        parser.set_defaults(run=_with_survey(run))


def _with_survey(show: Any) -> Any:
    def run(chosen: argparse.Namespace) -> int:
        try:
            found = survey(chosen.source, chosen.today or today_of(chosen.source))
        except UnreadableNation as unreadable:
            complain(as_text(unreadable.diagnostics, chosen.source))
            return 1
        show(found)
        return 0

    return run


def print_stats(found: Survey) -> None:
    """Groups by kind and status, items by kind, and what is coming."""
    groups, items = found.groups, found.items
    say(f"{counted(len(groups), 'group')}")
    for title, values in (("kind", [one.kind for one in groups]), ("status", [one.status for one in groups])):
        for name, number in sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])):
            say(f"  {title} {name}: {number:,}")
    meetings = [one for each in items for one in each.meetings]
    coming = sum(not one.is_over(found.today) for one in meetings)
    say(f"{counted(len(meetings), 'meeting')}, {coming:,} of them coming")
    say(counted(sum(len(each.news) for each in items), "piece of news", "pieces of news"))
    say(counted(sum(len(each.campaigns) for each in items), "campaign"))


def print_owners(found: Survey) -> None:
    """Git hosts take the last line that fits, so that a group's line goes before any that stands above it."""
    say("# Made by `localgroups owners` from the maintainers in each group.yaml.")
    for group in found.groups:
        if group.maintainers:
            say(f"/groups/{group.slug}/ {' '.join(group.maintainers)}")
