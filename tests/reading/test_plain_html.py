"""What Markdown alone made is published as the cleaner would write it, without the cleaner having been asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.plain_html import as_cleaned
from localgroups.reading.sanitiser import sanitise
from reading.examples import commonmark, gfm

UNTYPED = [one.written for one in (*gfm(), *commonmark()) if "<" not in one.written]
"""Examples in which no tag is typed."""


def unresolved(address: str) -> str:
    return address


def differs(written: str) -> bool:
    html = markdown_to_html(written)
    return sanitise(html, unresolved, has_typed_tags=False) != sanitise(html, unresolved)


@pytest.mark.parametrize(
    "written",
    [
        'Some *words*, **strong** & "quoted", ~~gone~~, `code`.\n\n> quoted\n\n3. a\n4. b\n\n---\n\nline  \nbreak',
        "## A\n\n- [a](https://www.example.org/a-b/?c=d&e=f#g), [b](../news/b.md)\n- [c](mailto:c@example.org)",
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n\n```text\n  x\n```\n\n    indented",
        "[a](https-a.md) [b](http://example.org/b?c=d&e) [a](https://example.org)\n\n# D\n\n[c](https://example.org)",
        "# A\n\n### B\n\n[a](https-a.md) [a](https://example.org)[b](https://example.org)",
        "![Two signs](../images/signs.jpg) and ![three](https://example.org/three.png), here\u00a0: café",
    ],
)
def test_plain_markdown_needs_no_cleaner(written: str) -> None:
    assert as_cleaned(markdown_to_html(written)) is not None
    assert not differs(written)


@pytest.mark.parametrize(
    "written",
    [
        "[a](javascript:alert(1))",
        "[a](https://example.org:99999/)",
        "[a](https://1.2.3.999/)",
        "[a](https://xn--a.example.org/)",
        "[a](HTTPS://EXAMPLE.ORG)",
        "[a](data:text/html,x)",
        '[a](https://example.org "a title")',
        "a&#13;b",
        "[^1]\n\n[^1]: note",
        "- [x] done",
        "> [!NOTE]\n> Mind the step.",
        "[x](#a)\n\n# A",
        '``` a"b\nx\n```',
        # A slip of the parser's: a link inside a link.
        "[![x](i.png)](https://example.org)[[![x](i.png)](https://example.org)**** [^1]: note\n\\[x](//example.org)",
    ],
)
def test_what_can_be_read_in_two_ways_is_left_to_the_cleaner(written: str) -> None:
    assert as_cleaned(markdown_to_html(written)) is None
    assert not differs(written)


@pytest.mark.parametrize(
    "html",
    [
        "<script>",
        "<p onclick=x>",
        "<p\n>",
        "<",
        "<p",
        "<x>",
        "<!-- -->",
        "</p >",
        '<a href="https://a.org" onclick="x">',
    ],
)
def test_no_other_tag_passes_whatever_the_parser_does(html: str) -> None:
    assert as_cleaned(f"<p>words</p>\n{html}") is None


def test_the_examples_of_the_specifications_are_published_alike() -> None:
    assert len(UNTYPED) > 900
    assert [written for written in UNTYPED if differs(written)] == []


_PIECES = r"""
** * ` _ __ ~~ [ ]( ) [a](https://example.org/y) [b](../news/x.md) [c](//example.org) [d](a:b) ![e](i.png)
![f "g" *h*](i.png) https://example.org www.example.org a@example.org & &amp; &lt; &quot; &nbsp; &#13; &#1; &#x202e;
" ' > \ [^1] [r] | é word
"""
PIECES = (
    *_PIECES.split(),
    " ",
    "\n",
    "\n\n",
    "\t",
    "    ",
    "\u00a0",
    "\f",
    "\ufeff",
    "[^1]: note\n",
    "[r]: https://example.org 't'\n",
)
BLOCKS = (
    "> ",
    "- ",
    "- [x] ",
    "1. ",
    "7. ",
    "# ",
    "---\n",
    "```\n",
    "~~~ js\n",
    "| a | b |\n|---|:-:|\n",
    "| `c | d` | e |\n",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES + BLOCKS), max_size=20).map("".join))
def test_whatever_is_written_without_a_tag_is_published_alike(written: str) -> None:
    assert not differs(written)
