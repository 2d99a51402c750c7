"""Meetings, news and campaigns of a fictional group, to be printed by tests."""

from datetime import date, datetime, timedelta

from localgroups.model.html import SafeHtml
from localgroups.model.identity import Owner
from localgroups.model.items import Goal, Meeting
from localgroups.model.moments import Moment, RoughDate
from localgroups.model.nation import NationFacts
from localgroups.model.organisation import Organisation
from localgroups.model.pictures import Picture, Rendition
from localgroups.model.places import Place, Position
from localgroups.model.rollups import CampaignLine, NewsLine
from localgroups.model.values import replace
from localgroups.outputs.site import Site

GROUP = Owner("riverside", "Riverside", "riverside-north")
SITE = Site(
    facts=NationFacts(Organisation("Tenants Together", id_domain="ids.example.org")),
    name="Tenants Together",
    address="https://example.org/base",
    timezone="Europe/Paris",
    language="en",
    stylesheet="/theme/site.css",
)

MEETING = Meeting(
    owner=GROUP,
    stem="2026-12-03-members-meeting",
    title="Members’ meeting; all welcome, really",
    path="groups/riverside/meetings/2026-12-03-members-meeting.md",
    summary="We decide on the rent campaign. Tea, cake, a hearing loop: all are welcome, new members most of all.",
    language="en",
    starts=Moment(datetime.fromisoformat("2026-12-03 19:00"), "Europe/Paris"),
    ends=Moment(datetime.fromisoformat("2026-12-03 21:00"), "Europe/Paris"),
    place=Place("Friends House", "12 Mill Lane", "Riverside", "12345", Position(48.85, 2.35)),
    online="https://meet.example.org/riverside",
    cost="free",
    book="https://example.org/book?a=1&b=2",
)

NEWS = NewsLine(
    owner=GROUP,
    region="north",
    stem="2026-11-01-library-saved",
    name="2026-11-01-library-saved",
    title="The library is saved & stays <open>",
    summary="After 14 months the council voted to keep it.",
    language="en",
    imprint="Promoted by Tenants Together & Co, 1 High Street, Riverside",
    picture=Picture(
        (Rendition("/groups/riverside/images/library-1a2b3c4d-480.webp", 480, 320),),
        'A "Save it" banner',
        Rendition("/groups/riverside/images/library-1a2b3c4d-480.jpg", 480, 320),
    ),
    date=date(2026, 11, 1),
    updated=date(2026, 11, 3),
    author="The committee",
    tags=("libraries", "council"),
    body=SafeHtml(
        '<p>See <a href="/groups/riverside/">us</a>, <a href="#user-content-fn-1">the note</a> and '
        '<a href="https://example.net/">the paper</a>.</p>\n'
        '<p><img src="/groups/riverside/images/a.webp" alt="ŵyl"> ]]&gt;</p>'
    ),
)

CAMPAIGN = CampaignLine(
    owner=GROUP,
    region="north",
    stem="warm-homes",
    name="warm-homes",
    title="Cartrefi cynnes",
    summary="Cartrefi cynnes i bawb.",
    language="cy",
    status="active",
    starts=RoughDate(2026, 5),
    ends=None,
    goal=Goal(100, 140, "cefnogwyr", RoughDate(2026, 9)),
    priority=None,
)


def meeting(wall: str, zone: str, hours: float = 2, **changes: object) -> Meeting:
    """The sample meeting at another time: `2026-10-25 19:00`, `Asia/Kolkata`."""
    starts = datetime.fromisoformat(wall)
    ends = starts + timedelta(hours=hours)
    stem = f"{wall}-{zone}".replace(" ", "-").replace(":", "").replace("/", "-").lower()
    return replace(MEETING, stem=stem, starts=Moment(starts, zone), ends=Moment(ends, zone), **changes)  # type: ignore[arg-type]
