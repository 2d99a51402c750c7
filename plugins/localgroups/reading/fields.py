"""The field types of the format, ready for the schema."""

from datetime import date, time, timedelta
from functools import partial
from typing import Annotated

from localgroups.model import moments
from localgroups.model.limits import FORMER_NAMES, LINE, SLUG
from localgroups.model.recurrence import Rule
from localgroups.reading import moments as wall_times
from localgroups.reading.addresses import PathRule, read_email, read_phone, read_url
from localgroups.reading.choices import read_yes
from localgroups.reading.dates import read_date, read_rough_date
from localgroups.reading.durations import read_duration
from localgroups.reading.faults import Fault
from localgroups.reading.left_out import LeftOut, read_left_out
from localgroups.reading.markers import a_list, reads
from localgroups.reading.own_files import read_document_path, read_image_path
from localgroups.reading.plain_values import (
    read_id,
    read_language,
    read_latitude,
    read_line,
    read_longitude,
    read_number,
    read_paragraph,
    read_slug,
    read_stem,
    read_zone,
)


def _read_repeats(text: str) -> Rule | Fault:
    from localgroups.reading.repeat_words import read_repeats  # here: few meetings repeat

    return read_repeats(text)


Line = Annotated[str, reads(read_line, maxLength=LINE.most)]
Paragraph = Annotated[str, reads(read_paragraph, is_long=True)]
Markdown = Annotated[str, reads(str.strip, is_long=True)]
Slug = Annotated[str, reads(read_slug, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=SLUG.most)]
Stem = Annotated[str, reads(read_stem, pattern="^[a-z0-9][a-z0-9-]*$")]
Id = Annotated[str, reads(read_id)]
Email = Annotated[str, reads(read_email, format="email")]
Phone = Annotated[str, reads(read_phone)]
Language = Annotated[str, reads(read_language)]
Zone = Annotated[str, reads(read_zone)]
Url = Annotated[str, reads(read_url, format="uri")]
FileUrl = Annotated[str, reads(partial(read_url, paths=PathRule.OWN_FILE))]
SiteUrl = Annotated[str, reads(partial(read_url, paths=PathRule.SITE))]
ImagePath = Annotated[str, reads(read_image_path)]
DocumentPath = Annotated[str, reads(read_document_path)]
Number = Annotated[int, reads(read_number)]
Latitude = Annotated[float, reads(read_latitude)]
Longitude = Annotated[float, reads(read_longitude)]
Yes = Annotated[bool, reads(read_yes)]
Date = Annotated[date, reads(read_date)]
RoughDate = Annotated[moments.RoughDate, reads(read_rough_date)]
When = Annotated[wall_times.When, reads(wall_times.read_when)]
End = Annotated[wall_times.When | time | wall_times.Midnight, reads(wall_times.read_end)]
Duration = Annotated[timedelta, reads(read_duration)]
Repeats = Annotated[Rule, reads(_read_repeats)]

Words = Annotated[tuple[Line, ...], a_list(splits=True)]
Stems = Annotated[tuple[Stem, ...], a_list(splits=True, most=FORMER_NAMES)]
Slugs = Annotated[tuple[Slug, ...], a_list(splits=True, most=FORMER_NAMES)]
LeftOuts = Annotated[tuple[Annotated[LeftOut, reads(read_left_out)], ...], a_list(splits=True)]
