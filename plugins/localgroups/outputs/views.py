"""What templates see: finished values, no live objects.

A view has done the thinking: dates are worded, links are complete, lists are cut and sorted. Templates need
`if` and `for` alone. Every `href` is ready to print (it carries the site's base path).
"""

from localgroups.model.html import EMPTY, SafeHtml
from localgroups.model.values import Struct
from localgroups.outputs.headers import EMBED_POLICY, PAGE_POLICY, SCRIPT_POLICY, SEARCH_POLICY


class View(Struct, frozen=True, array_like=True):
    """What all views share: the key of a page is made of their values in order, without the names of fields."""


class LinkView(View, frozen=True, cache_hash=True):
    """A link in a menu or a text."""

    label: str
    href: str
    is_current: bool = False


class TranslationLink(View, frozen=True):
    """The same text in a language."""

    label: str
    """Its title, in that language."""
    href: str
    language: str
    """BCP 47."""
    url: str
    """Absolute address."""


class FeedLink(View, frozen=True, cache_hash=True):
    """A feed or a calendar that follows this page."""

    title: str
    href: str
    """Path on the site."""
    type: str
    """Media type: application/rss+xml, application/atom+xml, text/calendar."""
    label: str
    """Short name of the format: RSS, Atom, Calendar."""
    url: str
    """Absolute address, to copy."""
    webcal: str = ""
    """webcal: address for calendars; empty for others."""
    is_plain: bool = True
    """One of the few that a page offers to everybody; the rest is for programs that look for it."""
    elsewhere: tuple[LinkView, ...] = ()
    """For a calendar: where people who keep theirs on the web add it, named for the service."""


class PictureView(View, frozen=True):
    """An image with its sizes."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


class WhenView(View, frozen=True):
    """A moment or a stretch of time, worded."""

    iso: str
    """For `time datetime`: `2026-12-03T19:00+00:00`, or `2026-12-03` for a whole day."""
    text: str
    """Whole: `Thursday 3 December 2026, 7pm to 9pm`."""
    date: str
    """`Thursday 3 December 2026`, or `24 to 27 September 2026`."""
    time: str
    """`7pm to 9pm`; `All day`: as it stands alone, so with a capital where it is a word."""
    day: str
    """`3`: for a calendar leaf."""
    month: str
    """`Dec`."""
    year: str
    weekday: str
    """`Thu`."""
    zone: str = ""
    """Said only where it is not the nation's: `Eastern Standard Time, UTC-5`."""
    end_iso: str = ""


class DateView(View, frozen=True):
    """A day, worded."""

    iso: str
    text: str
    """`1 November 2026`; `November 2015` or `2015` where no more is known."""


class PageHead(View, frozen=True):
    """What the head of every page says, to browsers, search engines and programs that share links."""

    title: str
    """Of the page alone; the layout adds the site's name."""
    description: str
    """Empty where there is nothing to say."""
    canonical: str
    """Absolute address; empty for a page that is shown at many."""
    language: str
    feeds: tuple[FeedLink, ...] = ()
    breadcrumbs: tuple[LinkView, ...] = ()
    """From Home to the parent; the page itself is not among them."""
    image: str = ""
    """Absolute address of the picture on shared cards."""
    json_ld: SafeHtml = EMPTY
    """schema.org data, as JSON that is safe inside a script element; empty for none."""
    is_indexed: bool = True
    section_href: str = ""
    """Where the entry of the main menu leads that is current; empty for none."""
    kind: str = "website"
    """Open Graph type: website or article."""
    alternates: tuple[TranslationLink, ...] = ()
    """The page in every language that it is in, itself among them; empty where it is in one alone."""
    has_own_imprint: bool = False
    """Whether it names who is behind it; the foot then does not name the national office."""


class FigureView(View, frozen=True):
    """A number with its date and source."""

    value: str
    label: str
    as_of: str
    """`2017`; empty where not stated."""
    source: str


