"""A web server for one's own machine, which tells open pages when the site was built anew.

Only this server adds a script to pages, and only as it hands them out; the files stay as they are.
"""

import functools
import http.server
import os
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any

from localgroups.outputs.headers import FEED_TYPE

SCRIPT_PATH = "/_preview/reload.js"
EVENTS_PATH = "/_preview/events"
SCRIPT = f"new EventSource('{EVENTS_PATH}').onmessage = () => location.reload();\n".encode()
TAG = f'<script src="{SCRIPT_PATH}"></script></body>'.encode()
POLICY = (b"default-src &#39;none&#39;", b"default-src &#39;self&#39;")
"""What a page's policy says, and what it has to say for the script to run."""
PATIENCE = 15
"""Seconds after which a quiet connection gets a comment, so that a closed window is noticed."""


class Preview(http.server.ThreadingHTTPServer):
    """Serves one folder to this machine alone."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self.built = threading.Condition()
        self.number = 0
        super().__init__(("127.0.0.1", port), functools.partial(_Handler, directory=str(folder)))

    @property
    def port(self) -> int:
        return self.server_address[1]

    def wait(self, seen: int) -> int:
        """The number of the build in front: once it is another than `seen`, or after PATIENCE."""
        with self.built:
            self.built.wait_for(lambda: self.number != seen, PATIENCE)
            return self.number

    def reload(self) -> None:
        """Tell every open page to load itself again."""
        with self.built:
            self.number += 1
            self.built.notify_all()


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == EVENTS_PATH:
            self._tell()
        elif path == SCRIPT_PATH:
            self._answer(SCRIPT, "text/javascript")
        elif path.endswith("/") and (page := Path(self.translate_path(path)) / "index.html").is_file():
            data = page.read_bytes().replace(*POLICY, 1).replace(b"</body>", TAG)
            self._answer(data, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Feeds as a good host sends them, so that the preview shows them as a visitor's browser does."""
        return FEED_TYPE if str(path).endswith((".rss", ".atom")) else super().guess_type(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(str(self.directory)) / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._answer(page.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def _answer(self, data: bytes, media_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        # Looked up before the answer begins: a build that ends in between is news to this page.
        seen = self.server.number
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while True:
                number = self.server.wait(seen)
                self.wfile.write(b": quiet\n\n" if number == seen else b"data: built\n\n")
                self.wfile.flush()
                seen = number
        except OSError:
            return

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what matters on this terminal is the build."""
