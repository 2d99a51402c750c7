"""The example nation in content/ and groups/: it shows every field of the format, in every region, and names nobody.

The files are read plainly here, without the engine, so that the test says what stands in them and not
what the engine makes of it. That the engine takes them without a fault is a matter of its own tests.

Whoever moves in deletes content/EXAMPLE.md with the example, and these tests are left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
GROUPS = ROOT / "groups"
KINDS = ("news", "meetings", "campaigns")

pytestmark = pytest.mark.skipif(
    not (CONTENT / "EXAMPLE.md").is_file(),
    reason="content/ and groups/ are not the example's: content/EXAMPLE.md is gone",
)

Record = dict[str, object]
"""Fields as they were typed: text, lists of text, or records."""


def spell_out(fields: str) -> list[str]:
    """Names of fields, written in lines; `where.town` is one inside another."""
    return fields.split()


ORGANISATION_FIELDS = spell_out(
    """
    name strapline summary language timezone url id_domain notice imprint
    contact contact.email contact.phone contact.form contact.address
    menu menu.label menu.url actions actions.label actions.url links links.label links.url
    figures figures.value figures.label figures.as_of figures.source words words.meetings words.access
    """
)
REGION_FIELDS = ["slug", "name", "summary", "regions"]
GROUP_FIELDS = spell_out(
    """
    name region kind status since until summary
    place place.name place.town place.postcode place.latitude place.longitude
    covers contact contact.email contact.phone contact.form links links.label links.url language timezone maintainers
    former_slugs imprint calendars calendars.label calendars.url feeds feeds.label feeds.url
    """
)
NEWS_FIELDS = spell_out(
    """
    title date updated summary author image image_alt tags campaign language translates status expires election
    imprint id formerly
    """
)
MEETING_FIELDS = spell_out(
    """
    title starts ends duration type status where where.name where.address where.town where.postcode where.latitude
    where.longitude online access cost book audience campaign documents documents.title documents.file about
    programme programme.starts programme.ends programme.title programme.where programme.where.name programme.summary
    summary image image_alt tags language election imprint id formerly
    repeats until except changes changes.date changes.starts changes.ends changes.duration changes.status changes.title
    changes.where changes.where.name changes.where.town changes.online changes.cost changes.book changes.note
    """
)
CAMPAIGN_FIELDS = spell_out(
    """
    title summary starts ends status part_of goal goal.target goal.count goal.what goal.as_of goal.sum
    actions actions.label actions.url image image_alt tags language election imprint priority formerly
    """
)
DAYS = spell_out("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = spell_out("January February March April May June July August September October November December")
PHONES_FOR_DRAMA = r"(01632960|02079460|011[345678]4960|01[2-6]14960|01914980|02920180|07700900|08081570)\d{3}"
"""Numbers that are kept for films and books and ring nowhere."""


@cache
def load_yaml(path: Path) -> object:
    """A YAML file with every scalar as the text that was typed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def front_matter(path: Path) -> Record:
    """What stands between the `---` lines."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("---\n"), path
    fields = yaml.load(text.split("\n---\n")[0][4:], Loader=yaml.BaseLoader)  # noqa: S506
    assert isinstance(fields, dict), path
    return fields


def groups() -> dict[str, Record]:
    """Every group.yaml by its folder."""
    found: dict[str, Record] = {}
    for path in sorted(GROUPS.glob("*/group.yaml")):
        fields = load_yaml(path)
        assert isinstance(fields, dict), path
        found[path.parent.name] = fields
    return found


def items(kind: str) -> Iterator[tuple[Path, Record]]:
    """Every item of one kind, the national office's first."""
    for folder in (CONTENT, *sorted(GROUPS.iterdir())):
        for path in sorted((folder / kind).glob("*.md")):
            yield path, front_matter(path)
        for path in sorted((folder / kind).glob("*.yaml")):
            entries = load_yaml(path)
            assert isinstance(entries, list), path
            for entry in entries:
                yield path, entry


