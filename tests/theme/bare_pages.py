"""Every page of the theme with as little on it as it may have."""

from localgroups.model.html import EMPTY
from localgroups.model.values import replace
from localgroups.outputs import views
from theme import sample_site
from theme.sample_pages import (
    Sample,
    campaign_page,
    choose_page,
    desk_page,
    embed_page,
    events_page,
    feeds_page,
    group_page,
    groups_page,
    home_page,
    list_page,
    meeting_page,
    news_page,
    region_page,
    search_page,
    text_page,
)

NO_CONTACT = views.ContactView("", "", "", "")


def bare() -> tuple[Sample, ...]:
    """Every page with as little as it may have."""
    nothing = replace(list_page("News", "/news/", False), intro="", pager=None)
    group = replace(
        group_page(),
        summary="",
        about=EMPTY,
        status="paused",
        status_label="Paused",
        status_note="This group pauses until spring.",
        since="",
        place="",
        map_href="",
        covers=(),
        contact=NO_CONTACT,
        links=(),
        next_meeting=None,
        meetings=(),
        past_meetings=(),
        meetings_href="",
        news=(),
        news_href="",
        campaigns=(),
        campaigns_href="",
        neighbours=(),
        imprint="",
        edit_href="",
    )
    meeting = replace(
        meeting_page(),
        status="cancelled",
        status_label="Cancelled",
        status_note="The hall is flooded. We meet again in January.",
        type="",
        place_name="",
        place_lines=(),
        map_href="",
        online_href="",
        online_note="members only",
        access=(),
        access_is_stated=False,
        cost="",
        audience="",
        book_href="",
        body=EMPTY,
        picture=None,
        programme=(),
        documents=(),
        campaign=None,
        imprint="",
    )
    over = replace(meeting, status="confirmed", status_label="", status_note="", is_over=True, language="cy")
    news = replace(
        news_page(), updated=None, author="", body=EMPTY, picture=None, tags=(), campaign=None, translations=()
    )
    news = replace(news, newer=None, older=None)
    campaign = replace(
        campaign_page(),
        summary="",
        dates="",
        body=EMPTY,
        picture=None,
        goal=None,
        actions=(),
        national=None,
        groups=(),
        local_campaigns=(),
        meetings=(),
        news=(),
        priority="",
        imprint="",
    )
    home = replace(home_page(), meetings=(), news=(), campaigns=(), figures=(), regions=(), group_count=0, intro=EMPTY)
    region = replace(region_page(), summary="", groups=(), children=(), meetings=(), news=(), closed=())
    groups = replace(groups_page(), regions=(), by_name=(), group_count=0, closed=(), start_href="")
    events = replace(events_page(), intro="", months=(), years=(), earlier=None, later=None, kinds=())
    desk = replace(
        desk_page(),
        head=replace(desk_page().head, feeds=()),
        group=None,
        held=(),
        files=(),
        more="",
        kept_back="",
        meetings=(),
        folder_href="",
        embed="",
        embed_href="",
        messages=(),
    )
    well = replace(desk, group=views.LinkView("Riverside", "/groups/riverside/"), status="closed", intro="All is well.")
    pages: tuple[tuple[str, object], ...] = (
        ("pages/home.html", home),
        ("pages/groups.html", groups),
        ("pages/region.html", region),
        ("pages/group.html", group),
        ("pages/meeting.html", meeting),
        ("pages/meeting.html", over),
        ("pages/news.html", news),
        ("pages/campaign.html", campaign),
        ("pages/news_list.html", nothing),
        ("pages/meeting_list.html", nothing),
        ("pages/campaign_list.html", nothing),
        ("pages/events.html", events),
        ("pages/feeds.html", replace(feeds_page(), national=(), regions=())),
        ("pages/choose.html", replace(choose_page(), regions=())),
        ("pages/search.html", replace(search_page(), regions=(), script="")),
        ("pages/desk.html", desk),
        ("pages/desk.html", well),
        ("pages/embed.html", replace(embed_page(), meetings=(), imprint="")),
        ("page.html", replace(text_page(), body=EMPTY, updated=None)),
    )
    site = sample_site.bare_site()
    return tuple(Sample(f"bare {n} {template}", template, view, site) for n, (template, view) in enumerate(pages))
