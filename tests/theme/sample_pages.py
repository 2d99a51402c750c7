"""Every page of the theme with all that it can show."""

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.values import Struct, replace
from localgroups.outputs import views
from localgroups.outputs.views import DateView, LinkView
from localgroups.outputs.wording import MONTHS, WEEKDAYS
from theme import sample_cards as cards
from theme import sample_site
from theme.sample_prose import PROSE

DAY = DateView("2026-11-01", "1 November 2026")


class Sample(Struct, frozen=True):
    """A page to render."""

    name: str
    template: str
    view: object
    site: views.SiteView


def home_page() -> views.HomePage:
    figures = (
        views.FigureView("150", "local groups", "2026", "annual report"),
        views.FigureView("23,000", "members", "2025", ""),
        views.FigureView("2", "rivers", "", ""),
    )
    return views.HomePage(
        head=sample_site.head("River & Hill Federation", "/", "River & Hill Federation"),
        meetings=cards.meetings(),
        news=cards.all_news(),
        campaigns=cards.campaigns()[:3],
        figures=figures,
        regions=cards.regions(),
        group_count=154,
        region_count=12,
        intro=SafeHtml("<h2>Who we are</h2><p>A federation of groups. Each decides for itself.</p>"),
    )


def groups_page() -> views.GroupsPage:
    by_name = (("F", cards.groups()[4:]), ("N", cards.groups()[1:2]), ("O", cards.groups()[2:3]))
    return views.GroupsPage(
        head=sample_site.head("Groups", "/groups/", section="groups"),
        regions=cards.regions(filled=True),
        by_name=by_name,
        group_count=154,
        closed=cards.closed_groups(),
        start_href="/start-a-group/",
    )


def region_page() -> views.RegionPage:
    return views.RegionPage(
        head=sample_site.head("Upper Valley", "/regions/upper-valley/", "Upper Valley", "groups"),
        name="Upper Valley",
        summary="From the springs to the weir.",
        groups=cards.groups(),
        children=(cards.region("Springs"), cards.region("High Springs")),
        meetings=cards.meetings(),
        news=cards.all_news()[:3],
        closed=cards.closed_groups(),
    )


def group_page() -> views.GroupPage:
    return views.GroupPage(
        head=sample_site.head("North Hill and Lower Mills", "/groups/north-hill/", "North Hill", "groups"),
        name="North Hill and Lower Mills",
        summary="Neighbours between the hill and the mills, organising for warm homes and buses that come.",
        about=PROSE,
        region=cards.VALLEY,
        kind_label="Local group",
        status="active",
        status_label="",
        status_note="",
        since="Since November 2015",
        place="Lower Mills, LM2",
        map_href="https://www.openstreetmap.org/?mlat=1&mlon=2",
        covers=("LM1", "LM2", "Upper Weir"),
        contact=views.ContactView(
            "north-hill@example.org", "01632 960 001", "tel:+441632960001", "https://forms.example.org/n"
        ),
        links=(LinkView("Mastodon", "https://social.example.org/@north"),),
        next_meeting=cards.meeting(),
        meetings=cards.meetings()[1:],
        past_meetings=cards.past_meetings(),
        meetings_href="/groups/north-hill/meetings/",
        news=cards.all_news(),
        news_href="/groups/north-hill/news/",
        campaigns=cards.campaigns()[:2],
        campaigns_href="/groups/north-hill/campaigns/",
        neighbours=cards.groups(),
        imprint="Promoted by the group at 1 Mill Lane, Lower Mills.",
        edit_href="https://git.example.org/groups/north-hill",
    )


def meeting_page() -> views.MeetingPage:
    both = (
        views.ProgrammeEntry(cards.when(time="10am to 11.30am"), "Opening plenary", "Main hall", "Where we stand."),
        views.ProgrammeEntry(cards.when(time="Noon to 1pm"), "Soup", "", ""),
    )
    return views.MeetingPage(
        head=sample_site.head("Members' meeting", "/groups/riverside/meetings/2026-12-03/", "Riverside", "events"),
        title="Members' meeting: warm homes, and what comes after",
        group=cards.RIVERSIDE,
        when=cards.when(),
        type="Annual general meeting",
        status="confirmed",
        status_label="",
        status_note="",
        is_over=False,
        place_name="Friends' Meeting House",
        place_lines=("12 Weir Street", "Riverside", "RV2 9DX"),
        map_href="https://www.openstreetmap.org/?mlat=1&mlon=2",
        online_href="https://call.example.org/riverside",
        online_note="",
        access=("Step-free access", "Hearing loop", "Childcare"),
        access_is_stated=True,
        ask=LinkView("Ask the group", "/groups/riverside/#reach"),
        cost="Free",
        audience="Members",
        book_href="https://tickets.example.org/1",
        body=PROSE,
        picture=cards.picture(1),
        programme=tuple(views.ProgrammeDay(day, both) for day in ("Thursday 24 September", "Friday 25 September")),
        documents=(views.DocumentView("Agenda", "/groups/riverside/documents/agenda.pdf", "PDF, 120 KB"),),
        campaign=LinkView("Warm Homes", "/campaigns/warm-homes/"),
        calendar_href="/groups/riverside/meetings/2026-12-03/meeting.ics",
        language="en",
        imprint="Promoted by the group.",
    )


