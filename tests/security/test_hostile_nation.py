"""Strangers' folders beside good groups: everything is built, nobody is hurt."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar

from localgroups.model.characters import holds_deceiving
from localgroups.outputs import choosing, search_page
from localgroups.outputs.headers import EMBED_POLICY, LETTER_POLICY, PAGE_POLICY, SCRIPT_POLICY, SEARCH_POLICY
from security import browser
from security.dangers import dangers
from security.hostile import SECRET, good_nation, hostile_nation, hostile_slugs
from whole.nations import Nation

pytestmark = pytest.mark.slow

NATIONAL = re.compile(
    r"index\.html|(?:events|news|groups|feeds|regions)/(?:[^/]+/)*index\.html|(?:(?:regions|events/types)/[^/]+/)?(?:feed|events|feeds)\.\w+"
    r"|sitemap\S*\.xml|api/.*|search/.*|(?:regions/[^/]+/)?digest[\w-]*\.\w+"
)
"""What may tell of all groups, hence of hostile ones too."""
REPEATING = frozenset({"RRULE", "EXDATE", "RECURRENCE-ID"})
CHOOSER = "feeds/choose/index.html"
SEARCH = "search/index.html"
WITH_SCRIPT = {
    CHOOSER: (frozenset({choosing.SCRIPT}), frozenset({"input", "noscript", "template"}), SCRIPT_POLICY),
    SEARCH: (frozenset({search_page.SCRIPT}), frozenset({"form", "input", "noscript", "template"}), SEARCH_POLICY),
}
"""Pages with a script of the theme's: the script, what elements their template has, and their policy."""
TEXTS = (".html", ".xml", ".rss", ".atom", ".json", ".ics", ".opml", ".txt", ".css", "")


@dataclass(frozen=True)
class Built:
    """A nation with the hostile folders, and the same nation without."""

    nation: Nation
    status: int
    report: dict[str, object]
    tree: dict[str, bytes]
    good: dict[str, bytes]

    def texts(self, *endings: str) -> dict[str, str]:
        wanted = endings or TEXTS
        return {path: data.decode() for path, data in self.tree.items() if Path(path).suffix in wanted}


def policy_of(path: str) -> str:
    """What a page has to say of itself."""
    if path in WITH_SCRIPT:
        return WITH_SCRIPT[path][2]
    if path.rpartition("/")[2].startswith("digest-"):
        return LETTER_POLICY
    return EMBED_POLICY if path.endswith("/embed/index.html") else PAGE_POLICY


def found_in(path: str, page: str) -> list[str]:
    """What is dangerous in a page, beyond what its own template has."""
    own = frozenset({"base"} if path.endswith("/embed/index.html") else ())
    scripts, own, _ = WITH_SCRIPT.get(path, (frozenset[str](), own, ""))
    return dangers(page, scripts, own, policy_of(path))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    alone = good_nation(tmp_path_factory.mktemp("good") / "nation")
    assert alone.build() == 0
    folder = tmp_path_factory.mktemp("hostile")
    nation = hostile_nation(folder / "nation")
    status = nation.build("--report", str(folder / "report.json"))
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Built(nation, status, report, nation.tree(), alone.tree())


def test_the_rest_is_published_and_every_refusal_is_told(built: Built) -> None:
    assert built.status == 3
    told = {one["path"] for one in built.report["diagnostics"]}  # type: ignore[attr-defined]
    held = [one["path"] for one in built.report["held"]]  # type: ignore[attr-defined]
    assert held
    assert [one for one in held if re.sub(r":\d+$", "", one) not in told] == []


def test_every_page_of_good_groups_is_what_it_is_without_the_others(built: Built) -> None:
    differing = [path for path, data in built.good.items() if built.tree.get(path) != data]

    assert [path for path in differing if not NATIONAL.fullmatch(path)] == []


def test_whatever_is_new_stands_under_its_own_groups_address(built: Built) -> None:
    own = tuple(f"{part}/{slug}" for slug in hostile_slugs(built.nation) for part in ("groups", "desk", "api/groups"))
    more = [path for path in built.tree if path not in built.good and not NATIONAL.fullmatch(path)]

    assert [path for path in more if not path.startswith(tuple(f"{one}{end}" for one in own for end in "/."))] == []


def test_no_page_holds_anything_that_acts_or_loads_from_elsewhere(built: Built) -> None:
    found = {path: found_in(path, page) for path, page in built.texts(".html").items()}

    assert {path: what for path, what in found.items() if what} == {}
    assert len(found) > 1_000


def test_every_page_says_what_it_may_load(built: Built) -> None:
    without = [
        path for path, page in built.texts(".html").items() if f'content="{policy_of(path)}"' not in unescape(page)
    ]

    assert without == []


def test_nothing_of_the_machine_or_of_other_folders_is_published(built: Built) -> None:
    leaked = [path for path, data in built.tree.items() if SECRET.encode() in data or b"root:x:0" in data]

    assert leaked == []


def test_what_is_not_meant_to_be_shown_is_nowhere(built: Built) -> None:
    secret = re.compile(rb"never-shown(?!-unknown)", re.IGNORECASE)
    found = [path for path, data in built.tree.items() if secret.search(data) and not path.startswith("desk/")]

    assert found == []
    assert [path for path in built.tree if "never-shown" in path] == []


