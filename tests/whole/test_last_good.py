"""What is broken shows its last good version, from the last build or from the Git history, and it is said."""

import io
import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from engine import committing
from engine.committing import git, needs_git
from whole.nations import Nation

GOOD = "title: Good\nstarts: 2026-12-01 19:00"
MEETING = "groups/riverside/meetings/2026-12-01-good.md"
HREF = "/groups/riverside/meetings/2026-12-01-good/"
BROKEN = "---\ntitle: [Good\nstarts: 31 November\n---\nText.\n"


def build(nation: Nation, today: str = "2026-11-22") -> tuple[int, list[tuple[str, str, str]]]:
    """Exit status, and what is held: (path, since, shown)."""
    nation.today = today
    file = nation.folder.parent / "report.json"
    status = nation.build("--report", str(file))
    held = json.loads(file.read_text(encoding="utf-8"))["held"]
    return status, [(one["path"], one["since"], one["shown"]) for one in held]


def workshop(nation: Nation) -> Path:
    return nation.output.parent / f".{nation.output.name}.localgroups"


def commit(nation: Nation, day: str = "2026-11-22") -> None:
    """Everything of the nation, at noon of a day."""
    committing.commit(nation.folder, day)


@pytest.fixture
def built(nation: Nation) -> Nation:
    """A nation of two groups that has been built once."""
    nation.group("riverside")
    nation.group("hillside", region="south")
    nation.meeting("riverside", "2026-12-01-good", GOOD, "The first text.")
    nation.news("riverside", "2026-11-01-library", "title: The library is saved")
    nation.news("hillside", "2026-11-02-bus", "title: The bus is back")
    assert build(nation) == (0, [])
    return nation


# ------------------------------------------------------------ from the last build


def test_a_broken_item_shows_its_last_good_version_and_says_since_when(built: Nation) -> None:
    before = built.tree()
    built.write(MEETING, BROKEN)

    assert build(built, "2026-11-22") == (3, [(MEETING, "2026-11-22", "last good")])
    assert f"Held: {MEETING}, since 22 November 2026, last good version shown" in built.printed
    assert "held 1" in built.printed.splitlines()[-1]
    after = built.tree()
    assert {path for path in before if before[path] != after.get(path)} <= {"desk/riverside/index.html"}

    assert build(built, "2026-11-25") == (3, [(MEETING, "2026-11-22", "last good")])


def test_a_mended_item_is_published_as_it_stands_and_the_day_begins_anew(built: Nation) -> None:
    built.write(MEETING, BROKEN)
    build(built)
    built.meeting("riverside", "2026-12-01-good", GOOD, "The second text.")
    assert build(built, "2026-11-23") == (0, [])
    assert "The second text." in built.page(HREF)

    built.write(MEETING, BROKEN)
    assert build(built, "2026-11-24") == (3, [(MEETING, "2026-11-24", "last good")])
    assert "The second text." in built.page(HREF)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"\0", "---\ntitle: Café\n---\n".encode("latin-1"), b"<<<<<<< HEAD\n", b"x" * 300_000]
)
def test_whatever_the_file_became_the_last_good_version_stands(built: Nation, data: bytes) -> None:
    built.write(MEETING, data)
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "The first text." in built.page(HREF)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs symbolic links")
def test_a_link_in_the_place_of_a_text_shows_the_text_that_was(built: Nation) -> None:
    (built.folder / MEETING).unlink()
    (built.folder / MEETING).symlink_to(built.folder / "content" / "organisation.yaml")
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "The first text." in built.page(HREF)


def test_an_item_that_never_was_good_is_left_out(built: Nation) -> None:
    built.write("groups/riverside/news/2026-11-20-bad.md", BROKEN)
    assert build(built) == (3, [("groups/riverside/news/2026-11-20-bad.md", "2026-11-22", "left out")])
    assert "Held: groups/riverside/news/2026-11-20-bad.md, since 22 November 2026, left out" in built.printed
    assert not (built.output / "groups/riverside/news/2026-11-20-bad").exists()


def test_a_deleted_file_is_an_edit_and_not_a_slip(built: Nation) -> None:
    (built.folder / MEETING).unlink()
    assert build(built) == (0, [])
    assert not (built.output / HREF.strip("/")).exists()

    built.write(MEETING, BROKEN)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


