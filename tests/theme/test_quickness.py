"""What makes pages quick changes nothing about them."""

import shutil
from html import unescape
from pathlib import Path

import pytest

from house.imports import ROOT
from localgroups.model.html import SafeHtml
from localgroups.model.identity import Owner
from localgroups.outputs.templates import Templates, escaped
from localgroups.outputs.theme import TemplateFault, Theme
from whole.nations import Nation

ODD = ("", "plain", "<b>", '"', "'", "a & b", "&amp;", "Ein Gruß", "1 < 2 > 0", "\u202e", "<script>alert('x')</script>")


def theme_of(folder: Path, **templates: str) -> Theme:
    """A theme of these templates; `parts_x` is parts/x.html."""
    (folder / "templates" / "parts").mkdir(parents=True)
    for name, text in templates.items():
        (folder / "templates" / f"{name.replace('_', '/')}.html").write_text(text, encoding="utf-8")
    return Theme(folder)


@pytest.mark.parametrize("text", ODD)
def test_a_text_is_escaped_as_jinja_escapes_it(text: str, tmp_path: Path) -> None:
    printed = theme_of(tmp_path, page="{{ value|e }}|{{ value }}").render("page.html", value=text).decode()
    filtered, _, plain = printed.partition("|")
    assert plain == filtered
    assert unescape(plain) == text
    assert set(plain) & set("<>\"'") == set()


def test_only_safe_html_passes_as_it_is() -> None:
    assert escaped(SafeHtml("<p>Good</p>")) == "<p>Good</p>"
    assert escaped("<p>Good</p>") == "&lt;p&gt;Good&lt;/p&gt;"
    assert escaped(12) == "12"


def test_what_jinja_has_escaped_is_escaped_once(tmp_path: Path) -> None:
    page = "{% set shown %}{{ text }}{% endset %}{{ shown }}|{{ text|e }}|{{ text ~ '' }}|{{ shown ~ text }}"
    printed = theme_of(tmp_path, page=page).render("page.html", text="<b>").decode()
    assert printed == "&lt;b&gt;|&lt;b&gt;|&lt;b&gt;|&lt;b&gt;&lt;b&gt;"


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ text if text else safe }}|{{ safe if text else text }}", "&lt;b&gt;|<i>a</i>"),
        ("{{ text, 1 }}|{{ not text }}|{{ none }}|{{ 1.5 }}", "(&#39;&lt;b&gt;&#39;, 1)|False|None|1.5"),
        ("{% autoescape false %}{{ text }}{{ 2 }}{% endautoescape %}|{{ text }}", "<b>2|&lt;b&gt;"),
        ("{% for type in texts %}{% set str = type %}{{ type }}{{ str }}{% endfor %}", "&lt;b&gt;&lt;b&gt;11"),
        ("{% macro twice(shown) %}{{ shown }}{{ shown }}{% endmacro %}{{ twice(text) }}", "&lt;b&gt;&lt;b&gt;"),
    ],
)
def test_whatever_is_printed_is_escaped_where_jinja_escapes_it(template: str, printed: str, tmp_path: Path) -> None:
    values = {"text": "<b>", "safe": SafeHtml("<i>a</i>"), "texts": ("<b>", 1)}
    assert theme_of(tmp_path, page=template).render("page.html", **values).decode() == printed


def test_a_text_that_knows_its_own_html_is_asked_for_it(tmp_path: Path) -> None:
    class Said(str):
        __slots__ = ()

        def __html__(self) -> str:
            return f"<i>{self}</i>"

    theme = theme_of(tmp_path, page="{{ text }}{{ other }}")
    assert theme.render("page.html", text=Said("a"), other="<i>") == b"<i>a</i>&lt;i&gt;"


def test_a_part_is_called_as_it_is_in_jinja(tmp_path: Path) -> None:
    inside = "{{ a }}{{ b }}{{ class }}{% if caller is defined %}{{ caller() }}{% endif %}"
    part = f"{{% macro one(a, b='-', class='-') %}}[{inside}]{{% endmacro %}}"
    page = (
        '{% from "parts/part.html" import one, one as other, none_such %}'
        "{{ one(1) }}{{ one(1, b=2) }}{{ other('<', 2, class=3) }}{{ one(*[1, 2]) }}{{ one(**{'a': 1}) }}"
        "{% for each in [7] %}{{ one(each) }}{% endfor %}{% call one(1) %}!{% endcall %}"
    )
    printed = theme_of(tmp_path, parts_part=part, page=page).render("page.html").decode()
    assert printed == "[1--][12-][&lt;23][12-][1--][7--][1--!]"


