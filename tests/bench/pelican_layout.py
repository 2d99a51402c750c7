"""The same items for Pelican as it comes: its settings and plain templates stand in peers/pelican."""

import json
import shutil
from pathlib import Path

from bench.corpus import Corpus, Item
from bench.our_layout import write

PLAIN = Path(__file__).parent / "peers" / "pelican"


def lay_out(corpus: Corpus, folder: Path) -> None:
    shutil.copytree(PLAIN, folder, ignore=shutil.ignore_patterns("__pycache__"))
    groups = {}
    for place in corpus.places():
        groups[place.slug] = {
            "name": place.name,
            "region": place.region,
            "about": place.about,
            "email": f"{place.slug}@example.org",
        }
        for item in corpus.items(place.slug):
            write(folder / item_path(item), f"{_front(item)}\n{item.body}")
    write(folder / "groups.json", json.dumps(groups))


def item_path(item: Item) -> str:
    return f"content/{item.group}/{item.kind}/{item.slug}.md"


def _front(item: Item) -> str:
    head = (
        f"title: {item.title}\nsummary: {item.summary}\nkind: {item.kind}\ndate: {item.date:%Y-%m-%d %H:%M}\n"
        f"category: {item.group}\nslug: {item.slug}\n"
    )
    if item.tags:
        head += f"tags: {', '.join(item.tags)}\n"
    if item.ends:
        head += f"ends: {item.ends:%Y%m%dT%H%M%SZ}\nhall: {item.hall}\nstreet: {item.street}\n"
    return head
