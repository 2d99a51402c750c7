"""The one place where a writer's HTML becomes `SafeHtml`.

Two passes. The first is nh3, a real HTML parser with the allow-list of `allowed_html`: what leaves it is well formed,
and `<` stands in it for nothing but a tag. It is spared what `plain_html` knows that it would give back. The second
looks at links, pictures and tick boxes alone, which need to know where the text stands. Sanitising twice gives what
sanitising once gives.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape, unescape
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from localgroups.model.characters import holds_deceiving, without_deceiving
from localgroups.model.html import SafeHtml
from localgroups.model.late_patterns import late
from localgroups.reading import allowed_html
from localgroups.reading.plain_html import Plain, as_cleaned

if TYPE_CHECKING:
    import nh3

PREFIX = "user-content-"
"""Before every id that a writer chose, so that none collides with the page's own (as on GitHub)."""
OUTSIDE_REL = "noopener nofollow ugc"
"""On links to elsewhere: no handle on our window, and no vote of ours in search engines."""

READINGS = 8
"""After so many, even tags that were typed at random have come to rest."""

Resolve = Callable[[str], str | None]
"""From a relative address as it stands in the HTML (percent-encoded, perhaps with `?` and `#`) to one on the site;
None where it leads nowhere."""
Sizes = Mapping[str, tuple[int, int]]
"""Width and height in pixels of pictures, by the address that `Resolve` gave."""

_NO_SIZES: Sizes = MappingProxyType({})


def sanitise(html: str, resolve: Resolve, sizes: Sizes = _NO_SIZES, *, has_typed_tags: bool = True) -> SafeHtml:
    """What is left of `html` when all that is not on the allow-list has gone.

    A picture from another host becomes a link to it: a page makes no request to anybody else. A link that resolves
    to nothing keeps its text. The first level of headings is the second, because the page has one of its own above
    them, and none is left out on the way down: that is how people who listen to a page find their way.
    `has_typed_tags`: whether tags may be in it that a writer typed. The parser's own are well formed.
    """
    plain = None if has_typed_tags else as_cleaned(html)
    if plain is not None and not holds_deceiving(plain.html):
        return SafeHtml(_looked_at(plain, resolve, sizes))
    clean = _stable(html)
    if holds_deceiving(clean):
        clean = _stable(without_deceiving(clean))  # again: such a character can hide the scheme of an address
    if 'class=""' in clean:
        clean = _NO_CLASS.sub(r"\1", clean)
    clean = _HEADING.sub(_Levels(), clean)
    return SafeHtml(_SECOND_LOOK.sub(_SecondLook(resolve, sizes), clean))


def _looked_at(plain: Plain, resolve: Resolve, sizes: Sizes) -> str:
    """The second look at a text whose tags are known: in most, all links lead elsewhere, and need but their `rel`."""
    html = _HEADING.sub(_Levels(), plain.html) if "<h" in plain.tags else plain.html
    if "<img " in plain.tags or _LINK_INSIDE.search(plain.tags):
        return _SECOND_LOOK.sub(_SecondLook(resolve, sizes), html)
    before, *links = html.split(_LINK)
    return _LINK.join([before, *[link.replace('">', _OUTSIDE_END, 1) for link in links]])


def _stable(html: str) -> str:
    """Clean, and the same when it is read again.

    Tags that a writer closed in the wrong order can move once more at the next reading. Where the same tags came
    out as went in, as with all that Markdown makes, there were none of that kind.
    """
    clean = _cleaner().clean(html)
    as_is = html.replace("&quot;", '"').replace(" />", ">")  # two ways of writing that mean the same
    if clean == as_is or _TAG_NAME.findall(clean) == _TAG_NAME.findall(html):
        return clean
    for _ in range(READINGS):
        before, clean = clean, _cleaner().clean(clean)
        if clean == before:
            break
    return clean


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # here: Markdown alone made nearly every text, and then nothing has to be cleaned

    return nh3.Cleaner(
        tags=allowed_html.TAGS,
        clean_content_tags=allowed_html.DROPPED_WITH_CONTENT,
        attributes=allowed_html.ATTRIBUTES,
        tag_attribute_values=allowed_html.VALUES,
        allowed_classes=allowed_html.CLASSES,
        url_schemes=allowed_html.SCHEMES,
        id_prefix=PREFIX,
        link_rel=None,
    )


