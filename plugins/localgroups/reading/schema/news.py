"""The fields of news: `news/*.md`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.fields import Date, Line, Stem
from localgroups.reading.markers import reads
from localgroups.reading.records import field
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.schema.parts import STATUS_DRAFT

STATUSES = {"published": "Published"} | STATUS_DRAFT

Status = Annotated[str, reads(one_of(STATUSES, "a status of news"), enum=list(STATUSES))]


class NewsFile(ItemFields):
    """Something that happened."""

    synonyms = synonyms.NEWS

    date: Date | None = field("The day it is from; default: the date in the file's name", "2026-11-01")
    updated: Date | None = field("The day it was last changed in substance", "2026-11-03")
    author: Line = field("Who wrote it", "The press team", default="")
    translates: Stem = field("The name of the file that this one translates", "2026-11-01-library-saved", default="")
    status: Status = field("draft: not published yet", "draft", default="published")
    expires: Date | None = field("The last day on which it is shown", "2026-12-31")