def test_a_part_that_is_not_there_is_a_fault_of_the_theme(tmp_path: Path) -> None:
    page = '{% from "parts/part.html" import none_such %}{{ none_such(1) }}'
    with pytest.raises(TemplateFault, match="none_such"):
        theme_of(tmp_path, parts_part="", page=page).render("page.html")


def test_what_went_through_a_part_is_escaped_once(tmp_path: Path) -> None:
    part = "{% macro name(text, more=none) %}<i>{{ text }}{{ more }}</i>{% endmacro %}"
    page = '{% from "parts/name.html" import name %}{{ name(text) }}{{ name(text, more=name(text)) }}'
    printed = theme_of(tmp_path, parts_name=part, page=page).render("page.html", text="a & b").decode()
    assert printed == "<i>a &amp; bNone</i><i>a &amp; b<i>a &amp; bNone</i></i>"


def test_a_part_tells_values_apart_that_are_equal_to_python(tmp_path: Path) -> None:
    part = "{% macro shown(value) %}[{{ value }}]{% endmacro %}"
    page = '{% from "parts/shown.html" import shown %}{{ shown(1) }}{{ shown(true) }}{{ shown(1.0) }}{{ shown("1") }}'
    assert theme_of(tmp_path, parts_shown=part, page=page).render("page.html") == b"[1][True][1.0][1]"


def test_what_a_template_of_a_part_offers_beside_it_gives_text_and_no_html(tmp_path: Path) -> None:
    page = '{% from "parts/listed.html" import listed %}{{ listed(values) }}'
    theme = theme_of(tmp_path, parts_listed='{% set listed = ", ".join %}', page=page)
    for _ in range(2):
        assert theme.render("page.html", values=("<b>", "c")) == b"&lt;b&gt;, c"


def test_a_part_takes_values_that_cannot_be_remembered(tmp_path: Path) -> None:
    part = "{% macro listed(values) %}{% for one in values %}{{ one }};{% endfor %}{% endmacro %}"
    page = '{% from "parts/listed.html" import listed %}{{ listed([1, 2]) }}{{ listed([3]) }}'
    assert theme_of(tmp_path, parts_listed=part, page=page).render("page.html") == b"1;2;3;"


@pytest.mark.parametrize("again", [False, True])
def test_a_part_that_is_seldom_asked_for_the_same_gives_the_same_when_it_keeps_nothing(
    again: bool, tmp_path: Path
) -> None:
    part = "{% macro card(value, mark='-') %}[{{ value }}{{ mark }}]{% endmacro %}"
    calls = "{{ card(one) }}{{ card(one, '<') }}{{ card(one, mark=2) }}"
    page = f'{{% from "parts/card.html" import card %}}{{% for one in values %}}{calls}{{% endfor %}}'
    values = [*range(300)] * (1 + again)
    printed = theme_of(tmp_path, parts_card=part, page=page).render("page.html", values=values).decode()
    assert printed == "".join(f"[{one}-][{one}&lt;][{one}2]" for one in values)


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ value.key }}", "kept"),
        ("{{ value.missing|default('none') }}", "none"),
        ("{% if value.missing is defined %}some{% else %}none{% endif %}", "none"),
        ("{{ value['key'] }}{{ text.missing|default('') }}", "kept"),
        ("{{ value.class }}{% for one in (1, 2) %}{{ loop.index }}{% endfor %}", "kept12"),
    ],
)
def test_templates_of_others_may_ask_for_what_is_no_attribute(tmp_path: Path, template: str, printed: str) -> None:
    theme = theme_of(tmp_path, page=template)
    for _ in range(2):
        assert theme.render("page.html", value={"key": "kept", "class": "kept"}, text="text").decode() == printed


def test_what_nobody_has_is_a_fault_of_the_theme(tmp_path: Path) -> None:
    theme = theme_of(tmp_path, page="<p>\n{{ text.missing }}</p>")
    with pytest.raises(TemplateFault, match="missing"):
        theme.render("page.html", text="text")


def test_a_fault_of_the_program_in_a_page_is_told_of_as_such(tmp_path: Path) -> None:
    theme = theme_of(tmp_path, page="{{ value + 1 }}")
    with pytest.raises(TypeError):
        theme.render("page.html", value="one")


