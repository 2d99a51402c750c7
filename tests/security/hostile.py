"""Two good groups, and beside them everything that strangers might send in.

The attacks are text files in tests/nations/hostile; what cannot lie in a repository, links and pipes and
bombs, is made here.
"""

import io
import json
import os
import re
import shutil
import socket
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from whole.nations import Nation

COLLECTION = Path(__file__).parents[1] / "nations" / "hostile"
GOOD = ("riverside", "hilltop")
SECRET = "NEVER-SHOWN-secret-of-the-machine"  # noqa: S105  (it is none)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t"}


def lines_of(name: str) -> list[str]:
    """The lines of a file of the collection, their escapes read."""
    text = (COLLECTION / name).read_text(encoding="utf-8").rstrip("\n")
    return [
        _ESCAPE.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else _SIGNS.get(sign[2], sign[2]), line)
        for line in text.split("\n")
    ]


def markup() -> list[str]:
    """The vectors of markup.txt."""
    return (COLLECTION / "markup.txt").read_text(encoding="utf-8").split("\n%%\n")


def good_nation(folder: Path) -> Nation:
    """A nation of good groups alone."""
    nation = Nation(folder)
    nation.write("content/campaigns/warm-homes.md", "---\ntitle: Warm homes\n---\n\nFor warm homes.\n")
    nation.write("content/pages/about.md", "Title: About us\n\nWho we are.\n")
    nation.write("secret.txt", SECRET)
    nation.write("secret.png", picture())
    nation.group(
        "riverside",
        "summary: We organise in Riverside.\nplace: {town: Riverside, latitude: 53.8, longitude: -1.5}\n"
        "contact: {email: riverside@example.org}\nlinks: [{label: Mastodon, url: https://social.example.org/@r}]\n",
    )
    nation.write("groups/riverside/images/hall.png", picture())
    nation.write("groups/riverside/documents/agenda.pdf", b"%PDF-1.4\n% fiction\n")
    nation.news(
        "riverside",
        "2026-11-01-library-saved",
        "title: Library saved\nimage: images/hall.png\nimage_alt: The hall\ntags: [library]",
        "It **stays** open. [Agenda](../documents/agenda.pdf)",
    )
    nation.meeting(
        "riverside",
        "2026-12-03-members-meeting",
        "title: Members' meeting\nstarts: 2026-12-03 19:00\nwhere: {name: Hall, town: Riverside}\n"
        "documents: [{title: Agenda, file: documents/agenda.pdf}]",
    )
    nation.write("groups/riverside/campaigns/night-bus.md", "---\ntitle: Night bus\n---\n\nBring it back.\n")
    nation.group("hilltop", region="south")
    nation.news("hilltop", "2026-11-05-bazaar", "title: Bazaar")
    nation.meeting("hilltop", "2026-12-08-social", "title: Social\nstarts: 2026-12-08 19:00")
    return nation


def hostile_nation(folder: Path) -> Nation:
    """The same, with all attacks beside them."""
    nation = good_nation(folder)
    shutil.copytree(COLLECTION / "groups", folder / "groups", dirs_exist_ok=True)
    _write_markup(nation)
    _write_values(nation)
    _write_addresses(nation)
    _write_repeats(nation)
    _write_files(nation)
    _write_texts(nation)
    return nation


def hostile_slugs(nation: Nation) -> list[str]:
    return sorted({one.name for one in (nation.folder / "groups").iterdir()} - set(GOOD))


# ------------------------------------------------------------- words and markup


def quoted(value: str) -> str:
    """A value between double quotes as YAML reads it, whatever is in it."""
    return json.dumps(value)


