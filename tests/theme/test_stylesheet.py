"""The one stylesheet: small, private, layered, and legible by WCAG's count."""

import re

import pytest

from theme.rendering import FOLDER, all_templates, stylesheet

CSS = stylesheet()
FILES = {path.name: path.read_text("utf-8") for path in sorted((FOLDER / "static" / "css").glob("*.css"))}
WITHOUT_COMMENTS = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)

TEXT_PAIRS = """
    ink on paper, ink on surface, ink on sunk, ink-soft on paper, ink-soft on surface, ink-soft on sunk,
    link on paper, link on surface, link on sunk, link-hover on paper, link-hover on surface, link-hover on sunk,
    on-field on field, on-field on field-deep, on-field-soft on field, on-field-soft on field-deep,
    signal on field, on-signal on signal, on-signal on signal-hover, on-signal-soft on signal, signal on on-signal,
    on-mark on mark, on-mark-wash on mark-wash, on-calm-wash on calm-wash, on-wait-wash on wait-wash,
    on-done-wash on done-wash
"""
SHAPE_PAIRS = """
    line-strong on paper, line-strong on surface, line-strong on sunk, mark on paper, focus on paper, focus on surface,
    focus on sunk, signal on field-deep, field on on-field, on-signal on signal
"""


def tokens(is_dark: bool) -> dict[str, str]:
    """Every colour of a face: `{"ink": "#17211c"}`."""
    light, _, dark = FILES["tokens.css"].partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return {**found, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))} if is_dark else found


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance of an sRGB colour."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(words: str) -> list[tuple[str, str]]:
    return [(ink, ground) for ink, _, ground in (one.strip().partition(" on ") for one in words.split(","))]


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), pairs(TEXT_PAIRS))
def test_words_can_be_read(ink: str, ground: str, is_dark: bool) -> None:
    colours = tokens(is_dark)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), pairs(SHAPE_PAIRS))
def test_shapes_that_mean_something_can_be_seen(shape: str, ground: str, is_dark: bool) -> None:
    colours = tokens(is_dark)
    assert contrast(colours[shape], colours[ground]) >= 3


def test_every_colour_is_a_token() -> None:
    for name, css in FILES.items():
        if name in ("tokens.css", "print.css"):
            continue
        literal = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\([^)]*\)", css))
        assert literal <= {"rgb(0 0 0 / 0.6)"}, name


def test_every_token_that_is_used_is_there_and_the_other_way_round() -> None:
    used = set(re.findall(r"var\(--([\w-]+)", CSS))
    made = set(re.findall(r"--([\w-]+):", WITHOUT_COMMENTS))
    assert used - made == set()
    assert made - used == set()


def test_the_browser_frame_has_the_colour_of_the_paper() -> None:
    base = all_templates()["base.html"]
    assert f'content="{tokens(False)["paper"]}" media="(prefers-color-scheme: light)"' in base
    assert f'content="{tokens(True)["paper"]}" media="(prefers-color-scheme: dark)"' in base


def test_the_stylesheet_is_small() -> None:
    assert len(CSS.encode()) < 40_000


def test_the_stylesheet_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:|//", WITHOUT_COMMENTS)


def test_the_layers_come_in_the_order_of_the_house() -> None:
    assert WITHOUT_COMMENTS.lstrip().startswith("@layer tokens, base, layouts, parts;")
    for name, css in FILES.items():
        layer = {"print.css": "parts"}.get(name, name.removesuffix(".css"))
        blocks = re.findall(r"^@layer (\w+) \{", css, flags=re.MULTILINE)
        assert blocks == [layer], name


def test_braces_are_balanced() -> None:
    for name, css in FILES.items():
        assert css.count("{") == css.count("}"), name


def test_no_rule_shouts_but_for_paper() -> None:
    assert {name for name, css in FILES.items() if "!important" in css} <= {"print.css"}
    assert not re.search(r"(^|[\s,}])#[a-z]", re.sub(r"#[0-9a-f]{6}", "", WITHOUT_COMMENTS))


def test_directions_are_logical() -> None:
    sides = "left|right|top|bottom"
    sizes = "width|height|max-width|min-width|max-height|min-height"
    physical = rf"(?<![-\w])(?:(?:margin|padding|border)-(?:{sides})|{sides}|float|{sizes})\s*:"
    assert re.findall(physical, re.sub(r"@media[^{]*", "", WITHOUT_COMMENTS)) == []


def test_targets_are_large_enough_for_a_thumb() -> None:
    size = re.search(r"--target: ([\d.]+)rem", CSS)
    assert size is not None
    assert float(size[1]) * 16 >= 44


def test_every_class_of_the_templates_has_a_rule_or_is_known_to_need_none() -> None:
    written = set()
    for text in all_templates().values():
        bare = re.sub(r"{{.*?}}|{%.*?%}", " ", text)
        for value in re.findall(r'class="([^"]*)"', bare):
            written.update(value.split())
    written = {one for one in written if not one.endswith("-")}
    own = [(FOLDER / "static" / name).read_text("utf-8") for name in ("choose.css", "search.css")]
    css = "".join((WITHOUT_COMMENTS, *own))
    ruled = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\d\.\d", "", css)))
    bare_lists = {"feed-rows", "programme-entries"}
    assert sorted(written - ruled - bare_lists) == []
