"""A web server for one's own machine, which tells open pages when they have changed and what is wrong.

Only this server adds a script to pages, and only as it hands them out; the files stay as they are. All else is as on
the public site: the same headers, and the same policies but for that one script.
"""

import functools
import http.server
import json
import os
import re
import threading
from collections import deque
from collections.abc import Collection, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

from localgroups.host.preview_policy import page_with_leave, with_leave
from localgroups.host.site_headers import SiteHeaders
from localgroups.model.values import Struct, plain

OURS = "/_preview/"
SCRIPT_PATH, EVENTS_PATH = f"{OURS}preview.js", f"{OURS}events"
SCRIPT = Path(__file__).with_name("preview.js")
HTML = "text/html; charset=utf-8"
PATIENCE = 15
"""Seconds after which a quiet connection gets a comment, so that a closed window is noticed."""
REMEMBERED = 100
"""So many of the last changes are known one by one; a page that is older loads itself again."""
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_NOT_HERE = ("strict-transport-security", "content-length", "cache-control")
"""Headers that the preview does not take from the site: the first would bar the way to it."""


class Notice(Struct, frozen=True):
    """What is wrong, as the overlay tells it."""

    title: str
    note: str
    texts: tuple[str, ...]
    """Each fault as it is told on the terminal."""
    more: str = ""
    """What is not told here."""


class _Change(Struct, frozen=True):
    """Files that changed at one time, relative to the site; None where all may have."""

    number: int
    files: frozenset[str] | None


