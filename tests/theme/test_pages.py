"""Every page, with much on it and with nothing on it, is good HTML that keeps the house's promises."""

import re
from typing import Any

import pytest

from localgroups.model.html import SafeHtml
from localgroups.model.values import replace
from localgroups.outputs import views
from theme import bare_pages, rendering, sample_pages, sample_site
from theme.sample_pages import Sample
from theme.strict_html import read_page

RICH = sample_pages.rich()
SAMPLES = (*RICH, *bare_pages.bare())
ORDER_OF_A_GROUP = ("Next meeting", "After that", "Buses that come", "The library stays open", "About us")
WITHOUT_THE_SITE_AROUND = ("pages/redirect.html", "pages/embed.html")
FULL_PAGES = tuple(one for one in SAMPLES if one.template not in WITHOUT_THE_SITE_AROUND)


def render(sample: Sample) -> str:
    """As the engine does."""
    return rendering.render(sample.template, site=sample.site, view=sample.view)


def page(template: str) -> Sample:
    """The full sample of a template."""
    return next(one for one in RICH if one.template == template)


def name(sample: Sample) -> str:
    return sample.name


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_a_page_is_good_html(sample: Sample) -> None:
    assert read_page(render(sample)).faults == []


@pytest.mark.parametrize("sample", FULL_PAGES, ids=name)
def test_a_page_says_what_it_is_to_machines(sample: Sample) -> None:
    html = render(sample)
    for wanted in (
        '<html lang="en">',
        '<meta charset="utf-8">',
        'name="viewport"',
        'property="og:title"',
        'name="twitter:card"',
        '<meta name="referrer" content="strict-origin-when-cross-origin">',
        '<a class="skip-link" href="#main">',
        '<main id="main"',
    ):
        assert wanted in html
    assert re.search(r"<title>[^<]+</title>", html)


def changed(sample: Sample, **changes: Any) -> Sample:
    """The sample with other values on its view."""
    return replace(sample, view=replace(sample.view, **changes))  # type: ignore[type-var]


def with_head(sample: Sample, **changes: Any) -> Sample:
    """The sample with other values in its head."""
    return changed(sample, head=replace(sample.view.head, **changes))  # type: ignore[attr-defined]


def test_what_is_not_known_is_left_out_of_the_head() -> None:
    sample = page("pages/not_found.html")
    told, untold = render(sample), render(with_head(sample, description="", canonical=""))
    for wanted in ('name="description"', 'property="og:description"', 'rel="canonical"', 'property="og:url"'):
        assert wanted in told
        assert wanted not in untold


def test_a_page_with_an_imprint_of_its_own_names_nobody_else_in_its_foot() -> None:
    sample = page("pages/group.html")
    html = render(with_head(sample, has_own_imprint=True))
    assert 'class="imprint"' in html
    assert 'class="site-foot-imprint"' not in html
    assert 'class="site-foot-imprint"' in render(sample)


def test_a_group_with_nothing_to_follow_offers_it_nowhere() -> None:
    group = page("pages/group.html")
    assert "#follow" in render(group)
    assert not re.search(r"#follow|webcal:|Add to your calendar", render(with_head(group, feeds=())))


def test_a_month_on_its_own_page_is_not_headed_twice() -> None:
    events = page("pages/events.html")
    month = events.view.months[0]  # type: ignore[attr-defined]
    html = render(changed(events, months=(replace(month, title=""),)))
    assert '<h2><a href="/events/2026/12/">' in render(events)
    assert '<h2><a href="/events/2026/12/">' not in html
    assert '<h2 class="card-title">' in html
    assert read_page(html).faults == []
    assert "<h2>December 2026</h2>" in render(changed(events, months=(replace(month, href=""),)))


