"""A build that begins before Pelican is loaded publishes what Pelican's settings say, and nothing else."""

import re
from pathlib import Path

import pytest

from localgroups.host.building import settings_of
from localgroups.host.orders import Order
from localgroups.host.settings import config_of, foreseen
from localgroups.reading.unreadable import UnreadableNation
from whole.nations import Nation
from whole.test_same_bytes import fill

TODAY = {"LOCALGROUPS_TODAY": "2026-11-22"}


@pytest.fixture
def nation(tmp_path: Path) -> Nation:
    made = Nation(tmp_path / "nation")
    fill(made)
    return made


def say(nation: Nation, *lines: str) -> None:
    """Add lines to pelicanconf.py."""
    conf = nation.folder / "pelicanconf.py"
    conf.write_text("\n".join([conf.read_text(), *lines, ""]))


def order(nation: Nation, *, is_public: bool = False, **settings: object) -> Order:
    return Order(nation.folder, is_public, {**TODAY, **settings})


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("SITENAME = 'Another Name'", "DEFAULT_LANG = 'pt-BR'", "TIMEZONE = 'Asia/Kolkata'"),
        ("SITEURL = 'https://host.example.org/nation/'",),
        ("OUTPUT_PATH = 'public/site'", "THEME_TEMPLATES_OVERRIDES = ['templates']"),
        ("LOCALGROUPS_SEARCH = False",),
    ],
)
@pytest.mark.parametrize("is_public", [False, True])
def test_what_is_foreseen_is_what_pelican_says(nation: Nation, lines: tuple[str, ...], is_public: bool) -> None:
    say(nation, *lines)
    asked = order(nation, is_public=is_public)

    assert foreseen(asked) == config_of(settings_of(asked))


def test_so_it_is_without_settings_files(nation: Nation) -> None:
    for name in ("pelicanconf.py", "publishconf.py"):
        (nation.folder / name).unlink()
    asked = order(nation, OUTPUT_PATH=str(nation.output), LOCALGROUPS_JOBS=3)

    found = foreseen(asked)
    assert found == config_of(settings_of(asked))
    assert found is not None
    assert (found.output, found.jobs) == (nation.output, 3)


@pytest.mark.parametrize(
    "lines",
    [
        ("PLUGINS = ['localgroups', 'sitemap']",),
        ("JINJA_FILTERS = {'shout': str.upper}",),
        ("JINJA_GLOBALS = {'motto': 'Together'}",),
        ("THEME = 'simple'",),
        ("THEME = None",),
        ("SITEURL = None",),
        ("raise RuntimeError('a slip')",),
        ("from pelicanconf import nothing_of_that_name",),
    ],
)
def test_nothing_is_foreseen_where_only_pelican_can_say(nation: Nation, lines: tuple[str, ...]) -> None:
    say(nation, *lines)

    assert foreseen(order(nation)) is None


def test_a_preview_of_some_groups_is_for_pelican(nation: Nation) -> None:
    assert foreseen(order(nation, LOCALGROUPS_ONLY=("riverside",))) is None


def test_a_nation_that_cannot_be_read_is_told_at_once(nation: Nation) -> None:
    (nation.folder / "pelicanconf.py").unlink()
    (nation.folder / "content/organisation.yaml").unlink()

    with pytest.raises(UnreadableNation):
        foreseen(order(nation))


def test_settings_that_come_out_otherwise_have_the_last_word(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMES_READ", "")
    say(nation, "import os", "os.environ['TIMES_READ'] += 'x'", "SITENAME = 'Name ' + os.environ['TIMES_READ']")

    assert nation.build() == 0, nation.printed

    named = {word for data in nation.tree().values() for word in re.findall(rb"Name x+", data)}
    assert named == {b"Name xxx"}, "read once to foresee, once by Pelican beside the groups, once to begin again"
    assert "Name xxx" in nation.page("/groups/riverside/")
    assert not (nation.output.parent / ".site.localgroups" / "pelican").exists()


def test_a_fresh_build_forgets_what_earlier_ones_left(nation: Nation) -> None:
    assert nation.build() == 0, nation.printed
    first = nation.tree()
    news = nation.output / "groups/riverside/news/2026-11-01-news/index.html"
    news.write_text("other words")

    assert nation.build("--fresh") == 0, nation.printed

    assert nation.tree() == first
