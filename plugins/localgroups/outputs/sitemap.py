"""sitemap.xml and robots.txt, for search engines.

The sitemap protocol (sitemaps.org, 0.9) allows 50,000 addresses a file; a larger nation gets an index of several.
"""

from collections.abc import Sequence
from datetime import date
from html import escape  # that of xml.sax loads all that HTTP needs, and does the same

ADDRESSES_A_FILE = 45_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Entry = tuple[str, date | None]
"""(whole address, the day on which it changed, where known)"""


def sitemap_files(entries: Sequence[Entry], address: str, name: str = "sitemap") -> list[tuple[str, bytes]]:
    """(path from the root, bytes) of the sitemap; `/sitemap.xml` is the one to tell search engines of."""
    ordered = sorted(entries, key=lambda one: one[0])
    if len(ordered) <= ADDRESSES_A_FILE:
        return [(f"/{name}.xml", _urlset(ordered))]
    parts = [ordered[start : start + ADDRESSES_A_FILE] for start in range(0, len(ordered), ADDRESSES_A_FILE)]
    files = [(f"/{name}-{number}.xml", _urlset(part)) for number, part in enumerate(parts, 1)]
    lines = [f"<sitemap><loc>{escape(address + path, quote=False)}</loc></sitemap>\n" for path, _ in files]
    index = f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{"".join(lines)}</sitemapindex>\n'
    return [(f"/{name}.xml", index.encode()), *files]


def _urlset(entries: Sequence[Entry]) -> bytes:
    lines = [
        f"<url><loc>{escape(url, quote=False)}</loc>"
        f"{f'<lastmod>{changed.isoformat()}</lastmod>' if changed else ''}</url>\n"
        for url, changed in entries
    ]
    return f'{_HEAD}<urlset xmlns="{_NAMESPACE}">\n{"".join(lines)}</urlset>\n'.encode()


def robots_txt(sitemaps: Sequence[str]) -> bytes:
    """All may read all; `sitemaps` are whole addresses."""
    lines = "".join(f"Sitemap: {one}\n" for one in sitemaps)
    return f"User-agent: *\nDisallow:\n\n{lines}".encode()
