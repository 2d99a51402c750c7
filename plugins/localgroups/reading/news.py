"""News: from fields to item."""

from localgroups.model.identity import Kind
from localgroups.model.items import News
from localgroups.reading.dated_names import day_in_name
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, quoted
from localgroups.reading.item_doubts import check_news
from localgroups.reading.items import common_of
from localgroups.reading.nodes import Mapping
from localgroups.reading.schema.news import NewsFile
from localgroups.reading.validation import read_record
from localgroups.reading.words import nearest
from localgroups.reading.years import warn_of_year


def read_news(node: Mapping, stem: str, text: str, line: int, faults: FileFaults, desk: Desk) -> News | None:
    """The piece of news; None where it has expired or `faults` says what is wrong."""
    fields = read_record(NewsFile, node, faults)
    day = fields.date or day_in_name(stem)
    if day is None and not node.get("date"):
        faults.add(
            Fault(
                "missing-field",
                "The field date: is missing, and the file's name has no date.",
                "Add a line: date: 2026-12-03, with the day it is from",
            )
        )
    if fields.translates and (fields.translates == stem or fields.translates not in desk.stems(Kind.NEWS)):
        near = nearest(fields.translates, [one for one in desk.stems(Kind.NEWS) if one != stem])
        help = f"Write: {near}" if near else "Write the name of the original's file in news, without .md"
        faults.add(
            Fault("unknown-original", f"{quoted(fields.translates)} is no other news of this group.", help),
            "translates",
        )
    if fields.date is not None:
        warn_of_year(fields.date, stem, desk.today, faults, "date")
    check_news(fields, day, desk.today, faults)
    common = common_of(fields, stem, text, line, faults, desk)
    if faults.has_errors or day is None or (fields.expires and fields.expires < desk.today):
        return None
    return News(
        **common,
        date=day,
        updated=fields.updated,
        author=fields.author,
        translates=fields.translates,
        expires=fields.expires,
        election=fields.election,
    )