def _write_markup(nation: Nation) -> None:
    vectors = markup()
    nation.group("markup")
    nation.write("groups/markup/about.md", "\n\n".join(vectors[:40]))
    for number, vector in enumerate(vectors):
        nation.news("markup", f"v{number}", f"title: Vector {number}\ndate: 2026-11-01", vector)
    nation.group("markup-more")
    for number, vector in enumerate(vectors):
        nation.meeting("markup-more", f"v{number}", f"title: Vector {number}\nstarts: 2026-12-01 19:00", vector)
        nation.write(f"groups/markup-more/campaigns/v{number}.md", f"---\ntitle: Vector {number}\n---\n\n{vector}\n")
    entries = [
        f"- {{title: {quoted(f'Entry {number}')}, starts: 2026-12-02 19:00, about: {quoted(vector)}}}\n"
        for number, vector in enumerate(vectors)
    ]
    nation.group("markup-lists")
    nation.write("groups/markup-lists/meetings/all.yaml", "".join(entries))
    # All of them in one text: what one leaves open, the next may use.
    nation.group("markup-together")
    nation.news("markup-together", "all", "title: All\ndate: 2026-11-01", "\n\n".join(vectors))
    nation.news("markup-together", "nothing-between", "title: All\ndate: 2026-11-01", " ".join(vectors))
    nation.news("markup-together", "backwards", "title: All\ndate: 2026-11-01", "\n".join(reversed(vectors)))


def group_fields(value: str) -> Iterator[str]:
    """Every field of group.yaml that takes words, saying `value`: the name, the short texts, and lines of all kinds."""
    words = quoted(value)
    yield f"name: {words}"
    yield f"summary: {words}\nimprint: {words}\nplace: {{town: Town, address: {words}}}\ncontact: {{address: {words}}}"
    yield (
        f"covers: [{words}, x]\nmaintainers: [{words}]\nplace: {{name: {words}, town: {words}, postcode: {words}}}\n"
        f"links: [{{label: {words}, url: https://example.org/}}]\n"
        f"calendars: [{{label: {words}, url: https://example.org/a.ics}}]\n"
        f"feeds: [{{label: {words}, url: https://example.org/a.xml}}]"
    )


def _write_values(nation: Nation) -> None:
    nation.group("values")
    nation.write("groups/values/images/real.png", picture())
    nation.write("groups/values/documents/real.txt", "x")
    for number, value in enumerate(lines_of("values.txt")):
        words = quoted(value)
        place = f"{{name: {words}, address: {words}, town: {words}, postcode: {words}}}"
        common = f"title: {words}\nsummary: {words}\ntags: [{words}, x]\nimprint: {words}\n"
        nation.news("values", f"v{number}", f"{common}date: 2026-11-01\nauthor: {words}\nelection: true")
        nation.news(
            "values",
            f"picture-{number}",
            f"title: Picture {number}\ndate: 2026-11-02\nimage: images/real.png\nimage_alt: {words}",
        )
        nation.meeting(
            "values",
            f"v{number}",
            f"{common}starts: 2026-12-01 19:00\nwhere: {place}\nonline: {words}\ncost: {words}\naudience: {words}\n"
            f"programme: [{{starts: 2026-12-01 19:00, title: {words}, where: {place}, summary: {words}}}]\n"
            f"documents: [{{title: {words}, file: documents/real.txt}}]",
        )
        nation.meeting("values", f"access-{number}", f"title: A\nstarts: 2026-12-01 19:00\naccess: [{words}]")
        nation.meeting("values", f"type-{number}", f"title: A\nstarts: 2026-12-01 19:00\ntype: {words}")
        nation.write(
            f"groups/values/campaigns/v{number}.md",
            f"---\n{common}goal: {{target: 5, count: 1, what: {words}}}\n"
            f"actions: [{{label: {words}, url: https://example.org/}}]\n---\n\nText.\n",
        )
        for part, fields in enumerate(group_fields(value)):
            slug = f"word-{number}-{part}"
            more = fields if fields.startswith("name:") else f"name: Word {number} {part}\n{fields}"
            nation.write(f"groups/{slug}/group.yaml", f"{more}\nregion: north\n")
        for key in (
            ("region", "kind", "status", "since", "language", "timezone", "former_slugs") if number % 6 == 0 else ()
        ):
            fields = f"{key}: {words}" if key != "former_slugs" else f"former_slugs: [{words}]"
            nation.write(
                f"groups/odd-{number}-{key.replace('_', '-')}/group.yaml", f"name: X\nregion: north\n{fields}\n"
            )


