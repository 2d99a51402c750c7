"""Links in finished HTML, made ready for where they are read.

Sanitised HTML links from the site's root. A site may stand under a path, and a feed is read elsewhere.
"""

from localgroups.model.html import SafeHtml
from localgroups.model.late_patterns import late

_FROM_ROOT = late(r'(<[a-z][^<>]*?\s(?:href|src)=")(/(?!/)[^"]*")')
"""The sanitiser writes every attribute with double quotes and escapes quotes in values, so this cannot match inside a
text or across an attribute's end."""


def rebased(html: SafeHtml, base: str) -> SafeHtml:
    """The same text with `base` before every link from the root."""
    if not base or '="/' not in html.text:
        return html
    return SafeHtml(_FROM_ROOT.sub(lambda found: found[1] + base + found[2], html.text))


def absolute_html(html: SafeHtml, address: str) -> str:
    """The same text with whole addresses; links within the page are left to the page."""
    if '="/' not in html.text:
        return html.text
    return _FROM_ROOT.sub(lambda found: found[1] + address + found[2], html.text)
