"""Pelican's settings for a nation, taken from content/organisation.yaml.

pelicanconf.py calls this, and so does the command where a source folder brings no pelicanconf.py; whoever
writes a setting of their own below the call has the last word, as everywhere in Pelican.
"""

from pathlib import Path
from typing import Any

from localgroups.reading.nation import read_organisation

THEME = "commons"


def theme_folder() -> Path:
    """The default theme: inside the installed package, or beside `plugins/` in the repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes" / THEME
    return inside if inside.is_dir() else package.parent.parent / "themes" / THEME


def national_settings(source: Path) -> dict[str, Any]:
    """Settings for the nation in `source`. Raises UnreadableNation."""
    organisation = read_organisation(source)
    return {
        "SITENAME": organisation.name,
        "SITEURL": organisation.url,
        "TIMEZONE": organisation.timezone,
        "DEFAULT_LANG": organisation.language,
        "PATH": str(source / "content"),
        "OUTPUT_PATH": "output",
        "THEME": str(theme_folder()),
        "PELICAN_CLASS": "localgroups.Pelican",
        "PLUGINS": ["localgroups"],
        "PLUGIN_PATHS": [str(Path(__file__).resolve().parent.parent.parent)],
        # Pelican reads the national office's pages and nothing else of content/.
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": ["pages"],
        "STATIC_PATHS": ["static"] if (source / "content" / "static").is_dir() else [],
        "PAGE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
        "DRAFT_PAGE_URL": "drafts/{slug}/",
        "DRAFT_PAGE_SAVE_AS": "drafts/{slug}/index.html",
        "SLUGIFY_SOURCE": "basename",
        # A blog's index pages and feeds: the site has its own.
        "DIRECT_TEMPLATES": [],
        "AUTHOR_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "FEED_ALL_ATOM": None,
        "FEED_ALL_RSS": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "JINJA_ENVIRONMENT": {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []},
        "LOG_FILTER": [],
    }