def news_page() -> views.NewsPage:
    return views.NewsPage(
        head=sample_site.head("The library stays open", "/groups/riverside/news/2026-11-01/", "Riverside", "news"),
        title="The library stays open: how eleven weeks of evenings changed a council's mind",
        group=cards.RIVERSIDE,
        date=DAY,
        updated=DateView("2026-11-04", "4 November 2026"),
        author="The library committee",
        body=PROSE,
        picture=cards.picture(0),
        tags=("library", "council"),
        campaign=LinkView("Keep the Library", "/campaigns/library/"),
        language="en",
        translations=(
            views.TranslationLink("Die Bücherei bleibt", "/de/", "de", f"{sample_site.BASE}/de/"),
            views.TranslationLink("المكتبة باقية", "/ar/", "ar", f"{sample_site.BASE}/ar/"),
        ),
        imprint="Promoted by the group.",
        newer=LinkView("Buses: first Sunday service since 2011", "/n/"),
        older=LinkView("River clean", "/o/"),
    )


def campaign_page() -> views.CampaignPage:
    return views.CampaignPage(
        head=sample_site.head("Warm Homes", "/campaigns/warm-homes/", "Warm Homes", "campaigns"),
        title="Warm Homes",
        group=cards.NATIONAL,
        summary="Insulate every council home before the winter of 2028.",
        status="active",
        status_label="Active",
        dates="Since October 2024",
        body=PROSE,
        picture=cards.picture(1),
        goal=cards.goal(),
        actions=(LinkView("Sign the petition", "https://petition.example.org"), LinkView("Find a stall", "/events/")),
        national=LinkView("Decent Homes", "/campaigns/decent-homes/"),
        groups=cards.groups(),
        local_campaigns=cards.campaigns()[1:],
        meetings=cards.meetings()[:2],
        news=cards.all_news()[:3],
        priority="Priority campaign 2026",
        language="en",
        imprint="Promoted by the federation.",
        follow_name="Warm Homes",
    )


def list_page(title: str, path: str, own: bool = True) -> views.ListPage:
    return views.ListPage(
        head=sample_site.head(title, path, "Riverside", path.strip("/").split("/")[-1]),
        title=title,
        group=cards.RIVERSIDE if own else None,
        intro="Newest first.",
        empty="Nothing here yet.",
        pager=views.Pager(2, 9, f"{path}", f"{path}page/3/"),
    )


def events_page() -> views.EventsPage:
    months = (
        views.Month("December 2026", "/events/2026/12/", cards.meetings(), 6, True),
        views.Month("January 2027", "/events/2027/01/", cards.meetings()[:2], 2),
    )
    return views.EventsPage(
        head=sample_site.head("Events", "/events/", "River & Hill Federation", "events"),
        title="What is on",
        intro="All groups, all regions, earliest first.",
        months=months,
        years=(views.Year("2026", "/events/2026/", months, True), views.Year("2025", "/events/2025/", months[1:])),
        earlier=LinkView("November 2026", "/events/2026/11/"),
        later=LinkView("February 2027", "/events/2027/02/"),
        kinds=(LinkView("Rally", "/events/types/rally/", True), LinkView("Training", "/events/types/training/")),
    )


def feeds_page() -> views.FeedsPage:
    rows = (
        views.FollowGroup("Riverside", "/groups/riverside/", sample_site.feeds("/groups/riverside/", "Riverside")),
        views.FollowGroup("North Hill", "/groups/north-hill/", sample_site.feeds("/groups/north-hill/", "North Hill")),
    )
    return views.FeedsPage(
        sample_site.head("Follow", "/feeds/"),
        sample_site.feeds("/", "the federation"),
        rows,
        "/feeds.opml",
        "/feeds/choose/",
    )


def choose_page() -> views.ChoosePage:
    def choice(name: str, slug: str, former: str = "") -> views.Choice:
        path = f"/groups/{slug}/"
        return views.Choice(name, slug, f"{sample_site.BASE}{path}events.ics", f"{path}feed.rss", former)

    hill = views.ChoiceRegion(choice("Upper Hill", "upper-hill"), 1, True, (choice("North Hill", "north-hill"),))
    groups = (choice("Riverside", "riverside", "riverside-north"), choice("شمال المدينة", "north-town"))
    valley = views.ChoiceRegion(choice("Upper Valley", "upper-valley"), 3, True, groups, (hill,))
    return views.ChoosePage(
        sample_site.head("Choose what to follow", "/feeds/choose/"), (valley,), "/theme/choose.js", "/theme/choose.css"
    )