def test_a_broken_group_file_shows_the_group_as_it_was_with_its_news_of_today(built: Nation) -> None:
    built.write("groups/riverside/group.yaml", "name: [Riverside\n")
    built.news("riverside", "2026-11-21-new", "title: Written since")

    assert build(built) == (3, [("groups/riverside/group.yaml", "2026-11-22", "last good")])
    assert "Riverside" in built.page("/groups/riverside/")
    assert "Written since" in built.page("/groups/riverside/")


def test_a_region_that_is_taken_away_costs_no_group_its_pages(built: Nation) -> None:
    built.write("content/regions.yaml", "- {slug: south, name: South}\n")
    assert build(built) == (3, [("groups/riverside/group.yaml", "2026-11-22", "last good")])
    assert "The library is saved" in built.page("/groups/riverside/")
    assert "/regions/north/" not in built.page("/groups/riverside/")


def test_a_group_file_that_is_gone_is_a_slip(built: Nation) -> None:
    (built.folder / "groups/riverside/group.yaml").unlink()
    assert build(built) == (3, [("groups/riverside/group.yaml", "2026-11-22", "last good")])
    assert "The library is saved" in built.page("/groups/riverside/")


def test_a_broken_text_about_the_group_shows_the_last_good_one(built: Nation) -> None:
    built.write("groups/riverside/about.md", "We meet by the river.\n")
    build(built)
    built.write("groups/riverside/about.md", b"\xe9")
    assert build(built) == (3, [("groups/riverside/about.md", "2026-11-22", "last good")])
    assert "We meet by the river." in built.page("/groups/riverside/")


def test_the_national_offices_items_are_held_in_the_same_way(built: Nation) -> None:
    built.write("content/news/2026-11-01-office.md", "---\ntitle: From the office\n---\nText.\n")
    built.write("content/home.md", "Welcome to all.\n")
    build(built)
    built.write("content/news/2026-11-01-office.md", BROKEN)
    built.write("content/home.md", b"\xe9")
    assert build(built) == (
        3,
        [
            ("content/home.md", "2026-11-22", "last good"),
            ("content/news/2026-11-01-office.md", "2026-11-22", "last good"),
        ],
    )
    assert "From the office" in built.page("/news/2026-11-01-office/")
    assert "Welcome to all." in built.page("/")


def test_an_item_that_was_withdrawn_does_not_come_back(built: Nation) -> None:
    built.meeting("riverside", "2026-12-01-good", f"{GOOD}\nstatus: draft")
    assert build(built) == (0, [])
    built.write(MEETING, BROKEN)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


def test_a_piece_of_news_that_has_expired_does_not_come_back(built: Nation) -> None:
    path = "groups/riverside/news/2026-11-10-sale.md"
    built.news("riverside", "2026-11-10-sale", "title: Jumble sale\nexpires: 2026-11-24")
    build(built)
    built.write(path, BROKEN)
    assert build(built, "2026-11-24") == (3, [(path, "2026-11-24", "last good")])
    assert build(built, "2026-11-25") == (3, [(path, "2026-11-24", "left out")])


def test_a_text_whose_document_is_gone_is_shown_without_it(built: Nation) -> None:
    built.write("groups/riverside/documents/agenda.txt", "1. Welcome\n")
    built.meeting("riverside", "2026-12-01-good", f"{GOOD}\ndocuments: [{{title: Agenda, file: documents/agenda.txt}}]")
    build(built)
    assert "agenda.txt" in built.page(HREF)
    (built.folder / "groups/riverside/documents/agenda.txt").unlink()

    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "agenda.txt" not in built.page(HREF)
    assert "All are welcome." in built.page(HREF)


def test_an_earlier_version_never_takes_the_place_of_what_is_good_today(built: Nation) -> None:
    built.news("riverside", "2026-11-05-a", "title: First\nid: the-one")
    build(built)
    built.write("groups/riverside/news/2026-11-05-a.md", BROKEN)
    built.news("riverside", "2026-11-06-b", "title: Moved here\nid: the-one")
    assert build(built) == (3, [("groups/riverside/news/2026-11-05-a.md", "2026-11-22", "left out")])
    assert "Moved here" in built.page("/groups/riverside/news/2026-11-06-b/")


