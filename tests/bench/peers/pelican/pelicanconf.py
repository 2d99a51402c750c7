"""Settings of the plain Pelican site: the same files as the others, and nothing more."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
SITENAME = "National Organisation"
SITEURL = "https://nation.example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "."
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = []
ARTICLE_URL = "groups/{category}/{kind}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "groups/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
PAGINATED_TEMPLATES = {}
STATIC_PATHS = []
TEMPLATE_PAGES = {"events.ics.txt": "events.ics"}
FEED_ALL_ATOM, FEED_ALL_RSS = "atom.xml", "rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "groups/{slug}/atom.xml", "groups/{slug}/rss.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
JINJA_GLOBALS = {"GROUPS": json.loads((HERE / "groups.json").read_text(encoding="utf-8"))}
