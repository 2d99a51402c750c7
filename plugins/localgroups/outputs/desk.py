"""The desk page of a group: how the site reads its files, for those who write them.

It stands apart from the group's pages, search engines are asked to leave it out, and whatever a writer typed is shown
as text. Drafts are counted and never named: the page can be opened by anybody.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from localgroups.model.characters import shown
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.groups import Group
from localgroups.model.items import LAST_GOOD, Held, Meeting
from localgroups.model.limits import DESK_FAULTS
from localgroups.model.rollups import Rollup
from localgroups.model.values import Struct
from localgroups.outputs.cards import Cards
from localgroups.outputs.digest_names import MONTH, WEEK
from localgroups.outputs.editing import desk_href, edit_href, folder_href
from localgroups.outputs.embed import embed_href, embed_snippet
from localgroups.outputs.group_pages import group_feeds
from localgroups.outputs.occurrence_views import series_views
from localgroups.outputs.pages import Page
from localgroups.outputs.site import Site
from localgroups.outputs.views import DeskPage, FaultView, FileFaultsView, HeldView, LinkView
from localgroups.outputs.wording import date_view
from localgroups.reading.codes import Code
from localgroups.reading.source_lines import Lines

MEETINGS_SHOWN = 12
LINE_SHOWN = 120
"""Characters of a line that are quoted; a longer one is cut around the fault."""


class Desk(Struct, frozen=True):
    """All that is known of one group's files."""

    slug: str
    group: Group | None
    """None where its group.yaml never was good."""
    rollup: Rollup | None
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[Held, ...]
    lines: Lines
    """What may be quoted."""
    drafts: int = 0
    expired: int = 0
    meetings: tuple[Meeting, ...] = ()
    """Those that are published."""

    @property
    def folder(self) -> str:
        return f"groups/{self.slug}"


def desk_page(desk: Desk, codes: dict[str, Code], cards: Cards) -> Page:
    """The page; `codes` are the kinds of fault by their names."""
    site = cards.site
    name = desk.group.name if desk.group else desk.slug
    href = desk_href(desk.slug)
    repository = site.facts.organisation.repository
    owner = cards.owner(desk.group.owner) if desk.group else None
    coming = [one for one in desk.rollup.meetings if not one.is_over(cards.today)] if desk.rollup else []
    listed = desk.diagnostics[: DESK_FAULTS.most]
    left = len(desk.diagnostics) - len(listed)
    view = DeskPage(
        head=site.head(
            href,
            f"Desk of {name}",
            f"For those who write for {name}: how the site reads their files.",
            trail=(site.link("Groups", "/groups/"), *((owner,) if owner else ())),
            feeds=group_feeds(desk.group, cards) if desk.group else (),
            is_indexed=False,
        ),
        name=name,
        group=owner,
        intro=_intro(desk),
        status=_status(desk),
        held=tuple(_held(one, desk) for one in desk.held),
        files=_files(listed, desk, codes, repository),
        more=f"{_counted(left, 'more fault')} of this folder {'is' if left == 1 else 'are'} not listed."
        if left
        else "",
        kept_back=_kept_back(desk),
        meetings=cards.meetings(tuple(coming[:MEETINGS_SHOWN])),
        series=series_views(desk.meetings, cards),
        meetings_note=_note_on_times(desk, cards),
        folder_href=folder_href(repository, desk.folder),
        folder=desk.folder,
        embed=embed_snippet(desk.group, site) if desk.group else "",
        embed_href=site.href(embed_href(desk.group.href)) if desk.group else "",
        messages=_messages(desk.group, site) if desk.group and desk.group.status != "closed" else (),
    )
    return Page(href, "pages/desk.html", view, is_indexed=False)


def _messages(group: Group, site: Site) -> tuple[LinkView, ...]:
    """Digests of the group's, each as text and as HTML."""
    files = (("This week", WEEK), ("This month", MONTH))
    return tuple(
        site.link(f"{label}, {form}", f"{group.href}{name}.{ending}")
        for label, name in files
        for form, ending in (("as text", "txt"), ("for e-mail", "html"))
    )


