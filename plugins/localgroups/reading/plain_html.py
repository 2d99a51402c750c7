"""HTML that Markdown alone made, and in which there is nothing for the allow-list to take away: nearly every text.

Whoever types no tag gets the parser's own, which stand inside one another as they should. Where these are known ones,
without attributes but the address of a link, the cleaner would give them back as they are; so it need not be asked,
which is a third of the work on a text. Nothing depends on the parser's care for this to be safe: a sign `<` passes here
only as part of a tag that is named below, letter by letter.
"""

import re

from localgroups.model.values import Struct

_OTHER_TAG = re.compile(r"<(?!/?+(?:p|li|em|[uo]l|strong|blockquote|code|del|h2|table|thead|tbody|t[rdh])>)[^>]*>?")
_HOST = r"(?:[a-z0-9]++[.-])+[a-z]{2,}"
_ADDRESS = rf"(?:https?://{_HOST}(?:[/?#](?:[\w/.?=%#~+:@!$,;*()-]++|&amp;)*)?|(?:\.\./)*[\w/.-]+|mailto:[\w.+-]+@{_HOST}|#[\w-]+)"
"""In which nothing can be read in two ways: no port, no figures for a name, no foreign letters."""
_KNOWN_TAG = re.compile(
    rf'<(?:a href="{_ADDRESS}"|/a|img src="{_ADDRESS}" alt="[^"<>&]*" /|t[dh] align="(?:left|center|right)"|[bh]r /'
    r'|/?(?:pre|h[1-6])|code class="language-[\w+#.-]{1,30}"|ol start="[0-9]{1,9}")>',
    re.ASCII,
)


class Plain(Struct, frozen=True):
    """A text as the cleaner writes it."""

    html: str
    tags: str
    """Every tag in it, each once, but those without attributes that mean the same wherever they stand."""


def as_cleaned(html: str) -> Plain | None:
    """The HTML as the cleaner writes it, of a text in which no tag was typed; None where the cleaner has to look."""
    if "\r" in html:
        return None
    others = _OTHER_TAG.findall(html)
    kinds = {*others}
    if not all(map(_KNOWN_TAG.fullmatch, kinds)) or ("</a>" in kinds and _has_link_inside_link(others)):
        return None
    tags = "".join(kinds)
    clean = html.replace("&quot;", '"') if "&" in html else html
    clean = clean.replace("\xa0", "&nbsp;")
    return Plain(clean.replace(" />", ">") if " />" in tags else clean, tags)


def _has_link_inside_link(tags: list[str]) -> bool:
    """A slip of the parser's beside footnotes; the cleaner ends the outer link. `tags` are known ones."""
    inside_link = False
    for tag in tags:
        if tag == "</a>":
            inside_link = False
        elif tag[1] == "a":
            if inside_link:
                return True
            inside_link = True
    return False
