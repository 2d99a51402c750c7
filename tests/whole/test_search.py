"""The search index of a whole nation: what is in it, what is not, and what an edit of it writes."""

import json
from typing import Any

from whole.nations import ORGANISATION, Nation


def fill(nation: Nation) -> None:
    nation.write("content/campaigns/warm-homes.md", "---\ntitle: Warm homes\n---\n\nInsulate.\n")
    for slug in ("alder", "birch"):
        nation.group(slug, "place: {town: Mill Town, postcode: LS2}\ncovers: [LS6, Headingley]")
        nation.news(slug, "2024-03-01-long-ago", "title: Long ago\nsummary: An old story", "A story of old.")
        nation.news(slug, "2026-03-01-lately", "title: Lately\nsummary: A new story", "What happened.")
        nation.meeting(slug, "2026-12-03-meeting", "title: Meeting\nstarts: 2026-12-03 19:00\ntype: agm")


def index(nation: Nation) -> dict[str, list[dict[str, str]]]:
    """Rows of every file of the index."""
    found = {}
    for file in sorted((nation.output / "search").glob("*.json")):
        read: Any = json.loads(file.read_bytes())
        if file.name != "index.json":
            found[file.stem] = [dict(zip(read["fields"], row, strict=True)) for row in read["rows"]]
    return found


def changed(before: dict[str, bytes], nation: Nation) -> list[str]:
    after = nation.tree()
    return [one for one in sorted({*before, *after}) if before.get(one) != after.get(one) and one.startswith("search/")]


def edit(nation: Nation, path: str, old: str, new: str) -> None:
    file = nation.folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_everything_that_is_listed_is_found_where_it_stands(nation: Nation) -> None:
    fill(nation)
    menu = "menu: [{label: About us, url: /about/}, {label: Elsewhere, url: 'https://example.org/'}]\n"
    nation.write("content/organisation.yaml", f"{ORGANISATION}{menu}")
    nation.write("content/pages/about.md", "Title: About us\n\nWho we are.\n")

    assert nation.build() == 0, nation.printed

    rows = [row for name, part in index(nation).items() for row in part]
    homes = {row["owner"]: row["path"] for row in rows if row["kind"] == "group"}
    pages = [row["path"] if row["kind"] == "group" else homes.get(row["owner"], "") + row["path"] for row in rows]
    assert [one for one in pages if not (nation.output / one / "index.html").is_file()] == []
    assert sorted(row["kind"] for row in rows) == sorted(
        ["group", "meeting", "news", "news"] * 2 + ["campaign", "page"]
    )
    assert next(row["covers"] for row in rows if row["kind"] == "group") == "LS6 Headingley"
    assert next(row["note"] for row in rows if row["kind"] == "meeting") != ""


def test_what_is_not_shown_is_not_found(nation: Nation) -> None:
    fill(nation)
    nation.news("alder", "2026-03-02-draft", "title: Kept back\nstatus: draft")
    nation.news("alder", "2026-03-03-expired", "title: Gone by\nexpires: 2026-04-01")
    nation.news("alder", "2026-03-04-broken", "title: Broken thing\ncolour: red")

    nation.build()

    text = "".join(one.read_text(encoding="utf-8") for one in (nation.output / "search").glob("*.json"))
    assert "Lately" in text
    assert not [one for one in ("Kept back", "Gone by", "Broken thing", "A story of old.") if one in text]


def test_what_repeats_is_told_of_once_a_month_with_its_dates(nation: Nation) -> None:
    nation.group("alder")
    nation.meeting(
        "alder", "weekly", "title: Weekly\nstarts: 2026-12-01 19:00\nrepeats: every Tuesday\nuntil: 2027-01-31"
    )

    assert nation.build() == 0, nation.printed

    parts = index(nation)
    assert [row["days"] for row in parts["2026"]] == ["2026-12-01 2026-12-08 2026-12-15 2026-12-22 2026-12-29"]
    assert [row["days"] for row in parts["2027"]] == ["2027-01-05 2027-01-12 2027-01-19 2027-01-26"]
    assert parts["2026"][0]["path"] == "meetings/weekly/"


def test_an_edit_of_a_text_writes_no_file_of_the_index(nation: Nation) -> None:
    fill(nation)
    nation.build()
    before = nation.tree()
    edit(nation, "groups/birch/news/2024-03-01-long-ago.md", "A story of old.", "A longer story of old.")
    edit(nation, "groups/birch/news/2026-03-01-lately.md", "What happened.", "All that happened.")

    nation.build()

    assert "All that happened." in nation.page("/groups/birch/news/2026-03-01-lately/")
    assert changed(before, nation) == []


def test_another_title_writes_one_file_of_the_index(nation: Nation) -> None:
    fill(nation)
    nation.build()
    before = nation.tree()
    edit(nation, "groups/birch/news/2024-03-01-long-ago.md", "title: Long ago", "title: Very long ago")

    nation.build()

    assert changed(before, nation) == ["search/2024.json"]


def test_another_name_of_a_group_writes_one_file_of_the_index(nation: Nation) -> None:
    fill(nation)
    nation.build()
    before = nation.tree()
    edit(nation, "groups/birch/group.yaml", "name: Birch", "name: Birch and Ash")

    nation.build()

    assert changed(before, nation) == ["search/heads.json"]


def test_the_next_day_writes_no_file_of_the_index(nation: Nation) -> None:
    fill(nation)
    nation.build()
    before = nation.tree()
    nation.today = "2026-12-04"

    nation.build()

    assert changed(before, nation) == []


def test_without_search_there_is_a_page_that_says_where_to_look_and_runs_nothing(nation: Nation) -> None:
    fill(nation)
    nation.build()
    whole = nation.tree()

    nation.build("--no-search")

    assert [one for one in nation.tree() if one.startswith("search/")] == ["search/index.html"]
    page = nation.page("/search/")
    assert "<script src" not in page
    assert "<form" not in page
    assert "script-src" not in page
    assert 'href="/regions/north/"' in page
    assert [one for one in whole if whole[one] != nation.tree().get(one) and not one.startswith("search/")] == []
    nation.build()
    assert nation.tree() == whole


def test_only_the_page_to_search_on_may_fetch_anything(nation: Nation) -> None:
    fill(nation)
    nation.build()

    pages = [name for name, data in nation.tree().items() if name.endswith(".html") and b"connect-src" in data]

    assert pages == ["search/index.html"]
    assert 'href="/search/"' in nation.page("/groups/alder/")
