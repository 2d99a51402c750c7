"""The server for one's own machine: pages as they are, and a word when one of them has changed."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from localgroups.host.preview_server import EVENTS_PATH, REMEMBERED, SCRIPT_PATH, Notice, Preview
from localgroups.outputs.headers import EVERYWHERE, FEED_TYPE, PAGE_POLICY, headers_file

NOTICE = Notice("1 fault in the texts", "Mend it.", ("groups/riverside/group.yaml:1:1 fault <b>",))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "groups").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "index.html").write_text("<html><body>Home</body></html>")
    (tmp_path / "groups/index.html").write_text("<html><body>Groups</body></html>")
    (tmp_path / "404.html").write_text("<html><body>Lost</body></html>")
    (tmp_path / "events.ics").write_text("BEGIN:VCALENDAR")
    return tmp_path


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    yield from serving(site, "")


@pytest.fixture
def below(site: Path) -> Iterator[Preview]:
    yield from serving(site, "/nation")


def serving(site: Path, base: str) -> Iterator[Preview]:
    server = Preview(site, 0, base)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def get(preview: Preview, path: str) -> tuple[int, str]:
    status, text, _ = answer(preview, path)
    return status, text


def answer(preview: Preview, path: str) -> tuple[int, str, HTTPMessage]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{preview.port}{path}") as said:
            return said.status, said.read().decode(), said.headers
    except urllib.error.HTTPError as said:
        return said.code, said.read().decode(), said.headers


class Listener:
    """An open page."""

    def __init__(self, preview: Preview, page: str, seen: int = 0) -> None:
        asked = f"http://127.0.0.1:{preview.port}{EVENTS_PATH}?seen={seen}&page={page}"
        self.events = urllib.request.urlopen(asked)

    def next(self) -> dict[str, Any]:
        for line in self.events:
            if line.startswith(b"data: "):
                news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return news
        raise AssertionError("the connection has ended")


def test_pages_are_served_with_the_script_that_listens(preview: Preview) -> None:
    for path, text in (("/", "Home"), ("/groups/", "Groups"), ("/groups/?from=here", "Groups"), ("/404.html", "Lost")):
        status, page = get(preview, path)
        assert (status, text in page, SCRIPT_PATH in page, EVENTS_PATH in page) == (200, True, True, True)
    assert "EventSource" in get(preview, SCRIPT_PATH)[1]


def test_a_page_that_forbids_scripts_allows_the_previews_alone(preview: Preview, site: Path) -> None:
    policy = str(escape(PAGE_POLICY))
    (site / "index.html").write_text(
        f'<html><head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body>Home</body></html>'
    )
    page = get(preview, "/")[1]
    assert f"script-src http://127.0.0.1:{preview.port}/_preview/" in page
    assert "default-src &#x27;none&#x27;" in page


def test_files_come_with_the_headers_that_the_site_asks_hosts_for(preview: Preview, site: Path) -> None:
    (site / "_headers").write_bytes(headers_file("").data)
    headers = answer(preview, "/groups/")[2]
    for name, value in EVERYWHERE.items():
        if name != "Content-Security-Policy":
            assert headers[name] == value
    assert "upgrade-insecure-requests" not in headers["Content-Security-Policy"]
    assert f"script-src 'self' http://127.0.0.1:{preview.port}/_preview/" in headers["Content-Security-Policy"]


def test_a_feed_is_served_as_browsers_show_it(preview: Preview, site: Path) -> None:
    (site / "_headers").write_bytes(headers_file("").data)
    (site / "feed.rss").write_text("<rss/>")

    assert answer(preview, "/feed.rss")[2]["Content-Type"] == FEED_TYPE


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    assert get(preview, "/events.ics") == (200, "BEGIN:VCALENDAR")


def test_a_lost_visitor_gets_the_sites_own_page(preview: Preview) -> None:
    for path in ("/nowhere/", "/empty/"):
        status, page = get(preview, path)
        assert (status, "Lost" in page, SCRIPT_PATH in page) == (404, True, True)


def test_nothing_outside_the_folder_is_served(preview: Preview) -> None:
    assert get(preview, "/../../../../etc/passwd")[0] == 404
    assert get(preview, "/%2e%2e/%2e%2e/etc/passwd")[0] == 404


def test_a_site_below_a_path_is_found_there(below: Preview) -> None:
    assert "Groups" in get(below, "/nation/groups/")[1]
    assert "Home" in get(below, "/")[1]  # sent on
    below.show({"groups/index.html"})
    assert Listener(below, "/nation/groups/").next()["reload"] is True


def test_a_page_that_has_changed_hears_that_it_is_old(preview: Preview) -> None:
    groups, home = Listener(preview, "/groups/"), Listener(preview, "/")
    assert (groups.next()["reload"], home.next()["reload"]) == (False, False)

    preview.show({"groups/index.html"})
    assert (groups.next()["reload"], home.next()["reload"]) == (True, False)

    preview.show(None)
    assert home.next()["reload"] is True


def test_a_page_that_was_loaded_before_a_change_hears_of_it_when_it_asks(preview: Preview) -> None:
    preview.show({"groups/index.html"})
    preview.show({"index.html"})

    assert Listener(preview, "/groups/", seen=0).next()["reload"] is True
    assert Listener(preview, "/groups/", seen=1).next()["reload"] is False
    for _ in range(REMEMBERED):
        preview.show(())
    assert Listener(preview, "/other/", seen=0).next()["reload"] is True


def test_faults_are_told_to_open_pages_and_to_those_that_come_later(preview: Preview) -> None:
    early = Listener(preview, "/")
    assert early.next()["notice"] is None
    preview.show((), NOTICE)
    for page in (early, Listener(preview, "/groups/")):
        assert page.next()["notice"]["texts"] == list(NOTICE.texts)

    preview.show(())
    assert early.next()["notice"] is None


def test_a_page_is_shown_before_the_rest_of_the_site_stands(preview: Preview, site: Path) -> None:
    groups = Listener(preview, "/groups/")
    groups.next()
    preview.show_early({"groups/index.html": b"<html><body>New groups</body></html>"})
    seen = groups.next()
    assert seen["reload"] is True
    assert "New groups" in get(preview, "/groups/")[1]

    later = Listener(preview, "/groups/", seen["number"])
    later.next()
    (site / "groups/index.html").write_text("<html><body>New groups</body></html>")
    preview.show({"groups/index.html", "index.html"})
    assert later.next()["reload"] is False
    assert Listener(preview, "/", seen=0).next()["reload"] is True


def test_what_was_shown_early_and_did_not_come_to_be_is_gone(preview: Preview) -> None:
    preview.show_early({"groups/index.html": b"<html><body>New groups</body></html>"})
    groups = Listener(preview, "/groups/", preview.number)
    groups.next()

    preview.show((), NOTICE)
    assert groups.next()["reload"] is True
    assert "New groups" not in get(preview, "/groups/")[1]
