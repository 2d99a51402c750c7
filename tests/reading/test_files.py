"""What lies in a folder, and what is never opened."""

import os
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from localgroups.model import limits
from localgroups.model.identity import Kind
from localgroups.reading import files
from localgroups.reading.faults import FileFaults
from localgroups.reading.file_names import fault_of_stem
from localgroups.reading.files import group_slugs, read_text, scan_folder
from reading.nation import BASE, read_groups, read_riverside, write

GROUP = "groups/riverside"


def codes_of(source: Path) -> list[tuple[str, str]]:
    folder = scan_folder(source / GROUP, GROUP)
    return sorted((one.span.path.removeprefix(f"{GROUP}/"), one.code) for one in folder.diagnostics)


def test_slugs_are_sorted_and_hidden_folders_and_read_me_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"groups/b/group.yaml": "", "groups/a/group.yaml": "", "groups/.git/x": "", "groups/README.md": ""})
    assert group_slugs(tmp_path) == (["a", "b"], [])


def test_a_nation_without_groups_is_a_nation(tmp_path: Path) -> None:
    assert group_slugs(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "name", ["Riverside", "river_side", "river side", "-river", "river-", "a" * 41, "rivière", "a--b"]
)
def test_a_folder_whose_name_cannot_be_an_address_is_reported(name: str, tmp_path: Path) -> None:
    write(tmp_path, {f"groups/{name}/group.yaml": ""})
    slugs, found = group_slugs(tmp_path)
    assert slugs == []
    assert [one.code for one in found] == ["folder-name"]


def test_files_are_sorted_by_what_they_are_for(tmp_path: Path) -> None:
    files = ["group.yaml", "about.md", "README.md", "news/b.md", "news/a.md", "news/README.md", "news/.gitkeep"]
    files += ["meetings/c.md", "meetings/list.yaml", "campaigns/d.md", "images/IMG_1.JPG", "documents/a.pdf"]
    folder = scan_folder(write(tmp_path, {f"{GROUP}/{name}": "x" for name in files}) / GROUP, GROUP)
    assert folder.diagnostics == []
    assert folder.texts == {Kind.NEWS: ["a", "b"], Kind.MEETINGS: ["c"], Kind.CAMPAIGNS: ["d"]}
    assert folder.lists == ["list.yaml"]
    assert folder.uploads == {"images/IMG_1.JPG", "documents/a.pdf"}
    assert folder.names == {"group.yaml", "about.md"}


def test_a_text_is_what_was_there_when_it_was_read_and_its_digest_is_of_that(tmp_path: Path) -> None:
    """Texts are read ahead of being asked for; what is saved meanwhile is for the next build."""
    write(tmp_path, {f"{GROUP}/news/{stem}.md": f"first {stem}" for stem in "abc"})
    folder = scan_folder(tmp_path / GROUP, GROUP)

    def read(stem: str) -> str | None:
        return folder.read(f"news/{stem}.md", FileFaults(f"{GROUP}/news/{stem}.md"))

    assert read("a") == "first a"
    (tmp_path / GROUP / "news/a.md").write_text("second a")
    (tmp_path / GROUP / "news/b.md").write_text("second b")
    (tmp_path / GROUP / "news/c.md").unlink()

    assert [read("b"), read("c"), read("a")] == ["first b", "first c", "second a"]
    assert folder.digests["news/b.md"] == sha256(b"first b").digest()
    assert read("c") is None


def test_texts_that_are_gone_before_they_are_read_are_told_of(tmp_path: Path) -> None:
    write(tmp_path, {f"{GROUP}/news/{stem}.md": "text" for stem in "ab"})
    folder = scan_folder(tmp_path / GROUP, GROUP)
    (tmp_path / GROUP / "news/b.md").unlink()
    faults = FileFaults(f"{GROUP}/news/b.md")

    assert folder.read("news/a.md", FileFaults(f"{GROUP}/news/a.md")) == "text"
    assert folder.read("news/b.md", faults) is None
    assert [one.code for one in faults.found] == ["not-a-plain-file"]


def test_no_more_than_some_texts_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = files.read_beginning

    def note(root: Path, name: str) -> files.Beginning | None:
        read.append(name)
        return real(root, name)

    monkeypatch.setattr(files, "read_beginning", note)
    monkeypatch.setattr(files, "_HEAVY", 30)
    write(tmp_path, {f"{GROUP}/news/{stem}.md": "x" * 20 for stem in "abcdef"})
    folder = scan_folder(tmp_path / GROUP, GROUP)

    folder.read("news/a.md", FileFaults(""))
    assert read == ["news/a.md", "news/b.md", "news/c.md"]
    for stem in "bcd":
        folder.read(f"news/{stem}.md", FileFaults(""))
    assert read == [f"news/{stem}.md" for stem in "abcdef"]


