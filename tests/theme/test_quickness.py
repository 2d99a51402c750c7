"""What makes pages quick changes nothing about them."""

from html import unescape
from pathlib import Path

import pytest

from localgroups.model.html import SafeHtml
from localgroups.outputs.templates import escaped
from localgroups.outputs.theme import Theme

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


def test_what_went_through_a_part_is_escaped_once(tmp_path: Path) -> None:
    part = "{% macro name(text, more=none) %}<i>{{ text }}{{ more }}</i>{% endmacro %}"
    page = '{% from "parts/name.html" import name %}{{ name(text) }}{{ name(text, more=name(text)) }}'
    printed = theme_of(tmp_path, parts_name=part, page=page).render("page.html", text="a & b").decode()
    assert printed == "<i>a &amp; bNone</i><i>a &amp; b<i>a &amp; bNone</i></i>"


def test_a_part_tells_values_apart_that_are_equal_to_python(tmp_path: Path) -> None:
    part = "{% macro shown(value) %}[{{ value }}]{% endmacro %}"
    page = '{% from "parts/shown.html" import shown %}{{ shown(1) }}{{ shown(true) }}{{ shown(1.0) }}{{ shown("1") }}'
    assert theme_of(tmp_path, parts_shown=part, page=page).render("page.html") == b"[1][True][1.0][1]"


def test_a_part_takes_values_that_cannot_be_remembered(tmp_path: Path) -> None:
    part = "{% macro listed(values) %}{% for one in values %}{{ one }};{% endfor %}{% endmacro %}"
    page = '{% from "parts/listed.html" import listed %}{{ listed([1, 2]) }}{{ listed([3]) }}'
    assert theme_of(tmp_path, parts_listed=part, page=page).render("page.html") == b"1;2;3;"


def test_a_macro_of_a_page_sees_what_the_page_sees_today(tmp_path: Path) -> None:
    theme = theme_of(tmp_path, page="{% macro here() %}{{ view }}{% endmacro %}{{ here() }}")
    assert [theme.render("page.html", view=one) for one in ("first", "second")] == [b"first", b"second"]