def test_our_own_templates_ask_for_attributes_alone(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others cost a second rendering of every page."""
    monkeypatch.setattr(Templates, "_patient", property(lambda _self: pytest.fail("a page was begun again")))
    for folder in ("content", "groups"):
        shutil.copytree(ROOT / folder, nation.folder / folder, dirs_exist_ok=True)

    assert nation.build("--jobs", "1") == 0, nation.printed


def test_a_macro_of_a_page_sees_what_the_page_sees_today(tmp_path: Path) -> None:
    theme = theme_of(tmp_path, page="{% macro here() %}{{ view }}{% endmacro %}{{ here() }}")
    assert [theme.render("page.html", view=one) for one in ("first", "second")] == [b"first", b"second"]


def test_a_part_is_called_alike_in_a_loop_in_a_block_and_with_a_text_inside(tmp_path: Path) -> None:
    shown = "{% macro shown(value, end='.') %}[{{ value }}{{ end }}]{% endmacro %}"
    framed = "{% macro framed(value) %}({{ value }}{{ caller() }}){% endmacro %}"
    page = (
        '{% from "parts/shown.html" import shown %}{% from "parts/framed.html" import framed %}'
        "{% for one in (1, 2) %}{{ shown(one) }}{% endfor %}{% block main %}{{ shown(3, end='!') }}{% endblock %}"
        "{% call framed(4) %}&amp;{{ view }}{% endcall %}"
    )
    theme = theme_of(tmp_path, parts_shown=shown, parts_framed=framed, page=page)
    assert theme.render("page.html", view="a") == b"[1.][2.][3!](4&amp;a)"
    assert theme.render("page.html", view="b") == b"[1.][2.][3!](4&amp;b)"


def test_a_missing_part_is_told_of_each_time(tmp_path: Path) -> None:
    page = '{% from "parts/none.html" import shown %}'
    theme = theme_of(tmp_path, page=page, called=f"{page}{{{{ shown(1) }}}}")
    for name in ("page.html", "called.html") * 2:
        with pytest.raises(TemplateFault, match=r"none\.html"):
            theme.render(name)


@pytest.mark.parametrize(
    "page",
    [
        '{% from "parts/part.html" import one %}{% macro two(one) %}{{ one }}{% endmacro %}{{ two("[1.]") }}',
        '{% from "parts/part.html" import one as two %}{% set one = two %}{{ one(1) }}',
        '{% from "parts/part.html" import one %}{% from "parts/other.html" import one %}{{ one(1) }}',
        '{% from "parts/other.html" import one %}{% macro one(value) %}[{{ value }}.]{% endmacro %}{{ one(1) }}',
        '{% if true %}{% from "parts/part.html" import one %}{{ one(1) }}{% endif %}',
        '{% import "parts/part.html" as parts %}{{ parts.one(1) }}',
        '{% from "parts/part.html" import one %}{% include "inner.html" %}',
        '{% extends "outer.html" %}{% from "parts/part.html" import one %}',
        '{% extends "outer.html" %}{% block end %}{{ super() }}{% endblock %}{% from "parts/part.html" import one %}',
    ],
)
def test_a_name_means_what_it_means_in_jinja(tmp_path: Path, page: str) -> None:
    theme = theme_of(
        tmp_path,
        parts_part="{% macro one(value) %}[{{ value }}.]{% endmacro %}",
        parts_other="{% macro one(value) %}[1.]{% endmacro %}",
        inner="{{ one(1) }}",
        outer="{% block end %}{{ one(1) }}{% endblock %}",
        page=page,
    )
    assert [theme.render("page.html") for _ in range(2)] == [b"[1.]", b"[1.]"]


def test_what_stands_after_a_dot_may_be_a_key_or_nothing_at_all(tmp_path: Path) -> None:
    page = "{{ view.name }}{% if view.more is defined %}{{ view.more }}{% endif %}"
    theme = theme_of(tmp_path, page=page)
    views = (SafeHtml("<p>"), {"name": "a & b"}, Owner("riverside", "Riverside"), {"name": "c", "more": "d"})
    with pytest.raises(TemplateFault, match="name"):
        theme.render("page.html", view=views[0])
    assert [theme.render("page.html", view=one) for one in views[1:]] == [b"a &amp; b", b"Riverside", b"cd"]
