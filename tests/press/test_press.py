"""The press writes what differs, removes what is gone, and leaves the rest alone."""

from pathlib import Path

import pytest

from localgroups.model.artifacts import Artifact, OutputPath, PathOutside
from localgroups.press.press import NotAFolder, Press, Published, TwoForOnePath


def publish(output: Path, files: dict[str, bytes], keep_others: bool = False) -> Published:
    press = Press(output, output.parent / ".work")
    for path, data in files.items():
        press.put(Artifact(OutputPath(path), data))
    return press.publish(keep_others)


def tree(output: Path) -> dict[str, bytes]:
    return {one.relative_to(output).as_posix(): one.read_bytes() for one in output.rglob("*") if one.is_file()}


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


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a": b"file", "b/index.html": b"folder"})

    publish(tmp_path / "site", {"a/index.html": b"folder", "b": b"file"})

    assert tree(tmp_path / "site") == {"a/index.html": b"folder", "b": b"file"}


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