@pytest.mark.parametrize("stem", ["2026-12-03-meeting", "a", "7", "a--b"])
def test_a_plain_stem_is_well(stem: str) -> None:
    assert fault_of_stem(f"{stem}.md") is None


@pytest.mark.parametrize(
    "name", ["A.md", "a b.md", "a.b.md", "a_b.md", "-a.md", "é.md", ".md", "a.MD", f"{'a' * 121}.md"]
)
def test_an_odd_name_is_refused_with_a_better_one(name: str) -> None:
    fault = fault_of_stem(name)
    assert fault is not None
    assert "Rename it to: " in fault.help


def test_links_are_reported_and_never_followed(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "secret.md": "---\ntitle: Secret\n---\nSecret.\n", "secret.jpg": "x"})
    folder = tmp_path / GROUP
    (folder / "images").mkdir()
    (folder / "news/link.md").symlink_to(tmp_path / "secret.md")
    (folder / "images/link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "about.md").symlink_to(tmp_path / "secret.md")
    (folder / "meetings").symlink_to(tmp_path / "groups/hillside/meetings")
    assert codes_of(tmp_path) == [
        ("about.md", "not-a-plain-file"),
        ("images/link.jpg", "not-a-plain-file"),
        ("meetings", "not-a-plain-file"),
        ("news/link.md", "not-a-plain-file"),
    ]
    reading = read_groups(tmp_path)[1]["riverside"]
    assert reading.group is not None
    assert not reading.group.about
    assert [one.stem for one in reading.items.news] == ["2026-11-01-library-saved"]
    assert reading.items.meetings == ()
    assert [one.path for one in reading.held] == [f"{GROUP}/news/link.md"]


def test_a_link_in_place_of_a_group_is_no_group(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    (tmp_path / "groups/lakeside").symlink_to(tmp_path / "groups/hillside")
    slugs, found = group_slugs(tmp_path)
    assert slugs == ["hillside", "riverside"]
    assert [(one.span.path, one.code) for one in found] == [("groups/lakeside", "not-a-plain-file")]


def test_a_linked_group_yaml_makes_no_group(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    (tmp_path / GROUP / "group.yaml").unlink()
    (tmp_path / GROUP / "group.yaml").symlink_to(tmp_path / "groups/hillside/group.yaml")
    reading = read_groups(tmp_path)[1]["riverside"]
    assert reading.group is None
    assert {one.code for one in reading.diagnostics} == {"not-a-plain-file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this machine has no pipes in folders")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    os.mkfifo(tmp_path / GROUP / "news/pipe.md")
    done = threading.Thread(target=read_groups, args=(tmp_path,), daemon=True)
    done.start()
    done.join(20)
    assert not done.is_alive()
    assert codes_of(tmp_path) == [("news/pipe.md", "not-a-plain-file")]
    faults = FileFaults("x")
    assert read_text(tmp_path / GROUP, "news/pipe.md", faults) is None
    assert faults.codes == ("not-a-plain-file",)


def test_a_text_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    long = "---\ntitle: Long\ndate: 2026-11-01\n---\n" + "x" * limits.TEXT_BYTES.most
    reading = read_riverside(tmp_path, {"news/long.md": long})
    assert [one.code for one in reading.diagnostics] == ["text-too-large"]
    assert [one.path for one in reading.held] == [f"{GROUP}/news/long.md"]


def test_items_over_the_limit_are_left_out_and_named(tmp_path: Path) -> None:
    folder = tmp_path / GROUP / "news"
    folder.mkdir(parents=True)
    for number in range(limits.GROUP_ITEMS.most + 2):
        (folder / f"n{number:05}.md").touch()
    found = scan_folder(tmp_path / GROUP, GROUP)
    assert len(found.texts[Kind.NEWS]) == limits.GROUP_ITEMS.most
    assert [one.code for one in found.diagnostics] == ["too-many-items"] * 2
    assert len(found.refused) == 2


def test_a_folder_over_the_limit_is_published_without_its_uploads(tmp_path: Path) -> None:
    write(tmp_path, {f"{GROUP}/images/a.jpg": "x"})
    with (tmp_path / GROUP / "images/b.jpg").open("wb") as file:
        file.truncate(limits.GROUP_BYTES.most)
    folder = scan_folder(tmp_path / GROUP, GROUP)
    assert [one.code for one in folder.diagnostics] == ["folder-too-large"]
    assert folder.uploads == set()


def test_a_mark_at_the_beginning_and_line_ends_of_other_systems_are_accepted(tmp_path: Path) -> None:
    text = "\ufeff---\r\ntitle: Märzfest\r\ndate: 2026-11-01\r\n---\r\n\r\nKommt alle.\r\n"
    reading = read_riverside(tmp_path, {"news/fest.md": text})
    assert reading.diagnostics == ()
    assert "Märzfest" in [one.title for one in reading.items.news]