def _status(desk: Desk) -> str:
    if desk.held or any(one.severity is Severity.ERROR for one in desk.diagnostics):
        return "cancelled"
    return "paused" if desk.diagnostics else "well"


def _intro(desk: Desk) -> str:
    if desk.group is None:
        return "This group has no page yet, because its group.yaml cannot be used. Mend that first; the rest follows."
    if len(desk.held) == 1:
        return "One file cannot be published as it stands. Everything else is."
    if desk.held:
        return f"{len(desk.held):,} files cannot be published as they stand. Everything else is."
    if desk.diagnostics:
        return "Everything is published. There is something that you may want to look at."
    return "All is well: everything in this folder is published as it stands."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _kept_back(desk: Desk) -> str:
    """`2 drafts are kept back. 1 piece of news has expired.`"""
    said = []
    if desk.drafts:
        said.append(f"{_counted(desk.drafts, 'draft')} {'is' if desk.drafts == 1 else 'are'} kept back.")
    if desk.expired:
        pieces = "1 piece of news has" if desk.expired == 1 else f"{desk.expired:,} pieces of news have"
        said.append(f"{pieces} expired.")
    return " ".join(said)


def _note_on_times(desk: Desk, cards: Cards) -> str:
    """Whose clocks the times are those of."""
    zone = desk.group.timezone if desk.group else cards.site.timezone
    return f"Times are those on the clocks of {zone.rpartition('/')[2].replace('_', ' ')} ({zone})."


def _held(one: Held, desk: Desk) -> HeldView:
    if one.path == desk.folder:
        said = "The items of the last build are shown until this is settled."
    elif one.shown == LAST_GOOD:
        said = "Its last good version is shown."
    else:
        said = "It is left out, because no good version of it is known."
    return HeldView(_inside(one.path, desk), date_view(date.fromisoformat(one.since)), said)


def _inside(path: str, desk: Desk) -> str:
    """A path as somebody sees it who has the folder open."""
    return shown(path.removeprefix(f"{desk.folder}/"))


# --------------------------------------------------------------------- faults


def _files(
    diagnostics: Iterable[Diagnostic], desk: Desk, codes: dict[str, Code], repository: str
) -> tuple[FileFaultsView, ...]:
    """Faults by file, in the order of files and lines."""
    return tuple(
        FileFaultsView(
            _inside(path, desk),
            edit_href(repository, path) if _is_text(path) else "",
            tuple(_fault(one, desk.lines, codes) for one in found),
        )
        for path, found in groupby(diagnostics, key=lambda one: one.span.path)
    )


def _is_text(path: str) -> bool:
    """Whether a path is that of a file that people type; others have no lines."""
    return path.endswith((".md", ".yaml"))


def _fault(one: Diagnostic, lines: Lines, codes: dict[str, Code]) -> FaultView:
    code = codes.get(one.code, Code(one.code, one.code, ""))
    is_error = one.severity is Severity.ERROR
    line = f": line {one.span.line}" if _is_text(one.span.path) else ""
    before, marked, after = _quoted(one, lines.get((one.span.path, one.span.line), ""))
    return FaultView(
        tone="caution" if is_error else "warning",
        place=f"{'To mend' if is_error else 'To look at'}{line}",
        message=shown(one.message),
        help=shown(one.help),
        before=before,
        marked=marked,
        after=after,
        title=code.title,
        explanation=code.explanation,
    )


def _quoted(one: Diagnostic, line: str) -> tuple[str, str, str]:
    """A line in three parts: before the fault, the fault, and what follows."""
    start = min(max(one.span.column - 1, 0), len(line))
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(line)
    end = min(max(end, start), len(line))
    before, marked, after = line[:start], line[start:end], line[end:]
    room = LINE_SHOWN // 2
    if len(line) > LINE_SHOWN:
        before = before if len(before) <= room else f"…{before[-room:]}"
        marked = marked if len(marked) <= room else f"{marked[:room]}…"
        after = after if len(after) <= room else f"{after[:room]}…"
    return before, marked, after