class SiteView(View, frozen=True):
    """What every page knows of the site."""

    name: str
    strapline: str
    summary: str
    language: str
    base: str
    """Path that the site stands under; empty at a domain's root."""
    notice: str
    imprint: str
    email: str
    phone: str
    form: str
    address: str
    menu: tuple[LinkView, ...]
    """Main menu: Groups, Events, News, Campaigns and the organisation's own pages."""
    actions: tuple[LinkView, ...]
    """The first is the button in the head."""
    links: tuple[LinkView, ...]
    """Elsewhere on the web."""
    stylesheet: str
    """Address of the theme's one stylesheet, with a fingerprint."""
    icon: str
    feeds_href: str
    home_href: str
    touch_icon: str = ""
    """For a phone's home screen: a PNG; empty for none."""
    card: str = ""
    """Absolute address of the picture on shared cards of pages that have none of their own; empty for none."""
    content_policy: str = PAGE_POLICY
    """What a page may load and run."""
    script_policy: str = SCRIPT_POLICY
    """The same for a page that has a script of the theme's."""
    search_policy: str = SEARCH_POLICY
    """The same for the page whose script fetches the search index."""


class MeetingCard(View, frozen=True):
    """A meeting in a list."""

    title: str
    href: str
    when: WhenView
    group: LinkView
    """Who holds it; the national office's name for its own."""
    place: str
    """`Old Mill, Riverside`; `Online`; `Old Mill, Riverside, and online`; empty if not stated."""
    type: str
    """Label; empty for a plain meeting."""
    status: str
    """confirmed, provisional, cancelled, postponed."""
    status_label: str
    """Empty for confirmed."""
    cost: str
    summary: str
    language: str
    is_over: bool


class NewsCard(View, frozen=True):
    """A piece of news in a list."""

    title: str
    href: str
    date: DateView
    group: LinkView
    summary: str
    picture: PictureView | None
    language: str


class GoalView(View, frozen=True):
    """A counter with its bar."""

    count: str
    """`4,459`."""
    target: str
    what: str
    as_of: str
    percent: int
    """0 to 100: the length of the bar."""
    percent_text: str
    """The truth: `178%`."""


class CampaignCard(View, frozen=True):
    """A campaign in a list."""

    title: str
    href: str
    summary: str
    status: str
    """planned, active, won, ended, paused."""
    status_label: str
    group: LinkView
    picture: PictureView | None
    goal: GoalView | None
    priority: str
    """`Priority campaign 2026`; empty for others."""
    language: str


class GroupCard(View, frozen=True):
    """A group in a list."""

    name: str
    href: str
    region: LinkView
    status: str
    """forming, active, paused, closed."""
    status_label: str
    """Empty for active."""
    note: str
    """`Section · Mill Town`, `about 14 km away`: its kind where it is not a local group, its town where its name does
    not say it, how far it is where a neighbour lists it; empty where there is nothing to say."""
    summary: str
    language: str
    next_meeting: MeetingCard | None


class Month(View, frozen=True):
    """A month of meetings."""

    title: str
    """`December 2026`; empty where the page has that title itself."""
    href: str
    """Empty where the month has no page."""
    meetings: tuple[MeetingCard, ...] = ()
    count: int = 0
    is_current: bool = False


class Year(View, frozen=True):
    """The months of a year that have meetings, to leaf through."""

    title: str
    href: str
    months: tuple[Month, ...]
    is_current: bool = False


class Pager(View, frozen=True):
    """Where one stands in a long list."""

    number: int
    total: int
    newer: str
    """href; empty on the first page."""
    older: str


class RegionEntry(View, frozen=True):
    """A region in the directory, with its groups and its subregions, nested as the nation nests them."""

    name: str
    href: str
    slug: str
    summary: str
    count: int
    """Groups in it and below it that are not closed."""
    groups: tuple[GroupCard, ...] = ()
    children: tuple["RegionEntry", ...] = ()


# ------------------------------------------------------------------- pages


class HomePage(View, frozen=True):
    """templates/pages/home.html"""

    head: PageHead
    meetings: tuple[MeetingCard, ...]
    """The next ones, anywhere."""
    news: tuple[NewsCard, ...]
    campaigns: tuple[CampaignCard, ...]
    """The national ones that are active, the year's priority first."""
    figures: tuple[FigureView, ...]
    regions: tuple[RegionEntry, ...]
    """Regions to choose from, without their groups: those within a divided one, else the top ones."""
    group_count: int
    region_count: int
    """Regions that have a group of their own."""
    intro: SafeHtml
    """content/home.md, where there is one."""


