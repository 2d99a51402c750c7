"""What search engines are told is true, and no more than is known."""

import json
from datetime import date
from typing import Any

from localgroups.model.items import News
from localgroups.model.places import Place, Position
from localgroups.model.values import replace
from localgroups.outputs.structured_data import article_data, event_data, organisation_data
from outputs.samples import GROUP, MEETING, SITE

STORY = News(owner=GROUP, stem="story", title="Story", path="", language="en", date=date(2026, 11, 1))


def event(**changes: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(event_data(replace(MEETING, **changes), SITE).text)
    return data


def mode(meeting: dict[str, Any]) -> str:
    return str(meeting["eventAttendanceMode"]).rpartition("/")[2]


def test_how_one_attends_follows_from_what_is_named() -> None:
    assert mode(event()) == "MixedEventAttendanceMode"
    assert mode(event(online="")) == "OfflineEventAttendanceMode"
    assert mode(event(place=None)) == "OnlineEventAttendanceMode"


def test_a_meeting_somewhere_unknown_claims_no_place() -> None:
    known = event(place=None, online="")
    assert {"eventAttendanceMode", "location"} & set(known) == set()


def test_a_place_without_an_address_has_no_empty_one() -> None:
    (hall,) = event(online="", place=Place("Friends House"))["location"]
    assert hall == {"@type": "Place", "name": "Friends House"}
    (spot,) = event(online="", place=Place(position=Position(1, 2)))["location"]
    assert set(spot) == {"@type", "geo"}
    assert "PostalAddress" not in organisation_data(SITE, "Riverside", "/groups/riverside/", "", Place("Hall")).text


def test_an_article_names_its_author_where_there_is_one() -> None:
    signed = json.loads(article_data(replace(STORY, author="The committee"), SITE).text)
    assert signed["author"] == {"@type": "Organization", "name": "The committee"}
    assert "author" not in json.loads(article_data(STORY, SITE).text)