def test_translations_say_their_language_to_people_and_to_machines() -> None:
    news = page("pages/news.html")
    html = render(with_head(news, alternates=news.view.translations))  # type: ignore[attr-defined]
    assert f'<link rel="alternate" hreflang="ar" href="{sample_site.BASE}/ar/">' in html
    assert '<a href="/de/" hreflang="de" lang="de" dir="auto">Die Bücherei bleibt</a>' in html


def test_the_group_is_asked_where_it_says_how() -> None:
    html = render(changed(page("pages/meeting.html"), access=(), access_is_stated=False))
    assert 'Not stated. <a href="/groups/riverside/#reach">Ask the group</a>' in html
    assert 'id="reach"' in render(page("pages/group.html"))


@pytest.mark.parametrize("sample", RICH, ids=name)
def test_the_notice_stands_on_every_page_before_anything_else(sample: Sample) -> None:
    if sample.template in WITHOUT_THE_SITE_AROUND:
        return
    html = render(sample)
    assert html.index(sample.site.notice) < html.index("<header")


@pytest.mark.parametrize("sample", FULL_PAGES, ids=name)
def test_a_page_prints_no_value_of_python(sample: Sample) -> None:
    html = render(sample)
    assert not re.search(r">\s*(None|True|False|\(\)|\[\])\s*<", html)
    assert "View(" not in html
    assert "SafeHtml(" not in html


def test_every_page_of_the_views_has_its_template() -> None:
    named = {
        path
        for view in vars(views).values()
        if isinstance(view, type) and view.__doc__
        for path in re.findall(r"templates/((?:pages/)?\w+\.html)", view.__doc__)
    }
    assert "pages/home.html" in named
    assert {path for path in named if not (rendering.TEMPLATES / path).is_file()} == set()
    assert {sample.template for sample in RICH} == {
        "page.html",
        *(f"pages/{path.name}" for path in (rendering.TEMPLATES / "pages").glob("*.html")),
    }


def test_the_next_meeting_comes_before_everything_else_of_a_group() -> None:
    html = render(page("pages/group.html"))
    order = [
        html.index(f">{words}<")
        for words in ("Next meeting", "After that", "Buses that come", "The library stays open", "About us")
    ]
    assert order == sorted(order)


def test_a_group_without_a_date_says_so_warmly() -> None:
    group = page("pages/group.html")
    html = render(replace(group, view=replace(group.view, next_meeting=None, meetings=())))  # type: ignore[type-var]
    assert "No date yet" in html


def test_a_closed_group_promises_no_meeting() -> None:
    group = page("pages/group.html")
    view = replace(group.view, next_meeting=None, status="closed", status_note="Closed in May 2019.")  # type: ignore[type-var]
    html = render(replace(group, view=view))
    assert "No date yet" not in html
    assert "Closed in May 2019." in html


def test_a_cancelled_meeting_says_so_before_its_date_and_offers_no_calendar() -> None:
    meeting = page("pages/meeting.html")
    view = replace(meeting.view, status="cancelled", status_label="Cancelled", status_note="The hall is flooded.")  # type: ignore[type-var]
    html = render(replace(meeting, view=view))
    assert html.index("The hall is flooded.") < html.index("<dt>When</dt>")
    assert "Add to my calendar" not in html
    assert "Add to my calendar" in render(meeting)


@pytest.mark.parametrize(
    ("access", "is_stated", "said"),
    [(("Hearing loop",), True, "Hearing loop"), ((), False, "Not stated."), ((), True, "No access provision")],
)
def test_access_that_is_not_stated_is_told_from_access_that_is_not_there(
    access: tuple[str, ...], is_stated: bool, said: str
) -> None:
    meeting = page("pages/meeting.html")
    html = render(replace(meeting, view=replace(meeting.view, access=access, access_is_stated=is_stated)))  # type: ignore[type-var]
    facts = html[html.index("<dt>Access</dt>") :]
    assert said in facts[: facts.index("</dd>")]


