"""Folders that others have changed are seen, by whatever way the system lets us ask."""

import os
from pathlib import Path

import pytest

from localgroups.press.standing import Standing, note


@pytest.fixture(params=["from the front", "by whole paths"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Not every system can ask for a file from an open folder."""
    if request.param == "by whole paths":
        monkeypatch.setattr(os, "supports_dir_fd", set())
    return str(request.param)


@pytest.fixture
def front(tmp_path: Path) -> Path:
    """A site with three folders, noted as it stands."""
    made = tmp_path / "site"
    for name in ("groups/one", "news"):
        (made / name).mkdir(parents=True)
    workshop = tmp_path / "workshop"
    workshop.mkdir()
    note(workshop, {"", "groups", "groups/one", "news"}, ())
    return made


@pytest.mark.usefixtures("way")
def test_nothing_is_touched_where_nobody_was(front: Path) -> None:
    found = Standing.found(front, front.parent / "workshop")

    assert found.is_known
    assert found.touched == frozenset()


@pytest.mark.usefixtures("way")
def test_what_is_younger_or_gone_is_touched(front: Path) -> None:
    later = (front.parent / "workshop/folders.txt").stat().st_mtime_ns + 10**9
    os.utime(front / "news", ns=(later, later))
    os.utime(front, ns=(later, later))
    (front / "groups/one").rmdir()
    os.utime(front / "groups", ns=(0, 0))

    found = Standing.found(front, front.parent / "workshop")

    assert found.touched == {"", "news", "groups/one"}


@pytest.mark.usefixtures("way")
def test_a_site_that_is_gone_is_touched_everywhere(front: Path) -> None:
    front.rename(front.with_name("elsewhere"))

    assert Standing.found(front, front.parent / "workshop").touched == {"", "groups", "groups/one", "news"}