def test_characters_that_deceive_are_nowhere(built: Built) -> None:
    texts = {path: text for path, text in built.texts().items() if "/documents/" not in path}

    assert [path for path, text in texts.items() if holds_deceiving(text.replace("\r\n", "\n"))] == []


def test_addresses_differ_by_more_than_capitals(built: Built) -> None:
    folded: dict[str, list[str]] = {}
    for path in built.tree:
        folded.setdefault(path.casefold(), []).append(path)

    assert [paths for paths in folded.values() if len(paths) > 1] == []


def test_nothing_is_published_as_a_kind_of_file_that_runs(built: Built) -> None:
    kinds = {Path(path).suffix for path in built.tree if path.startswith("groups/")}

    assert kinds <= {
        *(".html", ".rss", ".atom", ".json", ".ics", ".opml", ".webp", ".jpg"),
        *(".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".txt", ".csv"),
    }


def test_feeds_are_whole_and_say_what_pages_say(built: Built) -> None:
    for path, text in built.texts(".rss", ".atom").items():
        ET.fromstring(text)  # noqa: S314  (it is our own)
        read = feedparser.parse(text.encode())
        assert not read.bozo, path
        for entry in read.entries:
            assert entry.link.startswith("https://nation.example.org/"), path
            for content in entry.get("content", []):
                assert dangers(content.value) == [], path
    for path, text in built.texts(".json").items():
        assert json.loads(text) is not None, path


def test_structured_data_is_data_and_says_what_it_should(built: Built) -> None:
    block = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
    for path, page in built.texts(".html").items():
        for found in block.findall(page):
            assert json.loads(found)["@type"] in ("Event", "NewsArticle", "Organization", "EventSeries"), path


def test_calendars_hold_the_meetings_and_nothing_that_a_title_smuggled_in(built: Built) -> None:
    names = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "URL", "DESCRIPTION", "CATEGORIES", "LOCATION"}
    for path, text in built.texts(".ics").items():
        if "/documents/" in path:
            continue
        calendar = Calendar.from_ical(text)
        events = list(calendar.walk("VEVENT"))
        assert len(events) == text.count("BEGIN:VEVENT\r\n"), path
        for event in events:
            assert str(event["UID"]).endswith("@nation.example.org"), path
            assert set(event) <= {*names, *REPEATING, "GEO", "CONFERENCE", "SEQUENCE", "LAST-MODIFIED"}, path
        lines = text.split("\r\n")
        assert all(len(line.encode()) <= 75 for line in lines), path
        assert not [line for line in lines if "\n" in line or "\r" in line], path


def test_words_arrive_as_they_were_written(built: Built) -> None:
    page = built.tree["groups/values/news/v0/index.html"].decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;</h1>" in page


@pytest.mark.skipif(not browser.CHROMIUM, reason="no Chromium on this machine")
def test_a_browser_runs_nothing_in_any_page_even_without_the_policy(built: Built, tmp_path: Path) -> None:
    pages = built.texts(".html")
    for path, page in pages.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(browser.hooked(page), encoding="utf-8")
    # The same texts stand in pages of several kinds; a few of each of the others will do.
    repeated = re.compile(
        r"groups/markup-(?:more|lists)/.*\d\d/index.html|groups/(?:heavy|yaml-items)/.*"
        r"|(?:groups/(?:address|odd|word|yaml)-[^/]+/\w+|desk/(?:address|odd|yaml)-[^/]+)/index.html"
    )
    paths = [
        path for path, page in pages.items() if 'http-equiv="refresh"' not in page and not repeated.fullmatch(path)
    ]

    loaded, ran = browser.run(tmp_path / "site", paths, tmp_path / "profile")

    assert ran == []
    assert loaded == len(paths)


@pytest.mark.skipif(not browser.CHROMIUM, reason="no Chromium on this machine")
def test_a_browser_notices_a_program_and_the_policy_stops_it(built: Built, tmp_path: Path) -> None:
    page = built.good["groups/riverside/index.html"].decode()
    vectors = ("<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<script>alert(1)</script>",
               "<a href='javascript:alert(1)'>x</a>", "<p onmouseover=alert(1)>x</p>")  # fmt: skip
    (tmp_path / "site").mkdir()
    hook = "".join(browser.HOOK.partition("\n")[2].rpartition("</script>")[0])
    (tmp_path / "site" / "hook.js").write_text(hook, encoding="utf-8")
    for number, vector in enumerate(vectors):
        bad = page.replace("</main>", f"{vector}</main>")
        (tmp_path / "site" / f"open-{number}.html").write_text(browser.hooked(bad), encoding="utf-8")
        kept = bad.replace("<head>", "<head><script src='/hook.js'></script>", 1)
        (tmp_path / "site" / f"kept-{number}.html").write_text(kept, encoding="utf-8")
    names = [f"{kind}-{number}.html" for kind in ("open", "kept") for number in range(len(vectors))]

    loaded, ran = browser.run(tmp_path / "site", names, tmp_path / "profile")

    assert loaded == len(names)
    assert {one for one in ran if "kept" in one} == set()
    assert {one for one in ran if "open" in one} == {f"/open-{number}.html" for number in range(len(vectors))}
