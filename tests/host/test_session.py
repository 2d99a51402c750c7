"""The engine kept ready between builds: what it does not look at has not changed, and a site is as if built anew."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from localgroups.host.orders import Order
from localgroups.host.session import Session
from localgroups.reading.unreadable import UnreadableNation
from whole.nations import ORGANISATION, Nation


@pytest.fixture
def filled(nation: Nation) -> Nation:
    for slug in ("riverside", "hillside", "seaside"):
        nation.group(slug)
        nation.news(slug, "2026-11-01-first", "title: First\ndate: 2026-11-01")
    nation.write("content/pages/about.md", "Title: About\n\nAbout us.\n")
    return nation


def session(nation: Nation, early: Callable[[Mapping[str, bytes]], None] = lambda _pages: None) -> Session:
    settings = {"OUTPUT_PATH": str(nation.output), "LOCALGROUPS_TODAY": nation.today}
    return Session(Order(nation.folder, settings=settings), early)


def as_if_new(nation: Nation, folder: Path) -> dict[str, bytes]:
    fresh = Nation(folder / "fresh" / "nation")
    for file in nation.folder.rglob("*"):
        if file.is_file():
            fresh.write(file.relative_to(nation.folder).as_posix(), file.read_bytes())
    assert fresh.build() == 0, fresh.printed
    return fresh.tree()


def test_each_save_gives_the_site_that_a_first_build_gives(filled: Nation, tmp_path: Path) -> None:
    serving = session(filled)
    serving.build()
    news, pages = filled.folder / "groups/riverside/news", filled.folder / "content/pages"

    filled.news("riverside", "2026-11-01-first", "title: Second\ndate: 2026-11-02", "More.")
    serving.build([news / "2026-11-01-first.md"])
    filled.news("riverside", "2026-11-03-third", "title: Third\ndate: 2026-11-03")
    serving.build([news / "2026-11-03-third.md"])
    (news / "2026-11-01-first.md").unlink()
    serving.build([news / "2026-11-01-first.md"])
    filled.write("content/news/2026-11-04-all.md", "---\ntitle: For all\ndate: 2026-11-04\n---\n\nText.\n")
    serving.build([filled.folder / "content/news/2026-11-04-all.md"])
    filled.write("content/pages/about.md", "Title: About\n\nAnother text.\n")
    serving.build([pages / "about.md"])
    filled.write("content/organisation.yaml", ORGANISATION.replace("Test Nation", "Another Nation"))
    serving.build([filled.folder / "content/organisation.yaml"])
    filled.group("newtown")
    serving.build([filled.folder / "groups/newtown"])

    assert filled.tree() == as_if_new(filled, tmp_path)


def test_only_groups_that_changed_are_looked_at(filled: Nation) -> None:
    serving = session(filled)
    serving.build()
    for slug in ("riverside", "hillside"):
        filled.news(slug, "2026-11-01-first", "title: Changed\ndate: 2026-11-01")

    serving.build([filled.folder / "groups/riverside/news/2026-11-01-first.md"])
    assert "Changed" in filled.page("/groups/riverside/")
    assert "Changed" not in filled.page("/groups/hillside/")

    serving.build()
    assert "Changed" in filled.page("/groups/hillside/")


def test_pages_of_a_group_are_handed_over_before_the_site_stands(filled: Nation) -> None:
    shown: list[tuple[bool, str]] = []

    def early(pages: Mapping[str, bytes]) -> None:
        page = pages["groups/riverside/index.html"].decode()
        shown.append(("Changed" in filled.page("/groups/riverside/"), page))

    serving = session(filled, early)
    serving.build()
    filled.news("riverside", "2026-11-01-first", "title: Changed\ndate: 2026-11-01")
    serving.build([filled.folder / "groups/riverside/news/2026-11-01-first.md"])

    assert shown == [(False, filled.page("/groups/riverside/"))]
    assert "Changed" in shown[0][1]


def test_a_nation_that_cannot_be_read_leaves_the_site_and_what_is_waiting(filled: Nation) -> None:
    serving = session(filled)
    serving.build()
    before = filled.tree()
    filled.write("content/organisation.yaml", "name: [\n")
    filled.news("riverside", "2026-11-01-first", "title: Changed\ndate: 2026-11-01")
    changed = [filled.folder / "content/organisation.yaml", filled.folder / "groups/riverside/news/2026-11-01-first.md"]
    with pytest.raises(UnreadableNation):
        serving.build(changed)
    assert filled.tree() == before

    filled.write("content/organisation.yaml", ORGANISATION)
    serving.build(changed[:1])
    assert "Changed" in filled.page("/groups/riverside/")


def test_another_process_may_build_in_between(filled: Nation) -> None:
    serving = session(filled)
    serving.build()
    filled.news("hillside", "2026-11-01-first", "title: Other\ndate: 2026-11-01")
    assert filled.build("--fresh") == 0
    filled.news("riverside", "2026-11-01-first", "title: Changed\ndate: 2026-11-01")
    serving.build([filled.folder / "groups/riverside/news/2026-11-01-first.md"])

    assert "Other" in filled.page("/groups/hillside/")
    assert "Changed" in filled.page("/groups/riverside/")


def test_what_somebody_took_out_of_the_output_comes_back(filled: Nation) -> None:
    serving = session(filled)
    serving.build()
    before = filled.tree()
    (filled.output / "groups/hillside/index.html").unlink()
    (filled.output / "about/index.html").unlink()
    serving.build([filled.folder / "groups/riverside/group.yaml"])

    assert filled.tree() == before


def test_the_path_that_a_site_stands_under_is_known(filled: Nation) -> None:
    filled.write("content/organisation.yaml", ORGANISATION.replace("example.org", "example.org/nation/"))
    serving = session(filled)
    assert serving.base == ""
    serving.build()
    assert serving.base == "/nation"