def _write_addresses(nation: Nation) -> None:
    nation.group("addresses")
    nation.write("groups/addresses/documents/real.txt", "x")
    for number, address in enumerate(lines_of("addresses.txt")):
        words = quoted(address)
        for key in ("book", "online"):
            nation.meeting("addresses", f"{key}-{number}", f"title: A\nstarts: 2026-12-01 19:00\n{key}: {words}")
        nation.meeting(
            "addresses",
            f"document-{number}",
            f"title: A\nstarts: 2026-12-01 19:00\ndocuments: [{{title: D, file: {words}}}]",
        )
        nation.news(
            "addresses", f"image-{number}", f"title: A\ndate: 2026-11-01\nimage: {words}\nimage_alt: x", "Text."
        )
        target = address.replace("\n", "%0a").replace("\r", "%0d")
        nation.news(
            "addresses",
            f"body-{number}",
            "title: A\ndate: 2026-11-01",
            f"[a]({target}) [b](<{target}>) ![c]({target}) <{target}>\n\n[d][e]\n\n[e]: {target}\n\n"
            f'<a href="{address}">f</a> <a href=\'{address}\'>g</a> <img src="{address}"> <a href={address}>h</a>',
        )
        nation.write(
            f"groups/addresses/campaigns/action-{number}.md",
            f"---\ntitle: A\nactions: [{{label: Act, url: {words}}}]\n---\n\nText.\n",
        )
        for part, fields in enumerate(
            (
                f"links: [{{label: L, url: {words}}}]",
                f"contact: {{form: {words}}}",
                f"contact: {{email: {words}}}",
                f"contact: {{phone: {words}}}",
            )
        ):
            nation.write(f"groups/address-{number}-{part}/group.yaml", f"name: A\nregion: north\n{fields}\n")


# ------------------------------------------------------------- files


def _write_repeats(nation: Nation) -> None:
    """Meetings that repeat in odd words, and single dates of them that are odd; alone, and as entries of lists."""
    nation.group("repeats")
    lines = (COLLECTION / "single-dates.txt").read_text(encoding="utf-8").splitlines()
    fields = [f"repeats: {quoted(words)}" for words in lines_of("repeats.txt")]
    fields += [f"repeats: every Tuesday\n{line}" for line in lines]
    fields += [
        f"repeats: every Tuesday\nexcept: [{', '.join(['2026-12-08'] * 9_000)}]",
        f"repeats: every Tuesday\nchanges: [{', '.join(['{date: 2026-12-08, status: cancelled}'] * 3_000)}]",
        f"repeats: {', '.join(['first Tuesday'] * 9_000)} of the month",
        f"repeats: every {'9' * 9_000} weeks",
        f"programme: [{', '.join(['{starts: 2026-12-01 19:00, title: x}'] * 3_000)}]",
        f"formerly: [{', '.join(f'x{number}' for number in range(9_000))}]",
    ]
    entries = []
    for number, more in enumerate(fields):
        fine = f"title: Repeating {number}\nstarts: 2026-12-01 19:00\n{more}"
        nation.meeting("repeats", f"r{number}", fine)
        if len(more) < 1_000:
            entries.append("- " + fine.replace("\n", "\n  "))
    nation.write("groups/repeats/meetings/all.yaml", "\n".join(entries))


def picture(size: tuple[int, int] = (64, 48), kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **more)
    return out.getvalue()


