"""After any sequence of changes, a build that makes only what changed gives the very files of a first build.

A few sequences each time, the same ones every time; LOCALGROUPS_SEQUENCES asks for more, and other ones each time.
"""

import contextlib
import io
import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from PIL import Image

from whole.nations import ORGANISATION, Nation
from whole.test_any_moment import killed_at
from whole.test_incremental import clean_tree

SEQUENCES = int(os.environ.get("LOCALGROUPS_SEQUENCES", "0"))
FEW, STEPS = 8, 12

pytestmark = pytest.mark.slow

KEPT = ("good", "back", "lock", "manifest.txt")
PACKAGE = Path(__file__).parents[2] / "plugins"
CONF = """
from pathlib import Path
from localgroups.host.defaults import national_settings
globals().update(national_settings(Path(__file__).resolve().parent))
"""
NAMES = ("alder", "birch", "cedar", "ash")
STEMS = ("2026-10-01-one", "2026-11-21-two", "2025-03-01-three")
PLACE = "place: {{town: Town, latitude: 53.{0}, longitude: -1.5}}\n"

groups = st.sampled_from(NAMES)
stems = st.sampled_from(STEMS)
numbers = st.integers(0, 3)
rooms = st.sampled_from(("news", "meetings", "campaigns"))
GOOD_LINES = {
    "news": (
        "title: News {0}\n",
        "title: News {0}\nexpires: 2026-11-25\n",
        "title: News {0}\nstatus: draft\n",
        "title: News {0}\nid: kept-{0}\n",
        "title: News {0}\nimage: images/hall.png\nimage_alt: The hall\n",
        "title: News {0}\ncampaign: national/warm-homes\n",
        "title: News {0}\nsummary: In short\ntags: [a{0}]\n",
    ),
    "meetings": (
        "title: Meeting {0}\nstarts: 2026-12-0{0} 19:00\n",
        "title: Meeting {0}\nstarts: 2026-11-2{0}\n",
        "title: Weekly\nstarts: 2026-11-03 19:00\nrepeats: every Tuesday\nexcept: [2026-11-24]\n",
        "title: Monthly\nstarts: 2026-10-06 19:00\nrepeats: first Tuesday of the month\nuntil: 2026-12-31\n",
        "title: Called off\nstarts: 2026-12-0{0} 18:00\nstatus: cancelled\n",
        "title: With paper\nstarts: 2026-12-10 18:00\ndocuments: [{{title: Agenda, file: documents/agenda.pdf}}]\n",
        "title: For homes\nstarts: 2026-12-11 18:00\ncampaign: national/warm-homes\ntype: agm\n",
    ),
    "campaigns": (
        "title: Campaign {0}\n",
        "title: Campaign {0}\nstarts: 2026-11-0{0}\nends: 2026-11-2{0}\n",
        "title: Campaign {0}\npart_of: national/warm-homes\ngoal: {{target: 10, count: {0}, what: homes}}\n",
        "title: Campaign {0}\nstatus: won\n",
    ),
}
"""Front matter of the item in each room, whatever number stands in it (1 to 4)."""
BROKEN = ("title: [\n", "titel: x\n", "title: x\nstarts: soon\ndate: soon\n", "---\n", "\tx")


def picture(side: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side + 8, 9), "red").save(out, "PNG")
    return out.getvalue()


