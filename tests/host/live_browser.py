"""A real browser that stays at a page and tells what becomes of it.

It is spoken to over two pipes, in the protocol of its own developer tools. A script of the test's reports every page
that is loaded and every overlay that comes and goes, so that a test waits for what it expects and for no time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from security.browser import CHROMIUM

WATCH = """
const tell = (kind, text) => window.report(JSON.stringify([kind, text]));
document.addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => tell("page", document.body.innerText));
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      for (const one of addedNodes) if (one.shadowRoot) tell("overlay", one.shadowRoot.textContent);
      for (const one of removedNodes) if (one.shadowRoot) tell("gone", "");
    }
  }).observe(document.body, { childList: true });
});
"""

STARTER = """
import os, sys
from fcntl import F_DUPFD, fcntl
given, taken = (fcntl(int(one), F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(given, 3)
os.dup2(taken, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""A browser reads what is said to it from file 3 and answers on file 4, whatever these were before."""


@dataclass
class Tab:
    """One page in the browser."""

    to_browser: Any
    from_browser: Any
    session: str = ""
    number: int = 0
    reports: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the browser's console says: what a policy forbids, for one."""

    def ask(self, method: str, **what: Any) -> dict[str, Any]:
        """What the browser answers."""
        self.number += 1
        asked = {"id": self.number, "method": method, "params": what}
        if self.session:
            asked["sessionId"] = self.session
        self.to_browser.write(json.dumps(asked).encode() + b"\0")
        self.to_browser.flush()
        while True:
            message = self._next()
            if message.get("id") == self.number:
                assert "error" not in message, message
                answer: dict[str, Any] = message["result"]
                return answer

    def wait_for(self, kinds: str, text: str = "") -> str:
        """The text of the next report of one of some kinds (`page`, `overlay`, `gone`) that holds `text`; those before
        it are forgotten."""
        while True:
            while self.reports:
                said = self.reports.pop(0)
                if said[0] in kinds.split() and text in said[1]:
                    return said[1]
            self._next()

    def value(self, expression: str) -> Any:
        """What a piece of script gives."""
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def press(self, key: str) -> None:
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    def _next(self) -> dict[str, Any]:
        data = bytearray()
        while (sign := self.from_browser.read(1)) != b"\0":
            assert sign, "the browser has ended"
            data += sign
        message: dict[str, Any] = json.loads(data)
        said = message.get("params", {})
        if message.get("method") == "Runtime.bindingCalled":
            kind, text = json.loads(said["payload"])
            self.reports.append((kind, text))
        elif message.get("method") == "Log.entryAdded":
            self.complaints.append(said["entry"]["text"])
        return message


@contextmanager
def tab(address: str, profile: Path) -> Iterator[Tab]:
    """A page, open in a browser of its own."""
    assert CHROMIUM
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    command = [
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio"),
        *("--remote-debugging-pipe", "--no-first-run", "--disable-background-networking", f"--user-data-dir={profile}"),
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
    starter = [sys.executable, "-c", STARTER, str(theirs_in), str(theirs_out), *command]
    with subprocess.Popen(
        starter,
        pass_fds=(theirs_in, theirs_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(profile)},
    ) as browser:
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            with open(ours_out, "wb") as to_browser, open(ours_in, "rb") as from_browser:  # noqa: PTH123
                one = Tab(to_browser, from_browser)
                target = one.ask("Target.createTarget", url="about:blank")["targetId"]
                one.session = one.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
                for domain in ("Page", "Runtime", "Log"):
                    one.ask(f"{domain}.enable")
                one.ask("Runtime.addBinding", name="report")
                one.ask("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
                one.ask("Page.navigate", url=address)
                yield one
        finally:
            browser.terminate()
