"""The Pelican side is real: settings that people know do what they do elsewhere, plugins for content/ still work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from whole.nations import Nation
from whole.test_same_bytes import PLUGINS, fill


@pytest.fixture
def nation(tmp_path: Path) -> Nation:
    made = Nation(tmp_path / "nation")
    fill(made)
    return made


def pelican(nation: Nation, *arguments: str, more_settings: str = "", status: int = 0) -> str:
    """Run the command `pelican` in the nation's folder; gives what it printed."""
    conf = nation.folder / "pelicanconf.py"
    conf.write_text(conf.read_text() + f"\nLOCALGROUPS_TODAY = '{nation.today}'\n{more_settings}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-o", str(nation.output), *arguments],
        cwd=nation.folder,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_pages_are_read_by_pelican_and_shown_in_the_theme(nation: Nation) -> None:
    pelican(nation)

    page = nation.page("/about/")
    assert "<h1" in page
    assert 'href="/other/"' in page
    assert "Test Nation" in page
    assert 'rel="canonical" href="https://nation.example.org/about/"' in page


def test_a_site_name_in_pelicanconf_has_the_last_word(nation: Nation) -> None:
    pelican(nation, more_settings="SITENAME = 'Another Name'")

    for href in ("/", "/about/", "/groups/riverside/"):
        assert "Another Name" in nation.page(href)
        assert "Test Nation" not in nation.page(href)


def test_a_site_address_with_a_path_moves_every_link(nation: Nation) -> None:
    pelican(nation, more_settings="SITEURL = 'https://host.example.org/nation'")

    page = nation.page("/groups/riverside/meetings/2026-12-01-meeting/")
    assert 'href="/nation/groups/riverside/"' in page
    assert 'href="/groups/' not in page
    assert 'href="/nation/other/"' in nation.page("/about/")
    assert "https://host.example.org/nation/groups/riverside/news/2026-11-01-news/" in nation.page("/feed.rss")
    assert "https://host.example.org/nation/groups/riverside/" in nation.page("/sitemap.xml")


def test_ids_do_not_follow_the_address_of_a_preview(nation: Nation) -> None:
    pelican(nation, more_settings="SITEURL = 'https://preview.example.net'")

    calendar = nation.page("/events.ics").replace("\n ", "")
    assert "UID:groups/riverside/meetings/2026-12-01-meeting@nation.example.org" in calendar
    assert "tag:nation.example.org,2025:groups/riverside/news/2026-11-01-news" in nation.page("/feed.rss")


def test_a_language_keeps_its_usual_form(nation: Nation) -> None:
    organisation = nation.folder / "content/organisation.yaml"
    organisation.write_text(organisation.read_text().replace("language: en", "language: en-GB"))
    pelican(nation)

    assert '<html lang="en-GB">' in nation.page("/")
    assert '<html lang="en-GB">' in nation.page("/about/")


def test_a_time_zone_in_pelicanconf_is_the_groups_default(nation: Nation) -> None:
    pelican(nation, more_settings="TIMEZONE = 'America/New_York'")

    assert 'datetime="2026-12-01T19:00-05:00"' in nation.page("/groups/riverside/meetings/2026-12-01-meeting/")


def test_template_overrides_come_before_the_theme(nation: Nation) -> None:
    nation.write("mine/pages/not_found.html", "Lost on {{ site.name }}")
    pelican(nation, more_settings=f"THEME_TEMPLATES_OVERRIDES = [{str(nation.folder / 'mine')!r}]")

    assert nation.page("/404.html") == "Lost on Test Nation"


def test_a_theme_of_ones_own_is_used(nation: Nation) -> None:
    theme = nation.folder / "own"
    default = PLUGINS.parent / "themes/commons"
    (theme / "static/css").mkdir(parents=True)
    (theme / "static/css/tokens.css").write_text("body { color: navy }")
    (theme / "templates").symlink_to(default / "templates")
    pelican(nation, "-t", str(theme))

    (stylesheet,) = (nation.output / "theme").glob("style-*.css")
    assert stylesheet.read_text() == "body { color: navy }"
    assert f"/theme/{stylesheet.name}" in nation.page("/")


