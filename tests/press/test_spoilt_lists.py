"""Whatever stands in the lists that earlier builds left, nothing outside the output is touched."""

from pathlib import Path

import pytest

from whole.nations import Nation


@pytest.mark.parametrize("name", ["manifest.txt", "apart.txt", "folders.txt", "own.txt"])
@pytest.mark.parametrize("has_parts", [True, False])
def test_a_list_that_names_files_elsewhere_costs_nobody_a_file(
    nation: Nation, tmp_path: Path, name: str, has_parts: bool
) -> None:
    for slug in ("alder", "birch"):
        nation.group(slug)
    assert nation.build("--jobs", "1") == 0
    nation.group("cedar")
    assert nation.build("--jobs", "1") == 0
    others = [tmp_path / "mine.txt", tmp_path / "mine" / "too.txt"]
    for one in others:
        one.parent.mkdir(exist_ok=True)
        one.write_text("mine", encoding="utf-8")
    workshop = nation.output.parent / ".site.localgroups"
    lines = [
        f"{start}{one.relative_to(tmp_path)}" for one in others for start in ("../", "../../", "x/../../", "./../")
    ]
    (workshop / name).write_text("\n".join([*lines, *map(str, others), "..", ".", "/"]), encoding="utf-8")
    if not has_parts:
        (workshop / "parts/ledger.json").unlink()
    nation.news("alder", "2026-11-01-news", "title: News")

    assert nation.build("--jobs", "1") == 0, nation.printed

    assert [one.read_text(encoding="utf-8") for one in others] == ["mine", "mine"]
    assert nation.folder.is_dir()
    assert "groups/alder/news/2026-11-01-news/index.html" in nation.tree()
