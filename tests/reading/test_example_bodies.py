"""Every example of both specifications as a text of a group's: a piece of news, a meeting, the group's own page.

Here the whole way is gone that a secretary's text goes, from the file to the item. Relative addresses lead nowhere in
this group, so their words are left without a link, and the secretary is told.
"""

from pathlib import Path

import pytest

from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.html import SafeHtml
from localgroups.reading.groups import read_group
from localgroups.reading.markdown import markdown_to_html
from localgroups.reading.nation import read_nation
from localgroups.reading.rendering import Renderer
from localgroups.reading.sanitiser import sanitise
from reading.examples import commonmark, gfm
from reading.html_shape import shape
from reading.nation import BASE, TODAY, read_riverside, write
from reading.plain_words import in_plain_words
from security.dangers import dangers

WRITTEN = {f"{of}-{one.number}": one.written for of, some in (("gfm", gfm()), ("cm", commonmark())) for one in some}

BEGINS_WITH_A_RULE = {"gfm-66", "gfm-68", "cm-96", "cm-98"}
"""Whose text begins between two lines of three hyphens, where fields stand: in about.md that is told, and left out."""


def on_site(address: str) -> str | None:
    """Where an address leads in a group without files."""
    return address if address.startswith("/") and not address.endswith(".jpg") else None


def wrong_texts(bodies: dict[str, SafeHtml]) -> list[str]:
    """Examples whose page says something else than their Markdown, or does what no page may."""
    return [
        name
        for name, body in bodies.items()
        if dangers(body.text) or shape(body.text) != shape(sanitise(markdown_to_html(WRITTEN[name]), on_site).text)
    ]


def wrong_words(found: list[Diagnostic], texts: dict[str, str]) -> list[Diagnostic]:
    """What is told too strongly, beside the file, or in words that are no secretary's."""
    return [
        one
        for one in found
        if one.severity is not Severity.WARNING
        or not in_plain_words(one)
        or not 1 <= one.span.line <= texts[one.span.path].count("\n") + 1
        or one.span.column < 1
    ]


@pytest.mark.parametrize(
    ("kind", "stem", "fields"),
    [
        ("news", "2026-01-01-{}", "title: Odd"),
        ("meetings", "{}", "title: Odd\nstarts: 2026-12-03 19:00"),
    ],
)
def test_every_example_is_the_text_of_an_item(kind: str, stem: str, fields: str, tmp_path: Path) -> None:
    stems = {stem.format(name): name for name in WRITTEN}
    files = {f"{kind}/{one}.md": f"---\n{fields}\n---\n\n{WRITTEN[name]}" for one, name in stems.items()}

    reading = read_riverside(tmp_path, dict(files))

    read = {stems[one.stem]: one.body for one in getattr(reading.items, kind) if one.stem in stems}
    assert read.keys() == WRITTEN.keys()
    assert wrong_texts(read) == []
    assert (
        wrong_words(list(reading.diagnostics), {f"groups/riverside/{name}": text for name, text in files.items()}) == []
    )
    assert reading.held == ()


def test_every_example_is_the_text_of_a_group(tmp_path: Path) -> None:
    source = write(tmp_path, {**BASE})
    renderer = Renderer.at(None)
    facts = read_nation(source, renderer, TODAY).facts
    read: dict[str, SafeHtml] = {}
    for name, text in WRITTEN.items():
        write(source, {"groups/riverside/about.md": text})
        reading = read_group(source / "groups" / "riverside", "riverside", facts, renderer, TODAY)
        found = list(reading.diagnostics)
        assert wrong_words(found, {"groups/riverside/about.md": text}) == []
        assert [one.code for one in found if one.code == "fields-not-needed"] == (
            ["fields-not-needed"] if name in BEGINS_WITH_A_RULE else []
        )
        assert reading.group
        read[name] = reading.group.about
    assert set(wrong_texts(read)) == BEGINS_WITH_A_RULE


def test_every_example_that_begins_with_a_sign_is_the_text_of_an_entry_in_a_list(tmp_path: Path) -> None:
    """White space at the very beginning belongs to the list's layout there."""
    names = [name for name, text in WRITTEN.items() if not text[0].isspace()]
    files = {
        f"meetings/list-{at}.yaml": "".join(_entry(name) for name in names[at : at + 400])
        for at in range(0, len(names), 400)
    }

    reading = read_riverside(tmp_path, dict(files))

    assert (
        wrong_words(list(reading.diagnostics), {f"groups/riverside/{name}": text for name, text in files.items()}) == []
    )
    read = {one.name: one.body for one in reading.items.meetings if one.name in WRITTEN}
    assert read.keys() == set(names)
    assert wrong_texts(read) == []


def _entry(name: str) -> str:
    """An example as the text of a meeting in a list, its own indentation kept."""
    text = "".join(f"    {line}\n" if line else "\n" for line in WRITTEN[name].split("\n"))
    return f"- title: Odd {name}\n  id: {name}\n  starts: 2026-12-03 19:00\n  about: |2\n{text}\n"
