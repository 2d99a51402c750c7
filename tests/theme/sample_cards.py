"""Cards of the made-up federation: every kind, standing and language that a list must be able to show."""

from localgroups.model.values import replace
from localgroups.outputs.views import (
    CampaignCard,
    DateView,
    GoalView,
    GroupCard,
    LinkView,
    MeetingCard,
    NewsCard,
    PictureView,
    RegionEntry,
    WhenView,
)

RIVERSIDE = LinkView("Riverside", "/groups/riverside/")
NORTH_HILL = LinkView("North Hill and Lower Mills", "/groups/north-hill/")
NATIONAL = LinkView("River & Hill Federation", "/")
VALLEY = LinkView("Upper Valley", "/regions/upper-valley/")


def when(day: int = 3, weekday: str = "Thu", month: str = "Dec", time: str = "7pm to 9pm") -> WhenView:
    """An evening in December 2026."""
    longer = {"Thu": "Thursday", "Sat": "Saturday", "Tue": "Tuesday", "Sun": "Sunday"}
    months = {"Dec": "December", "Nov": "November", "Jan": "January"}
    date = f"{longer[weekday]} {day} {months[month]} 2026"
    return WhenView(
        iso=f"2026-12-{day:02d}T19:00+01:00",
        text=f"{date}, {time}",
        date=date,
        time=time,
        day=str(day),
        month=month,
        year="2026",
        weekday=weekday,
        end_iso=f"2026-12-{day:02d}T21:00+01:00",
    )


def picture(number: int = 1) -> PictureView:
    """One of three pictures that are not there: only their addresses matter."""
    name = ("march", "stall", "river")[number % 3]
    srcset = ", ".join(f"/images/{name}-{width}.png {width}w" for width in (480, 960))
    alt = ("People with banners on a bridge", "A stall with leaflets in the rain", "A bend of the river at dusk")
    return PictureView(f"/images/{name}-960.png", srcset, 960, 600, alt[number % 3])


def meeting(title: str = "Members' meeting", **changes: object) -> MeetingCard:
    """A public meeting on an evening."""
    card = MeetingCard(
        title=title,
        href="/groups/riverside/meetings/2026-12-03-members-meeting/",
        when=when(),
        group=RIVERSIDE,
        place="Friends' Meeting House, Riverside",
        type="",
        status="confirmed",
        status_label="",
        cost="Free",
        summary="What we do about the heating bills this winter, and who knocks on which doors.",
        language="en",
        is_over=False,
    )
    return replace(card, **changes)  # type: ignore[arg-type]


def meetings() -> tuple[MeetingCard, ...]:
    """One of every kind that a list must be able to show."""
    return (
        meeting(),
        meeting("Leaflets at the market", when=when(5, "Sat", time="10am to 1pm"), type="Canvass", group=NORTH_HILL),
        meeting(
            "Annual general meeting: reports, elections and soup",
            when=when(8, "Tue"),
            type="Annual general meeting",
            status="cancelled",
            status_label="Cancelled",
        ),
        meeting(
            "اجتماع الأعضاء في الحي الشمالي",
            when=replace(when(10), text="Thursday 10 December 2026, 7pm to 9pm (EST, UTC−5)", zone="EST, UTC−5"),
            language="ar",
            place="Online",
            cost="",
        ),
        meeting(
            "Mitgliederversammlung der Straßenbahnhaltestellenverschönerungsgemeinschaft",
            when=when(12, "Sat"),
            status="provisional",
            status_label="Provisional",
            language="de",
            group=NATIONAL,
        ),
        meeting("Winter social", when=when(20, "Sun", time="All day"), type="Social", place="", cost=""),
    )


def past_meetings() -> tuple[MeetingCard, ...]:
    """What has been."""
    return (
        meeting("River clean", when=when(22, "Sun", "Nov", "10am to noon"), is_over=True),
        meeting("Open evening", when=when(3, "Tue", "Nov"), is_over=True, status="cancelled", status_label="Cancelled"),
    )


