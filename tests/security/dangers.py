"""What may not stand in a page of ours, found by reading it as a parser does.

Not the sanitiser's own view of it: everything that is not known to be harmless is named.
"""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from localgroups.outputs.headers import PAGE_POLICY

_FORBIDDEN = """
    applet audio base canvas dialog embed fencedframe form frame frameset iframe isindex keygen listing marquee math
    noembed noframes noscript object option param picture plaintext portal select slot source style template textarea
    track video xmp foreignobject animate set use image
"""
FORBIDDEN = frozenset(_FORBIDDEN.split())
"""Elements that no page of ours has, whoever wrote it."""
LOADS = frozenset(
    {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href", "cite", "ping"}
)
SCHEMES = frozenset({"https", "http", "mailto", "tel", "webcal", ""})
OWN = "https://nation.example.org"


class Dangers(HTMLParser):
    """Collects what is wrong with one page, and its words."""

    def __init__(
        self, scripts: frozenset[str] = frozenset(), own: frozenset[str] = frozenset(), policy: str = PAGE_POLICY
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.own = own
        """Elements that the template of this page alone has."""
        self.policy = policy
        self.scripts = scripts
        """Scripts of the theme's own that a page may load."""
        self.found: list[str] = []
        self.inside_script = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if len(given) != len(attributes):
            self.found.append(f"an attribute twice in <{tag}>")
        if tag in FORBIDDEN - self.own or (tag == "base" and given != {"target": "_top"}):
            self.found.append(f"<{tag}>")
        if tag == "script":
            self.inside_script = True
            is_data = given == {"type": "application/ld+json"}
            if not is_data and given.get("src", "") not in self.scripts:
                self.found.append(f"<script {given}>")
        if tag == "input" and "input" not in self.own and (given.get("type") != "checkbox" or "disabled" not in given):
            self.found.append(f"<input {given}>")
        if tag == "meta":
            self._meta(given)
        if tag == "link" and not _is_own(given.get("href", "")):
            self.found.append(f"<link {given}>")
        for name, value in given.items():
            self._attribute(tag, name, value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.inside_script = False

    def handle_data(self, data: str) -> None:
        if self.inside_script and set("<>&\u2028\u2029") & set(data):
            self.found.append(f"data in a script that can end it: {data[:80]}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data[:40]}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data[:40]}")

    def _meta(self, given: dict[str, str]) -> None:
        match given.get("http-equiv", "").lower():
            case "content-security-policy":
                if given["content"] != self.policy:
                    self.found.append(f"another policy: {given}")
            case "refresh":
                target = given["content"].partition("url=")[2]
                if not target.startswith("/") or target.startswith("//"):
                    self.found.append(f"leads away: {given}")
            case "":
                return
            case _:
                self.found.append(f"<meta {given}>")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in (
            "style",
            "srcdoc",
            "is",
            "nonce",
            "contenteditable",
            "autofocus",
            *(() if tag == "base" else ("target",)),
        ):
            self.found.append(f"<{tag} {name}>")
        if (
            name in LOADS
            and tag != "meta"
            and not all(_is_own(one.split()[0]) for one in value.split(",") if one.split())
        ):
            self.found.append(f"<{tag} {name}={value[:80]}>")
        if name == "href":
            scheme = _scheme(value)
            if scheme not in SCHEMES:
                self.found.append(f"<{tag} href={value[:80]}>")


def _scheme(address: str) -> str:
    """As a browser reads it: white space and control characters inside a scheme do not count."""
    plain = "".join(sign for sign in address if sign > " ")
    head, colon, _ = plain.partition(":")
    return head.lower() if colon and not set("/?#") & set(head) else ""


def _is_own(address: str) -> bool:
    return (address.startswith("/") and not address.replace("\\", "/").startswith("//")) or (
        address.startswith(f"{OWN}/") and urlsplit(address).hostname == "nation.example.org"
    )


def dangers(
    page: str,
    scripts: frozenset[str] = frozenset(),
    own: frozenset[str] = frozenset(),
    policy: str = PAGE_POLICY,
) -> list[str]:
    """Everything in a page that may not be there; empty for a good one."""
    reader = Dangers(scripts, own, policy)
    reader.feed(page)
    reader.close()
    return reader.found