class GroupsPage(View, frozen=True):
    """templates/pages/groups.html: every group, by region, with an index by name."""

    head: PageHead
    regions: tuple[RegionEntry, ...]
    by_name: tuple[tuple[str, tuple[GroupCard, ...]], ...]
    """(initial, groups): `("R", (Ridge, Riverside))`."""
    group_count: int
    closed: tuple[GroupCard, ...]
    start_href: str
    """The page on starting a group; empty where there is none."""


class RegionPage(View, frozen=True):
    """templates/pages/region.html"""

    head: PageHead
    name: str
    summary: str
    groups: tuple[GroupCard, ...]
    children: tuple[RegionEntry, ...]
    meetings: tuple[MeetingCard, ...]
    news: tuple[NewsCard, ...]
    closed: tuple[GroupCard, ...]


class ContactView(View, frozen=True):
    """How to reach a group."""

    email: str
    phone: str
    phone_href: str
    form: str


class GroupPage(View, frozen=True):
    """templates/pages/group.html: the next meeting first."""

    head: PageHead
    name: str
    summary: str
    about: SafeHtml
    region: LinkView
    kind_label: str
    status: str
    status_label: str
    status_note: str
    """A sentence for a forming, paused or closed group; empty for active."""
    since: str
    """`Since November 2015`; `November 2015 to May 2019`."""
    place: str
    """Where it usually meets, on one line."""
    map_href: str
    """OpenStreetMap, where there is a position; a link, never a request."""
    covers: tuple[str, ...]
    contact: ContactView
    links: tuple[LinkView, ...]
    next_meeting: "MeetingCard | None"
    meetings: tuple[MeetingCard, ...]
    """The coming ones after the next."""
    past_meetings: tuple[MeetingCard, ...]
    meetings_href: str
    """List of all; empty where there are none."""
    news: tuple[NewsCard, ...]
    news_href: str
    campaigns: tuple[CampaignCard, ...]
    campaigns_href: str
    neighbours: tuple[GroupCard, ...]
    imprint: str
    edit_href: str = ""


class ListPage(View, frozen=True):
    """templates/pages/news_list.html, meeting_list.html, campaign_list.html: all of a kind, of one owner or of all."""

    head: PageHead
    title: str
    group: LinkView | None
    """None for the nation's lists."""
    intro: str
    empty: str
    """What to say where there is nothing."""
    news: tuple[NewsCard, ...] = ()
    meetings: tuple[MeetingCard, ...] = ()
    """Coming, earliest first."""
    past_meetings: tuple[MeetingCard, ...] = ()
    """Over, latest first."""
    campaigns: tuple[CampaignCard, ...] = ()
    past_campaigns: tuple[CampaignCard, ...] = ()
    pager: Pager | None = None
    archives: tuple[LinkView, ...] = ()
    """Calendars of earlier years, newest first."""


class EventsPage(View, frozen=True):
    """templates/pages/events.html: /events/ (what is coming), /events/2026/ and /events/2026/12/."""

    head: PageHead
    title: str
    intro: str
    months: tuple[Month, ...]
    """Each with its meetings."""
    years: tuple[Year, ...]
    """To leaf through."""
    earlier: LinkView | None
    later: LinkView | None
    kinds: tuple[LinkView, ...] = ()
    """Kinds of event of which something is coming."""
    follow_name: str = ""
    """What one follows here; empty for the nation."""


class NewsPage(View, frozen=True):
    """templates/pages/news.html"""

    head: PageHead
    title: str
    group: LinkView
    date: DateView
    updated: DateView | None
    author: str
    body: SafeHtml
    picture: PictureView | None
    tags: tuple[str, ...]
    campaign: LinkView | None
    language: str
    translations: tuple[TranslationLink, ...]
    """The original or its translations."""
    imprint: str
    newer: LinkView | None
    older: LinkView | None


class ProgrammeEntry(View, frozen=True):
    """One part of a programme."""

    when: WhenView
    title: str
    place: str
    summary: str


