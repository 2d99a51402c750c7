"""GitHub's dialect, as its Preview tab shows it."""

import resource
import sys

import pytest
from cmarkgfm.cmark import markdown_to_html_with_extensions
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading.markdown import EXTENSIONS, OPTIONS, markdown_to_html, may_hold_bare_addresses


def test_a_list_may_follow_a_paragraph_without_an_empty_line() -> None:
    assert markdown_to_html("Bring:\n- tea\n- cake") == "<p>Bring:</p>\n<ul>\n<li>tea</li>\n<li>cake</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("~~gone~~ and ~gone~", "<p><del>gone</del> and <del>gone</del></p>\n"),
        ("www.example.org", '<p><a href="http://www.example.org">www.example.org</a></p>\n'),
        ("- [x] done", '<ul>\n<li><input type="checkbox" checked="" disabled="" /> done</li>\n</ul>\n'),
        ("snake_case_word", "<p>snake_case_word</p>\n"),
        ("```text\na\n```", '<pre><code class="language-text">a\n</code></pre>\n'),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>\n"),
        ("<kbd>Tab</kbd>", "<p><kbd>Tab</kbd></p>\n"),
        ("", ""),
        ("Hello\x00", "<p>Hello\ufffd</p>\n"),
        ("a &#xfffe; b &#65535; c", "<p>a \ufffd b \ufffd c</p>\n"),
        (":tada: @riverside #12", "<p>:tada: @riverside #12</p>\n"),
        ("$a_1$ and $$b$$", "<p>$a_1$ and $$b$$</p>\n"),
        ("```mermaid\ngraph\n```", '<pre><code class="language-mermaid">graph\n</code></pre>\n'),
    ],
)
def test_what_people_write_is_shown_as_on_github(written: str, shown: str) -> None:
    assert markdown_to_html(written) == shown


def test_tables_keep_the_alignment_of_their_columns() -> None:
    html = markdown_to_html("| a | b |\n|---|--:|\n| 1 | 2 |")

    assert '<th align="right">b</th>' in html
    assert '<td align="right">2</td>' in html


def test_footnotes_link_there_and_back() -> None:
    html = markdown_to_html("A claim.[^1]\n\n[^1]: Its source.")

    assert '<a href="#fn-1" id="fnref-1"' in html
    assert '<li id="fn-1">' in html
    assert 'href="#fnref-1" class="footnote-backref"' in html


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "Tip"])
def test_a_quotation_that_begins_with_a_mark_becomes_a_box(kind: str) -> None:
    html = markdown_to_html(f"> [!{kind}]\n> Bring a *friend*.\n\nAfter.")

    assert html == (
        f'<div class="alert alert-{kind.lower()}">\n<p class="alert-title">{kind.capitalize()}</p>\n'
        "<p>Bring a <em>friend</em>.</p>\n</div>\n<p>After.</p>\n"
    )


def test_the_text_of_a_box_may_begin_after_an_empty_line() -> None:
    assert markdown_to_html("> [!NOTE]\n>\n> Text.") == (
        '<div class="alert alert-note">\n<p class="alert-title">Note</p>\n<p>Text.</p>\n</div>\n'
    )


def test_a_box_holds_lists_and_quotations_and_ends_where_its_own_quotation_ends() -> None:
    html = markdown_to_html("> [!TIP]\n> One.\n>\n> - a\n>\n> > Quoted.\n>\n> Last.\n\nAfter.")

    assert html.endswith("<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<p>Last.</p>\n</div>\n<p>After.</p>\n")


