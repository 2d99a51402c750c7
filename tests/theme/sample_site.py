"""A made-up federation to draw the theme with: its site, and what every page of it says of itself."""

from localgroups.model.html import SafeHtml
from localgroups.model.values import replace
from localgroups.outputs.views import (
    FeedLink,
    LinkView,
    PageHead,
    SiteView,
)

BASE = "https://federation.example.org"


def site() -> SiteView:
    """A site with everything that a site can have."""
    return SiteView(
        name="River & Hill Federation",
        strapline="Neighbours, organised.",
        summary="We are people who meet in halls, cafés and kitchens to win warm homes, clean rivers and buses.",
        language="en",
        base="",
        notice="This is a sample site: every group, meeting and story on it is made up.",
        imprint="Published by River & Hill Federation, 1 Example Street, Riverside RV1 1AA.",
        email="office@example.org",
        phone="01632 960 000",
        form="https://forms.example.org/office",
        address="1 Example Street, Riverside RV1 1AA",
        menu=(
            LinkView("Groups", "/groups/"),
            LinkView("Events", "/events/"),
            LinkView("News", "/news/"),
            LinkView("Campaigns", "/campaigns/"),
            LinkView("About", "/about/"),
            LinkView("How we decide", "/how-we-decide/"),
        ),
        actions=(LinkView("Join", "/join/"), LinkView("Donate", "https://donate.example.org")),
        links=(LinkView("Mastodon", "https://social.example.org/@federation"), LinkView("Films", "/films/")),
        stylesheet="/theme/site.css",
        icon="/theme/icons/icon.svg",
        feeds_href="/feeds/",
        home_href="/",
        touch_icon="/theme/icons/touch.png",
        card=f"{BASE}/theme/card.png",
    )


def bare_site() -> SiteView:
    """A site that has said nothing but its name."""
    full = site()
    texts = dict.fromkeys(
        (
            "strapline",
            "summary",
            "notice",
            "imprint",
            "email",
            "phone",
            "form",
            "address",
            "icon",
            "touch_icon",
            "card",
        ),
        "",
    )
    return replace(full, name="Commons", menu=(), actions=(), links=(), **texts)


def feeds(prefix: str, name: str) -> tuple[FeedLink, ...]:
    """The three that follow a page."""
    host = BASE.removeprefix("https")
    return (
        FeedLink(f"{name}: news", f"{prefix}feed.rss", "application/rss+xml", "News", f"{BASE}{prefix}feed.rss"),
        FeedLink(
            f"{name}: news",
            f"{prefix}feed.atom",
            "application/atom+xml",
            "Atom",
            f"{BASE}{prefix}feed.atom",
            is_plain=False,
        ),
        FeedLink(
            f"{name}: calendar",
            f"{prefix}events.ics",
            "text/calendar",
            "Calendar",
            f"{BASE}{prefix}events.ics",
            f"webcal{host}{prefix}events.ics",
        ),
    )


def head(title: str, path: str = "/", name: str = "", section: str = "", language: str = "en") -> PageHead:
    """What a page says of itself; with feeds where it has a name."""
    trail = (LinkView("Home", "/"), LinkView("Groups", "/groups/"), LinkView("Upper Valley", "/regions/upper-valley/"))
    return PageHead(
        title=title,
        description=f"{title}: what is on, who we are and how to take part.",
        canonical=f"{BASE}{path}",
        language=language,
        feeds=feeds(path, name) if name else (),
        breadcrumbs=trail if path.count("/") > 2 else trail[:1] if path != "/" else (),
        image=f"{BASE}/images/march-960.png",
        json_ld=SafeHtml('{"@context": "https://schema.org", "@type": "WebPage"}'),
        section_href=f"/{section}/" if section else "",
        kind="article" if "/news/" in path else "website",
    )
