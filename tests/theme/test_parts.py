"""Every part shows its examples, and its yaml tells the truth about it."""

import pytest

from theme.part_examples import all_examples, arguments, part, part_names
from theme.rendering import TEMPLATES, macro
from theme.strict_html import read


@pytest.mark.parametrize("name", part_names())
def test_the_yaml_beside_a_part_names_its_parameters_in_order(name: str) -> None:
    assert list(part(name)["parameters"]) == list(macro(name).arguments)
    assert part(name)["purpose"].endswith(".")


@pytest.mark.parametrize("name", part_names())
def test_every_parameter_has_an_example(name: str) -> None:
    given = {key for example in part(name)["examples"] for key in arguments(name, example)}
    missing = set(part(name)["parameters"]) - given
    assert missing <= {"heading", "language", "level", "sizes"}


@pytest.mark.parametrize(("name", "example"), all_examples())
def test_an_example_shows_as_good_html(name: str, example: str) -> None:
    html = str(macro(name)(**arguments(name, example)))
    if name in ("region_tile", "feed_row", "choice_region"):
        html = f"<ul>{html}</ul>"
    assert read(html).faults == []


def test_no_part_lacks_its_template() -> None:
    assert sorted(path.stem for path in (TEMPLATES / "parts").glob("*.yaml")) == part_names()


def test_a_cancelled_meeting_says_so_before_its_title() -> None:
    html = str(macro("meeting_card")(**arguments("meeting_card", "cancelled")))
    assert 'class="meeting-card is-cancelled"' in html
    assert html.index("Cancelled") < html.index("Members")


def test_a_card_says_its_language_only_where_it_differs() -> None:
    plain = str(macro("meeting_card")(**arguments("meeting_card", "public")))
    foreign = str(macro("meeting_card")(**arguments("meeting_card", "provisional, in another language and zone")))
    assert " lang=" not in plain
    assert 'lang="ar" dir="auto"' in foreign
    assert "(EST, UTC−5)" in foreign


def test_a_goal_that_is_passed_shows_a_full_bar_and_the_true_figure() -> None:
    html = str(macro("goal")(**arguments("goal", "past its end")))
    assert 'class="goal-bar-done" width="100"' in html
    assert "178%" in html
    assert "4,459" in html


def test_what_people_write_is_escaped() -> None:
    values = arguments("empty", "with a way on")
    html = str(macro("empty")(text='<script>"&', link=values["link"]))
    assert "&lt;script&gt;&#34;&amp;" in html


def test_the_calendar_button_subscribes_and_the_address_can_be_copied() -> None:
    html = str(macro("follow")(**arguments("follow", "a group")))
    assert 'href="webcal://federation.example.org/groups/riverside/events.ics"' in html
    assert '<code class="address">https://federation.example.org/groups/riverside/events.ics</code>' in html
    assert ">Google Calendar</a>" in html
    assert html.count("<li>") == 4


@pytest.mark.parametrize(
    ("name", "example"),
    [("breadcrumbs", "none"), ("pager", "one page"), ("neighbours", "neither"), ("follow", "nothing to follow")],
)
def test_a_part_with_nothing_to_show_leaves_no_trace(name: str, example: str) -> None:
    assert str(macro(name)(**arguments(name, example))).strip() == ""
