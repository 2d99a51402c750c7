"""What is asked for wrongly is said in a sentence, and changes nothing."""

from pathlib import Path

import pytest

from whole.nations import Nation


def test_a_group_that_is_not_there_is_named_with_the_nearest(nation: Nation) -> None:
    nation.group("riverside")

    assert nation.build("--group", "riversid") == 2
    assert "There is no folder groups/riversid. Did you mean riverside?" in nation.printed
    assert not nation.output.exists()


@pytest.mark.parametrize("place", ["", "content", "groups/riverside", ".."])
def test_the_site_is_never_written_among_the_texts(nation: Nation, place: str) -> None:
    nation.group("riverside")
    nation.output = nation.folder / place
    before = sorted(nation.folder.rglob("*"))

    assert nation.build() == 2
    assert sorted(nation.folder.rglob("*")) == before


def test_a_folder_without_a_nation_is_said_to_be_one(tmp_path: Path, nation: Nation) -> None:
    nation.folder = tmp_path / "nowhere"

    assert nation.check() == 2
    assert "There is no content/ in" in nation.printed


def test_a_slip_in_a_template_is_named_and_the_old_site_stands(nation: Nation) -> None:
    nation.group("riverside")
    nation.build()
    before = nation.tree()
    nation.write("mine/pages/not_found.html", "{% if %}")
    nation.write(
        "pelicanconf.py",
        "import sys\nfrom pathlib import Path\nfrom localgroups.host.defaults import national_settings\n"
        "HERE = Path(__file__).parent\nglobals().update(national_settings(HERE))\n"
        "THEME_TEMPLATES_OVERRIDES = [str(HERE / 'mine')]\n",
    )

    assert nation.build() == 1
    assert "pages/not_found.html, line 1" in nation.printed
    assert nation.tree() == before


def test_a_day_that_is_none_is_wrong_use(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")

    assert nation.run("check") == 2
    assert "SOURCE_DATE_EPOCH" in nation.printed
