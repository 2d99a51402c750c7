"""What news, meetings and campaigns have in common, from fields to item."""

from collections.abc import Iterable
from typing import Any

from localgroups.model.identity import Kind
from localgroups.model.items import LAST_GOOD, LEFT_OUT, AnyItem, Held
from localgroups.model.pictures import Picture
from localgroups.model.values import Struct
from localgroups.reading.bodies import read_body
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted, warning
from localgroups.reading.item_doubts import check_words
from localgroups.reading.nodes import Mapping
from localgroups.reading.placeholders import placeholder_in_value
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.words import nearest

NATIONAL = "national/"
"""Before the stem of a national campaign."""


class ItemReading(Struct, frozen=True):
    """What came of one file, or of one entry of a list."""

    path: str
    """As held items are named: with the line, where a file holds several."""
    item: AnyItem | None
    """None where it is held, a draft or expired."""
    faults: FileFaults
    counts: bool = True
    """Whether it is an item; False for what is wrong with a list as a whole."""
    source: str = ""
    """The text of the file that the item was read from, good or earlier; empty for one entry of a list."""
    entry: str = ""
    """The lines of one entry of a list; empty where it does not stand on lines of its own."""
    is_draft: bool = False
    stands_in: bool = False
    """Whether an earlier version is published in its place."""

    @property
    def held(self) -> Held | None:
        if not self.faults.has_errors:
            return None
        shown = LAST_GOOD if self.stands_in else LEFT_OUT
        return Held(self.path, shown=shown, codes=self.faults.codes, entry=self._entry)

    @property
    def _entry(self) -> str:
        """What tells an entry of a list from the others; empty for what has a file of its own."""
        if self.path == self.faults.path:
            return ""
        root = self.faults.root
        written = (root.text("id") or root.text("title")) if isinstance(root, Mapping) else ""
        return self.item.stem if self.item is not None else " ".join(written.split())


def common_of(fields: ItemFields, stem: str, text: str, line: int, faults: FileFaults, desk: Desk) -> dict[str, Any]:
    """What every item takes, as keyword arguments of the model's classes."""
    check_words(fields, faults)
    body = read_body(text, line, faults, desk)
    for key, words, is_name in (("title", fields.title, True), ("summary", fields.summary, False)):
        left_in = placeholder_in_value(words, is_name=is_name)
        if left_in:
            faults.add(left_in, key)
    if fields.title.endswith((",", ";")):
        message = f"The title {quoted(fields.title)} ends with a sign that is printed with it."
        faults.add(warning("comma-at-end", message, f"Write: title: {fields.title.rstrip(',; ')}"), "title")
    return {
        "owner": desk.owner,
        "stem": stem,
        "title": fields.title,
        "path": faults.path,
        "summary": fields.summary or desk.renderer.summary(body),
        "body": body,
        "language": fields.language or desk.language,
        "name": fields.id or (fields.formerly[0] if fields.formerly else stem),
        "formerly": fields.formerly,
        "picture": _picture(fields, faults, desk),
        "campaign": campaign_of(fields.campaign, "campaign", faults, desk),
        "imprint": _imprint(fields, faults, desk),
        "tags": tuple(dict.fromkeys([tag for tag in fields.tags if tag])),
    }


def _picture(fields: ItemFields, faults: FileFaults, desk: Desk) -> Picture | None:
    if not fields.image:
        return None
    if not fields.image_alt:
        faults.add(
            Fault(
                "missing-alt",
                f"The picture {quoted(fields.image)} has no words for those who cannot see it.",
                "Add a line: image_alt: what the picture shows",
            ),
            "image",
        )
    picture = desk.library.picture(fields.image, fields.image_alt)
    if isinstance(picture, Fault):
        faults.add(picture, "image")
        return None
    return picture


def _imprint(fields: ItemFields, faults: FileFaults, desk: Desk) -> str:
    imprint = fields.imprint or (desk.imprint if fields.election else "")
    if fields.election and not imprint:
        faults.add(
            Fault(
                "missing-imprint",
                "This is about an election, and there is no digital imprint for it.",
                "Add a line: imprint: Promoted by … (name and address)",
            ),
            "election",
        )
    return imprint


def campaign_of(written: str, key: str, faults: FileFaults, desk: Desk) -> str:
    """A reference to a campaign that exists: `warm-homes`, `national/warm-homes`; empty for none."""
    if not written:
        return ""
    own = [] if desk.is_nation else desk.stems(Kind.CAMPAIGNS)
    national = [NATIONAL + stem for stem in desk.facts.campaigns]
    if written in own or written in national:
        return written
    if desk.is_nation and NATIONAL + written in national:
        return NATIONAL + written
    faults.add(_unknown_campaign(written, [*own, *national]), key)
    return ""


def _unknown_campaign(written: str, known: Iterable[str]) -> Fault:
    every = list(known)
    bare = written.rpartition("/")[2]
    near = next((one for one in every if one.rpartition("/")[2] == bare), "") or nearest(written, every)
    near = near or next((one for one in every if nearest(bare, [one.rpartition("/")[2]])), "")
    help = (
        f"Write: {near}"
        if near
        else "Write the name of a file in campaigns, or national/ and the name of a national campaign."
    )
    return Fault("unknown-campaign", f"{quoted(written)} is not a campaign of this group or a national one.", help)


def is_draft(status: str) -> bool:
    return status.strip().casefold() == "draft"
