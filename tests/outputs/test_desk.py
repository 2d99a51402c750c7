"""The desk page: what a group's writers are told, and what nobody else may learn there."""

from datetime import date
from pathlib import Path

import pytest

from localgroups.model.diagnostics import Diagnostic, Severity, Span
from localgroups.model.groups import Group
from localgroups.model.items import LAST_GOOD, Held
from localgroups.model.limits import DESK_FAULTS
from localgroups.model.values import replace
from localgroups.outputs.cards import Cards
from localgroups.outputs.desk import LINE_SHOWN, Desk, desk_page
from localgroups.outputs.editing import edit_href, folder_href
from localgroups.outputs.views import DeskPage
from localgroups.reading.codes import CODES
from localgroups.reading.source_lines import quotable_lines
from outputs.samples import SITE

CARDS = Cards(SITE, date(2026, 11, 22))
GROUP = Group(slug="riverside", name="Riverside", region="north", language="en", timezone="Europe/Paris")
MEETING = "groups/riverside/meetings/2026-12-03-meeting.md"
LINE = "starts: 31 November 2026, 7pm"
FAULT = Diagnostic("no-such-day", Span(MEETING, 3, 9, 3, 25), "November has 30 days.", "Write: 30 November 2026")
DESK = Desk(
    slug="riverside",
    group=GROUP,
    rollup=None,
    diagnostics=(FAULT,),
    held=(Held(MEETING, "2026-11-20", LAST_GOOD),),
    lines={(MEETING, 3): LINE},
)


def view(desk: Desk, cards: Cards = CARDS) -> DeskPage:
    page = desk_page(desk, {one.name: one for one in CODES}, cards)
    assert isinstance(page.view, DeskPage)
    return page.view


def test_a_fault_shows_the_line_as_it_was_written_and_the_cure() -> None:
    (file,) = view(DESK).files
    (fault,) = file.faults
    assert file.path == "meetings/2026-12-03-meeting.md"
    assert (fault.before, fault.marked, fault.after) == ("starts: ", "31 November 2026", ", 7pm")
    assert (fault.tone, fault.place) == ("caution", "To mend: line 3")
    assert (fault.message, fault.help) == ("November has 30 days.", "Write: 30 November 2026")
    assert fault.title == "A day that the month does not have"
    assert "November has 30 days, February 28 or 29." in fault.explanation


def test_what_is_held_is_told_with_its_day_and_what_visitors_see() -> None:
    (held,) = view(DESK).held
    assert (held.path, held.since.text) == ("meetings/2026-12-03-meeting.md", "20 November 2026")
    assert held.shown == "Its last good version is shown."
    left_out = replace(DESK, held=(Held(MEETING, "2026-11-20"), Held("groups/riverside", "2026-11-20", LAST_GOOD)))
    assert [one.shown[:18] for one in view(left_out).held] == ["It is left out, be", "The items of the l"]


@pytest.mark.parametrize(
    ("desk", "status", "intro"),
    [
        (replace(DESK, diagnostics=(), held=()), "well", "All is well: everything in this folder is published"),
        (replace(DESK, held=(), diagnostics=(replace(FAULT, severity=Severity.WARNING),)), "paused", "Everything is"),
        (DESK, "cancelled", "One file cannot be published as it stands."),
        (replace(DESK, held=DESK.held * 3), "cancelled", "3 files cannot be published as they stand."),
        (replace(DESK, group=None), "cancelled", "This group has no page yet, because its group.yaml cannot be used."),
    ],
)
def test_the_first_sentence_says_whether_all_is_well(desk: Desk, status: str, intro: str) -> None:
    shown = view(desk)
    assert shown.status == status
    assert shown.intro.startswith(intro)


def test_a_group_that_never_was_has_a_desk_by_its_folders_name() -> None:
    shown = view(replace(DESK, group=None))
    assert (shown.name, shown.group, shown.head.feeds) == ("riverside", None, ())


def test_search_engines_are_asked_to_leave_it_out() -> None:
    page = desk_page(DESK, {}, CARDS)
    assert not page.is_indexed
    assert not view(DESK).head.is_indexed


def test_drafts_are_counted_and_never_named() -> None:
    assert view(DESK).kept_back == ""
    assert view(replace(DESK, drafts=1)).kept_back == "1 draft is kept back."
    both = view(replace(DESK, drafts=2, expired=2)).kept_back
    assert both == "2 drafts are kept back. 2 pieces of news have expired."


def test_what_deceives_the_eye_is_shown_as_a_sign() -> None:
    odd = replace(FAULT, message='"\u202eevil\x1b" is no date.', span=replace(FAULT.span, path=f"{MEETING}\u202e.md"))
    (file,) = view(replace(DESK, diagnostics=(odd,))).files
    assert file.faults[0].message == '"\N{REPLACEMENT CHARACTER}evil\N{REPLACEMENT CHARACTER}" is no date.'
    assert "\u202e" not in file.path