def fields_of(value: object, prefix: str = "") -> Iterator[str]:
    """Every field in a record and in the records inside it, with dots: `where.town`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not str(key).startswith("x-"):
                yield f"{prefix}{key}"
                yield from fields_of(inner, f"{prefix}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from fields_of(inner, prefix)


def regions(nodes: object) -> Iterator[Record]:
    """Every region of the tree."""
    assert isinstance(nodes, list)
    for node in nodes:
        yield node
        yield from regions(node.get("regions", []))


def text_files() -> list[Path]:
    """Everything that people read, in both folders."""
    return [
        path
        for folder in (CONTENT, GROUPS)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".md", ".yaml", ".txt", ".csv"}
    ]


def assert_shown(known: list[str], shown: set[str]) -> None:
    assert not set(known) - shown, "fields of the format that the example does not show"
    assert not {name for name in shown - set(known) if not name.startswith("words.")}, (
        "fields that the format does not know"
    )


@pytest.mark.parametrize(
    ("kind", "known"), [("news", NEWS_FIELDS), ("meetings", MEETING_FIELDS), ("campaigns", CAMPAIGN_FIELDS)]
)
def test_every_field_of_an_item_occurs_in_the_example(kind: str, known: list[str]) -> None:
    assert_shown(known, {name for _, fields in items(kind) for name in fields_of(fields)})


def test_every_field_of_a_group_occurs_in_the_example() -> None:
    assert_shown(GROUP_FIELDS, {name for fields in groups().values() for name in fields_of(fields)})


def test_every_field_of_the_national_office_occurs_in_the_example() -> None:
    assert_shown(ORGANISATION_FIELDS, set(fields_of(load_yaml(CONTENT / "organisation.yaml"))))
    every_region = {name for region in regions(load_yaml(CONTENT / "regions.yaml")) for name in region}
    assert_shown(REGION_FIELDS, every_region)


def test_a_key_of_the_writers_own_and_a_note_to_the_folder_are_shown() -> None:
    assert any(key.startswith("x-") for fields in groups().values() for key in fields)
    assert list(GROUPS.glob("*/README.md"))


def test_meetings_repeat_by_the_week_and_by_the_month_with_an_end_and_without() -> None:
    repeating = [fields for _, fields in items("meetings") if "repeats" in fields]
    words = " / ".join(str(fields["repeats"]) for fields in repeating)
    assert len(repeating) >= 6
    assert "week" in words
    assert "of the month" in words
    assert {"until" in fields for fields in repeating} == {True, False}


def test_every_region_has_a_group_in_it_or_below_it() -> None:
    taken = {fields["region"] for fields in groups().values()}
    for region in regions(load_yaml(CONTENT / "regions.yaml")):
        below = {inner["slug"] for inner in regions([region])}
        assert below & taken, region["slug"]


def test_every_kind_and_every_status_of_group_occurs() -> None:
    found = groups().values()
    kinds = [str(fields.get("kind", "local")) for fields in found]
    assert set(kinds) == {"local", "section", "workplace", "student", "working-group", "nation"}
    assert kinds.count("local") >= 16
    assert kinds.count("section") >= 2
    assert {fields.get("status", "active") for fields in found} == {"forming", "active", "paused", "closed"}
    assert all("since" in fields and "until" in fields for fields in found if fields.get("status") == "closed")


def test_every_status_of_an_item_occurs() -> None:
    meetings = {str(fields.get("status", "confirmed")) for _, fields in items("meetings")}
    assert meetings == {"confirmed", "provisional", "cancelled", "postponed", "draft"}
    campaigns = {str(fields.get("status", "active")) for _, fields in items("campaigns")}
    assert campaigns == {"planned", "active", "won", "ended", "paused"}
    assert {fields.get("status", "published") for _, fields in items("news")} == {"draft", "published"}


def test_meetings_are_past_and_coming_online_hybrid_all_day_and_several_days_long() -> None:
    meetings = [fields for _, fields in items("meetings")]
    iso = [str(fields["starts"]) for fields in meetings if str(fields["starts"])[:4].isdigit()]
    assert {start[:4] for start in iso} >= {"2025", "2026", "2027"}
    assert any(len(start) == len("2026-12-03") for start in iso), "no all-day meeting"
    assert any(not str(fields["starts"])[:4].isdigit() for fields in meetings), "no date in words"
    assert any("online" in fields and "where" not in fields for fields in meetings), "no online meeting"
    assert any("online" in fields and "where" in fields for fields in meetings), "no hybrid meeting"
    assert any(fields.get("online") == "members only" for fields in meetings)
    festivals = [fields for fields in meetings if fields.get("type") == "festival" and "programme" in fields]
    days = [{str(part["starts"])[:10] for part in fields["programme"]} for fields in festivals]  # type: ignore[attr-defined]
    assert any(len(each) == 4 for each in days), "no festival of four days"


def test_the_site_feels_alive() -> None:
    assert sum(1 for _ in items("meetings")) >= 60
    assert sum(1 for _ in items("news")) >= 40
    assert sum(1 for _ in items("campaigns")) >= 25


def test_a_group_writes_in_another_language_and_a_text_is_translated() -> None:
    assert "cy" in {fields.get("language") for fields in groups().values()}
    translated = [(path, fields) for path, fields in items("news") if "translates" in fields]
    assert translated
    for path, fields in translated:
        assert (path.parent / f"{fields['translates']}.md").is_file(), path


def test_an_item_of_an_election_has_an_imprint() -> None:
    found = [(path, fields) for kind in KINDS for path, fields in items(kind) if fields.get("election") == "true"]
    assert found
    for path, fields in found:
        group = path.parts[len(GROUPS.parts)] if path.is_relative_to(GROUPS) else ""
        assert fields.get("imprint") or groups().get(group, {}).get("imprint"), path


def test_every_image_has_an_alternative_text_and_is_there() -> None:
    used: set[Path] = set()
    for kind in KINDS:
        for path, fields in items(kind):
            if "image" in fields:
                assert len(str(fields.get("image_alt", ""))) > 20, path
                used.add(path.parents[1] / str(fields["image"]))
    for path in text_files():
        for alt, target in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
            assert len(alt) > 20, path
            used.add(path.parent / target)
    drawn = {path for folder in (CONTENT, GROUPS) for path in folder.rglob("images/*")}
    assert used == drawn
    assert len(drawn) >= 10


def test_every_document_that_is_named_is_there() -> None:
    for path, fields in items("meetings"):
        documents = fields.get("documents", [])
        assert isinstance(documents, list)
        for document in documents:
            assert (path.parents[1] / document["file"]).is_file(), path


def test_a_campaign_that_is_named_is_there() -> None:
    for kind, key in (("news", "campaign"), ("meetings", "campaign"), ("campaigns", "part_of")):
        for path, fields in items(kind):
            if key in fields:
                reference = str(fields[key])
                national = reference.startswith("national/")
                home = CONTENT if national else path.parents[1]
                assert (home / "campaigns" / f"{reference.removeprefix('national/')}.md").is_file(), path


def test_groups_take_part_in_the_priority_campaign_and_its_goal_sums_theirs() -> None:
    priorities = [(path, fields) for path, fields in items("campaigns") if "priority" in fields]
    assert [path.stem for path, _ in priorities] == ["warm-homes"]
    goal = priorities[0][1]["goal"]
    assert isinstance(goal, dict)
    assert goal["sum"] == "groups"
    parts = [fields for _, fields in items("campaigns") if fields.get("part_of") == "national/warm-homes"]
    assert len(parts) >= 5
    assert all("goal" in fields for fields in parts)


def test_the_notice_says_once_that_all_this_is_a_sample() -> None:
    organisation = load_yaml(CONTENT / "organisation.yaml")
    assert isinstance(organisation, dict)
    assert "example" in organisation["notice"]
    assert "sample text" in organisation["notice"]
    named = [path for path in text_files() if re.search(r"^notice:", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert named == [CONTENT / "organisation.yaml"]


def test_no_address_of_a_real_person_occurs() -> None:
    for path in text_files():
        text = path.read_text(encoding="utf-8")
        for address in re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text):
            assert address.endswith("@example.org"), (path, address)
        for number in re.findall(r"(?<![\w-])(?:\+44|0)[\d ]{9,13}\d(?![\w-])", text):
            plain = number.replace(" ", "").replace("+44", "0")
            assert re.fullmatch(PHONES_FOR_DRAMA, plain), (path, number)
        for host in re.findall(r"https?://([^/\s\"')\]}]+)", text):
            assert host.endswith("example.org") or host == "www.gov.uk", (path, host)


def test_no_text_waits_to_be_written() -> None:
    for path in text_files():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\{\{|\{%|lorem ipsum|\bTODO\b|\bTBC\b|\bXXX\b", text, re.IGNORECASE), path


def test_weekdays_in_the_texts_are_those_of_their_dates() -> None:
    dated = re.compile(rf"({'|'.join(DAYS)}) (\d+) ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
    seen = 0
    for path in text_files():
        for name, day, month, year in dated.findall(path.read_text(encoding="utf-8")):
            when = date(int(year or 2026), MONTHS.index(month) + 1, int(day))
            assert DAYS[when.weekday()] == name, (path, name, when)
            seen += 1
    assert seen


@pytest.mark.parametrize("kind", KINDS)
def test_file_names_are_made_of_small_letters_figures_and_hyphens(kind: str) -> None:
    for path, _ in items(kind):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem), path


def test_dates_in_file_names_are_those_of_the_items() -> None:
    for kind, key in (("news", "date"), ("meetings", "starts")):
        for path, fields in items(kind):
            typed = str(fields.get(key, ""))
            if path.suffix == ".md" and typed[:4].isdigit():
                assert path.stem.startswith(typed[:10]), path


def test_the_links_between_pages_lead_somewhere() -> None:
    pages = {path.stem for path in (CONTENT / "pages").glob("*.md")}
    for path in text_files():
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(\{filename\}([^)#]+)", text):
            assert (path.parent / target).is_file(), (path, target)
        for link in re.findall(r"(?:\]\(|url: )(/[^)#\s}]*)", text):
            assert leads_somewhere(link, pages), (path, link)


def test_the_links_between_files_of_a_group_lead_to_files() -> None:
    for path in text_files():
        for target in re.findall(r"\]\((\.\./[^)#\s]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).is_file(), (path, target)


def leads_somewhere(link: str, pages: set[str]) -> bool:
    """Whether a path on the site is that of a page, a list, a group or an item."""
    parts = link.strip("/").split("/")
    if parts == [""] or (len(parts) == 1 and parts[0] in pages | {"groups", "events", "news", "campaigns", "feeds"}):
        return True
    folders = {"news": "news", "events": "meetings", "campaigns": "campaigns"}
    if len(parts) == 2 and parts[0] in folders:
        return (CONTENT / folders[parts[0]] / f"{parts[1]}.md").is_file()
    if parts[0] == "documents":
        return (CONTENT / Path(*parts)).is_file()
    if parts[0] == "groups" and len(parts) == 4:
        return (GROUPS / parts[1] / parts[2] / f"{parts[3]}.md").is_file()
    return parts[0] == "groups" and len(parts) == 2 and (GROUPS / parts[1] / "group.yaml").is_file()
