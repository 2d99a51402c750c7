"""A real browser that opens many pages at once and tells whether any of them ran a program.

The pages are served to this machine alone; a board holds each in a frame, waits until all are loaded, points at
everything in them and follows links that are no addresses. Before each page stands a script that makes `alert` and its
like leave a mark on the board.
"""

import functools
import http.server
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
HOOK = """<script>
for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"])
  window[name] = () => { parent.document.body.dataset.ran += " " + location.pathname; };
</script>"""
BOARD = """<!doctype html><title>board</title><body data-ran="ran:" data-loaded="0"><script>
const pages = PAGES;
const seen = () => { document.body.dataset.loaded = Number(document.body.dataset.loaded) + 1; next(); };
function poke(page) {
  for (const one of page.querySelectorAll("main *, body > *")) {
    for (const kind of ["mouseover", "mousemove", "pointerenter", "focus", "focusin", "toggle", "load"])
      one.dispatchEvent(new page.defaultView.Event(kind, {bubbles: true}));
    if (one.protocol && !/^(https?|mailto|tel|webcal):$/.test(one.protocol)) one.click();
    if (one.onclick || one.hasAttribute("onclick")) one.click();
  }
}
function next() {
  const path = pages.shift();
  if (!path) return;
  const frame = document.createElement("iframe");
  frame.onload = () => {
    frame.onload = null;
    try { poke(frame.contentDocument); } catch (error) { document.body.dataset.ran += " " + path + " " + error; }
    setTimeout(() => { frame.remove(); seen(); }, 0);
  };
  frame.src = path;
  document.body.append(frame);
}
for (let number = 0; number < 6; number++) next();
</script></body>"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address that a folder is served at."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def hooked(page: str, keeps_policy: bool = False) -> str:
    """A page whose programs would be noticed; without its policy, so that the text has to be harmless by itself."""
    page = page if keeps_policy else POLICY.sub("", page)
    return page.replace("<head>", f"<head>{HOOK}", 1)


def run(folder: Path, pages: list[str], profile: Path) -> tuple[int, list[str]]:
    """Open pages of a folder, by their paths; how many were loaded, and which ran a program."""
    board = BOARD.replace("PAGES", repr([f"/{one}" for one in pages]))
    shown, complaints = opened(folder, board, profile)
    loaded = re.search(r'data-loaded="(\d+)"', shown)
    ran = re.search(r'data-ran="ran:([^"]*)"', shown)
    assert loaded and ran, complaints
    return int(loaded[1]), ran[1].split()


def opened(folder: Path, board: str, profile: Path) -> tuple[str, str]:
    """What a page of a test's own, put beside a folder's, holds when it has come to rest; and Chromium's complaints."""
    (folder / "board.html").write_text(board, encoding="utf-8")
    assert CHROMIUM
    with served(folder) as address:
        done = subprocess.run(
            [
                *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio"),
                *(
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--disable-background-networking",
                    "--no-first-run",
                ),
                *(f"--user-data-dir={profile}", "--virtual-time-budget=600000", "--dump-dom", f"{address}/board.html"),
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": str(profile)},
        )
    return done.stdout, done.stderr[-2000:]
