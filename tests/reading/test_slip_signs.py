"""A text without signs of slips holds none: the quick look and the close one find the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading.body_slips import find_body_slips, look_closely, without_blocks
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.slip_signs import EVERY, signs_of


@pytest.mark.parametrize(
    "text",
    [
        "We meet at **seven**, in *the hall*. Bring **tea and cake**, and a #friend.",
        "**When:** Tuesday\n**Where:** the hall\n\nWrite to [us](https://www.example.org/contact?a=b#c) `code`.",
        "See [the meeting](../meetings/2026-12-03-spring.md) and [the leaflet](documents/leaflet.pdf).",
        "# Title\n\n- one\n- two\n\n1. one\n2. two\n\n*taha* begins a line,\nand another.",
        "| a | b |\n| --- | :-: |\n| 1 | 2 |\n| 3 |  |",
    ],
)
def test_markdown_that_is_used_well_has_no_signs(text: str) -> None:
    assert not any(signs_of(text))
    assert find_body_slips(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("![a](https://example.org/a.png)", "links"),
        ("[a] (https://example.org)", "links"),
        ("(a)[https://example.org](https://example.org)", "links"),
        ("[a `b](https://example.org) `", "links"),
        ("a] b", "links"),
        ("[[a](https://example.org/y)](https://example.org/y)", "links"),
        ("** a **", "stars"),
        ("**Note:** text **bold**", "stars"),
        ("***a***", "stars"),
        ("words\n##Title", "lines"),
        ("-a\n-b", "lines"),
        ("| a | b |\n| 1 | 2 |", "tables"),
        ("| a | b |\n|---|:-:-|\n| 1 | 2 |", "tables"),
        ("| a | b |\n|---|---|\n| `1 | 2` |", "tables"),
        ("a <b>", "html"),
        ("{{ a }}", "other"),
    ],
)
def test_what_can_be_a_slip_has_its_sign(text: str, kind: str) -> None:
    signs = signs_of(text)
    assert [name for name, there in zip(signs._fields, signs, strict=True) if there] == [kind]


_PIECES = r"""
** * ` `` ``` ~~~ [ ]( ) ] ! [a](https://example.org/y) [b](../news/x.md) (a)[https://example.org]
[https://a.org](https://b.org) ![c](https://example.org/i.png)
![](images/a.png) https://example.org www.example.org mailto:a@example.org
word Note: **bold**
| - -x *x* 1. 1.x • – # ## ##x < <br> <!-- --> { {{ {% \ _ é “ [l`x`](https://example.org) <img
"""
PIECES = (
    *_PIECES.split(),
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "** ",
    " **",
    "**Note:** ",
    "] (",
    "| a | b |\n",
    "|---|---|\n",
    "- ",
    "## ",
)
WORDS = (
    "#tag some words",
    "your text here",
    "Lorem ipsum dolor",
    "[[todo ]]",
    "| `a | b` | c |\n",
    "[x](https://example.org ",
)


@settings(max_examples=800, deadline=None)
@given(st.lists(st.sampled_from(PIECES + WORDS), max_size=14).map("".join))
def test_whatever_is_written_both_looks_find_the_same(text: str) -> None:
    shown = without_blocks(text) if "```" in text or "~~~" in text else text
    assert find_body_slips(text) == look_closely(text, shown, EVERY)


@pytest.mark.parametrize(
    "text",
    [
        "**Note:** text **bold**",
        "**When:** Monday **Where:** the hall, **bring:** cake.",
        "**Two\nlines** and **one**, and **a *b* c** d.",
        "(**a**) and **b**, **c**!",
    ],
)
def test_a_space_between_two_pairs_of_stars_is_well(text: str) -> None:
    assert "*" not in markdown_to_html(text)
    assert find_body_slips(text) == []


def test_stars_that_are_printed_are_told_between_those_that_are_not() -> None:
    found = find_body_slips("**Note:** a ** b ** c **d** ** e **.\n\n**f ** g\n")

    assert [one.fault.help for one in found] == ["Write: **b**", "Write: **e**", "Write: **f**"]


STARRED = ("**", "**", " ", "word", "Note:", ".", "(", "é", "\n", "\n\n", "*")


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(STARRED), max_size=16).map("".join))
def test_nothing_is_said_of_stars_where_none_are_printed(text: str) -> None:
    if "*" not in markdown_to_html(f"x {text}"):
        assert [one.fault.code for one in find_body_slips(f"x {text}") if one.fault.code == "spaced-stars"] == []