def search_page() -> views.SearchPage:
    regions = (LinkView("Upper Valley", "/regions/upper-valley/"), LinkView("Upper Hill", "/regions/upper-hill/"))
    head = sample_site.head("Search", "/search/", "the federation", "search")
    return views.SearchPage(
        head, regions, "/theme/search.js", "/theme/search.css", "/search/", " ".join(MONTHS), " ".join(WEEKDAYS)
    )


def desk_page() -> views.DeskPage:
    fault = views.FaultView(
        tone="caution",
        place="To mend: line 3",
        message='"31 November 2026" is not a date: November has 30 days.',
        help="Write: 30 November 2026",
        before="starts: ",
        marked="31 November 2026",
        after=", 7pm, <b>in the hall</b>",
        title="A day that the month does not have",
        explanation="November has 30 days, February 28 or 29. Look at the date again.",
    )
    path = "meetings/2026-12-03-members-meeting-with-a-name-that-goes-on.md"
    mild = replace(fault, tone="warning", place="To look at: line 9", help="", before="", marked="", after="")
    return views.DeskPage(
        head=replace(sample_site.head("Desk of Riverside", "/desk/riverside/", "Riverside"), is_indexed=False),
        name="Riverside",
        group=cards.RIVERSIDE,
        intro="One file cannot be published as it stands. Everything else is.",
        status="cancelled",
        held=(views.HeldView(path, DAY, "Its last good version is shown."),),
        files=(
            views.FileFaultsView(path, f"https://git.example.org/edit/main/{path}", (fault, mild)),
            views.FileFaultsView("group.yaml", "", (mild,)),
        ),
        more="12 more faults of this folder are not listed.",
        kept_back="2 drafts are kept back.",
        meetings=cards.meetings()[:3],
        meetings_note="Times are those on the clocks of Riverside.",
        folder_href="https://git.example.org/tree/main/groups/riverside",
        folder="groups/riverside",
        embed='<iframe src="https://federation.example.org/groups/riverside/embed/" title="Next meetings"></iframe>',
        embed_href="/groups/riverside/embed/",
        messages=(LinkView("This week, as text", "/groups/riverside/digest-week.txt"),),
    )


def embed_page() -> views.EmbedPage:
    return views.EmbedPage(
        title="Next meetings of Riverside",
        name="Riverside",
        href="/groups/riverside/",
        canonical="https://federation.example.org/groups/riverside/",
        language="en",
        meetings=cards.meetings()[:5],
        empty="Riverside has no meeting planned just now.",
        all_href="/groups/riverside/meetings/",
        calendar_href="webcal://federation.example.org/groups/riverside/events.ics",
        imprint="Promoted by Riverside, 1 Example Street.",
    )


def text_page(title: str = "How we decide") -> views.TextPage:
    return views.TextPage(sample_site.head(title, "/how-we-decide/"), title, PROSE, DAY)


def rich() -> tuple[Sample, ...]:
    """Every page with all that it can show."""
    pages: tuple[tuple[str, object], ...] = (
        ("pages/home.html", home_page()),
        ("pages/groups.html", groups_page()),
        ("pages/region.html", region_page()),
        ("pages/group.html", group_page()),
        ("pages/meeting.html", meeting_page()),
        ("pages/news.html", news_page()),
        ("pages/campaign.html", campaign_page()),
        ("pages/news_list.html", replace(list_page("News", "/groups/riverside/news/"), news=cards.all_news())),
        (
            "pages/meeting_list.html",
            replace(
                list_page("Meetings", "/groups/riverside/meetings/"),
                meetings=cards.meetings(),
                past_meetings=cards.past_meetings(),
                archives=(LinkView("2024", "/groups/riverside/events-2024.ics"),),
            ),
        ),
        (
            "pages/campaign_list.html",
            replace(
                list_page("Campaigns", "/campaigns/", False),
                campaigns=cards.campaigns(),
                past_campaigns=cards.campaigns()[3:],
            ),
        ),
        ("pages/events.html", events_page()),
        ("pages/feeds.html", feeds_page()),
        ("pages/choose.html", choose_page()),
        ("pages/search.html", search_page()),
        ("pages/desk.html", desk_page()),
        ("pages/embed.html", embed_page()),
        (
            "pages/not_found.html",
            views.TextPage(sample_site.head("Page not found", "/404.html"), "No page here", EMPTY),
        ),
        ("pages/redirect.html", views.RedirectPage(sample_site.head("Riverside"), "Riverside", "/groups/riverside/")),
        ("page.html", text_page()),
    )
    return tuple(Sample(f"rich {template}", template, view, sample_site.site()) for template, view in pages)
