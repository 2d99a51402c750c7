"""The same items for Hugo: its settings and plain templates stand in peers/hugo."""

import shutil
from pathlib import Path

from bench.corpus import Corpus, Item, Place
from bench.our_layout import write

PLAIN = Path(__file__).parent / "peers" / "hugo"


def lay_out(corpus: Corpus, folder: Path) -> None:
    shutil.copytree(PLAIN, folder)
    for place in corpus.places():
        home = folder / "content" / "groups" / place.slug
        write(home / "_index.md", f"---\n{_group(place)}---\n")
        for item in corpus.items(place.slug):
            write(home / item.kind / f"{item.slug}.md", f"---\n{_front(item)}---\n\n{item.body}")


def item_path(item: Item) -> str:
    return f"content/groups/{item.group}/{item.kind}/{item.slug}.md"


def _group(place: Place) -> str:
    return f'title: "{place.name}"\nregion: {place.region}\nabout: "{place.about}"\nemail: {place.slug}@example.org\n'


def _front(item: Item) -> str:
    head = (
        f'title: "{item.title}"\nsummary: "{item.summary}"\nkind: {item.kind}\ndate: {item.date:%Y-%m-%dT%H:%M:%SZ}\n'
    )
    if item.tags:
        head += f"tags: [{', '.join(item.tags)}]\n"
    if item.ends:
        head += f"starts: {item.date:%Y-%m-%dT%H:%M:%SZ}\nends: {item.ends:%Y-%m-%dT%H:%M:%SZ}\n"
        head += f'hall: "{item.hall}"\nstreet: "{item.street}"\n'
    return head
