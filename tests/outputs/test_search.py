"""How the search index is laid out in files: by time, each small, each row where it was."""

import json
from datetime import date
from typing import Any

from localgroups.federation.nation import join
from localgroups.model.items import Items
from localgroups.model.limits import SEARCH_BYTES
from localgroups.model.rollups import Card, NewsLine, Rollup
from localgroups.model.values import replace
from localgroups.outputs.search import INDEX, PATH, search_files
from outputs.samples import GROUP, NEWS, SITE

TODAY = date(2026, 11, 22)
LONG = "Meetings, rents and buses. " * 5
CARD = Card(
    slug=GROUP.slug,
    name=GROUP.name,
    region="north",
    kind="local",
    status="active",
    summary="",
    language="en",
    place=None,
    covers=("R1", "Mill Town"),
    since=None,
    until=None,
    next_meeting=None,
)


def news(number: int, day: date, title: str = "Library saved") -> NewsLine:
    stem = f"{day}-{number}"
    return replace(NEWS, stem=stem, name=stem, title=f"{title} {number}", summary=LONG, date=day)


def many(count: int, *days: date) -> list[NewsLine]:
    return [news(number, days[number % len(days)]) for number in range(count)]


def made(*lines: NewsLine, card: Card = CARD) -> dict[str, bytes]:
    """Every file of the index, by its name without its folder."""
    federation = join(SITE.facts, Items(), [Rollup(GROUP, card, news=lines)], TODAY)
    return {one.path.removeprefix(PATH): one.make() for one in search_files(federation, SITE)}


def names(files: dict[str, bytes]) -> Any:
    return json.loads(files[INDEX.removeprefix(PATH)])


def rows(data: bytes) -> list[dict[str, str]]:
    read = json.loads(data)
    return [dict(zip(read["fields"], row, strict=True)) for row in read["rows"]]


def test_every_file_is_named_the_latest_first() -> None:
    files = made(news(1, date(2024, 5, 1)), news(2, date(2026, 5, 1)), news(3, date(2027, 1, 1)))

    assert names(files) == {"heads": ["heads"], "years": ["2027", "2026", "2024"]}
    assert {*files} == {"index.json", "heads.json", "2027.json", "2026.json", "2024.json"}


def test_a_row_says_what_a_list_says_and_no_text() -> None:
    files = made(replace(NEWS, summary="s" * 500))

    (row,) = rows(files["2026.json"])
    assert row["title"] == NEWS.title
    assert row["path"] == "news/2026-11-01-library-saved/"
    assert (row["kind"], row["owner"], row["days"], row["language"]) == ("news", "riverside", "2026-11-01", "")
    assert len(row["summary"]) <= 160
    (group,) = rows(files["heads.json"])
    assert (group["path"], group["title"], group["covers"]) == ("groups/riverside/", "Riverside", "R1 Mill Town")
    assert "Riverside" not in files["2026.json"].decode(), (
        "a group's name stands once, so that a new one costs one file"
    )


def test_a_year_that_is_too_big_is_parted_by_months_and_no_row_is_lost() -> None:
    lines = many(3_000, *(date(2026, month, 1) for month in range(1, 13)))

    files = made(*lines)

    assert names(files)["years"] == ["2026-10-to-12", "2026-07-to-09", "2026-04-to-06", "2026-01-to-03"]
    found = [row["title"] for name, data in files.items() if name.startswith("2026") for row in rows(data)]
    assert sorted(found) == sorted(one.title for one in lines)
    assert max(map(len, files.values())) <= SEARCH_BYTES.most + 1_000


def test_a_month_that_is_too_big_is_parted_and_a_new_item_changes_one_part() -> None:
    lines = many(3_000, date(2026, 5, 1))
    before = made(*lines)

    after = made(*lines, news(9_999, date(2026, 5, 2)))

    assert names(after) == names(before)
    assert len(names(after)["years"]) == 4
    assert max(map(len, after.values())) <= SEARCH_BYTES.most + 1_000
    assert len([name for name in after if after[name] != before[name]]) == 1


def test_another_title_changes_the_file_of_its_time_alone() -> None:
    lines = [news(number, date(2020 + number, 3, 1)) for number in range(7)]
    before = made(*lines)

    after = made(*lines[:-1], replace(lines[-1], title="Other"))

    assert [name for name in after if after[name] != before[name]] == ["2026.json"]


def test_another_name_of_a_group_changes_the_heads_alone() -> None:
    lines = [news(number, date(2020 + number, 3, 1)) for number in range(7)]
    before = made(*lines)

    after = made(*lines, card=replace(CARD, name="Riverside and Hill"))

    assert [name for name in after if after[name] != before[name]] == ["heads.json"]


def test_an_empty_nation_has_an_index_all_the_same() -> None:
    files = made()

    assert names(files) == {"heads": ["heads"], "years": []}