def bomb_png(side: int) -> bytes:
    """A few kilobytes that say that they are `side` pixels wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(min(side * side * 3, 30_000_000)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def photo_with_position() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 48.0, 0.0), 3: "W", 4: (1.0, 33.0, 0.0)})
    return picture(kind="JPEG", exif=exif)


def package(*names: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


SCRIPT = b"<script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def uploads() -> dict[str, bytes]:
    """Files that are not what they seem, by their path in the group's folder."""
    return {
        "images/drawing.svg": DRAWING,
        "images/drawing.png": DRAWING,
        "images/page.html.png": b"<!doctype html>" + SCRIPT,
        "images/page.png": b"<!doctype html>" + SCRIPT,
        "images/gifjs.gif": b"GIF89a/*" + bytes(100) + b"*/=1;alert(1)//",
        "images/gifhtml.gif": picture(kind="GIF") + SCRIPT + SECRET.encode(),
        "images/pdf.jpg": b"%PDF-1.4\n" + SCRIPT,
        "images/pnghtml.png": picture() + SCRIPT + SECRET.encode(),
        "images/jpegjs.jpg": picture(kind="JPEG", comment=b"*/=1;alert(1)/*" + SCRIPT + SECRET.encode()),
        "images/position.jpg": photo_with_position(),
        "images/bomb.png": bomb_png(60_000),
        "images/bomb-small.png": bomb_png(20_000),
        "images/cut.png": picture()[:60],
        "images/cut.jpg": picture(kind="JPEG")[:200],
        "images/empty.png": b"",
        "images/large.png": picture() + bytes(11_000_000),
        "images/bmp.png": picture(kind="BMP"),
        "images/tiff.jpg": picture(kind="TIFF"),
        "images/eps.png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n(x) run\n",
        "images/ALERT(1).png": picture(),
        'images/" onerror="alert(1).png': picture(),
        "images/a\u202egnp.png": picture(),
        "images/caf\u00e9.png": picture(),
        "images/cafe\u0301.png": picture(size=(32, 32)),
        "images/CAFE.png": picture(size=(16, 16)),
        "images/cafe.png": picture(size=(8, 8)),
        "images/CON.png": picture(),
        "images/line\nbreak.png": picture(),
        "images/\x1b[31mred.png": picture(),
        "documents/page.html": b"<!doctype html>" + SCRIPT,
        "documents/page.pdf": b"<!doctype html>" + SCRIPT,
        "documents/page.txt": b"  <!DOCTYPE html>" + SCRIPT,
        "documents/page.csv": b"<html>" + SCRIPT,
        "documents/drawing.txt": b"<?xml version='1.0'?>" + DRAWING,
        "documents/pdf.txt": b"%PDF-1.4\n",
        "documents/late.pdf": b"<html>" + SCRIPT + b"\n%PDF-1.4\n",
        "documents/binary.txt": b"MZ\x90\x00\x03",
        "documents/calendar.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "documents/notcalendar.ics": SCRIPT,
        "documents/macro.docm": package("[Content_Types].xml", "word/vbaProject.bin"),
        "documents/macro.docx": package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "documents/bomb.docx": package("[Content_Types].xml", "word/document.xml", content=bytes(110_000_000)),
        "documents/many.docx": package("[Content_Types].xml", "word/a", *(f"x{n}" for n in range(70_000)), content=b""),
        "documents/climb.docx": package("[Content_Types].xml", "word/x", "../../../../tmp/taken"),
        "documents/jar.odt": package("META-INF/MANIFEST.MF", "Taken.class"),
        "documents/run.php.pdf": b"%PDF-1.4\n<?php echo 1;",
        "documents/.htaccess": b"AddType text/html .pdf\n",
        "documents/CON.pdf": b"%PDF-1.4\n",
        "documents/agenda.PDF": b"%PDF-1.4\nA",
        "documents/Agenda.pdf": b"%PDF-1.4\nB",
        "documents/agenda.pdf": b"%PDF-1.4\nC",
        "documents/large.pdf": b"%PDF-1.4\n" + bytes(21_000_000),
        "documents/_headers": b"/*\n  Content-Security-Policy: *\n",
        "documents/index.html": b"taken",
    }


