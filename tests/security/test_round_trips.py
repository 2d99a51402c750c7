"""Whatever a writer types, what stands beside it in a feed, a calendar or a page's data stays what it is."""

import json
from datetime import UTC, datetime

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from localgroups.model.characters import holds_deceiving
from localgroups.model.values import replace
from localgroups.outputs.calendars import calendar, single_event, vevent
from localgroups.outputs.feed_text import FeedText, news_entry
from localgroups.outputs.feeds import atom, rss
from localgroups.outputs.printable import one_line
from localgroups.outputs.structured_data import event_data
from outputs.samples import MEETING, NEWS, SITE
from security.hostile import lines_of

SETTINGS = settings(deadline=None, max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck))
PIECES = (
    *(
        "\r\n",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\t",
        " ",
        "\x00",
        "\x1b",
        "\u202e",
        "\ud800",
        "\ufffe",
    ),
    *("BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "ATTACH:", ":", ";", ",", "\\", "\\n", '"', "^n", "^'", "TZID="),
    *(
        "</script>",
        "<!--",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
        "<",
        ">",
        "&",
        "'",
        "{",
        "}",
        "\\u003c",
        "=",
        "x",
        "é",
        "日",
        "😀",
    ),
)
WORDS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join),
    st.sampled_from(lines_of("values.txt")),
    st.text(min_size=1, max_size=200),
)
FEED = FeedText("News", "All", "https://example.org/", "https://example.org/feed.rss", "tag:example.org,2025:x", "en")


@SETTINGS
@given(words=WORDS)
def test_a_calendar_says_what_was_written_in_one_meeting(words: str) -> None:
    place = replace(MEETING.place, name=words, address=words) if MEETING.place else None
    meeting = replace(MEETING, title=words, summary=words, place=place, cost=words, online_note=words, imprint=words)
    data = vevent(meeting, "https://example.org/m/", "ids.example.org", words, words)
    for file in (
        single_event(data, "localgroups"),
        calendar(words, words, "en", [data], [], "https://example.org/", "x"),
    ):
        read = Calendar.from_ical(file)
        events = read.walk("VEVENT")
        assert len(events) == 1
        assert str(events[0]["SUMMARY"]).strip() == one_line(words)
        assert "ATTACH" not in events[0]
        assert str(events[0]["UID"]).endswith("@ids.example.org")
        assert all(len(line) <= 75 for line in file.split(b"\r\n"))
        assert not holds_deceiving(file.decode().replace("\r\n", "\n"))


@SETTINGS
@given(words=WORDS)
@pytest.mark.parametrize("write", [rss, atom])
def test_a_feed_says_what_was_written_in_one_entry(write: object, words: str) -> None:
    line = replace(NEWS, title=words, summary=words, author=words, tags=(words,), imprint=words)
    assert callable(write)
    data = write(replace(FEED, title=words, description=words), [news_entry(line, SITE)])
    read = feedparser.parse(data)
    assert not read.bozo
    assert len(read.entries) == 1
    assert read.entries[0].link == SITE.absolute(NEWS.href)
    assert read.entries[0].id.startswith("tag:ids.example.org,2025:")
    assert not holds_deceiving(data.decode())


@SETTINGS
@given(words=WORDS)
def test_data_in_a_page_stays_data_and_ends_nothing(words: str) -> None:
    plain = words.encode("utf-8", "replace").decode()
    meeting = replace(MEETING, title=plain, summary=plain, starts=MEETING.starts, ends=MEETING.ends)
    text = event_data(meeting, SITE).text
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["name"] == plain


def test_what_the_round_trips_start_from_is_whole() -> None:
    assert feedparser.parse(rss(FEED, [news_entry(NEWS, SITE)])).entries[0].title == NEWS.title
    assert MEETING.starts.instant < datetime(2027, 1, 1, tzinfo=UTC)
