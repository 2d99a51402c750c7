"""Fields in their usual form give the same nodes, read at a glance, that the YAML library gives."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading.faults import FileFaults
from localgroups.reading.front_matter import split
from localgroups.reading.located_yaml import parse_fields
from localgroups.reading.nodes import Mapping, Sequence
from localgroups.reading.usual_fields import read_usual_fields

TESTS = Path(__file__).resolve().parent.parent
SUITE: list[str] = [
    text for _, _, text in json.loads((TESTS / "cases/yaml_suite/cases.json").read_text(encoding="utf-8"))
]

USUAL = """title: "Winter: a meeting, at last"
starts: 2027-01-12 13:00
where: {name: "Town house, upstairs", town: Riverside, latitude: 57.477, longitude: -4.224}
access: [step-free, "hearing loop", £5]
online: https://meet.example.org/a?b=c#d
summary: Tea & cake – for all (children's corner); it's at 7
links: [{label: Mastodon, url: "https://social.example.org/@riverside"}, {label: Films, url: https://example.org/}]
since: '2018-03'
x-note: été 👋
place:
  name: The Old Library
  town: Riverside
contact:
    email: riverside@example.org
feeds:
- label: Bulletin
  url: https://bulletin.example.org/feed.xml
- {label: Films, url: https://video.example.org/}
maintainers:
  - "@example-riverside"
  - riverside
"""
LIST = """- title: Walk
  starts: 2027-01-12 13:00
  changes:
  - date: 2027-02-09
    where:
      town: Riverside
  access: [step-free]
- title: Film
  starts: 2027-01-14 19:00
"""


def is_alike(text: str) -> bool:
    """Whether both give the same; what is not of the usual form is left to the library."""
    faults = FileFaults("groups/riverside/news/one.md")
    usual = read_usual_fields(text, 2)
    return usual is None or (usual == parse_fields(text, 2, faults) and faults.found == [])


def test_what_most_people_write_is_read_at_a_glance() -> None:
    node = read_usual_fields(USUAL, 2)
    assert node == parse_fields(USUAL, 2, FileFaults(""))
    assert isinstance(node, Mapping)
    assert len(node.entries) == 13


def test_a_list_of_meetings_is_read_at_a_glance() -> None:
    node = read_usual_fields(LIST, 1)
    assert node == parse_fields(LIST, 1, FileFaults(""))
    assert isinstance(node, Sequence)
    assert len(node.items) == 2


@pytest.mark.parametrize(
    "text",
    [
        "title: a: b\n",
        "title: Room #5 #6\n",
        "title: 'it''s'\n",
        "links: [{label: a, url: b}\n",
        "links: [{label: a}, ]\n",
        "links: [{label: a}] b\n",
        "links: [{label: a, label: b}]\n",
        "links: []\n",
        "links: [label: a]\n",
        'title: "a \\u202e"\n',
        "title: “curly”\n",
        "title: a \n",
        "title:\u00a0a\n",
        "title: a\u2003\n",
        "title: [a, b\n",
        "title: [a,, b]\n",
        "title: {a: b: c}\n",
        "title: {a}\n",
        "title: x\ntitle: y\n",
        "where: {name: x, name: y}\n",
        "title:\n",
        "title: a\n  b\n",
        "title: a\n\ndate: b\n",
        "title: |\n",
        "title: &a b\n",
        "title: - b\n",
        "- title\n  b\n",
        "- - b\n",
        "-\n  title: b\n",
        "- Title: b\n",
        "  title: b\n",
        "title: a\n  - b\n",
        "title: a\n  date: b\n",
        "title:\n  a\n",
        "title:\n  date: a\n b: c\n",
        "title:\ndate: a\n",
        "- title: a\n  - b\n",
        "- title:\n- date: a\n",
        "where:\n  name: x\n  name: y\n",
        "\ttitle: b\n",
        "Title: b\n",
        "title: a\n# remark\n",
        "title: a",
        "",
        "\n",
        f"x-a: {'[' * 30}a{']' * 30}\n",
        f"x-a: {'{a: ' * 30}a{'}' * 30}\n",
    ],
)
def test_every_other_form_is_left_to_the_library(text: str) -> None:
    assert read_usual_fields(text, 2) is None


def test_the_files_of_all_examples_are_read_alike() -> None:
    files = (*TESTS.rglob("*.md"), *TESTS.rglob("*.yaml"), *TESTS.parent.glob("groups/**/*.md"))
    texts = [one.read_text(encoding="utf-8", errors="replace") for one in files]
    parts = [split(text, FileFaults("")) for text in texts if text.strip()]
    fields = [one.fields for one in parts if one]
    assert sum(read_usual_fields(one, 2) is not None for one in fields) > 20
    assert [one for one in (*fields, *texts, *SUITE) if not is_alike(one)] == []


VALUES = st.lists(
    st.sampled_from(
        [
            *(
                "word",
                "Two words",
                " ",
                "  ",
                "\t",
                "#",
                " #",
                ":",
                ": ",
                ",",
                "-",
                "?",
                "!",
                "&",
                "*",
                "|",
                ">",
                "%",
                "@",
                "`",
            ),
            *(
                '"',
                '"q w"',
                "'",
                "\\",
                "[a, b]",
                "[a,b]",
                '["a, b", c]',
                '{name: x, town: "y z"}',
                "{a: -4.2, b: 18:30}",
                "[{a: x, b: https://a.example.org/@b}, {a: 'y', b: \"z\"}]",
                "[{a: x, a: y}]",
                "{a: [x, y], b: {c: z}}",
                "[{",
                "}]",
                "}, {",
                "'q w'",
            ),
            *("{a: x, a: y}", "[", "]", "{", "}", "é", "“", "–", "£5", "(x)", "...", "/", "+1", "~", "=", "19:30", "٣"),
            *("\u00a0", "\u2003", "\ufeff", "\x85", "\u2028", "\x7f", "https://example.org/#a", "\n ", "2026-01-01"),
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("title", "where", "x-n", "starts_at")), VALUES), min_size=1, max_size=3))
def test_whatever_is_written_is_read_alike(fields: list[tuple[str, str]]) -> None:
    assert is_alike("".join(f"{name}: {value}\n" for name, value in fields))


BEGINNINGS = st.sampled_from(
    ("", "", " ", "  ", "  ", "    ", "      ", "- ", "- ", "  - ", "    - ", "-", "- - ", "-  ")
)
WHOLE = st.sampled_from(
    ("", "", "title:", "where:", "title: a", "where: b c", "x-n: 'a'", "word", "2027-01-12", "x-n: [a, {b: c}]")
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.tuples(BEGINNINGS, WHOLE), min_size=1, max_size=7))
def test_however_lines_stand_under_one_another_they_are_read_alike(lines: list[tuple[str, str]]) -> None:
    assert is_alike("".join(f"{beginning}{rest}\n" for beginning, rest in lines))