def news(title: str = "The library stays open", number: int | None = 0, **changes: object) -> NewsCard:
    """A piece of news, with a picture where it has a number."""
    card = NewsCard(
        title=title,
        href="/groups/riverside/news/2026-11-01-library/",
        date=DateView("2026-11-01", "1 November 2026"),
        group=RIVERSIDE,
        summary="Eleven weeks, four thousand signatures and one very long council meeting later, the doors stay open.",
        picture=None if number is None else picture(number),
        language="en",
    )
    return replace(card, **changes)  # type: ignore[arg-type]


def all_news() -> tuple[NewsCard, ...]:
    """With and without pictures, in three languages."""
    return (
        news(),
        news("Buses: first Sunday service since 2011", 1, group=NORTH_HILL),
        news("Eine Hausverwaltungsgesellschaft lenkt endlich ein", None, language="de"),
        news("مكتبة الحي تبقى مفتوحة", 2, language="ar", summary="بعد أحد عشر أسبوعا بقيت الأبواب مفتوحة."),
        news("Short and sweet", None, summary=""),
    )


def goal(percent: int = 100, text: str = "178%") -> GoalView:
    """A counter that went past its goal."""
    return GoalView("4,459", "2,500", "pledges", "1 May 2026", percent, text)


def campaign(title: str = "Warm Homes", **changes: object) -> CampaignCard:
    """A national campaign."""
    card = CampaignCard(
        title=title,
        href="/campaigns/warm-homes/",
        summary="Insulate every council home before the winter of 2028, street by street, with those who live there.",
        status="active",
        status_label="Active",
        group=NATIONAL,
        picture=None,
        goal=None,
        priority="",
        language="en",
    )
    return replace(card, **changes)  # type: ignore[arg-type]


def campaigns() -> tuple[CampaignCard, ...]:
    """The year's priority first."""
    return (
        campaign(picture=picture(1), goal=goal(), priority="Priority campaign 2026"),
        campaign("Buses that come", goal=goal(38, "38%")),
        campaign("Clean River", picture=picture(2)),
        campaign("Keep the Library", status="won", status_label="Won", group=RIVERSIDE),
    )


def group(name: str = "Riverside", **changes: object) -> GroupCard:
    """A local group with a meeting to come."""
    card = GroupCard(
        name=name,
        href="/groups/riverside/",
        region=VALLEY,
        status="active",
        status_label="",
        note="",
        summary="We meet where the rivers do.",
        language="en",
        next_meeting=meeting(),
    )
    return replace(card, **changes)  # type: ignore[arg-type]


def groups() -> tuple[GroupCard, ...]:
    """Every standing a group can have, but closed."""
    return (
        group(),
        group("North Hill and Lower Mills", href="/groups/north-hill/", note="Mills · about 14 km away"),
        group(
            "Oberammerwaldbacherstraßenviertel",
            href="/groups/oberammer/",
            status="forming",
            status_label="Forming",
            next_meeting=None,
            language="de",
        ),
        group("Students", href="/groups/students/", note="Student group", next_meeting=None),
        group("Ferry Lane", href="/groups/ferry-lane/", status="paused", status_label="Paused", next_meeting=None),
    )


def closed_groups() -> tuple[GroupCard, ...]:
    """A group that was."""
    return (group("Old Mill", href="/groups/old-mill/", status="closed", status_label="Closed", next_meeting=None),)


def region(name: str = "Upper Valley", children: tuple[RegionEntry, ...] = (), filled: bool = False) -> RegionEntry:
    """A region, with its groups where it is filled."""
    slug = name.lower().replace(" ", "-")
    return RegionEntry(
        name=name,
        href=f"/regions/{slug}/",
        slug=slug,
        summary="From the springs to the weir.",
        count=len(name) % 9 + 1,
        groups=groups() if filled else (),
        children=children,
    )


def regions(filled: bool = False) -> tuple[RegionEntry, ...]:
    """A small tree."""
    return (
        region("Upper Valley", (region("Springs", (region("High Springs", filled=filled),), filled),), filled),
        region("Lower Valley and the Estuary", filled=filled),
        region("Hill Country", filled=filled),
        region("Islands"),
        region("Borderlands"),
    )
