"""A build that makes only what changed gives the very files that a first build of the same folder gives."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from whole.nations import Nation

Change = Callable[[Nation], None]


def fill(nation: Nation) -> None:
    nation.write("content/campaigns/warm-homes.md", "---\ntitle: Warm homes\n---\n\nInsulate.\n")
    for number, slug in enumerate(("alder", "birch", "cedar")):
        place = f"place: {{town: Town, latitude: 53.{number}, longitude: -1.5}}"
        nation.group(slug, place)
        for month in range(1, 8):
            nation.news(slug, f"2026-0{month}-01-news", f"title: News {month}", f"What happened in month {month}.")
        nation.news(slug, "2024-03-01-long-ago", "title: Long ago\nsummary: An old story", "A *story* of old.")
        nation.meeting(slug, "2026-12-03-meeting", "title: Meeting\nstarts: 2026-12-03 19:00")
        nation.meeting(slug, "2026-11-20-past", "title: Past meeting\nstarts: 2026-11-20 19:00")


def clean_tree(nation: Nation, *more: str) -> dict[str, bytes]:
    """What a first build of the same files makes, elsewhere, with the same knowledge of what once was good."""
    other = Nation(nation.folder.parent / "clean" / "nation", today=nation.today)
    shutil.rmtree(other.folder)
    shutil.copytree(nation.folder, other.folder)
    good = nation.output.parent / ".site.localgroups/good"
    if good.exists():
        shutil.copytree(good, other.output.parent / ".site.localgroups/good")
    other.build(*more)
    tree = other.tree()
    shutil.rmtree(other.folder.parent)
    return tree


def written(nation: Nation) -> int:
    found = re.search(r"wrote ([\d,]+), removed ([\d,]+)", nation.printed)
    assert found, nation.printed
    return int(found[1].replace(",", ""))


def told(printed: str) -> list[str]:
    """What a build says, but for how far it is and what it did."""
    return [one for one in printed.splitlines() if one and not one.endswith("…") and not one.startswith("Read ")]


def append(path: str, text: str) -> Change:
    def change(nation: Nation) -> None:
        file = nation.folder / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def rename(path: str, name: str) -> Change:
    return lambda nation: (nation.folder / path).rename(nation.folder / name) and None


def remove(path: str) -> Change:
    def change(nation: Nation) -> None:
        file = nation.folder / path
        shutil.rmtree(file) if file.is_dir() else file.unlink()

    return change


def write(path: str, text: str) -> Change:
    return lambda nation: nation.write(path, text)


def tomorrow(day: str) -> Change:
    def change(nation: Nation) -> None:
        nation.today = day

    return change


CHANGES: dict[str, Change] = {
    "a body": append("groups/alder/news/2026-07-01-news.md", "\nMore of it.\n"),
    "front matter": write("groups/alder/news/2026-07-01-news.md", "---\ntitle: Other\n---\n\nText.\n"),
    "an old body": append("groups/birch/news/2024-03-01-long-ago.md", "\nMore.\n"),
    "a new file": write("groups/cedar/news/2026-11-01-new.md", "---\ntitle: New\n---\n\nText.\n"),
    "a removed file": remove("groups/cedar/news/2026-06-01-news.md"),
    "a renamed file": rename("groups/cedar/news/2026-06-01-news.md", "groups/cedar/news/2026-06-02-other.md"),
    "a next meeting": append("groups/birch/meetings/2026-12-03-meeting.md", "\nBring cake.\n"),
    "a broken file": write("groups/birch/meetings/2026-12-03-meeting.md", "---\ntitle: x\nstarts: soon\n---\n"),
    "a broken group.yaml": write("groups/birch/group.yaml", "name: [\n"),
    "a renamed group": write("groups/alder/group.yaml", "name: Alder and Ash\nregion: south\n"),
    "a claimed name": append("groups/alder/group.yaml", "\nformer_slugs: [ash]\n"),
    "a name claimed by two": lambda nation: (
        [  # type: ignore[func-returns-value]
            append(f"groups/{one}/group.yaml", "\nformer_slugs: [ash]\n")(nation) for one in ("alder", "birch")
        ]
        and None
    ),
    "a closed neighbour": append("groups/birch/group.yaml", "\nstatus: closed\n"),
    "a new group": lambda nation: nation.group("dogwood", "place: {town: Town, latitude: 53.15, longitude: -1.5}"),
    "a removed group": remove("groups/birch"),
    "a national campaign": write("content/campaigns/free-buses.md", "---\ntitle: Free buses\n---\n\nRide.\n"),
    "a national page": write("content/pages/about.md", "Title: About us\n\nWho we are.\n"),
    "the organisation": append("content/organisation.yaml", "strapline: For all\n"),
    "a region": write("content/regions.yaml", "- {slug: north, name: The North}\n- {slug: south, name: South}\n"),
    "the next day": tomorrow("2026-11-23"),
    "a meeting over": tomorrow("2026-12-04"),
    "a day before": tomorrow("2026-11-19"),
    "the next year": tomorrow("2027-02-01"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_build_after_a_change_gives_what_a_first_build_gives(nation: Nation, change: Change) -> None:
    fill(nation)
    nation.build()
    change(nation)
    clean = clean_tree(nation)

    nation.build()

    assert nation.tree() == clean


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_any_number_of_processes_gives_the_same_bytes(nation: Nation, jobs: str) -> None:
    fill(nation)
    clean = clean_tree(nation, "--jobs", "1")

    nation.build("--jobs", jobs)
    assert nation.tree() == clean

    append("groups/alder/news/2026-07-01-news.md", "\nMore of it.\n")(nation)
    append("groups/birch/news/2026-07-01-news.md", "\nMore of it.\n")(nation)
    clean = clean_tree(nation, "--jobs", "1")
    nation.build("--jobs", jobs)
    assert nation.tree() == clean


def test_an_edit_of_an_old_body_writes_its_page_alone(nation: Nation) -> None:
    fill(nation)
    nation.build()
    append("groups/birch/news/2024-03-01-long-ago.md", "\nMore of it.\n")(nation)

    nation.build()

    assert written(nation) == 1
    assert "More of it." in nation.page("/groups/birch/news/2024-03-01-long-ago/")


def test_a_build_with_nothing_to_do_writes_nothing_and_says_what_is_held_all_the_same(nation: Nation) -> None:
    fill(nation)
    write("groups/birch/meetings/2026-12-03-meeting.md", "---\ntitle: x\nstarts: soon\n---\n")(nation)
    assert nation.build() == 3
    said = nation.printed

    assert nation.build() == 3

    assert written(nation) == 0
    assert told(nation.printed) == told(said) != []


def test_a_touched_file_is_no_change(nation: Nation) -> None:
    fill(nation)
    nation.build()
    for file in nation.folder.rglob("*.md"):
        file.touch()

    nation.build()

    assert written(nation) == 0


@pytest.mark.parametrize("text", [b"", b"{}", b"\x00\xff" * 99, b"[" * 100_000, b'{"groups": 5}', b"null\nnull"])
def test_whatever_stands_in_the_cache_the_site_is_the_same(nation: Nation, text: bytes) -> None:
    fill(nation)
    nation.build()
    clean = nation.tree()
    parts = nation.output.parent / ".site.localgroups/parts"
    names = sorted(one.name for one in parts.iterdir())
    for name in names:
        (parts / name).write_bytes(text)
        append("groups/alder/news/2026-07-01-news.md", " ")(nation)
        assert nation.build() == 0, nation.printed
        assert nation.tree() == clean, name


@pytest.mark.parametrize(
    "lost", ["parts", "parts/ledger.json", "folders.txt", "apart.txt", "own.txt", "back", "manifest.txt", "."]
)
def test_the_cache_may_be_deleted_at_any_time(nation: Nation, lost: str) -> None:
    fill(nation)
    nation.build()
    append("groups/alder/news/2026-07-01-news.md", "\nMore.\n")(nation)
    nation.build()
    place = nation.output.parent / ".site.localgroups" / lost
    if place.exists():
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    append("groups/birch/group.yaml", "\nsummary: Something new\n")(nation)
    clean = clean_tree(nation)

    nation.build()

    assert nation.tree() == clean


def test_a_page_that_somebody_deleted_comes_back(nation: Nation) -> None:
    fill(nation)
    nation.build()
    before = nation.tree()
    for path in (
        "groups/birch/index.html",
        "groups/birch/news/2024-03-01-long-ago/index.html",
        "index.html",
        "feed.rss",
    ):
        (nation.output / path).unlink()
        nation.build()
        assert nation.tree() == before, path
    shutil.rmtree(nation.output / "groups")
    nation.build()
    assert nation.tree() == before


def test_a_site_and_its_cache_carried_elsewhere_are_taken_as_they_are(nation: Nation, tmp_path: Path) -> None:
    fill(nation)
    nation.build()
    other = Nation(tmp_path / "elsewhere" / "nation")
    shutil.rmtree(other.folder)
    shutil.copytree(nation.folder, other.folder)
    for name in (nation.output.name, ".site.localgroups"):
        shutil.copytree(nation.output.parent / name, other.output.parent / name)
    for file in other.folder.rglob("*"):
        file.touch()  # as though just checked out

    other.build()

    assert written(other) == 0
    append("groups/alder/news/2026-07-01-news.md", "\nMore.\n")(other)
    clean = clean_tree(other)
    other.build()
    assert other.tree() == clean


def test_a_preview_of_one_group_misleads_no_later_build(nation: Nation) -> None:
    fill(nation)
    nation.build()
    append("groups/alder/group.yaml", "\nsummary: Something new\n")(nation)
    nation.build("--group", "birch")
    clean = clean_tree(nation)

    nation.build()

    assert nation.tree() == clean


def test_the_next_meeting_stands_once_on_its_groups_page(nation: Nation) -> None:
    fill(nation)
    nation.build()

    assert nation.page("/groups/alder/").count('href="/groups/alder/meetings/2026-12-03-meeting/"') == 1