def test_a_long_line_is_cut_around_the_fault() -> None:
    line = f"{'a' * 500}FAULT{'b' * 500}"
    fault = replace(FAULT, span=Span(MEETING, 3, 501, 3, 506))
    shown = view(replace(DESK, diagnostics=(fault,), lines={(MEETING, 3): line})).files[0].faults[0]
    assert shown.marked == "FAULT"
    assert len(shown.before + shown.marked + shown.after) < LINE_SHOWN + 20


@pytest.mark.parametrize("span", [Span(MEETING, 3, 90, 3, 99), Span(MEETING, 3, 9, 5, 2), Span(MEETING, 3, 0, 3, 0)])
def test_a_place_that_is_not_in_the_line_breaks_nothing(span: Span) -> None:
    shown = view(replace(DESK, diagnostics=(replace(FAULT, span=span),))).files[0].faults[0]
    assert shown.before + shown.marked + shown.after == LINE


def test_a_thousand_faults_do_not_make_a_book() -> None:
    many = tuple(replace(FAULT, span=replace(FAULT.span, line=line)) for line in range(1, 1001))
    shown = view(replace(DESK, diagnostics=many))
    assert sum(len(one.faults) for one in shown.files) == DESK_FAULTS.most
    assert shown.more == "900 more faults of this folder are not listed."


def test_a_file_that_nobody_types_has_no_line_and_no_editor() -> None:
    odd = Diagnostic("unexpected-file", Span("groups/riverside/notes.docx"), "It is not published.")
    (file,) = view(replace(DESK, diagnostics=(odd,)), with_repository("https://git.example.org/a/b")).files
    assert (file.edit_href, file.faults[0].place) == ("", "To mend")


# --------------------------------------------------------------- where to mend


def with_repository(address: str) -> Cards:
    facts = replace(SITE.facts, organisation=replace(SITE.facts.organisation, repository=address))
    return replace(CARDS, site=replace(SITE, facts=facts))


def test_the_page_leads_to_the_editor_where_the_repository_is_known() -> None:
    shown = view(DESK, with_repository("https://git.example.org/office/site"))
    assert shown.files[0].edit_href == f"https://git.example.org/office/site/edit/main/{MEETING}"
    assert shown.folder_href == "https://git.example.org/office/site/tree/main/groups/riverside"
    assert (view(DESK).files[0].edit_href, view(DESK).folder_href) == ("", "")


@pytest.mark.parametrize(
    ("repository", "edit", "folder"),
    [
        ("https://github.com/o/r", "https://github.com/o/r/edit/main/a%20b.md", "https://github.com/o/r/tree/main/a"),
        (
            "https://gitlab.com/o/r/",
            "https://gitlab.com/o/r/-/edit/main/a%20b.md",
            "https://gitlab.com/o/r/-/tree/main/a",
        ),
        (
            "https://codeberg.org/o/r",
            "https://codeberg.org/o/r/_edit/main/a%20b.md",
            "https://codeberg.org/o/r/src/branch/main/a",
        ),
        ("", "", ""),
        ("mailto:office@example.org", "", ""),
    ],
)
def test_each_host_has_its_own_word_for_editing(repository: str, edit: str, folder: str) -> None:
    assert edit_href(repository, "a b.md") == edit
    assert folder_href(repository, "a") == folder


# ------------------------------------------------------- what may be quoted


def quoted(tmp_path: Path, text: str, line: int, code: str = "no-such-day", name: str = MEETING) -> str:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return quotable_lines(tmp_path, [Diagnostic(code, Span(name, line), "…")]).get((name, line), "")


def test_a_line_is_quoted_as_editors_count_them(tmp_path: Path) -> None:
    assert quoted(tmp_path, "\ufeff---\r\ntitle: A\r\nstarts:\tsoon\u2028then\r\n", 3) == "starts: soon\ufffdthen"
    assert quoted(tmp_path, "---\n", 7) == ""


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("---\ntitle: A\nkey-safe: 1234\n---\n", 3, "unknown-field"),
        ("---\nx-keys: with the caretaker\n---\n", 2, "tab"),
        ("{title: A, x-keys: with the caretaker, starts: soon}\n", 1, "not-a-date"),
        ("---\ntitle: [Not yet\nstatus: draft\n---\n", 2, "unclosed-bracket"),
        ("- title: A\n- {title: Not yet, status: Draft, starts: soon}\n", 1, "not-a-date"),
    ],
)
def test_what_is_not_meant_for_the_public_is_not_quoted(tmp_path: Path, text: str, line: int, code: str) -> None:
    assert quoted(tmp_path, text, line, code) == ""


def test_only_texts_are_quoted_and_links_are_not_followed(tmp_path: Path) -> None:
    assert quoted(tmp_path, "PK secret", 1, name="groups/riverside/notes.docx") == ""
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "groups/riverside/link.md").symlink_to(tmp_path / "secret.md")
    name = "groups/riverside/link.md"
    assert quotable_lines(tmp_path, [Diagnostic("not-a-plain-file", Span(name), "…")]) == {}