LIST = "groups/riverside/meetings/autumn.yaml"
ENTRIES = """\
- {title: Canvass, starts: 2026-12-05 10:00, about: The first street.}
- {title: Social, starts: 2026-12-06 19:00}
- {title: Reading group, starts: 2026-12-07 19:00}
"""


def test_in_a_list_the_broken_meeting_alone_is_shown_as_it_was(built: Nation) -> None:
    built.write(LIST, ENTRIES)
    assert build(built) == (0, [])
    changed = ENTRIES.replace("2026-12-05 10:00", "31 November 2026 10:00").replace("Social", "Winter social")
    built.write(LIST, changed.replace("- {title: Reading group, starts: 2026-12-07 19:00}\n", ""))

    assert build(built) == (3, [(f"{LIST}:1", "2026-11-22", "last good")])
    assert "The first street." in built.page("/groups/riverside/meetings/2026-12-05-canvass/")
    assert "Winter social" in built.page("/groups/riverside/meetings/2026-12-06-winter-social/")
    assert not (built.output / "groups/riverside/meetings/2026-12-06-social").exists()
    assert not (built.output / "groups/riverside/meetings/2026-12-07-reading-group").exists()


@pytest.mark.parametrize("indent", ["", "  "])
def test_each_meeting_of_a_list_is_kept_as_it_last_was_good_whatever_becomes_of_the_others(
    built: Nation, indent: str
) -> None:
    never_good = f"{indent}- title: Picnic\n{indent}  starts: 31 June 2027\n"
    canvass = f"{indent}- title: Canvass\n{indent}  starts: 2026-12-05 10:00\n{indent}  about: |\n{indent}    TEXT\n"
    social = f"{indent}-\n{indent}  title: Social\n{indent}  starts: 2026-12-06 19:00\n{indent}# a note\n"
    built.write(LIST, never_good + canvass.replace("TEXT", "The first street.") + social)
    build(built)
    built.write(LIST, never_good + canvass.replace("TEXT", "The second street.") + social)
    build(built)
    built.write(LIST, never_good + canvass.replace("10:00", "25:00") + social.replace("2026-12-06", "soon"))

    status, held = build(built)
    assert (status, [shown for _, _, shown in held]) == (3, ["left out", "last good", "last good"])
    assert "The second street." in built.page("/groups/riverside/meetings/2026-12-05-canvass/")
    assert (built.output / "groups/riverside/meetings/2026-12-06-social").exists()
    before = built.tree()
    build(built)
    assert built.tree() == before


def test_meetings_of_one_title_are_told_apart_by_their_beginnings(built: Nation) -> None:
    days = [f"2026-12-{day:02}" for day in range(1, 5)]
    entries = [f"- {{title: Committee, starts: {day} 19:00, about: Of the {day}.}}\n" for day in days]
    built.write(LIST, "".join(entries))
    build(built)
    lost_start = entries[0].replace("2026-12-01 19:00", "soon")
    broken = [one.replace("about:", "abuot:") for one in entries[1:]]
    built.write(LIST, "".join([lost_start, *broken]))

    status, held = build(built)
    assert (status, {shown for _, _, shown in held}) == (3, {"last good"})
    for day in days:
        assert f"Of the {day}." in built.page(f"/groups/riverside/meetings/{day}-committee/")


def test_a_list_that_cannot_be_read_is_shown_whole_as_it_was(built: Nation) -> None:
    built.write(LIST, ENTRIES)
    build(built)
    built.write(LIST, ENTRIES.replace("}", ""))
    assert build(built) == (3, [(LIST, "2026-11-22", "last good")])
    assert "The first street." in built.page("/groups/riverside/meetings/2026-12-05-canvass/")
    assert (built.output / "groups/riverside/meetings/2026-12-07-reading-group").exists()


# ------------------------------------------------------------ a folder emptied


def empty(nation: Nation) -> None:
    for kind in ("news", "meetings"):
        shutil.rmtree(nation.folder / "groups/riverside" / kind)


def test_a_folder_that_is_emptied_at_once_is_shown_as_it_was_and_named(built: Nation) -> None:
    empty(built)
    for today in ("2026-11-22", "2026-11-23"):
        assert build(built, today) == (3, [("groups/riverside", "2026-11-22", "last good")])
        assert "folder-emptied" in built.printed
        assert "The first text." in built.page(HREF)


