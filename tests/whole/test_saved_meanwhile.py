"""A file that is saved while a build reads it, with as many letters as before: the next build shows it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from localgroups.engine import group_work
from localgroups.reading import nation as office
from whole.nations import Nation

FIRST, SECOND = "Doors open at 18:30.", "Doors open at 19:30."


def then(real: Callable[..., Any], do: Callable[[], None]) -> Callable[..., Any]:
    """A function with something that happens right after it."""

    def both(*values: Any, **named: Any) -> Any:
        found = real(*values, **named)
        do()
        return found

    return both


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("groups/riverside/news/2026-11-01-doors.md", "/groups/riverside/news/2026-11-01-doors/"),
        ("groups/riverside/about.md", "/groups/riverside/"),
        ("groups/riverside/group.yaml", "/groups/riverside/"),
        ("groups/riverside/meetings/2099.yaml", "/groups/riverside/meetings/2099-01-01-doors/"),
        ("content/news/2026-11-01-doors.md", "/news/2026-11-01-doors/"),
        ("content/home.md", "/"),
    ],
)
def test_what_is_saved_right_after_it_was_read_is_built_next_time(
    path: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nation = Nation(tmp_path / "nation")
    nation.group("riverside")
    texts = {
        "2026-11-01-doors.md": "---\ntitle: Doors\n---\n\n{}\n",
        "group.yaml": "name: Riverside\nregion: north\nsummary: {}\n",
        "2099.yaml": "- {{title: Doors, starts: 2099-01-01 19:00, summary: '{}'}}\n",
    }
    text = texts.get(path.rpartition("/")[2], "{}\n")
    nation.write(path, text.format(FIRST))

    with monkeypatch.context() as patch:
        room, name = (group_work, "read_group") if path.startswith("groups") else (office, "read_nation")
        patch.setattr(room, name, then(getattr(room, name), lambda: nation.write(path, text.format(SECOND))))
        assert nation.build("--jobs", "1") == 0, nation.printed
    assert FIRST in nation.page(page)
    nation.build("--jobs", "1")

    assert SECOND in nation.page(page)