def _write_files(nation: Nation) -> None:
    nation.group("uploads")
    for number, (path, data) in enumerate(uploads().items()):
        nation.write(f"groups/uploads/{path}", data)
        name = path.partition("/")[2].replace("\n", "%0a").replace(" ", "%20")
        nation.news(
            "uploads",
            f"body-{number}",
            "title: A\ndate: 2026-11-01",
            f"![x](<../{path[:6]}/{name}>)\n[x](<../{path.partition('/')[0]}/{name}>)",
        )
        if path.startswith("images/"):
            nation.news(
                "uploads", f"image-{number}", f"title: A\ndate: 2026-11-01\nimage: {quoted(path)}\nimage_alt: alt", "T."
            )
        else:
            nation.meeting(
                "uploads",
                f"document-{number}",
                f"title: A\nstarts: 2026-12-01 19:00\ndocuments: [{{title: D, file: {quoted(path)}}}]",
            )
    folder = nation.folder / "groups"
    for name in ("images", "documents"):
        (folder / "thief" / name).mkdir(exist_ok=True)
    links = {
        "thief/images/link.png": "../../../secret.png",
        "thief/documents/link.txt": "../../../secret.txt",
        "thief/documents/page.txt": "/etc/passwd",
        "thief/news/link.md": "../../riverside/news/2026-11-01-library-saved.md",
        "thief/news/loop.md": "loop.md",
        "thief/meetings/link.yaml": "../../../secret.txt",
        "thief/about.md": "../../secret.txt",
        "linked": "riverside",
        "linked-root": "/",
    }
    for path, target in links.items():
        (folder / path).symlink_to(target)
    (folder / "linked-news").mkdir()
    nation.group("linked-news")
    (folder / "linked-news" / "news").symlink_to("../riverside/news")
    (folder / "linked-yaml").mkdir()
    (folder / "linked-yaml" / "group.yaml").symlink_to("../riverside/group.yaml")
    for path in ("thief/images/pipe.png", "thief/documents/pipe.txt", "thief/news/pipe.md", "thief/meetings/pipe.yaml"):
        os.mkfifo(folder / path)
    (folder / "piped").mkdir()
    os.mkfifo(folder / "piped" / "group.yaml")
    (folder / "thief" / "images" / "folder.png").mkdir()
    (folder / "thief" / "news" / "folder.md").mkdir()
    _make_socket(folder / "thief" / "news" / "socket.md")


