"""Whoever is inside the output while it is replaced keeps a whole site, as long as they stay."""

import os
import sys
from pathlib import Path

import pytest

from localgroups.press.visitors import visited
from press.sites import Site, publish, tree, tree_behind, workshop_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who is inside a folder")


def version(number: int) -> Site:
    return {"index.html": b"%d" % number, f"news/{number}/index.html": b"news", "same/index.html": b"same"}


def test_an_open_folder_shows_one_whole_site_through_many_builds(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, version(0))
    visitors = []
    for number in range(1, 6):
        visitors.append(os.open(site, os.O_RDONLY))
        publish(site, version(number))

        assert [tree_behind(one) for one in visitors] == [version(one) for one in range(number)]
        assert tree(site) == version(number)

    for one in visitors:
        os.close(one)
    publish(site, version(6))
    publish(site, version(7))
    assert tree(site) == version(7)
    names = sorted(one.name for one in workshop_of(site).iterdir())
    assert names == ["apart.txt", "back", "folders.txt", "manifest.txt"]


def test_a_process_that_was_started_inside_sees_one_whole_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, version(0))
    monkeypatch.chdir(site)

    for number in range(1, 4):
        publish(site, version(number))
        assert tree(Path()) == version(0)

    assert tree(site) == version(3)


def test_nobody_is_inside_an_ordinary_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    handle = os.open(tmp_path, os.O_RDONLY)
    (tmp_path / "folder-2").mkdir()
    inside = os.open(tmp_path / "folder-2", os.O_RDONLY)
    assert visited([tmp_path / "folder"]) == set()
    assert visited([tmp_path / "folder", tmp_path / "folder-2", tmp_path]) == {"folder-2", tmp_path.name}
    os.close(inside)
    os.close(handle)
