"""The press writes what differs, removes what is gone, and leaves the rest alone."""

import os
import shutil
from pathlib import Path

import pytest

from localgroups.model.artifacts import Artifact, OutputPath, PathOutside
from localgroups.press.galley import TwoForOnePath
from localgroups.press.press import Change, NotAFolder, Press, forget
from localgroups.press.standing import Standing
from press.sites import publish, tree, workshop_of


def test_the_first_build_writes_everything(tmp_path: Path) -> None:
    files = {"index.html": b"home", "groups/north/index.html": b"north"}

    done = publish(tmp_path / "site", files)

    assert done.written == ("groups/north/index.html", "index.html")
    assert tree(tmp_path / "site") == files


def test_only_bytes_that_differ_are_written(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a.html": b"one", "b.html": b"two"})

    done = publish(tmp_path / "site", {"a.html": b"one", "b.html": b"TWO"})

    assert (done.written, done.removed) == (("b.html",), ())


def test_what_no_build_names_any_more_is_removed_with_its_emptied_folder(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": b"home", "news/old/index.html": b"old"})

    done = publish(tmp_path / "site", {"index.html": b"home"})

    assert done.removed == ("news/old/index.html",)
    assert not (tmp_path / "site" / "news").exists()


def test_files_that_no_build_wrote_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "CNAME").write_text("example.org")

    publish(tmp_path / "site", {"index.html": b"home"})
    publish(tmp_path / "site", {})

    assert tree(tmp_path / "site") == {"CNAME": b"example.org"}


def test_files_that_no_build_wrote_survive_every_swap(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1", "groups/north/index.html": b"north"})
    (site / ".well-known/acme").mkdir(parents=True)
    (site / ".well-known/acme/token").write_bytes(b"secret")
    (site / "groups/north/poster.pdf").write_bytes(b"poster")
    (site / "uploads").mkdir()
    (site / "latest").symlink_to("groups/north")

    for number in (b"2", b"3", b"4"):
        publish(site, {"index.html": number})

        assert tree(site) == {
            "index.html": number,
            ".well-known/acme/token": b"secret",
            "groups/north/poster.pdf": b"poster",
        }
        assert (site / "uploads").is_dir()
        assert (site / "latest").readlink() == Path("groups/north")


def test_what_others_change_in_the_output_between_builds_is_taken_along(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1"})
    (site / "CNAME").write_bytes(b"old.example.org")
    (site / "robots").write_bytes(b"x")
    publish(site, {"index.html": b"2"})
    publish(site, {"index.html": b"3"})

    (site / "CNAME").unlink()
    (site / "CNAME").write_bytes(b"new.example.org")
    (site / "robots").unlink()
    (site / "robots").mkdir()
    publish(site, {"index.html": b"4"})
    publish(site, {"index.html": b"5"})

    assert tree(site) == {"index.html": b"5", "CNAME": b"new.example.org"}
    assert (site / "robots").is_dir()


def test_a_page_that_someone_deleted_or_spoilt_is_made_anew(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {"index.html": b"home", "a/index.html": b"a"}
    publish(site, files)
    publish(site, {**files, "b.html": b"b"})

    (site / "index.html").unlink()
    (site / "a/index.html").write_bytes(b"?")
    done = publish(site, files)

    assert done.written == ("a/index.html", "index.html")
    assert tree(site) == files


def test_a_served_file_is_never_written_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"first", "same.html": b"same"})
    publish(site, {"index.html": b"second", "same.html": b"same"})
    with (site / "index.html").open("rb") as second, (site / "same.html").open("rb") as same:
        publish(site, {"index.html": b"third", "same.html": b"same"})
        publish(site, {"index.html": b"fourth", "same.html": b"same"})

        assert (second.read(), same.read()) == (b"second", b"same")


def test_what_stays_is_one_file_with_two_names_and_is_not_copied(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in (b"1", b"2", b"3"):
        publish(site, {"index.html": number, "feed.rss": number, "groups/north/photo.webp": b"photo"})

    served = (site / "groups/north/photo.webp").stat()
    assert served.st_nlink == 2
    assert (workshop_of(site) / "back/groups/north/photo.webp").stat().st_ino == served.st_ino


def test_the_output_stays_a_folder_with_the_rights_that_it_had(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "groups").mkdir(parents=True)
    site.chmod(0o2775)
    (site / "groups").chmod(0o750)

    for number in (b"1", b"2", b"3"):
        publish(site, {"index.html": number, "groups/index.html": number})

        assert site.is_dir() and not site.is_symlink()
        assert oct(site.stat().st_mode & 0o7777) == oct(0o2775)
        assert oct((site / "groups").stat().st_mode & 0o7777) == oct(0o750)


def test_a_build_that_changes_nothing_leaves_the_very_folder_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"home"})
    before = site.stat()

    publish(site, {"index.html": b"home"})

    assert (site.stat().st_ino, site.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_lost_output_is_built_again_and_a_lost_workshop_does_no_harm(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {"index.html": b"home", "a/index.html": b"a"}
    publish(site, files)
    publish(site, {**files, "index.html": b"other"})
    shutil.rmtree(site)
    publish(site, files)
    assert tree(site) == files

    shutil.rmtree(workshop_of(site))
    publish(site, {**files, "index.html": b"new"})
    assert tree(site) == {**files, "index.html": b"new"}


def test_forgetting_the_workshop_loses_neither_the_site_nor_the_knowledge_of_what_is_ours(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1", "gone.html": b"gone"})
    publish(site, {"index.html": b"2", "gone.html": b"gone"})
    (workshop_of(site) / "images").mkdir()

    forget(workshop_of(site))

    assert sorted(one.name for one in workshop_of(site).iterdir()) == ["manifest.txt"]
    assert publish(site, {"index.html": b"2"}).removed == ("gone.html",)
    assert tree(site) == {"index.html": b"2"}


def test_a_build_that_ends_without_a_site_gives_back_the_room_it_took(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1"})
    press = Press(site, workshop_of(site))
    press.put(Artifact(OutputPath("large.html"), b"large"))

    press.abandon()

    assert tree(workshop_of(site)).keys() == {"manifest.txt", "folders.txt"}
    assert tree(site) == {"index.html": b"1"}


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a": b"file", "b/index.html": b"folder"})

    publish(tmp_path / "site", {"a/index.html": b"folder", "b": b"file"})

    assert tree(tmp_path / "site") == {"a/index.html": b"folder", "b": b"file"}


def test_a_page_may_take_the_place_of_a_file_of_others(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1"})
    (site / "a").write_bytes(b"file")
    (site / "b").mkdir()
    (site / "b/note.txt").write_bytes(b"note")

    for number in (b"2", b"3"):
        publish(site, {"index.html": number, "a/index.html": b"folder", "b": b"file"})

    assert tree(site) == {"index.html": b"3", "a/index.html": b"folder", "b": b"file"}


def test_nothing_served_changes_before_publishing(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": b"old", "gone.html": b"old"})

    Press(tmp_path / "site", tmp_path / ".work").put(Artifact(OutputPath("index.html"), b"new"))

    assert tree(tmp_path / "site") == {"index.html": b"old", "gone.html": b"old"}


def test_a_preview_of_some_groups_removes_nothing(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"index.html": b"home", "groups/north/index.html": b"old"})

    publish(tmp_path / "site", {"groups/north/index.html": b"new"}, keep_others=True)
    done = publish(tmp_path / "site", {"groups/north/index.html": b"new"})

    assert done.removed == ("index.html",)


def test_two_files_for_one_path_are_a_fault_of_the_program(tmp_path: Path) -> None:
    press = Press(tmp_path / "site", tmp_path / ".work")
    press.put(Artifact(OutputPath("index.html"), b"one"))

    with pytest.raises(TwoForOnePath, match=r"index\.html"):
        press.put(Artifact(OutputPath("index.html"), b"two"))


def test_a_file_where_the_output_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("not a folder")

    with pytest.raises(NotAFolder):
        Press(tmp_path / "site", tmp_path / ".work")


@pytest.mark.parametrize(
    "href",
    [
        "/index.html",
        "/groups/south/",
        "/groups/north/../south/",
        "/groups/north/..",
        "groups/northern/",
        "/groups/north/.htaccess",
        "/groups/north//index.html",
        "/groups/north/a\\b",
        "/groups/north/a\nb",
        "/groups/north/" + "a" * 300,
    ],
)
def test_a_group_cannot_write_outside_its_prefix(href: str) -> None:
    with pytest.raises(PathOutside):
        OutputPath.of("north", href)


def test_an_address_that_ends_in_a_slash_is_an_index_file() -> None:
    assert OutputPath.of("north", "/groups/north/news/").text == "groups/north/news/index.html"
    assert OutputPath.of("", "/").text == "index.html"


def test_one_new_file_takes_its_place_by_itself_and_the_back_tree_learns_of_it_later(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {"index.html": b"1", "a/index.html": b"1", "b/index.html": b"1"}
    publish(site, files)
    inode = site.stat().st_ino

    publish(site, files | {"a/index.html": b"2"})
    assert site.stat().st_ino == inode
    assert tree(site) == files | {"a/index.html": b"2"}

    for number in (b"3", b"4", b"5"):
        publish(site, {"index.html": number, "a/index.html": b"2", "b/index.html": number})
        assert tree(site) == {"index.html": number, "a/index.html": b"2", "b/index.html": number}
        publish(site, {"index.html": number, "a/index.html": number, "b/index.html": number})
        assert tree(site) == {"index.html": number, "a/index.html": number, "b/index.html": number}
        publish(site, {"index.html": number, "a/index.html": b"2", "b/index.html": number})


def test_a_build_that_says_what_changes_need_not_name_the_rest(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1", "old/index.html": b"1", "same/index.html": b"1"})
    press = Press(site, workshop_of(site))
    press.put(Artifact(OutputPath("index.html"), b"2"))
    press.put(Artifact(OutputPath("new/index.html"), b"2"))

    done = press.publish(change=Change({"new/index.html"}, {"old/index.html"}))

    assert (done.written, done.removed) == (("index.html", "new/index.html"), ("old/index.html",))
    assert tree(site) == {"index.html": b"2", "new/index.html": b"2", "same/index.html": b"1"}
    assert publish(site, {"index.html": b"2"}).removed == ("new/index.html", "same/index.html")


def test_what_others_change_is_not_taken_for_known(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1", "a/index.html": b"1", "b/index.html": b"1", "b/c/index.html": b"1"})
    assert Press(site, workshop_of(site)).standing.all_held(["index.html", "a/index.html", "b/c/index.html"])

    os.utime(site / "a", ns=(2**62, 2**62))
    (site / "a/index.html").unlink()
    standing = Press(site, workshop_of(site)).standing

    assert not standing.holds("a/index.html")
    assert standing.all_held(["index.html", "b/index.html", "b/c/index.html"])
    assert standing.touches("a/") and not standing.touches("b/")


def test_after_one_file_was_replaced_nothing_counts_as_changed_by_others(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": b"1", "a/index.html": b"1"})

    publish(site, {"index.html": b"1", "a/index.html": b"2"})

    standing = Press(site, workshop_of(site)).standing
    assert standing.is_known and not standing.touched


def replaced(site: Path, a: bytes, b: bytes) -> Standing:
    """A site of two files after each was replaced alone."""
    publish(site, {"a/index.html": b"1", "b/index.html": b"1"})
    publish(site, {"a/index.html": a, "b/index.html": b"1"})
    publish(site, {"a/index.html": a, "b/index.html": b})
    return Press(site, workshop_of(site)).standing


def test_files_that_were_replaced_one_after_the_other_are_all_ours(tmp_path: Path) -> None:
    standing = replaced(tmp_path / "site", b"2", b"2")
    assert standing.all_held(["a/index.html", "b/index.html"])
    assert not standing.touched


def test_what_others_do_where_a_file_was_replaced_is_seen(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replaced(site, b"2", b"2")

    (site / "a/index.html").unlink()
    os.utime(site / "a", ns=(2**62, 2**62))

    standing = Press(site, workshop_of(site)).standing
    assert standing.touched == {"a"}
    assert not standing.holds("a/index.html")


@pytest.mark.parametrize("text", [None, b"", b"\xff\xfe", b"1 a\n2 b", b"a b c\n-1 a\n"])
def test_a_lost_note_of_a_replaced_file_costs_a_look(tmp_path: Path, text: bytes | None) -> None:
    site = tmp_path / "site"
    replaced(site, b"2", b"2")
    note = workshop_of(site) / "own.txt"
    note.unlink() if text is None else note.write_bytes(text)

    assert Press(site, workshop_of(site)).standing.touched == {"a", "b"}
    publish(site, {"a/index.html": b"3", "b/index.html": b"3"})
    assert tree(site) == {"a/index.html": b"3", "b/index.html": b"3"}
    assert not Press(site, workshop_of(site)).standing.touched