def test_a_stock_plugin_still_works_for_content(nation: Nation) -> None:
    pelican(
        nation,
        more_settings="PLUGINS = [*PLUGINS, 'sitemap']\nSITEMAP = {'format': 'xml'}",
    )

    assert "https://nation.example.org/about/" in nation.page("/sitemap.xml")
    assert "https://nation.example.org/groups/riverside/" in nation.page("/sitemap-groups.xml")
    assert "Sitemap: https://nation.example.org/sitemap-groups.xml" in nation.page("/robots.txt")


def test_a_page_that_wants_an_address_of_the_sites_is_held_and_named(nation: Nation) -> None:
    nation.write("content/pages/groups.md", "Title: Groups\n\nMine.\n")

    assert nation.build() == 3
    assert "/groups/" in nation.printed
    assert "Mine." not in nation.page("/groups/")


def test_the_plugin_says_what_is_missing_in_the_settings(nation: Nation) -> None:
    said = pelican(nation, more_settings="PELICAN_CLASS = 'pelican.Pelican'", status=1)

    assert 'PELICAN_CLASS = "localgroups.Pelican"' in " ".join(said.split())


def test_pelican_never_reads_a_groups_file(nation: Nation) -> None:
    nation.news("riverside", "2026-11-02-trick", "title: Trick\nx-save_as: index.html", "Read {attach}../../group.yaml")
    pelican(nation)

    assert "Trick" not in nation.page("/").split("<main")[0]
    assert "{attach}" in nation.page("/groups/riverside/news/2026-11-02-trick/")
    assert not list(nation.output.rglob("group.yaml"))


@pytest.mark.parametrize(
    "data", [b"No title, only text.\n", b"Title: A\nDate: soon\n\nText.\n", b"Title: Caf\xe9\n\nText.\n"]
)
def test_a_page_that_cannot_be_read_is_held_and_named(nation: Nation, data: bytes) -> None:
    nation.write("content/pages/broken.md", data)

    assert nation.build() == 3
    assert "content/pages/broken.md" in nation.printed
    assert (nation.output / "about/index.html").is_file()


def test_of_two_pages_with_one_address_the_first_is_published_and_both_are_named(nation: Nation) -> None:
    nation.write("content/pages/about2.md", "Title: Second\nSlug: about\n\nText.\n")

    assert nation.build() == 3
    assert "content/pages/about2.md" in nation.printed
    assert "content/pages/about.md" in nation.printed
    assert "Second" not in nation.page("/about/")


def test_drafts_and_hidden_pages_are_no_business_of_search_engines(nation: Nation) -> None:
    nation.write("content/pages/later.md", "Title: Later\nStatus: draft\n\nText.\n")
    nation.write("content/pages/aside.md", "Title: Aside\nStatus: hidden\n\nText.\n")
    nation.build()

    assert (nation.output / "drafts/later/index.html").is_file()
    assert (nation.output / "aside/index.html").is_file()
    sitemap = nation.page("/sitemap.xml")
    assert "/about/" in sitemap
    assert "later" not in sitemap
    assert "aside" not in sitemap


def test_links_that_a_page_gives_from_the_root_follow_the_sites_path(nation: Nation) -> None:
    nation.write("content/pages/links.md", "Title: Links\n\n[Groups](/groups/), [about]({filename}about.md)\n")
    pelican(nation, more_settings="SITEURL = 'https://host.example.org/nation'")

    page = nation.page("/links/")
    assert 'href="/nation/groups/"' in page
    assert 'href="/nation/about/"' in page


def test_the_command_pelican_says_what_is_held(nation: Nation) -> None:
    nation.news("riverside", "2026-11-03-broken", "summary: No title")

    said = pelican(nation)

    assert "2026-11-03-broken.md" in said
    assert "1 held" in said
    pelican(nation, "--fatal", "errors", status=1)


def test_templates_have_the_names_and_filters_of_the_settings(nation: Nation) -> None:
    nation.write("mine/pages/not_found.html", "{{ SITENAME|shout }} {{ hello }}")
    pelican(
        nation,
        more_settings=f"THEME_TEMPLATES_OVERRIDES = [{str(nation.folder / 'mine')!r}]\n"
        "JINJA_FILTERS = {'shout': str.upper}\nJINJA_GLOBALS = {'hello': 'Hello'}",
    )

    assert nation.page("/404.html") == "TEST NATION Hello"