def test_an_article_in_another_language_says_so_and_the_page_keeps_its_own() -> None:
    news = page("pages/news.html")
    html = render(replace(news, view=replace(news.view, language="ar")))  # type: ignore[type-var]
    assert '<html lang="en">' in html
    assert '<h1 lang="ar" dir="auto">' in html
    assert '<div class="prose" lang="ar" dir="auto">' in html


def test_a_site_in_a_right_to_left_language_turns_round() -> None:
    site = replace(sample_site.site(), language="ar")
    assert '<html lang="ar" dir="rtl">' in render(replace(page("pages/home.html"), site=site))


def test_the_main_menu_knows_where_one_is() -> None:
    html = render(page("pages/groups.html"))
    menu = html[html.index('<ul class="site-menu-list">') : html.index("</nav>")]
    assert re.findall(r'href="([^"]+)" aria-current="true"', menu) == ["/groups/"]


def test_feeds_can_be_discovered() -> None:
    html = render(page("pages/group.html"))
    found = re.findall(r'<link rel="alternate" type="([^"]+)"', html)
    assert found == ["application/rss+xml", "application/atom+xml", "text/calendar"]


def test_a_shared_page_shows_its_own_picture_or_else_the_themes() -> None:
    sample = page("pages/news.html")
    own, none = render(sample), render(with_head(sample, image=""))
    assert f'<meta property="og:image" content="{sample.view.head.image}">' in own  # type: ignore[attr-defined]
    assert f'<meta property="og:image" content="{sample_site.BASE}/theme/card.png">' in none
    assert "og:image" not in render(replace(with_head(sample, image=""), site=sample_site.bare_site()))


@pytest.mark.parametrize(("name", "size"), [("card.png", (1200, 630)), ("icons/touch.png", (180, 180))])
def test_the_themes_pictures_have_the_size_that_programs_expect(name: str, size: tuple[int, int]) -> None:
    data = (rendering.FOLDER / "static" / name).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == size
    assert len(data) < 40_000


def test_structured_data_is_printed_as_it_stands() -> None:
    html = render(page("pages/group.html"))
    assert '<script type="application/ld+json">{"@context": "https://schema.org"' in html


def test_hostile_words_stay_words_on_every_page() -> None:
    attack = '"><script>alert(1)</script>'
    for kind in ("group", "meeting", "news", "campaign"):
        sample = page(f"pages/{kind}.html")
        names = ("name", "title", "summary", "author", "cost", "imprint")
        texts = {key: attack for key in names if hasattr(sample.view, key)}
        html = render(replace(sample, view=replace(sample.view, **texts)))  # type: ignore[type-var]
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_text_that_was_made_safe_is_not_escaped_again() -> None:
    news = page("pages/news.html")
    assert "<p>Good <em>day</em></p>" in render(
        replace(news, view=replace(news.view, body=SafeHtml("<p>Good <em>day</em></p>")))  # type: ignore[type-var]
    )


def test_a_moved_address_leads_on_without_script() -> None:
    html = render(page("pages/redirect.html"))
    assert '<meta http-equiv="refresh" content="0; url=/groups/riverside/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="/groups/riverside/">Riverside</a>' in html


def test_a_page_under_a_path_links_under_that_path() -> None:
    site = replace(sample_site.site(), base="/sub")
    for template in ("pages/home.html", "pages/not_found.html", "pages/group.html"):
        html = render(replace(page(template), site=site))
        assert 'href="/sub/groups/"' in html


def test_no_page_is_heavy() -> None:
    weights = {sample.name: len(render(sample).encode()) for sample in SAMPLES}
    assert max(weights.values()) < 48_000, weights


def test_a_page_for_a_frame_runs_nothing_is_not_found_and_leads_out_of_the_frame() -> None:
    html = render(page("pages/embed.html"))

    assert '<base target="_top">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "<script" not in html
    assert sample_site.site().notice in html
    assert "default-src &#39;none&#39;; style-src &#39;self&#39;" in html
    assert 'href="webcal://federation.example.org/groups/riverside/events.ics"' in html