class Preview(http.server.ThreadingHTTPServer):
    """Serves one folder to this machine alone."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int, base: str = "") -> None:
        """`base` is the path that the site stands under: `/groups`, or the empty text."""
        self.folder = folder
        self.base = base
        self.changed = threading.Condition()
        self.number = 0
        self.notice: Notice | None = None
        self.early: Mapping[str, bytes] = {}
        self._changes: deque[_Change] = deque(maxlen=REMEMBERED)
        super().__init__(("127.0.0.1", port), functools.partial(_Handler, directory=str(folder)))

    @property
    def port(self) -> int:
        return self.server_address[1]

    # ------------------------------------------------------------------ told by whoever builds

    def show(self, files: Collection[str] | None, notice: Notice | None = None) -> None:
        """The site was built, or could not be: open pages among `files` load themselves again, and all tell of faults.

        None stands for all files.
        """
        with self.changed:
            # What was shown early and did not come to be is gone again.
            files = None if files is None else frozenset(files).union(self.early) - self._stand_already(files)
            self.early, self.notice = {}, notice
            self._tell(files)

    def show_early(self, files: Mapping[str, bytes]) -> None:
        """Some files as they will be: they are shown while the rest of the site is still being built."""
        with self.changed:
            self.early = dict(files)
            self._tell(frozenset(files))

    def _stand_already(self, files: Collection[str]) -> frozenset[str]:
        """Files that were shown early and are now the site's: open pages have them."""
        return frozenset(files).intersection(self.early)

    def _tell(self, files: frozenset[str] | None) -> None:
        self.number += 1
        self._changes.append(_Change(self.number, files))
        self.changed.notify_all()

    # ------------------------------------------------------------------ asked by connections

    def wait(self, seen: int) -> int:
        """The number of the last change: once it is another than `seen`, or after PATIENCE."""
        with self.changed:
            self.changed.wait_for(lambda: self.number != seen, PATIENCE)
            return self.number

    def news(self, file: str, seen: int) -> dict[str, Any]:
        """What a page that was loaded at `seen` has to know. Before all is `settled`, the notice is that of before."""
        with self.changed:
            missed = [one for one in self._changes if one.number > seen]
            has_all = len(missed) == self.number - seen
            is_old = not has_all or any(one.files is None or file in one.files for one in missed)
            notice = plain(self.notice) if self.notice else None
            return {"number": self.number, "reload": is_old, "settled": not self.early, "notice": notice}


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == EVENTS_PATH:
            self._tell(parse_qs(query))
        elif path == SCRIPT_PATH:
            self._answer(SCRIPT.read_bytes(), "text/javascript")
        elif path == "/" and self.server.base:
            self._send_on(f"{self.server.base}/")
        else:
            self._serve(path)

    def _serve(self, path: str) -> None:
        # Looked up before the page is read: what changes in between is news to this page.
        seen, file = self.server.number, self._file(path)
        data = self.server.early.get(file)
        page = Path(self.translate_path(path)) / "index.html" if path.endswith("/") else Path(self.translate_path(path))
        if data is None and page.suffix == ".html" and page.is_file():
            data = page.read_bytes()
        if data is not None and file.endswith(".html"):
            self._answer_page(data, seen)
        elif data is not None:
            self._answer(data, self.guess_type(file))
        else:
            super().do_GET()

    def _file(self, path: str) -> str:
        """The file that a path names, relative to the site."""
        bare = unquote(path).removeprefix(self.server.base).lstrip("/")
        return f"{bare}index.html" if not bare or bare.endswith("/") else bare

    def translate_path(self, path: str) -> str:
        """Without the path that the site stands under: its folder holds what is below."""
        base = self.server.base
        return super().translate_path(path.removeprefix(base) if path.startswith(f"{base}/") else path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.server.folder / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._answer_page(page.read_bytes(), self.server.number, HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002
        """A folder without a page is nothing to see on the public site either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    # ------------------------------------------------------------------ answers

    def _answer_page(self, data: bytes, seen: int, status: HTTPStatus = HTTPStatus.OK) -> None:
        """A page with the script that listens."""
        tag = f'<script src="{SCRIPT_PATH}" data-seen="{seen}" data-events="{EVENTS_PATH}"></script></body>'
        page = page_with_leave(data.decode("utf-8", "surrogateescape"), self._source())
        before, end, after = page.rpartition("</body>")
        page = f"{before}{tag}{after}" if end else f"{page}{tag.removesuffix('</body>')}"
        self._answer(page.encode("utf-8", "surrogateescape"), HTML, status)

    def _answer(self, data: bytes, media_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _send_on(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def end_headers(self) -> None:
        """What the site says of its files is sent with them; nothing is kept by the browser unasked."""
        path = self.path.partition("?")[0]
        if not path.startswith(OURS):
            for name, value in self._site_headers(path):
                if name.lower() == "content-security-policy":
                    self.send_header(name, with_leave(value, self._source()))
                elif name.lower() not in (*_NOT_HERE, "content-type"):
                    self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """As the site's own headers have it: feeds are shown by browsers only as what hosts are told to send."""
        told = [value for name, value in self._site_headers(self.path.partition("?")[0]) if name == "Content-Type"]
        return told[-1] if told else super().guess_type(path)

    def _site_headers(self, path: str) -> tuple[tuple[str, str], ...]:
        return SiteHeaders.of(self.server.folder).for_path(path)

    def _source(self) -> str:
        """Our own address, as policies name it."""
        host = self.headers.get("Host", "")
        return f"http://{host}{OURS}" if _HOST.fullmatch(host) else f"http://127.0.0.1:{self.server.port}{OURS}"

    # ------------------------------------------------------------------ events

    def _tell(self, asked: Mapping[str, list[str]]) -> None:
        """Send what a page has to know, now and whenever something changes."""
        file = self._file(asked.get("page", ["/"])[0])
        told = asked.get("seen", [""])[0]
        seen = int(told) if told.isdecimal() else self.server.number
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = -1
        try:
            while True:
                news = self.server.news(file, seen)
                quiet = news["number"] == number
                seen = number = news["number"]
                self.wfile.write(b": quiet\n\n" if quiet else f"data: {json.dumps(news)}\n\n".encode())
                self.wfile.flush()
                self.server.wait(number)
        except OSError:
            return

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what matters on this terminal is the build."""
