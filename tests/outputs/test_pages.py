"""What a page says that it is made from."""

from pathlib import Path

from localgroups.model.html import SafeHtml
from localgroups.model.values import key_of, replace
from localgroups.outputs.pages import Page, drafted
from localgroups.outputs.theme import Theme
from localgroups.outputs.views import EmbedPage, TextPage
from theme import sample_site

VIEW = TextPage(sample_site.head("About us", "/about/", "Riverside"), "About us", SafeHtml("<p>Neighbours.</p>"))
EMBED = EmbedPage("Next", "Riverside", "/", "https://example.org/", "en", (), "Nothing.", "/", "webcal:", "")


def key(view: object, template: str = "page.html") -> str:
    """Of what a page with this view is made from."""
    (draft,) = drafted([Page("/about/", template, view)], "", Theme(Path()), sample_site.site())
    return key_of(draft.source)


def test_a_page_is_another_when_anything_on_it_is_its_feeds_among_them() -> None:
    head = VIEW.head
    assert head.feeds
    renamed = (replace(head.feeds[0], title="Other"), *head.feeds[1:])
    others = [
        replace(VIEW, title="Other"),
        replace(VIEW, head=replace(head, title="Other")),
        replace(VIEW, head=replace(head, feeds=())),
        replace(VIEW, head=replace(head, feeds=head.feeds[1:])),
        replace(VIEW, head=replace(head, feeds=head.feeds[::-1])),
        replace(VIEW, head=replace(head, feeds=renamed)),
        EMBED,
        replace(EMBED, title="Other"),
    ]
    keys = {key(VIEW), key(VIEW, "other.html"), *map(key, others)}
    assert len(keys) == len(others) + 2


def test_a_page_is_the_same_when_all_on_it_is() -> None:
    feeds = tuple(replace(one) for one in VIEW.head.feeds)
    assert key(VIEW) == key(replace(VIEW, head=replace(VIEW.head, feeds=feeds)))
