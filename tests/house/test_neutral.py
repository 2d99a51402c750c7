"""The engine and the theme know no organisation: another federation moves in by changing content/ and groups/.

The words to look for are read from the example itself, so the test holds when the example changes. Another nation's
names may be words that the program uses anyway, Commons or Riverside: where content/EXAMPLE.md is gone, nothing is
looked for.
"""

import calendar
import re
from collections.abc import Iterator

import pytest
import yaml

from house.imports import ROOT

CONTENT = ROOT / "content"
GROUPS = ROOT / "groups"

pytestmark = pytest.mark.skipif(
    not (CONTENT / "EXAMPLE.md").is_file(),
    reason="content/ and groups/ are not the example's: content/EXAMPLE.md is gone",
)

CODE = ("plugins", "themes", "requirements", "tasks.py", "pelicanconf.py", "publishconf.py")
ENDINGS = {".py", ".toml", ".md", ".html", ".css", ".yaml", ".json", ".svg", ".txt", ".js", ".webmanifest", ".xml"}

ORDINARY = {*calendar.month_name, *calendar.day_name, "English"}
"""Words that a summary writes large and that name no place."""


def organisation_words() -> Iterator[str]:
    """Names, hosts, zone and language in organisation.yaml; the organisation's own name in any case."""
    text = yaml.safe_load((CONTENT / "organisation.yaml").read_text(encoding="utf-8"))
    yield from (text["name"], text["name"].lower(), text["name"].upper(), text["timezone"])
    yield from filter(None, (text.get("id_domain"), text.get("url", "").partition("://")[2]))
    if "-" in text["language"]:
        yield text["language"]
    yield text["timezone"].rpartition("/")[2].replace("_", " ")
    yield from names_in(text.get("strapline", ""))
    yield from names_in(text.get("summary", ""))


def names_in(sentence: str) -> Iterator[str]:
    """Words written large inside a sentence."""
    yield from re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", sentence)


def region_words(regions: list[dict[str, object]]) -> Iterator[str]:
    """Names and slugs of a tree of regions."""
    for region in regions:
        yield str(region["name"])
        yield str(region["slug"])
        below = region.get("regions", [])
        assert isinstance(below, list)
        yield from region_words(below)


def group_words() -> Iterator[str]:
    """Names, slugs and towns of the groups."""
    for file in sorted(GROUPS.glob("*/group.yaml")):
        text = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield file.parent.name
        yield text["name"]
        place = text.get("place") or {}
        yield from (place[key] for key in ("town",) if isinstance(place, dict) and place.get(key))


def forbidden() -> re.Pattern[str]:
    """Any of the example's names, as a whole word and written as the example writes it."""
    regions = yaml.safe_load((CONTENT / "regions.yaml").read_text(encoding="utf-8"))
    words = {*organisation_words(), *region_words(regions), *group_words()} - ORDINARY
    every = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-])")


def slips(text: str, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    """Line and word of each of the example's names in a text."""
    return [(number, word) for number, line in enumerate(text.splitlines(), 1) for word in pattern.findall(line)]


def test_engine_theme_and_settings_name_nothing_of_the_example() -> None:
    pattern = forbidden()
    files = [
        file
        for name in CODE
        for file in (sorted((ROOT / name).rglob("*")) if (ROOT / name).is_dir() else [ROOT / name])
    ]
    texts = {file: file.read_text(encoding="utf-8") for file in files if file.suffix in ENDINGS and file.is_file()}
    found = [
        f"{file.relative_to(ROOT)}:{line}: {word}"
        for file, text in texts.items()
        for line, word in slips(text, pattern)
    ]
    assert found == []


def test_file_names_of_engine_and_theme_name_nothing_of_the_example() -> None:
    pattern = forbidden()
    names = [file.relative_to(ROOT).as_posix() for name in ("plugins", "themes") for file in (ROOT / name).rglob("*")]
    assert [name for name in names if pattern.search(name.replace("/", " ").replace("_", " "))] == []


@pytest.mark.parametrize("slug", ["organisation", "timezone", "region", "group"])
def test_a_name_of_the_example_would_be_seen(slug: str) -> None:
    organisation = yaml.safe_load((CONTENT / "organisation.yaml").read_text(encoding="utf-8"))
    regions = yaml.safe_load((CONTENT / "regions.yaml").read_text(encoding="utf-8"))
    words = {
        "organisation": organisation["name"],
        "timezone": organisation["timezone"],
        "region": regions[0]["name"],
        "group": min(path.parent.name for path in GROUPS.glob("*/group.yaml")),
    }
    assert slips(f'one\nclass = "{words[slug]}"', forbidden()) == [(2, words[slug])]
