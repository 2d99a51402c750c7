"""Words without marks."""

from localgroups.model.html import SafeHtml
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.plain_text import first_paragraph, plain_text, shorten
from localgroups.reading.sanitiser import sanitise


def read(text: str) -> SafeHtml:
    return sanitise(markdown_to_html(text), lambda address: None)


def test_blocks_are_kept_apart_and_words_are_not_torn() -> None:
    assert plain_text(read("# Title\n\nA *w*ord<br>and\nmore.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")) == (
        "Title A word and more. one two a b 1 2"
    )


def test_entities_are_characters_again() -> None:
    assert plain_text(read("Fish &amp; chips &lt;3 caf&eacute;&nbsp;x")) == "Fish & chips <3 café x"


def test_footnote_signs_and_titles_of_boxes_are_not_words() -> None:
    assert plain_text(read("Claim.[^1]\n\n> [!NOTE]\n> Text.\n\n[^1]: Source.")) == "Claim. Text. Source."


def test_the_first_paragraph_is_that_after_the_heading_and_the_comment() -> None:
    assert (
        first_paragraph(read("<!-- note -->\n# Title\n\n![](x.png)\n\nThe *first* one.\n\nThe second."))
        == "The first one."
    )


def test_a_text_without_paragraphs_gives_its_first_words() -> None:
    assert first_paragraph(read("- tea\n- cake")) == "tea cake"
    assert first_paragraph(read("")) == ""


def test_a_long_paragraph_is_cut_at_a_word() -> None:
    cut = first_paragraph(read("word, " * 100), limit=40)

    assert cut == "word, word, word, word, word, word…"
    assert len(cut) <= 40


def test_shortening_never_gives_more_than_the_limit() -> None:
    for text in ("x" * 50, "a " * 50, "exactly ten", "word " + "y" * 60):
        for limit in (5, 10, 11, 30):
            assert len(shorten(text, limit)) <= limit
    assert shorten("exactly ten", 11) == "exactly ten"