def test_a_folder_that_loses_its_group_file_too_is_shown_as_it_was(built: Nation) -> None:
    empty(built)
    (built.folder / "groups/riverside/group.yaml").unlink()
    status, held = build(built)
    assert (status, [path for path, _, _ in held]) == (3, ["groups/riverside", "groups/riverside/group.yaml"])
    assert "The library is saved" in built.page("/groups/riverside/")


def test_a_group_that_says_so_lets_its_items_go(built: Nation) -> None:
    empty(built)
    build(built)
    built.group("riverside", "status: paused\n")
    assert build(built) == (0, [])
    assert not (built.output / HREF.strip("/")).exists()
    built.group("riverside")
    assert build(built) == (0, [])


def test_new_items_settle_it_as_well(built: Nation) -> None:
    empty(built)
    build(built)
    built.news("riverside", "2026-11-22-fresh", "title: A fresh start")
    assert build(built) == (0, [])
    assert not (built.output / HREF.strip("/")).exists()


def test_to_delete_one_file_after_the_other_is_an_edit(built: Nation) -> None:
    (built.folder / MEETING).unlink()
    assert build(built) == (0, [])
    (built.folder / "groups/riverside/news/2026-11-01-library.md").unlink()
    assert build(built) == (0, [])


def test_a_folder_that_is_taken_away_whole_is_gone(built: Nation) -> None:
    shutil.rmtree(built.folder / "groups/riverside")
    assert build(built) == (0, [])
    assert not (built.output / "groups/riverside").exists()
    assert "group-gone" in built.printed
    assert build(built) == (0, [])
    assert "group-gone" not in built.printed


def test_a_folder_that_is_renamed_is_not_missed(built: Nation) -> None:
    (built.folder / "groups/riverside").rename(built.folder / "groups/waterside")
    built.group("waterside", "former_slugs: [riverside]\n")
    assert build(built) == (0, [])
    assert "group-gone" not in built.printed


def test_a_folder_whose_files_all_have_impossible_names_is_shown_as_it_was(built: Nation) -> None:
    for path in [*(built.folder / "groups/riverside").glob("*/*.md")]:
        path.rename(path.with_name(f"Copy of {path.name}"))
    status, held = build(built)
    assert status == 3
    assert held[0] == ("groups/riverside", "2026-11-22", "last good")
    assert [shown for _, _, shown in held[1:]] == ["left out", "left out"]
    assert "The first text." in built.page(HREF)


def test_a_preview_of_one_group_forgets_nothing_of_the_others(built: Nation) -> None:
    built.write(MEETING, BROKEN)
    assert built.build("--group", "hillside") == 0
    assert "group-gone" not in built.printed
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])


# ------------------------------------------------------------ whatever is in the workshop


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe\0",
        b"[" * 200_000,
        b'{"texts": [], "since": 3}',
        b'{"texts": {"meetings/2026-12-01-good.md": 7, "../../x.md": "x"}, "since": {"x": null}}',
        b'{"texts": {"meetings/2026-12-01-good.md": "\\ud800"}, "since": {"' + MEETING.encode() + b'": "yesterday"}}',
    ],
)
def test_a_spoilt_workshop_costs_the_last_good_versions_and_nothing_else(built: Nation, data: bytes) -> None:
    (workshop(built) / "good/groups/riverside.json").write_bytes(data)
    built.write(MEETING, BROKEN)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])
    assert "The library is saved" in built.page("/groups/riverside/")


def test_what_somebody_puts_into_the_workshop_is_read_like_a_strangers_file(built: Nation) -> None:
    text = "---\ntitle: <script>alert(1)</script>\nstarts: 2026-12-01 19:00\n---\n<script>alert(2)</script> Hello.\n"
    record = {"texts": {"meetings/2026-12-01-good.md": text}, "since": {MEETING: "2999-01-01"}}
    (workshop(built) / "good/groups/riverside.json").write_text(json.dumps(record), encoding="utf-8")
    built.write(MEETING, BROKEN)
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "<script>alert" not in built.page(HREF)


def test_a_build_from_scratch_keeps_the_last_good_versions(built: Nation) -> None:
    built.write(MEETING, BROKEN)
    assert built.build("--fresh") == 3
    assert "last good version shown" in built.printed


