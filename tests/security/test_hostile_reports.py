"""What strangers wrote, quoted in messages: it moves no cursor, gives a Git host no commands, and paints no page."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from security.hostile import lines_of, markup, quoted
from whole.nations import Nation

ANNOTATION = re.compile(
    r"::(?:error|warning) file=[^:,]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z-]+::[^\r\n]+"
)
GROUP_KEYS = ("region", "kind", "status", "since", "language", "timezone", "latitude", "nmae")
MEETING_KEYS = ("starts", "ends", "duration", "type", "status", "repeats", "until", "except", "campaign", "book", "id")
NAMES = (
    "a::set-output name=x::y.md", "%0A::error::x.md", "a\n::error::taken.md", "a\r\n::stop::x.md", "a,line=1.md",
    "\x1b[2J.md", "\x1b]8;;https://example.org\x07x.md", "\x9b2J.md", "a\u202edm.exe.md", "a|b|c.md", "`touch x`.md",
    "![x](https:␣␣example.org␣x.png).md", "<img src=x onerror=alert(1)>.md", "$(touch x).md", "=1+1.md", "\u2028x.md",
    "\u0085x.md", "\x07.md", "\x08\x08\x08.md", "--help.md", "-.md", "~.md", "*.md", "?.md", "a;b.md", "a&b.md",
)  # fmt: skip


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    """Every hostile word in every field that refuses it, with its words quoted; and files of hostile names."""
    nation = Nation(tmp_path_factory.mktemp("reports") / "nation")
    words = [*lines_of("values.txt"), *lines_of("addresses.txt"), *lines_of("repeats.txt"), *markup()]
    for number, word in enumerate(words):
        slug, value = f"says-{number}", quoted(word[:150])
        key = GROUP_KEYS[number % len(GROUP_KEYS)]
        region = "" if key == "region" else "region: north\n"
        nation.write(f"groups/{slug}/group.yaml", f"name: Says {number}\n{region}{key}: {value}\n{value}: x\n")
        for step in range(3):
            key = MEETING_KEYS[(number + step) % len(MEETING_KEYS)]
            starts = "" if key == "starts" else "starts: 2026-12-01 19:00\n"
            nation.meeting(slug, f"m-{step}", f"title: A\n{starts}{key}: {value}")
        nation.write(f"groups/{slug}/news/2026-11-01-raw.md", f"---\n{word}\n---\n\n[x]({word}) ![]({word})\n")
    for name in NAMES:
        nation.write(f"groups/says-0/news/{name}", "---\ntitel: x\n---\n")
        nation.write(f"groups/{name.removesuffix('.md')}/group.yaml", "name: x\n")
    return nation


def cannot_be_seen(text: str) -> set[str]:
    return {sign for sign in text if not (sign.isprintable() or sign == "\n")}


def test_a_terminal_is_sent_letters_alone(nation: Nation) -> None:
    assert nation.check() == 1

    assert cannot_be_seen(nation.printed) == set()
    assert len(nation.printed.splitlines()) > 2_000


def test_a_git_host_gets_one_command_a_fault_and_none_from_a_writer(nation: Nation) -> None:
    nation.check("--format", "github")

    *told, more, last = nation.printed.splitlines()
    assert [one for one in told if not ANNOTATION.fullmatch(one)] == []
    assert more.startswith("The page of the run shows")
    assert last.startswith("Checked ")
    assert cannot_be_seen(nation.printed) == set()


class _Tags(HTMLParser):
    """Names of elements, and cells of each row."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.rows: list[int] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        # An e-mail address becomes one wherever it stands, and leads where it says.
        if tag != "a" or not (dict(attributes)["href"] or "").startswith(("mailto:", "xmpp:")):
            self.tags.add(tag)
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1


@pytest.fixture
def summary(nation: Nation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    monkeypatch.setattr("localgroups.cli.checking.SUMMARY_BYTES", 10_000_000)
    nation.check("--format", "github")
    yield page.read_text(encoding="utf-8")


def test_the_summary_is_a_table_of_plain_words_whatever_is_quoted(summary: str) -> None:
    shown = _Tags()
    shown.feed(cmarkgfm.github_flavored_markdown_to_html(summary, options=Options.CMARK_OPT_UNSAFE))

    assert shown.tags == {"h3", "table", "thead", "tbody", "tr", "th", "td", "code"}
    assert set(shown.rows) == {4}
    assert len(shown.rows) > 1_000
    assert cannot_be_seen(summary) == set()


def test_programs_get_json_that_names_every_place_inside_the_source(nation: Nation) -> None:
    nation.check("--format", "json")

    found = json.loads(nation.printed)["diagnostics"]
    assert len(found) > 1_000
    assert [one["path"] for one in found if not one["path"].startswith(("groups", "content"))] == []
    assert cannot_be_seen("".join(one["message"] + one["help"] for one in found)) == set()
