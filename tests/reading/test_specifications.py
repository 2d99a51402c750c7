"""What GitHub's Preview tab shows is what the site shows: every example of GitHub's specification, and of CommonMark's.

GitHub has all its extensions on, always. The specification's core examples were written without them, so those that
hold a bare address or a tag that GitHub prints as text are shown otherwise there; each of these is named here with
what GitHub makes of it. All others are equal to the specification's own HTML, before the sanitiser and after it.
"""

import re

import pytest
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

from localgroups.reading.markdown import EXTENSIONS, markdown_to_html
from localgroups.reading.sanitiser import sanitise
from reading.examples import Example, commonmark, gfm
from reading.html_shape import shape

_PRINTED = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))", re.IGNORECASE
)
"""GFM, 6.11, Disallowed Raw HTML: the first sign of nine tags is printed, so that the rest is text."""

GFM_WITH_AUTOLINKS = {
    610: '<p>&lt;<a href="http://foo.bar/baz">http://foo.bar/baz</a> bim&gt;</p>',
    614: '<p>&lt;<a href="mailto:foo+@bar.example.com">foo+@bar.example.com</a>&gt;</p>',
    616: '<p>&lt; <a href="http://foo.bar">http://foo.bar</a> &gt;</p>',
    619: '<p><a href="http://example.com">http://example.com</a></p>',
    620: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>',
}
"""Core examples that show what CommonMark makes no link of; GFM, 6.9, Autolinks (extension), makes one."""

COMMONMARK_WITH_AUTOLINKS = {
    602: '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>',
    606: GFM_WITH_AUTOLINKS[614],
    608: '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>',
    611: '<p><a href="https://example.com">https://example.com</a></p>',
    612: GFM_WITH_AUTOLINKS[620],
}
"""The same in CommonMark's counting."""

COMMONMARK_WITH_PLAIN_STRONG = {
    389: "<p><strong>foo, bar, baz</strong></p>",
    417: "<p>foo<strong>bar</strong>***baz</p>",
    425: "<p><strong>foo bar baz</strong></p>",
    426: "<p><strong>foo bar</strong></p>",
    427: "<p><strong>foo bar</strong></p>",
    464: "<p><strong>foo</strong></p>",
    465: "<p><strong>foo</strong></p>",
    466: "<p><strong>foo</strong></p>",
    468: "<p><em><strong>foo</strong></em></p>",
}
"""What is strong already does not become stronger: in GitHub's specification the same examples say so."""

COMMONMARK_OTHERWISE_ON_GITHUB = {
    # A number that is no character's: GitHub shows the sign for an unknown one at eight digits, too.
    28: "<p>&amp;nbsp &amp;x; &amp;#; &amp;#x;\n\ufffd\n&amp;#abcdef0;\n&amp;ThisIsNotDefined; &amp;hi?;</p>",
    # Signs of money count as punctuation since CommonMark 0.31; on GitHub the dollar alone does.
    354: "<p>*$*alpha.</p><p><em>£</em>bravo.</p><p><em>€</em>charlie.</p>",
}

ON_GITHUB = {
    **{("GFM", number): html for number, html in GFM_WITH_AUTOLINKS.items()},
    **{
        ("CommonMark", number): html
        for table in (COMMONMARK_WITH_AUTOLINKS, COMMONMARK_WITH_PLAIN_STRONG, COMMONMARK_OTHERWISE_ON_GITHUB)
        for number, html in table.items()
    },
}

EVERY = [*(("GFM", one) for one in gfm()), *(("CommonMark", one) for one in commonmark())]


def shown_on_github(of: str, example: Example) -> str:
    """The HTML of an example with all of GitHub's extensions on."""
    return _PRINTED.sub("&lt;", ON_GITHUB.get((of, example.number), example.shown))


def published(html: str) -> list[str]:
    """The shape of what the sanitiser leaves, every address let through."""
    return shape(sanitise(html, lambda address: address).text)


def test_both_specifications_are_there_whole() -> None:
    assert [len(gfm()), len(commonmark())] == [672, 652]
    assert {name for one in gfm() for name in one.asks} == {
        "table",
        "strikethrough",
        "autolink",
        "tagfilter",
        "disabled",
    }
    assert gfm()[-1].written == commonmark()[-1].written == "Multiple     spaces\n"


def test_what_github_makes_of_an_example_is_what_markdown_becomes() -> None:
    assert [
        f"{of} {one}" for of, one in EVERY if shape(markdown_to_html(one.written)) != shape(shown_on_github(of, one))
    ] == []


def test_what_github_makes_of_an_example_is_what_is_published() -> None:
    assert [
        f"{of} {one}"
        for of, one in EVERY
        if published(markdown_to_html(one.written)) != published(shown_on_github(of, one))
    ] == []


def test_no_example_is_excused_that_need_not_be() -> None:
    other = {
        (of, one.number) for of, one in EVERY if shape(one.shown) != shape(ON_GITHUB.get((of, one.number), one.shown))
    }
    printed = [(of, one.number) for of, one in EVERY if _PRINTED.search(one.shown)]

    assert other == ON_GITHUB.keys()
    assert printed == [
        *(("GFM", number) for number in (140, 141, 142, 145, 147)),
        *(("CommonMark", number) for number in (170, 171, 172, 173, 176, 178)),
    ]


def test_with_the_extensions_alone_that_an_example_asks_for_it_is_githubs_specification_to_the_letter() -> None:
    assert [
        str(one) for one in gfm() if shape(_with_extensions(one.written, extensions_of(one))) != shape(one.shown)
    ] == []


def extensions_of(example: Example) -> list[str]:
    """What an example asks for; GitHub's own runner leaves out the task lists, which ask for `disabled`."""
    return sorted({"disabled": "tasklist"}.get(name, name) for name in example.asks)


def _with_extensions(text: str, extensions: list[str]) -> str:
    html = markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE, extensions=extensions)
    assert isinstance(html, str)
    return html


def test_every_extension_of_the_specification_is_on() -> None:
    assert {name for one in gfm() for name in extensions_of(one)} <= set(EXTENSIONS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<p a="1" b="2">x</p>', "<p b='2' a='1'>x</p>"),
        ("<p>a &quot;b&quot; &copy;</p>\n\n", '<p>a "b" ©</p>'),
        ("<ul>\n<li>a</li>\n</ul>", "<ul><li>a</li></ul>"),
        ("a<br />\nb<hr/>", "a<br>b<hr>"),
        ("<p>a\n  b</p>", "<p>a b</p>"),
    ],
)
def test_layout_makes_no_difference_to_a_shape(one: str, other: str) -> None:
    assert shape(one) == shape(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a</p>", "<p>b</p>"),
        ("<p>a</p>", "<div>a</div>"),
        ("<p>ab</p>", "<p>a b</p>"),
        ("<em>a</em> b", "<em>a</em>b"),
        ("<em>a </em>b", "<em>a</em> b"),
        ("<pre>a\n b</pre>", "<pre>a b</pre>"),
        ('<a href="/x">a</a>', '<a href="/y">a</a>'),
        ('<a href="/x">a</a>', "<a>a</a>"),
        ("<p>&lt;b&gt;</p>", "<p><b></p>"),
        ("<p>a\xa0b</p>", "<p>a b</p>"),
        ("<strong><strong>a</strong></strong>", "<strong>a</strong>"),
        ("<p>a</p><!-- b -->", "<p>a</p>"),
    ],
)
def test_everything_else_does(one: str, other: str) -> None:
    assert shape(one) != shape(other)