def test_a_good_build_writes_the_same_workshop_twice(built: Nation) -> None:
    folder = workshop(built) / "good"
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in folder.rglob("*.json")}
    build(built)
    assert before == {path: (path.read_bytes(), path.stat().st_ino) for path in folder.rglob("*.json")}
    assert len(before) == 4  # texts of the office and of both groups, revisions of the one that has a meeting


# ------------------------------------------------------------ on a fresh machine


def forget(nation: Nation) -> None:
    """As on a machine that never built it."""
    shutil.rmtree(workshop(nation))
    shutil.rmtree(nation.output)


@needs_git
def test_on_a_fresh_machine_the_last_good_version_comes_from_the_history(built: Nation) -> None:
    commit(built)
    built.meeting("riverside", "2026-12-01-good", GOOD, "The second text.")
    commit(built)
    for text in (BROKEN, BROKEN.replace("Text", "Another")):
        built.write(MEETING, text)
        commit(built)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "The second text." in built.page(HREF)

    shutil.rmtree(built.folder / ".git")
    assert build(built, "2026-11-23") == (3, [(MEETING, "2026-11-22", "last good")])


@needs_git
@pytest.mark.parametrize("is_fresh", [True, False])
def test_since_when_is_the_day_of_the_commit_that_broke_it_on_every_machine(built: Nation, is_fresh: bool) -> None:
    commit(built, "2026-11-11")
    for day, text in (("2026-11-14", BROKEN), ("2026-11-16", BROKEN.replace("Text", "Another"))):
        built.write(MEETING, text)
        commit(built, day)
    bad = "groups/riverside/news/2026-11-12-bad.md"
    built.write(bad, BROKEN)
    commit(built, "2026-11-17")
    if is_fresh:
        forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-14", "last good"), (bad, "2026-11-17", "left out")])

    uncommitted = "groups/riverside/news/2026-11-13-not-yet.md"
    built.write(uncommitted, BROKEN)
    assert (uncommitted, "2026-11-23", "left out") in build(built, "2026-11-23")[1]


@needs_git
def test_a_group_file_and_an_emptied_folder_have_the_day_of_their_commit_too(built: Nation) -> None:
    commit(built, "2026-11-11")
    built.write("groups/hillside/group.yaml", "name: [Hillside\n")
    commit(built, "2026-11-12")
    empty(built)
    commit(built, "2026-11-13")
    forget(built)
    assert build(built) == (
        3,
        [("groups/hillside/group.yaml", "2026-11-12", "last good"), ("groups/riverside", "2026-11-13", "last good")],
    )


@needs_git
@pytest.mark.parametrize("is_fresh", [True, False])
def test_pictures_and_documents_that_are_gone_come_from_the_history_with_their_text(
    built: Nation, is_fresh: bool
) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    built.write("groups/riverside/documents/agenda.txt", "1. Welcome\n")
    built.write("groups/riverside/images/hall.png", picture.getvalue())
    fields = f"{GOOD}\nimage: images/hall.png\nimage_alt: The hall\n"
    built.meeting(
        "riverside",
        "2026-12-01-good",
        f"{fields}documents: [{{title: Agenda, file: documents/agenda.txt}}]",
        "See ![it](../images/hall.png) and [all](../documents/agenda.txt).",
    )
    commit(built)
    assert build(built) == (0, [])
    before = built.tree()
    shutil.rmtree(built.folder / "groups/riverside/images")
    shutil.rmtree(built.folder / "groups/riverside/documents")
    commit(built)
    if is_fresh:
        forget(built)

    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert built.page(HREF) == before[f"{HREF.strip('/')}/index.html"].decode()
    assert {path for path in before if path not in built.tree()} == set()
    after = built.tree()
    assert build(built)[0] == 3
    assert built.tree() == after


@needs_git
@pytest.mark.parametrize("path", ["images/home.jpg", "documents/macro.pdf", "images/../../secret.png"])
def test_what_comes_from_the_history_is_looked_at_as_carefully(built: Nation, path: str) -> None:
    built.write("secret.png", b"NEVER-SHOWN")
    built.write("groups/riverside/documents/macro.pdf", b"MZ NEVER-SHOWN")
    built.write("groups/riverside/images/home.jpg", b"\xff\xd8\xff NEVER-SHOWN")
    commit(built)
    built.meeting("riverside", "2026-12-01-good", GOOD, f"See ![it](../{path}) and [it](../{path}).")
    commit(built)
    shutil.rmtree(built.folder / "groups/riverside/images")
    shutil.rmtree(built.folder / "groups/riverside/documents")
    built.write(MEETING, BROKEN)
    forget(built)
    build(built)
    assert [name for name, data in built.tree().items() if b"NEVER-SHOWN" in data] == []


