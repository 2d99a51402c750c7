"""What is left of a writer's HTML, and what is not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.sanitiser import sanitise

OUTSIDE = ' rel="noopener nofollow ugc"'


def on_site(address: str) -> str | None:
    """A group's folder with an image and a document in it."""
    known = {
        "images/march.jpg": "/groups/riverside/images/march-1.webp",
        "documents/a%20b.pdf": "/groups/riverside/a.pdf",
    }
    return address if address.startswith("/groups/riverside/") else known.get(address)


def clean(html: str) -> str:
    return sanitise(html, on_site).text


@pytest.mark.parametrize(
    "written",
    [
        "# Title\n\nA *word*, a **strong** one, ~~gone~~, `code`.\n\n> quoted\n\n1. a\n2. b\n\n---\n\n```text\nx\n```",
        "| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] not yet",
        "Note.[^1]\n\n[^1]: There.",
        "> [!WARNING]\n> Careful.",
        "<details open><summary>More</summary>H<sub>2</sub>O <abbr title='x'>y</abbr></details>",
        "![march](images/march.jpg) [outside ![pic](https://example.org/p.png)](https://example.org) [x](#y)\n\n# Y",
    ],
)
def test_sanitising_twice_gives_what_sanitising_once_gives(written: str) -> None:
    once = clean(markdown_to_html(written))

    assert clean(once) == once


_PIECES = """
< > " ' & &lt; &quot; &nbsp; &#x202e; &#1; javascript: # // \\ / https://example.org/ http: mailto: data: %00 %E2%80%AE
x é 日 [a]( ![a]( ) [^1] ` # </a> </p> <h1> <!-- --> <svg> <math> <style> <script> <![CDATA[ ]]> <table> <tr><td>
<noscript> <template> <select> onerror= <blockquote> </blockquote> id="z" user-content- alt=" class="language-
"""
_OPEN = ('<a href="', '<a name="q">', '<img src="', '<p title="', '<div class="alert ', '<input type="checkbox"')
_BLOCKS = ("> [!NOTE]\n> ", "|a|b|\n|-|-|\n|1|2|\n", "- [x] ", "<details open>", "java\nscript:")
PIECES = (*_PIECES.split(), *_OPEN, *_BLOCKS, " ", "\n", "\n\n", "\t", "\x00")
"""What attacks are made of: every piece is the beginning of something."""


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_is_written_the_result_is_clean_and_rests(written: str) -> None:
    once = clean(markdown_to_html(written))

    tag = r'</?[a-z][a-z0-9]*(?: [a-z-]+="[^"<>]*")*>'
    assert not set("<>") & set(re.sub(tag, "", once))
    attributes = [pair for found in re.findall(tag, once) for pair in re.findall(r' ([a-z-]+)="([^"]*)"', found)]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "style"]
    assert all(
        re.match(r"https?://|mailto:|tel:|/(?!/)|#", value) for name, value in attributes if name in ("href", "src")
    )
    assert sanitise(once, lambda address: address).text == once


def test_what_markdown_makes_comes_through_whole() -> None:
    html = markdown_to_html(
        "## When\n\nA *word* in **time**, ~~x~~ `y`.\n\n> quoted\n\n3. a\n4. b\n\n| a |\n|:-:|\n| 1 |"
    )

    assert clean(html) == html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href="\x01javascript:alert(1)">x</a>',
        '<a href="&#x202e;javascript:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        '<a href="vbscript:x">x</a>',
        '<iframe src="https://example.org"></iframe>',
        '<object data="x"></object><embed src="x">',
        "<style>*{display:none}</style>",
        '<p style="position:fixed">x</p>',
        '<form action="/x"><input name="q"><button>go</button></form>',
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<base href="https://example.org"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="x">',
        '<div onclick="alert(1)" class="site-head skip">x</div>',
        '<video src="https://example.org/v"></video><audio src="x"></audio>',
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        '<p title="<img src=x onerror=alert(1)>">x</p>',
        '<code class="language-x&quot; onclick=alert(1) x=&quot;">x</code>',
    ],
)
def test_nothing_that_acts_survives(attack: str) -> None:
    result = clean(attack)

    tags = re.findall(r"<[^<>]*>", result)
    assert all(
        re.fullmatch(r'</?(?:p|a|div|code|span|table|img)(?: (?:title="[^"]*"|rel="[^"]*"))*>', tag) for tag in tags
    ), tags
    assert not re.search(
        r"\son\w+=|javascript:|vbscript:|data:", " ".join(tags).replace("&lt;img src=x onerror=alert(1)&gt;", "")
    )


def test_a_bracket_stands_for_nothing_but_a_tag() -> None:
    assert clean('<p title="a < b > c">1 < 2 > 1</p>') == '<p title="a &lt; b &gt; c">1 &lt; 2 &gt; 1</p>'


def test_links_to_elsewhere_say_so() -> None:
    assert clean('<a href="https://example.org/?a=1&b=2">x</a>') == (
        f'<a href="https://example.org/?a=1&amp;b=2"{OUTSIDE}>x</a>'
    )
    assert clean('<a href="mailto:hello@example.org" title="t">x</a>') == (
        '<a href="mailto:hello@example.org" title="t">x</a>'
    )


@pytest.mark.parametrize("address", ["//example.org/x", "\\\\example.org/x", "/\\example.org/x"])
def test_an_address_without_a_scheme_that_leaves_the_site_is_outside(address: str) -> None:
    assert clean(f'<a href="{address}">x</a>') == f'<a href="https://example.org/x"{OUTSIDE}>x</a>'


def test_links_into_the_folder_are_resolved_and_others_keep_their_text() -> None:
    assert clean('<a href="documents/a%20b.pdf">Agenda</a>') == '<a href="/groups/riverside/a.pdf">Agenda</a>'
    assert clean('<a href="../../secret">Agenda</a>') == "<a>Agenda</a>"
    assert clean('<a href="http:foo">x</a>') == "<a>x</a>"


