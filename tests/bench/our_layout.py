"""A corpus in our own content format, with the default theme in full beside it."""

import shutil
from pathlib import Path

from bench.corpus import REGIONS, Corpus, Item, Place

NATION = "name: National Organisation\nlanguage: en\ntimezone: Europe/London\nurl: https://nation.example.org\n"
SETTINGS = """from pathlib import Path

from localgroups.host.defaults import national_settings

HERE = Path(__file__).resolve().parent
globals().update(national_settings(HERE))
THEME = str(HERE / "theme")
"""


def lay_out(corpus: Corpus, folder: Path, theme: Path) -> None:
    """Write the nation. The theme is a copy, so that a template of it can be edited."""
    write(folder / "content" / "organisation.yaml", NATION)
    write(folder / "content" / "regions.yaml", "".join(f"- {{slug: {one}, name: {one.title()}}}\n" for one in REGIONS))
    write(folder / "pelicanconf.py", SETTINGS)
    shutil.copytree(theme, folder / "theme")
    for place in corpus.places():
        home = folder / "groups" / place.slug
        write(home / "group.yaml", _group(place))
        write(home / "about.md", f"{place.about}\n")
        for item in corpus.items(place.slug):
            write(home / item.kind / f"{item.stem}.md", f"---\n{_front(item)}---\n\n{item.body}")


def item_path(item: Item) -> str:
    return f"groups/{item.group}/{item.kind}/{item.stem}.md"


def _group(place: Place) -> str:
    return (
        f'name: "{place.name}"\nregion: {place.region}\nsummary: "{place.summary}"\n'
        f"contact: {{email: {place.slug}@example.org}}\n"
        f"links: [{{label: Website, url: https://example.org/{place.slug}/}}]\n"
    )


def _front(item: Item) -> str:
    head = f'title: "{item.title}"\nsummary: "{item.summary}"\n'
    if item.kind == "news":
        return f"{head}date: {item.date:%Y-%m-%d}\ntags: [{', '.join(item.tags)}]\n"
    if item.kind == "campaigns":
        return f"{head}starts: {item.date:%Y-%m-%d}\n"
    return (
        f"{head}starts: {item.date:%Y-%m-%d %H:%M}\nends: {item.ends:%Y-%m-%d %H:%M}\n"
        f'where: {{name: "{item.hall}", address: "{item.street}"}}\n'
    )


def write(file: Path, text: str) -> None:
    """A text file with the same bytes on every system."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