def test_each_meeting_of_a_list_has_the_day_since_when_it_is_broken(built: Nation) -> None:
    built.write(LIST, ENTRIES)
    build(built)
    once = ENTRIES.replace("2026-12-05 10:00", "31 November 2026")
    built.write(LIST, once)
    assert build(built, "2026-11-23")[1] == [(f"{LIST}:1", "2026-11-23", "last good")]
    built.write(LIST, "# A note\n\n" + once.replace("2026-12-06 19:00", "31 June 2027"))
    assert build(built, "2026-11-25")[1] == [
        (f"{LIST}:3", "2026-11-23", "last good"),
        (f"{LIST}:4", "2026-11-25", "last good"),
    ]


@needs_git
def test_a_shallow_clone_has_the_history_that_it_has(built: Nation) -> None:
    commit(built, "2026-11-11")
    built.write(MEETING, BROKEN)
    commit(built, "2026-11-12")
    for depth, shown in (("1", "left out"), ("2", "last good")):
        clone = Nation(built.folder.parent / depth / "nation")
        shutil.rmtree(clone.folder)
        git(built.folder.parent, "clone", "--quiet", "--depth", depth, built.folder.as_uri(), str(clone.folder))
        assert build(clone) == (3, [(MEETING, "2026-11-12", shown)])


@needs_git
@pytest.mark.parametrize("damage", ["HEAD", "objects", "config"])
def test_a_damaged_repository_has_no_history(built: Nation, damage: str) -> None:
    commit(built)
    built.write(MEETING, BROKEN)
    part = built.folder / ".git" / damage
    if part.is_dir():
        shutil.rmtree(part)
    else:
        part.write_bytes(b"\0[[[")
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


@needs_git
def test_what_the_environment_and_the_configuration_say_of_order_and_place_is_not_heard(
    built: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(built, "2026-11-11")
    built.write(MEETING, BROKEN)
    commit(built, "2026-11-12")
    other = built.folder.parent / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    for name, value in (("GIT_DIR", str(other / ".git")), ("GIT_EXTERNAL_DIFF", "false"), ("GIT_TRACE", "1")):
        monkeypatch.setenv(name, value)
    for key, value in (
        ("diff.orderFile", "/dev/stdin"),
        ("log.follow", "true"),
        ("log.diffMerges", "off"),
        ("format.pretty", "%H"),
        ("log.date", "raw"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("diff.renames", "copies"),
    ):
        subprocess.run(("git", "config", "--file", str(built.folder / ".git/config"), key, value), check=True)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-12", "last good")])


@needs_git
def test_the_history_is_read_below_the_top_of_its_repository_too(built: Nation) -> None:
    top = built.folder.parent
    git(top, "init", "--quiet")
    git(top, "add", built.folder.name)
    git(top, "commit", "--quiet", "--message", "All", when="2026-11-22T12:00:00Z")
    built.write("groups/riverside/group.yaml", "name: [Riverside\n")
    built.write(MEETING, BROKEN)
    forget(built)
    assert build(built) == (
        3,
        [("groups/riverside/group.yaml", "2026-11-22", "last good"), (MEETING, "2026-11-22", "last good")],
    )


@needs_git
def test_a_folder_that_was_emptied_by_the_last_change_comes_from_the_history_too(built: Nation) -> None:
    commit(built)
    empty(built)
    commit(built)
    built.news("hillside", "2026-11-21-later", "title: Later")
    commit(built)
    forget(built)
    assert build(built) == (3, [("groups/riverside", "2026-11-22", "last good")])
    assert "The first text." in built.page(HREF)
    built.group("riverside", "summary: We say so.\n")
    commit(built)
    forget(built)
    assert build(built) == (0, [])


@needs_git
def test_a_version_from_before_a_deletion_does_not_come_back(built: Nation) -> None:
    commit(built)
    (built.folder / MEETING).unlink()
    commit(built)
    built.write(MEETING, BROKEN)
    commit(built)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


@needs_git
def test_what_never_stood_on_the_main_line_is_not_shown(built: Nation) -> None:
    commit(built)
    git(built.folder, "checkout", "--quiet", "-b", "wild")
    built.meeting("riverside", "2026-12-01-good", GOOD, "Never agreed.")
    commit(built)
    built.write(MEETING, BROKEN)
    commit(built)
    git(built.folder, "checkout", "--quiet", "main")
    git(built.folder, "merge", "--quiet", "--no-ff", "--message", "Merge", "wild", when="2026-11-22T12:00:00Z")
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert "The first text." in built.page(HREF)


@needs_git
def test_nothing_that_a_repository_names_is_run(built: Nation) -> None:
    commit(built)
    mark = built.folder.parent / "was-run"
    program = built.folder.parent / "evil"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "core.editor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "gpg.program",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "alias.log",
        "alias.cat-file",
    ):
        git(built.folder, "config", key, f"!{program}" if key.startswith("alias") else str(program))
    git(built.folder, "config", "log.showSignature", "true")
    git(built.folder, "config", "remote.origin.url", f"ext::{program}")
    git(built.folder, "config", "remote.origin.promisor", "true")
    git(built.folder, "config", "extensions.partialClone", "origin")
    (built.folder / ".gitattributes").write_text("*.md diff=evil filter=evil\n", encoding="utf-8")
    (built.folder / ".git/info/attributes").write_text("*.md diff=evil filter=evil\n", encoding="utf-8")
    for hook in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        shutil.copy(program, built.folder / ".git/hooks" / hook)
    mark.unlink(missing_ok=True)
    built.write(MEETING, BROKEN)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "last good")])
    assert not mark.exists()