def test_html_of_the_writers_own_ends_no_box_too_early_or_too_late() -> None:
    html = markdown_to_html("> [!NOTE]\n> Text.\n>\n> <BLOCKQUOTE>q</BLOCKQUOTE>\n>\n> Last.\n\nAfter.")

    assert html.endswith("<BLOCKQUOTE>q</BLOCKQUOTE>\n<p>Last.</p>\n</div>\n<p>After.</p>\n")
    assert markdown_to_html("> [!NOTE]\n> `</blockquote>`\n\nAfter.").endswith("</code></p>\n</div>\n<p>After.</p>\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_box_of_a_task_stands_before_its_words_however_the_list_is_spaced(gap: str) -> None:
    html = markdown_to_html(f"- [x] done{gap}- [ ] not yet")

    assert '<input type="checkbox" checked="" disabled="" /> done' in html
    assert '<input type="checkbox" disabled="" /> not yet' in html


@pytest.mark.parametrize(
    "written",
    [
        "> [!NOTE] on the same line",
        "> [!NOTE]",
        "> [!OTHER]\n> Text.",
        "> Text.\n> [!NOTE]",
        "> > [!NOTE]\n> > Text.",
        "- a\n\n  > [!NOTE]\n  > Text.",
    ],
)
def test_other_quotations_stay_quotations(written: str) -> None:
    html = markdown_to_html(written)

    assert "alert" not in html
    assert "<blockquote>" in html


def test_headings_get_ids_only_where_the_text_links_to_them() -> None:
    assert "id=" not in markdown_to_html("## When\n\n## Where")
    assert markdown_to_html("[w](#when)\n\n## When").endswith('<h2 id="when">When</h2>\n')


def test_footnotes_alone_give_headings_no_ids() -> None:
    assert "<h2>When</h2>" in markdown_to_html("## When\n\nText.[^1]\n\n[^1]: Note.")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What's on, & when?", "whats-on--when"),
        ("The *big* `day`", "the-big-day"),
        ("Cyfarfod ŵyl", "cyfarfod-ŵyl"),
        ("हिन्दी", "हिन्दी"),
        ("snake_case - dash", "snake_case---dash"),
        ("½ price, 2² & Ⅳ", "½-price-2²--ⅳ"),
        ("a‿b 🎉 c", "a‿b--c"),
    ],
)
def test_ids_of_headings_are_githubs(title: str, slug: str) -> None:
    assert f'<h2 id="{slug}">' in markdown_to_html(f"[x](#y)\n\n## {title}")


def test_the_second_heading_of_a_name_is_numbered() -> None:
    html = markdown_to_html("[x](#day)\n\n## Day\n\n## Day\n\n## Day")

    assert [f'id="{slug}"' in html for slug in ("day", "day-1", "day-2", "day-3")] == [True, True, True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="a library shows its inner functions on POSIX alone")
def test_memory_is_given_back() -> None:
    text = "A *word* and [a link](https://example.org).\n\n- a\n- b\n\n" * 50
    for _ in range(50):
        markdown_to_html(text)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for _ in range(500):
        markdown_to_html(text)

    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
    assert grown < 20_000_000


def by_the_parser_alone(text: str) -> str:
    """What the parser's own function makes of a text, with all extensions."""
    return str(markdown_to_html_with_extensions(text, OPTIONS, EXTENSIONS))


@pytest.mark.parametrize(
    "text",
    [
        "See [the *page*](https://www2.example.org/a?b=c#d) and **[another](http://example.org)**.",
        "Where: in the yard, `[x](https://example.org)`, [a view](https://example.org/view.jpg)  \nnow",
    ],
)
def test_links_that_are_written_as_such_need_no_search_for_bare_ones(text: str) -> None:
    assert not may_hold_bare_addresses(text)
    assert markdown_to_html(text) == by_the_parser_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "www.example.org",
        "https://example.org",
        "a@example.org",
        "a&#64;example.org",
        "\\[a](https://example.org)",
        "[^1](https://example.org)\n\n[^1]: note",
        "[a [b](https://example.org/b) c](https://example.org/c)",
        "| a |\n|---|\n| [b|c](https://example.org) |",
        "[`a](https://example.org/`)",
        "<https://example.org>",
        "![a view](https://example.org/view.jpg)",
    ],
)
def test_bare_addresses_are_looked_for_where_there_can_be_one(text: str) -> None:
    assert may_hold_bare_addresses(text)
    assert markdown_to_html(text).strip() == by_the_parser_alone(text).strip()


_PIECES = r"""
[a](https://x.org) [b *c](http://w.org/d?e=f) ![i](https://x.org/i.png) [](https://x.org) \[d](https://x.org)
[^1](https://x.org) [ ]( ](https:// ) ( ! \ ` ** * _ ~~ | : : w ww www. :// https:// http: @ & < foo: [^1] [r] [x] - > #
"""
PIECES = (
    *_PIECES.split(),
    " ",
    "  \n",
    "\n",
    "\n\n",
    "    ",
    "[^1]: note\n",
    "[r]: /u 't'\n",
    "| a | b |\n|---|---|\n",
    "- ",
)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join).filter(lambda text: "[x]" not in text))
def test_whatever_is_written_no_bare_address_is_missed(text: str) -> None:
    assert may_hold_bare_addresses(text) or markdown_to_html(text) == by_the_parser_alone(text)
