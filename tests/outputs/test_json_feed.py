"""The JSON feed, as a program reads it."""

import json

import pytest

from localgroups.model.values import replace
from localgroups.outputs.feed_text import Entry
from localgroups.outputs.json_feed import json_feed
from outputs.test_feeds import ENTRIES, FEED

ODD = replace(ENTRIES[0], title='"Quoted" \\ Grüße 日本 <b>', author="", categories=("a", "b"))


@pytest.mark.parametrize("entries", [(), ENTRIES, (ODD,)])
def test_it_is_written_as_the_standard_library_writes_it(entries: tuple[Entry, ...]) -> None:
    data = json_feed(FEED, entries)
    assert data.decode() == json.dumps(json.loads(data), ensure_ascii=False, indent=1) + "\n"
