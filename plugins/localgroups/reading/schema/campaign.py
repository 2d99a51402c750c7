"""The fields of campaigns: `campaigns/*.md`."""

from typing import Annotated

from localgroups.reading import synonyms
from localgroups.reading.choices import one_of
from localgroups.reading.fields import Line, Number, RoughDate
from localgroups.reading.markers import reads
from localgroups.reading.records import field
from localgroups.reading.schema.items import ItemFields
from localgroups.reading.schema.parts import STATUS_DRAFT, Goal, Links

STATUSES = {
    "active": "Active",
    "planned": "Planned",
    "paused": "Paused",
    "won": "Won",
    "ended": "Ended",
} | STATUS_DRAFT
"""In the order of lists."""

Status = Annotated[str, reads(one_of(STATUSES, "a status of a campaign"), enum=list(STATUSES))]


class CampaignFile(ItemFields):
    """Something that is fought for over a time."""

    synonyms = synonyms.CAMPAIGN

    starts: RoughDate | None = field("When it began, as exactly as it is known", "2026-05")
    ends: RoughDate | None = field("When it ended", "2027")
    status: Status = field("planned, active, won, ended, paused or draft", "active", default="active")
    part_of: Line = field("The national campaign it belongs to", "national/warm-homes", default="")
    goal: Goal | None = field("What is counted", "{target: 2500, count: 1200, what: signatures}")
    actions: Links = field(
        "What people can do; the first is the button", "[{label: Sign, url: https://example.org/sign}]", default=()
    )
    priority: Number | None = field("The year for which members chose it; in content/campaigns/ alone", "2026")