class ProgrammeDay(View, frozen=True):
    """A day of a programme."""

    title: str
    """`Thursday 24 September`."""
    entries: tuple[ProgrammeEntry, ...]


class DocumentView(View, frozen=True):
    """A file to download."""

    title: str
    href: str
    note: str
    """`PDF, 120 KB`."""


class OccurrenceView(View, frozen=True):
    """One date of a meeting that repeats, on its page."""

    anchor: str
    """Its place on the page, for ever: `2027-01-05`."""
    when: WhenView
    status: str
    status_label: str
    """Empty for confirmed."""
    title: str
    """Where it is another this once; else empty."""
    place: str
    """Where the dates are not all at one place; else empty."""
    note: str


class SeriesView(View, frozen=True):
    """A meeting that repeats, told to those who wrote its words."""

    title: str
    href: str
    language: str
    repeats: str
    """`Every second Thursday of the month`"""
    left_out: str
    dates: tuple[OccurrenceView, ...]
    """The next ones."""


class MeetingPage(View, frozen=True):
    """templates/pages/meeting.html"""

    head: PageHead
    title: str
    group: LinkView
    when: WhenView
    type: str
    status: str
    status_label: str
    status_note: str
    """A sentence for cancelled, postponed, provisional; empty for confirmed."""
    is_over: bool
    place_name: str
    place_lines: tuple[str, ...]
    """Address, town, postcode."""
    map_href: str
    online_href: str
    online_note: str
    """`members only`; empty where there is an address, or where it is not online."""
    access: tuple[str, ...]
    """Labels."""
    access_is_stated: bool
    ask: LinkView
    """Whom to ask what is not said: `Ask the group`."""
    cost: str
    audience: str
    """Empty for public."""
    book_href: str
    body: SafeHtml
    picture: PictureView | None
    programme: tuple[ProgrammeDay, ...]
    documents: tuple[DocumentView, ...]
    campaign: LinkView | None
    calendar_href: str
    """This meeting alone as a calendar file; empty for one that is over."""
    language: str
    imprint: str
    repeats: str = ""
    """`Every second Thursday of the month, until 31 July 2027`; empty for one that takes place once. The rest of the
    page then tells of the next date."""
    left_out: str = ""
    """`Not on 24 December 2026`; empty for none."""
    occurrences: tuple[OccurrenceView, ...] = ()
    """Dates to come, as far as they are listed."""
    past_occurrences: tuple[OccurrenceView, ...] = ()
    """The latest first."""


class CampaignPage(View, frozen=True):
    """templates/pages/campaign.html"""

    head: PageHead
    title: str
    group: LinkView
    summary: str
    status: str
    status_label: str
    dates: str
    """`Since October 2016`; `May 2016 to June 2016`; empty."""
    body: SafeHtml
    picture: PictureView | None
    goal: GoalView | None
    actions: tuple[LinkView, ...]
    national: LinkView | None
    """The national campaign that this local one is part of."""
    groups: tuple[GroupCard, ...]
    """For a national campaign: those that take part."""
    local_campaigns: tuple[CampaignCard, ...]
    meetings: tuple[MeetingCard, ...]
    news: tuple[NewsCard, ...]
    priority: str
    language: str
    imprint: str
    follow_name: str
    """Whom or what one follows here: a national campaign, or the group of a local one."""


class FollowGroup(View, frozen=True):
    """The feeds of a region in the list of all."""

    name: str
    href: str
    feeds: tuple[FeedLink, ...]


class FeedsPage(View, frozen=True):
    """templates/pages/feeds.html: how to follow, and what; groups have a page of their own to choose on."""

    head: PageHead
    national: tuple[FeedLink, ...]
    regions: tuple[FollowGroup, ...]
    opml_href: str
    """Every feed in one file."""
    choose_href: str
    """The page with every group, to choose among them."""


class Choice(View, frozen=True):
    """A group or a region that can be chosen to be followed."""

    name: str
    slug: str
    calendar: str
    """Absolute address of the calendar, to be copied or added; its feeds stand beside it."""
    news_href: str
    former: str = ""
    """Earlier slugs, with a space between them: links that were kept may name them."""