class AnySequence(RuleBasedStateMachine):
    """A nation to which anything happens."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sequence-"))
        self.nation = Nation(self.folder / "nation")

    def teardown(self) -> None:
        try:
            self.check()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    # ------------------------------------------------------------- what happens

    @initialize()
    def begin(self) -> None:
        nation = self.nation
        nation.write("pelicanconf.py", CONF)
        nation.write("content/campaigns/warm-homes.md", "---\ntitle: Warm homes\n---\n\nInsulate.\n")
        for number, slug in enumerate(NAMES[:3], 1):
            self.fill(slug, number)
        nation.build("--jobs", "1")

    def fill(self, slug: str, number: int) -> None:
        self.nation.group(slug, PLACE.format(number))
        self.nation.news(slug, STEMS[0], f"title: News of {slug}")
        self.nation.meeting(slug, STEMS[1], f"title: Meeting of {slug}\nstarts: 2026-12-0{number} 19:00")
        self.nation.write(f"groups/{slug}/images/hall.png", picture(number))
        self.nation.write(f"groups/{slug}/documents/agenda.pdf", b"%PDF-1.4\n% fiction\n")

    def living(self, slug: str) -> str:
        """That group, where it has a folder; else one that has."""
        there = sorted(one.name for one in (self.nation.folder / "groups").iterdir() if one.is_dir())
        return slug if slug in there else there[0]

    def write(self, path: str, text: str | bytes) -> None:
        self.nation.write(path, text)

    @rule(group=groups, room=rooms, stem=stems, lines=numbers, kind=st.integers(0, 6))
    def write_an_item(self, group: str, room: str, stem: str, lines: int, kind: int) -> None:
        choices = GOOD_LINES[room]
        front = choices[kind % len(choices)].format(lines + 1)
        self.write(f"groups/{self.living(group)}/{room}/{stem}.md", f"---\n{front}---\n\nText {lines}.\n")

    @rule(group=groups, stem=stems, number=numbers)
    def write_a_list(self, group: str, stem: str, number: int) -> None:
        entries = "".join(
            f"- title: Entry {one}\n  starts: 2026-12-1{one} 19:00\n  about: Said {number}\n" for one in range(number)
        )
        self.write(f"groups/{self.living(group)}/meetings/{stem}.yaml", entries or "- title: [\n")

    @rule(group=groups, room=rooms, stem=stems, text=st.sampled_from(BROKEN))
    def break_an_item(self, group: str, room: str, stem: str, text: str) -> None:
        self.write(f"groups/{self.living(group)}/{room}/{stem}.md", f"---\n{text}---\n\nText.\n")

    @rule(group=groups, room=rooms, stem=stems)
    def remove_an_item(self, group: str, room: str, stem: str) -> None:
        (self.nation.folder / f"groups/{self.living(group)}/{room}/{stem}.md").unlink(missing_ok=True)

    @rule(group=groups, room=rooms, stem=stems, other=stems, says_so=st.booleans())
    def rename_an_item(self, group: str, room: str, stem: str, other: str, says_so: bool) -> None:
        folder = self.nation.folder / f"groups/{self.living(group)}/{room}"
        old, new = folder / f"{stem}.md", folder / f"{other}-again.md"
        if old.is_file():
            text = old.read_text(encoding="utf-8")
            old.unlink()
            new.write_text(text.replace("---\n", f"---\nformerly: {stem}\n", 1) if says_so else text, encoding="utf-8")

    @rule(group=groups, what=st.sampled_from(("images/hall.png", "documents/agenda.pdf")), number=numbers)
    def change_an_upload(self, group: str, what: str, number: int) -> None:
        path = f"groups/{self.living(group)}/{what}"
        if number == 0:
            (self.nation.folder / path).unlink(missing_ok=True)
        else:
            self.write(path, picture(number) if what.endswith("png") else b"%PDF-1.4\n" + b"%" * number + b"\n")

    @rule(group=groups, stem=stems)
    def touch_an_item(self, group: str, stem: str) -> None:
        file = self.nation.folder / f"groups/{self.living(group)}/news/{stem}.md"
        if file.exists():
            file.touch()

    @rule(
        group=groups,
        name=st.sampled_from(("Alder", "Аlder", "Birch", "Another")),
        region=st.sampled_from(("north", "south", "west")),
        where=numbers,
        former=st.sampled_from(("", "ash", "rowan", "birch", "ash, rowan")),
        more=st.sampled_from(("", "status: closed\n", "status: paused\n", "summary: In short\n", "language: cy\n",
                              "timezone: America/New_York\n", "kind: student\n")),
    )  # fmt: skip
    def change_a_group(self, group: str, name: str, region: str, where: int, former: str, more: str) -> None:
        former = f"former_slugs: [{former}]\n" if former else ""
        place = PLACE.format(where) if where else ""
        self.write(f"groups/{self.living(group)}/group.yaml", f"name: {name}\nregion: {region}\n{place}{former}{more}")

    @rule(group=groups, text=st.sampled_from(("name: [\n", "region: north\n", "nam: x\n", "")))
    def break_a_group(self, group: str, text: str) -> None:
        self.write(f"groups/{self.living(group)}/group.yaml", text)

    @rule(group=groups, text=st.sampled_from(("Who we are.\n", "Others.\n", "")))
    def tell_about_a_group(self, group: str, text: str) -> None:
        self.write(f"groups/{self.living(group)}/about.md", text)

    @rule(group=groups, number=numbers)
    def add_a_group(self, group: str, number: int) -> None:
        if not (self.nation.folder / "groups" / group).exists():
            self.fill(group, number)

    @rule(group=groups)
    def remove_a_group(self, group: str) -> None:
        folder = self.nation.folder / "groups"
        if len(list(folder.iterdir())) > 1:
            shutil.rmtree(folder / self.living(group))

    @rule(group=groups, other=groups, says_so=st.booleans())
    def rename_a_group(self, group: str, other: str, says_so: bool) -> None:
        group = self.living(group)
        old, new = (self.nation.folder / "groups" / one for one in (group, other))
        if not new.exists():
            old.rename(new)
            if says_so:
                with (new / "group.yaml").open("a", encoding="utf-8") as file:
                    file.write(f"former_slugs: [{group}]\n")

    @rule(text=st.sampled_from(("title: Warm homes\n", "title: Warmer homes\n", "title: [\n", "titel: x\n")))
    def change_a_national_campaign(self, text: str) -> None:
        self.write("content/campaigns/warm-homes.md", f"---\n{text}---\n\nInsulate.\n")

    @rule()
    def remove_a_national_campaign(self) -> None:
        (self.nation.folder / "content/campaigns/warm-homes.md").unlink(missing_ok=True)

    @rule(room=rooms, number=numbers)
    def write_a_national_item(self, room: str, number: int) -> None:
        front = GOOD_LINES[room][0].format(number + 1)
        self.write(f"content/{room}/2026-11-01-ours.md", f"---\n{front}---\n\nText.\n")

    @rule(north=st.sampled_from(("North", "The North")), has_west=st.booleans())
    def change_the_regions(self, north: str, has_west: bool) -> None:
        west = "- {slug: west, name: West}\n" if has_west else ""
        self.write("content/regions.yaml", f"- {{slug: north, name: {north}}}\n- {{slug: south, name: South}}\n{west}")

    @rule(more=st.sampled_from(("", "strapline: For all\n", "imprint: Printed by us\n")))
    def change_the_organisation(self, more: str) -> None:
        self.write("content/organisation.yaml", ORGANISATION + more)

    @rule(stem=st.sampled_from(("about", "join")), text=st.sampled_from(("", "Title: A page\n\nSaid.\n", "Title: B\n")))
    def change_a_page(self, stem: str, text: str) -> None:
        if text:
            self.write(f"content/pages/{stem}.md", text)
        else:
            (self.nation.folder / f"content/pages/{stem}.md").unlink(missing_ok=True)

    @rule(word=st.sampled_from(("", "Hello", "Welcome")))
    def override_a_template(self, word: str) -> None:
        """The theme's own, with a word more, before it."""
        file = self.nation.folder / "templates/pages/group.html"
        if not word:
            shutil.rmtree(file.parents[1], ignore_errors=True)
        else:
            own = PACKAGE.parent / "themes/commons/templates/pages/group.html"
            self.write("templates/pages/group.html", own.read_text(encoding="utf-8") + f"<!-- {word} -->\n")
        self.write(
            "pelicanconf.py",
            CONF + ("THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).parent / 'templates')]\n" if word else ""),
        )

    @rule(value=numbers)
    def change_a_setting(self, value: int) -> None:
        self.write("pelicanconf.py", CONF + f"JINJA_GLOBALS = {{'NUMBER': {value}}}\n")

    @rule(days=st.sampled_from((-400, -3, -1, 1, 2, 7, 40, 400)))
    def let_days_pass(self, days: int) -> None:
        self.nation.today = (date.fromisoformat(self.nation.today) + timedelta(days=days)).isoformat()

    # ------------------------------------------------------ what happens to the site

    @precondition(lambda self: self.nation.output.is_dir())
    @rule(chance=st.integers(0, 2**16))
    def lose_a_file_of_the_site(self, chance: int) -> None:
        files = sorted(one for one in self.nation.output.rglob("*") if one.is_file())
        if files:
            files[chance % len(files)].unlink()

    @rule(chance=st.integers(0, 2**16), data=st.sampled_from((None, b"", b"{}", b"\xff\x00", b"[" * 9999)))
    def spoil_a_file_of_the_cache(self, chance: int, data: bytes | None) -> None:
        """But not what was good, nor the list of what is ours in the output: neither can be made again."""
        workshop = self.nation.output.parent / ".site.localgroups"
        files = sorted(
            one for one in workshop.rglob("*") if one.is_file() and one.relative_to(workshop).parts[0] not in KEPT
        )
        if files:
            file = files[chance % len(files)]
            file.unlink() if data is None else file.write_bytes(data)

    @rule(what=st.sampled_from(("parts", "back", "images", "folders.txt", "apart.txt", "own.txt")))
    def lose_a_part_of_the_cache(self, what: str) -> None:
        place = self.nation.output.parent / ".site.localgroups" / what
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)

    # --------------------------------------------------------------------- builds

    @rule(jobs=st.sampled_from(("1", "1", "1", "2", "3")))
    def build(self, jobs: str) -> None:
        self.nation.build("--jobs", jobs)

    @rule(group=groups)
    def preview(self, group: str) -> None:
        self.nation.build("--group", self.living(group))

    @rule(chance=st.integers(1, 200_000))
    def begin_a_build_that_is_killed(self, chance: int) -> None:
        with contextlib.suppress(AssertionError):  # it came to its end, with another status than 0
            killed_at(self.nation, chance)

    @rule(jobs=st.sampled_from(("1", "1", "1", "2", "3")))
    def check(self, jobs: str = "1") -> None:
        """The promise."""
        clean = clean_tree(self.nation, "--jobs", "1")
        status = self.nation.build("--jobs", jobs)
        tree = self.nation.tree()
        differing = sorted(path for path in {*clean, *tree} if clean.get(path) != tree.get(path))
        assert differing == [], self.nation.printed
        assert status in (0, 3), self.nation.printed


AnySequence.TestCase.settings = settings(
    max_examples=SEQUENCES or FEW,
    stateful_step_count=STEPS,
    derandomize=not SEQUENCES,
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),  # the steps tell enough, and a shorter way to the same takes long to find
)
TestAnySequence = AnySequence.TestCase
