"""Pages of items: titles that tell them apart, translations, whom to ask."""

from datetime import date
from typing import Any

from localgroups.model.groups import Contact, Group
from localgroups.model.identity import NATION, Owner
from localgroups.model.items import Campaign, Items, Meeting, News
from localgroups.model.moments import RoughDate
from localgroups.model.nation import NationFacts
from localgroups.model.organisation import Organisation
from localgroups.model.places import Place
from localgroups.model.values import replace
from localgroups.outputs.cards import Cards
from localgroups.outputs.group_pages import description, group_feeds
from localgroups.outputs.item_pages import Gathered, campaign_page, meeting_pages, news_pages
from localgroups.outputs.site import DESCRIPTION_LENGTH
from localgroups.outputs.views import CampaignPage, MeetingPage, NewsPage, PageHead
from outputs.samples import GROUP, MEETING, SITE

CARDS = Cards(SITE, date(2026, 11, 22))
OFFICE = Owner(NATION, SITE.name)
NEWS = News(owner=GROUP, stem="2026-11-01-a", title="Story", path="", language="en", date=date(2026, 11, 1))
CAMPAIGN = Campaign(owner=GROUP, stem="homes", title="Homes", path="", language="en")
RIVERSIDE = Group(slug="riverside", name="Riverside", region="north", language="en", timezone="Europe/Paris")


def meeting_view(meeting: Meeting, cards: Cards = CARDS) -> MeetingPage:
    (page,) = meeting_pages(Items(meetings=(meeting,)), cards, ())
    assert isinstance(page.view, MeetingPage)
    return page.view


def news_views(*news: News) -> list[NewsPage]:
    return [page.view for page in news_pages(Items(news=news), CARDS, ()) if isinstance(page.view, NewsPage)]


def campaign_view(campaign: Campaign) -> CampaignPage:
    view = campaign_page(campaign, Gathered(), CARDS, ()).view
    assert isinstance(view, CampaignPage)
    return view


def story(stem: str, **changes: Any) -> News:
    return replace(NEWS, stem=stem, **changes)


WELSH = story("2026-11-01-b", title="Stori", language="cy", translates=NEWS.stem)


def languages(head: PageHead) -> list[tuple[str, str]]:
    return [(one.language, one.url.rpartition("/news/")[2]) for one in head.alternates]


def test_titles_name_the_group_and_a_meeting_its_day_and_the_heading_neither() -> None:
    view = meeting_view(replace(MEETING, title="Members' meeting"))
    assert view.head.title == "Members' meeting, Riverside, 3 December 2026"
    assert view.title == "Members' meeting"
    assert news_views(NEWS)[0].head.title == "Story, Riverside"
    assert campaign_view(CAMPAIGN).head.title == "Homes, Riverside"


def test_titles_of_the_national_office_name_no_group() -> None:
    assert meeting_view(replace(MEETING, owner=OFFICE, title="Rally")).head.title == "Rally, 3 December 2026"
    assert news_views(replace(NEWS, owner=OFFICE))[0].head.title == "Story"
    assert campaign_view(replace(CAMPAIGN, owner=OFFICE)).head.title == "Homes"


def test_a_page_without_a_summary_is_described_by_what_is_known() -> None:
    assert news_views(NEWS)[0].head.description == "News from Riverside: Story"
    assert campaign_view(CAMPAIGN).head.description == "Campaign of Riverside: Homes"
    assert description(RIVERSIDE, "The North") == "Local group in The North: meetings, news and campaigns."
    town = replace(RIVERSIDE, place=Place("Hall", town="Mill Town"))
    assert description(town, "The North") == "Local group in Mill Town: meetings, news and campaigns."


def test_a_long_description_is_cut() -> None:
    found = news_views(replace(NEWS, summary="many words " * 40))[0].head.description
    assert len(found) <= DESCRIPTION_LENGTH
    assert found.endswith("…")


def test_a_page_says_whether_it_has_an_imprint_of_its_own() -> None:
    assert not news_views(NEWS)[0].head.has_own_imprint
    assert news_views(replace(NEWS, imprint="By us"))[0].head.has_own_imprint
    assert campaign_view(replace(CAMPAIGN, imprint="By us")).head.has_own_imprint
    assert meeting_view(replace(MEETING, imprint="By us")).head.has_own_imprint


def test_a_closed_group_has_nothing_to_follow() -> None:
    assert group_feeds(RIVERSIDE, CARDS)
    assert group_feeds(replace(RIVERSIDE, status="closed"), CARDS) == ()


def test_a_text_and_its_translations_know_each_other_and_themselves() -> None:
    irish = story("2026-11-01-c", title="Scéal", language="ga", translates=WELSH.stem)
    views = news_views(irish, WELSH, NEWS, story("2026-10-01-old"))
    wanted = [("en", "2026-11-01-a/"), ("cy", "2026-11-01-b/"), ("ga", "2026-11-01-c/")]
    assert [languages(one.head) for one in views] == [wanted, wanted, wanted, []]
    assert [(one.label, one.language) for one in views[2].translations] == [("Scéal", "ga"), ("Stori", "cy")]


def test_texts_that_name_each_other_as_their_original_do_no_harm() -> None:
    assert len(news_views(WELSH, replace(NEWS, translates=WELSH.stem))) == 2


def test_earlier_and_later_lead_to_other_news() -> None:
    new, old = story("2026-11-20-new", title="New"), story("2026-10-01-old", title="Old")
    views = news_views(new, WELSH, NEWS, old)
    labels = [(one.newer.label if one.newer else "", one.older.label if one.older else "") for one in views]
    assert labels == [("", "Stori"), ("New", "Old"), ("New", "Old"), ("Story", "")]


def test_questions_go_where_they_are_answered() -> None:
    assert meeting_view(MEETING).ask.href == "/base/groups/riverside/#reach"
    assert meeting_view(replace(MEETING, owner=OFFICE)).ask.href == "/base/"
    office = NationFacts(Organisation("Nation", contact=Contact(email="office@example.org")))
    cards = Cards(replace(SITE, facts=office), CARDS.today)
    assert meeting_view(replace(MEETING, owner=OFFICE), cards).ask.href == "mailto:office@example.org"


def test_a_campaign_whose_time_is_over_says_so() -> None:
    over = campaign_view(replace(CAMPAIGN, ends=RoughDate(2026, 10)))
    assert (over.status, over.status_label) == ("ended", "Ended")