class ChoiceRegion(View, frozen=True):
    """A region to choose whole, or to choose in."""

    choice: Choice
    count: int
    """Groups in it and below it; at least one."""
    is_open: bool
    """Whether what is in it is shown at once."""
    groups: tuple[Choice, ...] = ()
    children: tuple["ChoiceRegion", ...] = ()


class ChoosePage(View, frozen=True):
    """templates/pages/choose.html: pick groups and regions, and get their addresses together."""

    head: PageHead
    regions: tuple[ChoiceRegion, ...]
    script: str
    """Path of the script that puts a choice together; without it the page is a list of addresses."""
    style: str
    """Path of a style sheet of its own: no other page needs it."""


class SearchPage(View, frozen=True):
    """templates/pages/search.html: find something by its words, or know where to look."""

    head: PageHead
    regions: tuple[LinkView, ...]
    """All of them, in the order of the nation."""
    script: str
    """Path of the script that searches; empty where there is no index."""
    style: str
    """Path of a style sheet of its own: no other page needs it."""
    place: str
    """Path of the folder with the index, with a slash at its end."""
    months: str
    """Names of the twelve, with a space between them; and of the days of the week, from Monday."""
    weekdays: str


class TextPage(View, frozen=True):
    """templates/page.html (the national office's own pages, read by Pelican) and templates/pages/not_found.html"""

    head: PageHead
    title: str
    body: SafeHtml
    updated: DateView | None = None


class RedirectPage(View, frozen=True):
    """templates/pages/redirect.html: an address that moved."""

    head: PageHead
    title: str
    href: str


class EmbedPage(View, frozen=True):
    """templates/pages/embed.html: a group's next meetings, in a frame of another site."""

    title: str
    name: str
    href: str
    """The group's page."""
    canonical: str
    """Its absolute address."""
    language: str
    meetings: tuple[MeetingCard, ...]
    empty: str
    """What to say where none is planned."""
    all_href: str
    calendar_href: str
    """webcal:"""
    imprint: str
    content_policy: str = EMBED_POLICY
    """What it may load: no scripts."""


class FaultView(View, frozen=True):
    """A fault of a file, with the line as it was written."""

    tone: str
    """caution: it has to be mended; warning: somebody should look."""
    place: str
    """`To mend: line 4`."""
    message: str
    help: str
    """Empty where nothing can be typed."""
    before: str
    """The line that is quoted, in three parts; all empty where none is."""
    marked: str
    after: str
    title: str
    """What kind of fault it is."""
    explanation: str


class FileFaultsView(View, frozen=True):
    """A file of a group, and what is to be mended in it."""

    path: str
    """In the group's folder: `meetings/2026-12-03-members-meeting.md`."""
    edit_href: str
    """Where it is changed, on the Git host; empty where that is not known."""
    faults: tuple[FaultView, ...]


class HeldView(View, frozen=True):
    """A file that could not be published as it stands."""

    path: str
    since: DateView
    shown: str
    """A sentence: what visitors see in its place."""


class DeskPage(View, frozen=True):
    """templates/pages/desk.html: how the site reads a group's files, for those who write them."""

    head: PageHead
    name: str
    group: LinkView | None
    """The group's page; None where it has none."""
    intro: str
    """One sentence: whether all is well."""
    status: str
    """closed: nothing to do; paused: somebody should look; cancelled: something is held."""
    held: tuple[HeldView, ...]
    files: tuple[FileFaultsView, ...]
    more: str
    """How many faults are not listed; empty where all are."""
    kept_back: str
    """Drafts and what has expired, counted; empty where there are none."""
    meetings: tuple[MeetingCard, ...]
    """The next ones, as the site understands them."""
    meetings_note: str
    folder_href: str
    """The group's folder on the Git host; empty where it is not known."""
    folder: str
    """`groups/riverside`"""
    embed: str = ""
    """HTML to paste into another site, which shows the next meetings there; empty where the group has no page."""
    embed_href: str = ""
    messages: tuple[LinkView, ...] = ()
    """Texts about this week and this month, ready to be sent."""
    series: tuple[SeriesView, ...] = ()
    """Meetings that repeat, and the dates that come of their words."""