def _make_socket(path: Path) -> None:
    """A socket's address may have a hundred bytes, so it is bound from inside its folder."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(before)


def _write_texts(nation: Nation) -> None:
    """Texts that are heavy, deep or no texts at all; each in a group of its own, as group.yaml and as a text."""
    deep = 20_000
    yamls = {
        "billion": "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)),
        "deep-list": "name: " + "[" * deep,
        "deep-closed": "name: " + "[" * deep + "]" * deep,
        "deep-map": "".join(f"{' ' * n}a:\n" for n in range(500)),
        "deep-braces": "name: " + "{a: " * deep,
        "dashes": "- " * deep,
        "tag": "name: !!python/object/apply:os.system ['touch taken']\nregion: north\n",
        "merge": "base: &b {name: x}\n<<: *b\nregion: north\n",
        "twice": "name: A\nname: B\nregion: north\n",
        "long-line": f"name: {'x' * 190_000}\nregion: north\n",
        "huge": f"name: X\nregion: north\nsummary: {'x ' * 6_000_000}\n",
        "many-keys": "".join(f"x{n}: y\n" for n in range(20_000)),
        "documents": "name: A\nregion: north\n---\nname: B\n---\n" * 500,
        "null": "name: A\x00\nregion: north\n",
        "latin": "name: Caf\xe9\nregion: north\n",
        "folded": "name: >\n" + "  x\n" * 40_000,
        "questions": "? " * 10_000,
        "quote": 'name: "' + "\\x41" * 40_000,
    }
    for name, text in yamls.items():
        nation.write(f"groups/yaml-{name}/group.yaml", text.encode("latin-1"))
        nation.write(f"groups/yaml-items/news/{name}.md", b"---\n" + text.encode("latin-1") + b"\n---\n\nText.\n")
    nation.group("yaml-items")
    nation.group("heavy")
    for name, text in heavy_texts().items():
        nation.news("heavy", name, f"title: {name}\ndate: 2026-11-01", text)
    folder = nation.folder / "groups"
    nation.group("crowd")
    for number in range(10_000):
        nation.write(f"groups/crowd/images/{number}.png", b"x")
    nation.write("groups/crowd/meetings/many.yaml", "- {title: Many, starts: 2026-12-01 19:00}\n" * 4_000)
    nation.group("names")
    for name in ("con.md", "NUL.md", "a b.md", "..md", "...md", "-.md", "A.md", "a.md", "\u0430.md", "a\u0301.md",
                 "\u00e1.md", "x\ny.md", "x\x1b[2J.md", "<script>alert(1)<.md", "a.md.md", "index.html", "event.ics",
                 "feed.rss",
                 "x" * 200 + ".md", "%2e%2e.md", "a\u202edm.md", "~.md", "a.MD", "_headers", ".htaccess"):  # fmt: skip
        nation.write(f"groups/names/news/{name}", "---\ntitle: Odd name\ndate: 2026-11-01\n---\n\nText.\n")
    for slug in (
        "Riverside",
        "riverside ",
        "river side",
        "..x",
        "r\u0456verside",
        "a\nb",
        "x" * 60,
        "con",
        "page",
        "index-html",
        "_x",
    ):
        nation.write(f"groups/{slug}/group.yaml", f"name: {quoted('R' + chr(0x456) + 'verside')}\nregion: north\n")
    # A name that is no UTF-8.
    (folder / "names" / "news" / os.fsdecode(b"\xff\xfe.md")).write_bytes(b"---\ntitle: x\n---\n")


def heavy_texts(size: int = 190_000) -> dict[str, str]:
    """Texts that cost a careless program minutes."""
    pieces = {
        "pipes-open": "|" * 180_000 + "x\n", "rule-spaces": "|-" + " " * 180_000 + "x||\n",
        "bold-spaces": "**" + " " * 180_000 + "x\n",
        "open-links": "[x](http://a ",
        "brackets": "[", "images": "![", "pairs": "[]", "links": "[a](", "nested-links": "[x](y ", "stars": "*",
        "stars-words": "*a ", "strong": "**a *b ", "under": "_a ", "ticks": "`", "tick-runs": "`a``b```c",
        "tilde": "~~a ", "quotes": "> ", "lists": "- ", "list-lines": "- a\n", "numbers": "1. ", "tables": "|",
        "table-rows": "|a", "tags": "<a ", "divs": "<div>", "tables-html": "<table><tr><td>", "bold": "<b>",
        "h1": "<h1>", "comment": "<!--", "cdata": "<![CDATA[", "php": "<?", "declaration": "<!A ", "entities": "&#",
        "amps": "&amp", "auto": "<http:", "www": "www.", "mails": "a@", "mail-dots": "a.b@c.", "footnotes": "[^a]",
        "backslash": "\\", "svg": "<svg>", "math": "<math><mtext>", "select": "<select>",
        "alerts": "> [!NOTE]\n> x\n\n", "headings": "# x\n", "rules": "***\n", "attributes": "<a x=",
        "paragraphs": "<p>", "details": "<details>", "less": "<", "nested-em": "<em><strong>", "close": "</p>",
        "templates": "<template>", "refs": "[a]: b\n", "code": "    x\n", "fences": "```\n",
        "hashlinks": "[x](#a) ", "superscript": '<sup class="footnote-ref">',
    }  # fmt: skip
    texts = {name: (piece * (size // len(piece) + 1))[:size] for name, piece in pieces.items()}
    texts["footnote-net"] = "".join(f"[^{n}]: [^{n + 1}]\n\n" for n in range(8_000)) + "[^0]"
    texts["reference-net"] = "".join(f"[{n}]: /{n}\n" for n in range(6_000)) + "".join(f"[{n}]" for n in range(6_000))
    texts["headings-unclosed"] = "[x](#y)\n\n" + "<h1>" * (size // 5)
    texts["one-line"] = "x" * size
    texts["wide-table"] = "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|b" * 3_000
    texts["table-grows"] = "|a|" + "b|" * 500 + "\n|-|" + "-|" * 500 + "\n" + "|x\n" * 40_000
    texts["attribute-many"] = "<p " + " ".join(f"a{n}=b" for n in range(20_000)) + ">x"
    texts["attribute-long"] = f'<a href="https://example.org/{"x" * size}">x</a>'[:size]
    return texts
