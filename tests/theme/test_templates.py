"""What no template may contain."""

import re

import pytest

from theme.rendering import all_templates

TEMPLATES = all_templates()
SCRIPTS = {
    "base.html": {'<script type="application/ld+json">'},
    "pages/choose.html": {'<script src="{{ view.script }}" defer>'},
    "pages/search.html": {'<script src="{{ view.script }}" defer>'},
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_turns_no_escaping_off(name: str) -> None:
    assert not re.search(r"\|\s*safe|autoescape|Markup", TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_inline_style_or_script(name: str) -> None:
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", TEMPLATES[name])
    assert set(re.findall(r"<script[^>]*>", TEMPLATES[name])) <= SCRIPTS.get(name, set())


def test_a_page_with_a_script_says_so_in_its_policy_and_no_other_page_does() -> None:
    for name, text in TEMPLATES.items():
        says_so = "site.script_policy" in text or "site.search_policy" in text
        assert says_so == ("<script src=" in text), name


def test_one_page_alone_may_fetch_something() -> None:
    assert [name for name, text in TEMPLATES.items() if "site.search_policy" in text] == ["pages/search.html"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_no_other_host(name: str) -> None:
    assert not re.search(r"https?://|=\"//", TEMPLATES[name])


@pytest.mark.parametrize("name", [one for one in TEMPLATES if one == "base.html" or one.startswith("parts/")])
def test_what_stands_on_every_page_is_plain_ascii(name: str) -> None:
    """A page of ASCII alone, as most English ones are, becomes bytes thirty times as fast: `&middot;`, not the sign."""
    assert TEMPLATES[name].isascii()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_decides_nothing(name: str) -> None:
    used = set(re.findall(r"{%-?\s*(\w+)", TEMPLATES[name]))
    allowed = {
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "endfor",
        "extends",
        "block",
        "endblock",
        "from",
        "macro",
        "endmacro",
    }
    assert used - allowed <= ({"set"} if name == "parts/icon.html" else set())


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("parts/")])
def test_a_part_reads_no_globals(name: str) -> None:
    assert not re.search(r"\b(site|view)\b(?!_)[.\s]*[.|]", re.sub(r"{#.*?#}", "", TEMPLATES[name], flags=re.DOTALL))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("parts/")])
def test_a_part_is_one_macro_with_the_name_of_its_file(name: str) -> None:
    stem = name.removeprefix("parts/").removesuffix(".html")
    assert re.findall(r"{% macro (\w+)\(", TEMPLATES[name]) == [stem]
    assert TEMPLATES[name].startswith("{# ")


def test_the_base_loops_over_no_groups() -> None:
    assert "group" not in re.sub(r"{#.*?#}", "", TEMPLATES["base.html"])


def test_every_part_is_used() -> None:
    imported = {part for text in TEMPLATES.values() for part in re.findall(r'from "(parts/\w+\.html)"', text)}
    assert imported == {name for name in TEMPLATES if name.startswith("parts/")}


def test_what_is_imported_is_used() -> None:
    for name, text in TEMPLATES.items():
        for part in re.findall(r'from "parts/(\w+)\.html" import', text):
            assert re.search(rf"{{{{ {part}\(", text), f"{name} imports {part} and does not use it"
