"""SEQUENCE and LAST-MODIFIED: from Git where it can tell, from the workshop where it cannot."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path

import pytest

from engine.committing import commit, git, needs_git
from localgroups.engine.git_history import History
from localgroups.engine.past import past_of, read_past
from localgroups.engine.revisions import Found, Published, Revisions
from localgroups.reading.groups import read_group
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer

MEETING = "groups/riverside/meetings/2026-12-01-meeting.md"
FIRST = "title: Meeting\nstarts: 2026-12-01 19:00\n"
LIST = "groups/riverside/meetings/autumn.yaml"
ENTRIES = "- title: One\n  starts: 2026-12-05 10:00\n- title: Two\n  id: two\n  starts: 2026-12-06 10:00\n"


@dataclass
class Folder:
    """A nation of one group, and what is known of its meetings."""

    source: Path
    workshop: Path
    today: str = "2026-11-22"

    def write(self, path: str, text: str) -> None:
        file = self.source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def meeting(self, fields: str = FIRST, text: str = "All are welcome.", path: str = MEETING) -> None:
        self.write(path, f"---\n{fields}summary: Come\n---\n\n{text}\n")

    def found(self, slug: str = "riverside") -> Found:
        today = date.fromisoformat(self.today)
        past = past_of(self.source, self.workshop)
        assert read_past(self.workshop) == past
        renderer = Renderer.at(None)
        nation = read_nation(self.source, renderer, today)
        revisions = Revisions(past, History(self.source), self.workshop, nation.facts, renderer, today)
        if not slug:
            return revisions.of(Published.by_office(nation))
        reading = read_group(self.source / "groups" / slug, slug, nation.facts, renderer, today)
        return revisions.of(Published.by_group(reading, dict(reading.good), nation.facts))

    def told(self, slug: str = "riverside") -> dict[str, tuple[int, str]]:
        """Name of each meeting to its number and day; the same once more, and on a machine that knows nothing."""
        found = self.found(slug).revisions
        assert self.found(slug).revisions == found
        if (self.source / ".git").exists():
            elsewhere = Folder(self.source, self.workshop.with_name("elsewhere"), self.today)
            assert elsewhere.found(slug).revisions == found
            shutil.rmtree(elsewhere.workshop)
        return {
            identity.rpartition("/")[2]: (one.sequence, f"{one.modified:%Y-%m-%d}" if one.modified else "")
            for identity, one in found.items()
        }

    def of_meeting(self) -> tuple[int, str]:
        return self.told()["2026-12-01-meeting"]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "nation", tmp_path / "workshop")
    made.workshop.mkdir()
    made.write(
        "content/organisation.yaml", "name: Nation\nlanguage: en\ntimezone: Europe/London\nurl: https://x.example\n"
    )
    made.write("content/regions.yaml", "- {slug: north, name: North}\n")
    made.write("groups/riverside/group.yaml", "name: Riverside\nregion: north\n")
    made.meeting()
    return made


# ------------------------------------------------------------ from Git


@needs_git
def test_what_was_committed_once_has_its_day_and_no_change(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")

    assert folder.of_meeting() == (0, "2026-11-01")


@needs_git
def test_each_change_of_what_is_told_counts(folder: Folder) -> None:
    for day, fields in (
        ("2026-11-01", FIRST),
        ("2026-11-02", FIRST.replace("Meeting", "Party")),
        ("2026-11-03", FIRST.replace("19:00", "18:30")),
        ("2026-11-04", FIRST),
        ("2026-11-05", f"{FIRST}status: cancelled\n"),
    ):
        folder.meeting(fields)
        commit(folder.source, day)

    assert folder.of_meeting() == (4, "2026-11-05")


@needs_git
def test_comments_and_other_words_for_the_same_do_not_count(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    for day, fields, text in (
        ("2026-11-02", f"# a note\n{FIRST}", "All are welcome."),
        ("2026-11-03", f"{FIRST}x-room-booked: yes\n", "All are welcome."),
        ("2026-11-04", FIRST.replace("2026-12-01 19:00", "1 December 2026, 7pm"), "All are welcome."),
        ("2026-11-05", FIRST, "A longer text, which no calendar shows."),
    ):
        folder.meeting(fields, text)
        commit(folder.source, day)

    assert folder.of_meeting() == (0, "2026-11-01")


@needs_git
def test_a_version_that_could_not_be_published_and_a_draft_do_not_count(folder: Folder) -> None:
    folder.meeting(f"{FIRST}status: draft\n")
    commit(folder.source, "2026-11-01")
    folder.meeting()
    commit(folder.source, "2026-11-02")
    folder.meeting("title: [Meeting\n")
    commit(folder.source, "2026-11-03")
    folder.meeting()
    commit(folder.source, "2026-11-04")

    assert folder.of_meeting() == (0, "2026-11-02")


@needs_git
def test_what_is_not_committed_counts_once_and_has_no_day_of_its_own(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    assert folder.of_meeting() == (1, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Feast"))
    assert folder.of_meeting() == (1, "2026-11-01")

    commit(folder.source, "2026-11-03")
    assert folder.of_meeting() == (1, "2026-11-03")


@needs_git
def test_a_file_that_is_renamed_goes_on_counting(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-02")
    (folder.source / MEETING).unlink()
    renamed = f"{FIRST.replace('Meeting', 'Party')}formerly: [2026-12-01-meeting]\n"
    folder.meeting(renamed, path="groups/riverside/meetings/party.md")
    commit(folder.source, "2026-11-03")
    assert folder.told() == {"2026-12-01-meeting": (1, "2026-11-02")}

    folder.meeting(renamed.replace("Party", "Feast"), path="groups/riverside/meetings/party.md")
    commit(folder.source, "2026-11-04")
    assert folder.told() == {"2026-12-01-meeting": (2, "2026-11-04")}


@needs_git
def test_a_group_that_is_renamed_goes_on_counting(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-02")
    (folder.source / "groups/riverside").rename(folder.source / "groups/waterside")
    folder.write("groups/waterside/group.yaml", "name: Waterside\nregion: north\nformer_slugs: [riverside]\n")
    commit(folder.source, "2026-11-03")

    assert folder.told("waterside") == {"2026-12-01-meeting": (1, "2026-11-02")}


@needs_git
def test_each_entry_of_a_list_has_its_own_count(folder: Folder) -> None:
    folder.write(LIST, ENTRIES)
    commit(folder.source, "2026-11-01")
    folder.write(LIST, f"# Dates\n\n{ENTRIES.replace('2026-12-06', '2026-12-07')}")
    commit(folder.source, "2026-11-02")

    assert folder.told() == {
        "2026-12-05-one": (0, "2026-11-01"),
        "two": (1, "2026-11-02"),
        "2026-12-01-meeting": (0, "2026-11-01"),
    }


@needs_git
def test_a_meeting_that_moves_from_a_list_to_a_file_goes_on_counting(folder: Folder) -> None:
    folder.write(LIST, ENTRIES)
    commit(folder.source, "2026-11-01")
    folder.write(LIST, ENTRIES.partition("- title: Two")[0])
    folder.meeting("title: Two\nid: two\nstarts: 2026-12-06 11:00\n", path="groups/riverside/meetings/later.md")
    commit(folder.source, "2026-11-02")
    assert folder.told()["two"] == (1, "2026-11-02")

    (folder.source / LIST).unlink()
    commit(folder.source, "2026-11-03")
    assert folder.told()["two"] == (1, "2026-11-02")


@needs_git
def test_the_national_offices_meetings_count_in_the_same_way(folder: Folder) -> None:
    path = "content/meetings/2026-12-10-call.md"
    folder.meeting("title: Call\nstarts: 2026-12-10 19:00\n", path=path)
    commit(folder.source, "2026-11-01")
    folder.meeting("title: Call\nstarts: 2026-12-10 20:00\n", path=path)
    commit(folder.source, "2026-11-02")

    assert folder.told("") == {"2026-12-10-call": (1, "2026-11-02")}


@needs_git
def test_what_is_agreed_on_another_branch_counts_when_it_is_merged(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    git(folder.source, "checkout", "--quiet", "-b", "proposal")
    for day, title in (("2026-11-02", "Party"), ("2026-11-03", "Feast")):
        folder.meeting(FIRST.replace("Meeting", title))
        commit(folder.source, day)
    git(folder.source, "checkout", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    git(folder.source, *merge, when="2026-11-04T12:00:00Z")

    assert folder.of_meeting() == (1, "2026-11-04")


@needs_git
@pytest.mark.parametrize("when", ["2026-11-23T12:00:00Z", "2099-01-01T00:00:00Z", "@0 +0000", "@99999999999999 +0000"])
def test_a_date_that_cannot_be_so_is_not_believed(folder: Folder, when: str) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    git(folder.source, "add", "--all")
    git(folder.source, "commit", "--quiet", "--message", "Change", when=when)

    assert folder.of_meeting() == (1, "2026-11-01")
    if when.startswith("2026"):
        assert folder.found().turns == (date(2026, 11, 23),)
        folder.today = "2026-11-23"
        assert folder.of_meeting() == (1, "2026-11-23")
        assert folder.found().turns == ()


@needs_git
def test_the_day_of_a_change_never_goes_back(folder: Folder) -> None:
    commit(folder.source, "2026-11-10")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-01")

    assert folder.of_meeting() == (1, "2026-11-10")


@needs_git
def test_times_are_told_in_utc(folder: Folder) -> None:
    git(folder.source, "init", "--quiet")
    git(folder.source, "add", "--all")
    git(folder.source, "commit", "--quiet", "--message", "All", when="2026-11-01T12:00:00+0530")
    (one,) = folder.found().revisions.values()

    assert one.modified is not None
    assert one.modified.tzinfo is UTC
    assert one.modified.isoformat() == "2026-11-01T06:30:00+00:00"


@needs_git
def test_a_build_that_finds_the_commit_it_knows_asks_git_for_nothing_more(folder: Folder) -> None:
    folder.write(LIST, ENTRIES)
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-02")
    before = folder.found().revisions
    head = git(folder.source, "rev-parse", "HEAD").strip()
    for part in (folder.source / ".git/objects").iterdir():
        for one in part.iterdir():
            if f"{part.name}{one.name}" != head:
                one.unlink()

    assert folder.found().revisions == before


@needs_git
def test_the_history_is_carried_on_and_begun_anew_where_it_was_rewritten(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-02")
    assert folder.of_meeting() == (1, "2026-11-02")
    folder.write("README.md", "Nothing of ours.\n")
    commit(folder.source, "2026-11-03")
    assert folder.of_meeting() == (1, "2026-11-02")

    git(folder.source, "reset", "--quiet", "--soft", "HEAD~2")
    git(folder.source, "commit", "--quiet", "--amend", "--message", "All", when="2026-11-05T12:00:00Z")
    assert folder.of_meeting() == (0, "2026-11-05")


# ------------------------------------------------------------ from the workshop


def test_without_git_the_workshop_counts_from_build_to_build(folder: Folder) -> None:
    assert folder.of_meeting() == (0, "")
    folder.today = "2026-11-23"
    folder.meeting(f"# a note\n{FIRST}", "Another text.")
    assert folder.of_meeting() == (0, "")

    folder.meeting(FIRST.replace("Meeting", "Party"))
    assert folder.of_meeting() == (1, "2026-11-23")
    folder.today = "2026-11-25"
    assert folder.of_meeting() == (1, "2026-11-23")
    folder.meeting()
    assert folder.of_meeting() == (2, "2026-11-25")


def test_a_group_that_is_renamed_keeps_the_workshops_count(folder: Folder) -> None:
    folder.told()
    folder.meeting(FIRST.replace("Meeting", "Party"))
    folder.told()
    (folder.source / "groups/riverside").rename(folder.source / "groups/waterside")
    folder.write("groups/waterside/group.yaml", "name: Waterside\nregion: north\nformer_slugs: [riverside]\n")

    assert folder.told("waterside") == {"2026-12-01-meeting": (1, "2026-11-22")}


def test_a_meeting_that_comes_back_keeps_the_workshops_count(folder: Folder) -> None:
    folder.told()
    folder.meeting(FIRST.replace("Meeting", "Party"))
    folder.meeting(path="groups/riverside/meetings/another.md")
    folder.told()
    (folder.source / MEETING).unlink()
    assert folder.told() == {"another": (0, "")}
    folder.meeting(FIRST.replace("Meeting", "Party"))

    assert folder.of_meeting() == (1, "2026-11-22")


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"2026-12-01-meeting": ["x", -1, 9999999999999999]}'])
def test_whatever_stands_in_the_workshop_costs_the_count_and_nothing_else(folder: Folder, data: bytes) -> None:
    folder.told()
    (folder.workshop / "good/revisions/riverside.json").write_bytes(data)

    assert folder.of_meeting() == (0, "")


@needs_git
def test_a_group_that_is_not_committed_yet_is_counted_by_the_workshop(folder: Folder) -> None:
    (folder.source / "groups").rename(folder.source / "elsewhere")
    folder.meeting("title: Call\nstarts: 2026-12-10 19:00\n", path="content/meetings/2026-12-10-call.md")
    commit(folder.source, "2026-11-01")
    (folder.source / "elsewhere").rename(folder.source / "groups")
    folder.found()
    folder.meeting(FIRST.replace("Meeting", "Party"))

    (one,) = folder.found().revisions.values()
    assert (one.sequence, str(one.modified)) == (1, "2026-11-22 00:00:00+00:00")


@needs_git
def test_a_shallow_clone_counts_by_the_workshop_and_takes_over_what_git_said(folder: Folder) -> None:
    commit(folder.source, "2026-11-01")
    folder.meeting(FIRST.replace("Meeting", "Party"))
    commit(folder.source, "2026-11-02")
    clone = Folder(folder.source.parent / "clone", folder.workshop)
    git(folder.source.parent, "clone", "--quiet", "--depth", "1", folder.source.as_uri(), str(clone.source))
    assert [one.sequence for one in clone.found().revisions.values()] == [0]

    whole = folder.found().revisions
    assert clone.found().revisions == whole