_TAG_NAME = late(r"</?\w+")
_NO_CLASS = late(r'(<[a-z][^<>]*?) class=""')
"""What nh3 leaves where it allowed none of the writer's classes."""
_HEADING = late(r"(</?h)([1-6])(?=[ >])")
_SECOND_LOOK = late(r"<(a|img|input|code(?= ))((?: [^<>]*)?)>|</a>")
_LINK = '<a href="'
_OUTSIDE_END = f'" rel="{OUTSIDE_REL}">'
"""How the tag of a link to elsewhere ends."""
_LINK_INSIDE = re.compile(rf"{_LINK}(?!https?:)")
_PLAIN_LINK = late(r' href="https?://[^"\s]*"')
"""By far the most links; nothing in them needs a change."""
_ATTRIBUTE = late(r' ([a-z-]+)="([^"]*)"')
_SCHEME = late(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = late(r"https://[\w.-]+(?::[0-9]{1,5})?(?:[/?#]|$)")
_LANGUAGE_CLASS = late(r"language-[\w+#.-]{1,30}")
_BACK_REFERENCE = late(r"Back to reference [\w-]+")
_LENGTH = late(r"[1-9][0-9]{0,3}")


class _Levels:
    """Gives headings their levels, from the first to the last: 1, 2, 6 become 2, 3, 4."""

    def __init__(self) -> None:
        self.above: list[int] = []
        """The writer's levels of the headings that the next one may stand under."""
        self.open: list[int] = []

    def __call__(self, tag: re.Match[str]) -> str:
        if tag[1] == "</h":
            return f"</h{self.open.pop()}" if self.open else tag[0]
        written = int(tag[2])
        while self.above and self.above[-1] >= written:
            self.above.pop()
        self.open.append(min(2 + len(self.above), 6))
        self.above.append(written)
        return f"<h{self.open[-1]}"


class _SecondLook:
    """Rewrites the tags that need it, from the first to the last; it remembers whether it is inside a link."""

    def __init__(self, resolve: Resolve, sizes: Sizes) -> None:
        self.resolve = resolve
        self.sizes = sizes
        self.inside_link = False

    def __call__(self, tag: re.Match[str]) -> str:
        if tag[1] is None:
            self.inside_link = False
            return "</a>"
        if tag[1] == "a" and _PLAIN_LINK.fullmatch(tag[2]):
            self.inside_link = True
            return f'<a{tag[2]} rel="{OUTSIDE_REL}">'
        given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[2])}
        if tag[1] == "a":
            return self.link(given)
        if tag[1] == "img":
            return self.picture(given)
        if tag[1] == "input":
            return _tick_box(given)
        if not _LANGUAGE_CLASS.fullmatch(given.get("class", "")):
            given.pop("class", None)
        return _tag("code", given)

    def link(self, given: dict[str, str]) -> str:
        self.inside_link = True
        address = self.address(given.pop("href", None))
        anchor = given.pop("name", "")
        if anchor and "id" not in given:
            given["id"] = _prefixed(anchor)
        if not _BACK_REFERENCE.fullmatch(given.get("aria-label", "")):
            given.pop("aria-label", None)
        if address is None:
            return _tag("a", given)
        rel = {"rel": OUTSIDE_REL} if _is_outside(address) else {}
        return _tag("a", {"href": address, **given, **rel})

    def picture(self, given: dict[str, str]) -> str:
        address = self.address(given.pop("src", None))
        alt = given.pop("alt", "")
        if address is None or (_SCHEME.match(address) and not _is_outside(address)):
            return _text(alt)
        if _is_outside(address):
            label = _text(alt.strip() or _file_name(address))
            return label if self.inside_link else f"{_tag('a', {'href': address, 'rel': OUTSIDE_REL})}{label}</a>"
        written = (_length(given.pop("width", "")), _length(given.pop("height", "")))
        wide, high = _in_proportion(*written, self.sizes.get(address))
        given |= {"width": str(wide)} if wide else {}
        given |= {"height": str(high)} if high else {}
        return _tag("img", {"src": address, "alt": alt, **given, "loading": "lazy", "decoding": "async"})

    def address(self, written: str | None) -> str | None:
        """A whole address with an allowed scheme, one inside the text, or one on the site; None for all else."""
        if written is None:
            return None
        value = written.strip().replace("\t", "").replace("\n", "")
        if value.startswith("#"):
            return f"#{_prefixed(value[1:])}" if value not in ("#", "#top") else value
        if value.replace("\\", "/").startswith("//"):
            value = "https:" + value.replace("\\", "/")
            if not _HOST.match(value):
                return None
        scheme = _SCHEME.match(value)
        if scheme is None:
            return self.resolve(value) if value else None
        name = scheme[1].lower()
        if name not in allowed_html.SCHEMES or (name.startswith("http") and not _is_outside(value)):
            return None
        return value


def _length(written: str) -> int:
    """In pixels; 0 where it says something else."""
    return int(written) if _LENGTH.fullmatch(written) else 0


def _in_proportion(wide: int, high: int, real: tuple[int, int] | None) -> tuple[int, int]:
    """Width and height to show a picture in: as written, what is not written after the picture's own; 0 is unknown."""
    if real is None or (wide and high):
        return wide, high
    if wide:
        return wide, max(1, round(real[1] * wide / real[0]))
    if high:
        return max(1, round(real[0] * high / real[1])), high
    return real


def _tick_box(given: dict[str, str]) -> str:
    """That of a task list: nobody can tick it, and who cannot see it hears what it says. Every other kind goes."""
    if given.get("type", "").lower() != "checkbox":
        return ""
    ticked = {"checked": ""} if "checked" in given else {}
    return _tag("input", {"type": "checkbox", **ticked, "disabled": "", "aria-label": "Done" if ticked else "To do"})


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    return "".join([f"<{name}", *(f' {key}="{_quoted(value)}"' for key, value in attributes.items()), ">"])


def _quoted(value: str) -> str:
    return _text(value).replace('"', "&quot;")


def _text(value: str) -> str:
    """As the first pass writes text, so that a second sanitising finds nothing to change."""
    return escape(value, quote=False).replace("\xa0", "&nbsp;")


def _prefixed(name: str) -> str:
    return name if name.startswith(PREFIX) else PREFIX + name


def _is_outside(address: str) -> bool:
    return address[:8].lower().startswith(("https://", "http://"))


def _file_name(address: str) -> str:
    """What to call a picture that has no alternative text."""
    parts = urlsplit(address)
    return without_deceiving(unquote(parts.path.rpartition("/")[2])) or parts.netloc