def test_a_picture_from_elsewhere_becomes_a_link_to_it() -> None:
    assert clean('<p><img src="https://example.org/a%20b.png" alt="Our march"></p>') == (
        f'<p><a href="https://example.org/a%20b.png"{OUTSIDE}>Our march</a></p>'
    )
    assert ">a b.png</a>" in clean('<img src="https://example.org/a%20b.png">')
    assert ">example.org</a>" in clean('<img src="https://example.org/">')
    assert ">ab</a>" in clean('<img src="https://example.org/a%E2%80%AEb%00">')


def test_a_picture_from_elsewhere_inside_a_link_leaves_its_words_to_that_link() -> None:
    assert clean(
        '<a href="https://example.org"><img src="https://example.org/b.svg" alt="Badge"></a> <img src="//x/y" alt="z">'
    ) == (f'<a href="https://example.org"{OUTSIDE}>Badge</a> <a href="https://x/y"{OUTSIDE}>z</a>')


def test_a_picture_of_the_folder_is_shown_with_its_size() -> None:
    html = sanitise(
        '<img src="images/march.jpg" alt="M">', on_site, {"/groups/riverside/images/march-1.webp": (800, 600)}
    )

    assert html.text == (
        '<img src="/groups/riverside/images/march-1.webp" alt="M" width="800" height="600" '
        'loading="lazy" decoding="async">'
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('width="200"', 'width="200" height="150"'),
        ('height="300"', 'width="400" height="300"'),
        ('width="50" height="60"', 'width="50" height="60"'),
        ('width="50%" height="-3"', 'width="800" height="600"'),
        ('align="right" width="1"', 'align="right" width="1" height="1"'),
        ('align="justify" border="5" hspace="3"', 'width="800" height="600"'),
    ],
)
def test_a_picture_is_as_large_as_the_writer_says(written: str, shown: str) -> None:
    sizes = {"/groups/riverside/images/march-1.webp": (800, 600)}
    once = sanitise(f'<img src="images/march.jpg" alt="M" {written}>', on_site, sizes).text

    assert f'alt="M" {shown} loading="lazy"' in once
    assert sanitise(once, on_site, sizes).text == once


def test_a_picture_that_is_not_there_leaves_its_words() -> None:
    assert clean('<p>See <img src="images/none.jpg" alt="the <hall>">.</p>') == "<p>See the &lt;hall&gt;.</p>"
    assert clean('<img src="data:image/png;base64,AAAA" alt="dot">') == "dot"
    assert clean('<img src="mailto:a@example.org" alt="dot">') == "dot"
    assert clean("<p>x<img>y</p>") == "<p>xy</p>"


def test_ids_are_the_writers_own_and_links_in_the_page_follow() -> None:
    assert clean('<h2 id="when">W</h2><a href="#when">x</a><a name="old">y</a>') == (
        '<h2 id="user-content-when">W</h2><a href="#user-content-when">x</a><a id="user-content-old">y</a>'
    )
    assert clean('<a href="#top">up</a>') == '<a href="#top">up</a>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("123", "234"),
        ("23", "23"),
        ("34", "23"),
        ("6", "2"),
        ("126", "234"),
        ("32", "22"),
        ("1351", "2342"),
        ("2424", "2323"),
        ("123456", "234566"),
    ],
)
def test_headings_go_down_from_the_pages_own_and_leave_no_level_out(written: str, shown: str) -> None:
    html = "".join(f"<h{level}>x</h{level}>" for level in written)

    assert clean(html) == "".join(f"<h{level}>x</h{level}>" for level in shown)
    assert clean(clean(html)) == clean(html)


def test_only_tick_boxes_that_cannot_be_ticked_are_left() -> None:
    assert clean('<input type="checkbox" checked name="x">') == (
        '<input type="checkbox" checked="" disabled="" aria-label="Done">'
    )
    assert clean('<input type="CHECKBOX">') == '<input type="checkbox" disabled="" aria-label="To do">'
    assert clean('<p><input><input type="text" value="x"></p>') == "<p></p>"


def test_classes_are_those_of_our_own_boxes_and_languages() -> None:
    assert clean('<div class="alert alert-note menu">x</div>') == '<div class="alert alert-note">x</div>'
    assert clean('<code class="language-c++">x</code><code class="menu">y</code>') == (
        '<code class="language-c++">x</code><code>y</code>'
    )
    assert clean(
        '<a class="button" href="/groups/riverside/">x</a><p class="menu">say <code>&lt;a class=""&gt;</code>'
    ) == ('<a href="/groups/riverside/">x</a><p>say <code>&lt;a class=""&gt;</code></p>')


def test_characters_that_deceive_or_break_readers_are_gone() -> None:
    assert clean("<p>a\u202eb\u2066c\x07d\x9fe\ufefff&#x202e;&#7;g\ufffe</p>") == "<p>abcdefg</p>"
    assert clean("<p>שלום\u200f 🏴󠁧󠁢󠁷󠁬󠁳󠁿</p>") == "<p>שלום\u200f 🏴󠁧󠁢󠁷󠁬󠁳󠁿</p>"


def test_comments_vanish() -> None:
    assert (
        clean(markdown_to_html("Before.\n\n<!-- a note to ourselves -->\n\nAfter."))
        == "<p>Before.</p>\n\n<p>After.</p>\n"
    )


def test_what_the_resolver_raises_is_not_swallowed() -> None:
    def fails(address: str) -> str | None:
        raise RuntimeError(address)

    with pytest.raises(RuntimeError, match="other"):
        sanitise('<a href="other">x</a>', fails)