@needs_git
def test_a_missing_blob_is_not_fetched_from_where_the_repository_says(built: Nation) -> None:
    commit(built)
    name = git(built.folder, "rev-parse", f"HEAD:{MEETING}").strip()
    (built.folder / ".git/objects" / name[:2] / name[2:]).unlink()
    mark = built.folder.parent / "was-run"
    git(built.folder, "config", "remote.origin.url", f"ext::touch {mark}")
    git(built.folder, "config", "remote.origin.promisor", "true")
    git(built.folder, "config", "protocol.ext.allow", "always")
    built.write(MEETING, BROKEN)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])
    assert not mark.exists()


@needs_git
def test_a_repository_without_a_commit_has_no_history(built: Nation) -> None:
    git(built.folder, "init", "--quiet")
    built.write(MEETING, BROKEN)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


def test_without_git_there_is_no_history(built: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    built.write(MEETING, BROKEN)
    forget(built)
    assert build(built) == (3, [(MEETING, "2026-11-22", "left out")])


# ------------------------------------------------------------ whatever happens


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A text after a slip: something cut out, put in, doubled, or made into something else."""
    at, other = sorted(chance.choices(range(len(data) + 1), k=2))
    lines = data.splitlines(keepends=True)
    line = chance.randrange(len(lines))
    return chance.choice(
        (
            data[:at] + data[other:],
            data[:at] + bytes(chance.choices(range(256), k=8)) + data[at:],
            data[:at]
            + chance.choice((b":", b"'", b'"', b"[", b"{", b"\t", b"#", b"- ", b"---\n", b"\n\n"))
            + data[at:],
            b"".join([*lines[:line], *lines[line + 1 :]]),
            b"".join([*lines[:line], lines[line], *lines[line:]]),
            data[:at].swapcase() + data[at:],
            data.decode().encode("utf-16"),
            b"",
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_a_file_no_page_is_lost(built: Nation, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (slips, not secrets)
    built.write("groups/riverside/about.md", "We meet by the river.\n")
    built.write("groups/riverside/campaigns/buses.md", "---\ntitle: Buses\n---\nThat come.\n")
    build(built)
    pages = {path for path in built.tree() if path.startswith("groups/") and path.endswith("index.html")}
    files = sorted(one for one in (built.folder / "groups/riverside").rglob("*") if one.is_file())
    for _ in range(8):
        file = chance.choice(files)
        good = file.read_bytes()
        file.write_bytes(damaged(good, chance))
        assert build(built)[0] in (0, 3)
        assert pages <= set(built.tree()), file.read_bytes()
        file.write_bytes(good)
