"""The server for one's own machine: pages as they are, and a word when the site was built anew."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import escape

from localgroups.host.preview_server import EVENTS_PATH, SCRIPT_PATH, Preview
from localgroups.outputs.headers import FEED_TYPE, PAGE_POLICY


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "groups").mkdir()
    (tmp_path / "index.html").write_text("<html><body>Home</body></html>")
    (tmp_path / "groups/index.html").write_text("<html><body>Groups</body></html>")
    (tmp_path / "404.html").write_text("<html><body>Lost</body></html>")
    (tmp_path / "events.ics").write_text("BEGIN:VCALENDAR")
    server = Preview(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def get(preview: Preview, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{preview.port}{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def test_pages_are_served_with_the_script_that_listens(preview: Preview) -> None:
    for path, text in (("/", "Home"), ("/groups/", "Groups"), ("/groups/?from=here", "Groups")):
        status, page = get(preview, path)
        assert (status, text in page, SCRIPT_PATH in page) == (200, True, True)
    assert EVENTS_PATH in get(preview, SCRIPT_PATH)[1]


def test_a_page_that_forbids_scripts_allows_the_previews(preview: Preview, tmp_path: Path) -> None:
    policy = str(escape(PAGE_POLICY))
    (tmp_path / "index.html").write_text(f'<html><head><meta content="{policy}"></head><body>Home</body></html>')

    assert policy not in get(preview, "/")[1]
    assert str(escape("default-src 'self'; style-src 'self'")) in get(preview, "/")[1]


def test_a_feed_is_served_as_browsers_show_it(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text("<rss/>")

    with urllib.request.urlopen(f"http://127.0.0.1:{preview.port}/feed.rss") as answer:
        assert answer.headers["Content-Type"] == FEED_TYPE


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    assert get(preview, "/events.ics") == (200, "BEGIN:VCALENDAR")


def test_a_lost_visitor_gets_the_sites_own_page(preview: Preview) -> None:
    assert get(preview, "/nowhere/") == (404, "<html><body>Lost</body></html>")


def test_nothing_outside_the_folder_is_served(preview: Preview) -> None:
    assert get(preview, "/../../../../etc/passwd")[0] == 404
    assert get(preview, "/%2e%2e/%2e%2e/etc/passwd")[0] == 404


def test_open_pages_hear_of_a_new_build(preview: Preview) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{preview.port}{EVENTS_PATH}") as events:
        preview.reload()
        assert events.readline() == b"data: built\n"
