"""`localgroups serve`: builds, serves, and shows at once what a saved file becomes."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from host.live_browser import tab
from security.browser import CHROMIUM
from whole.nations import ORGANISATION, Nation
from whole.test_same_bytes import PLUGINS

in_a_browser = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this machine")


class Serving:
    """The command at work."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said: list[str] = []
        self.address = self.wait_for("http://").split()[4]

    def wait_for(self, text: str) -> str:
        """The next line on the terminal that holds it."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if text in line:
                return line
        raise AssertionError("".join(self.said))

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path) as answer:
            text: str = answer.read().decode()
            return text


@contextmanager
def served(nation: Nation) -> Iterator[Serving]:
    command = [sys.executable, "-u", "-m", "localgroups", "serve", "--source", str(nation.folder), "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
    ) as process:
        try:
            yield Serving(process)
        finally:
            process.terminate()


def test_a_saved_file_is_on_the_site_without_further_ado(nation: Nation) -> None:
    nation.group("riverside", "summary: Before.\n")
    with served(nation) as serving:
        assert "Before." in serving.page("groups/riverside/")
        # Saved at once: whether the watcher is there already or not, no change is missed.
        nation.group("riverside", "summary: After.\n")
        serving.wait_for("wrote")
        assert "After." in serving.page("groups/riverside/")


def test_a_port_that_is_taken_is_told_before_anything_is_built(nation: Nation) -> None:
    nation.group("riverside")
    with served(nation) as serving:
        port = serving.address.rstrip("/").rpartition(":")[2]
        assert nation.run("serve", "--port", port) == 1
        assert f"Port {port} cannot be used" in nation.printed
        assert f"serve --port {int(port) + 1}" in nation.printed


def test_serving_goes_on_when_nothing_can_be_built(nation: Nation) -> None:
    nation.group("riverside", "summary: Before.\n")
    with served(nation) as serving:
        nation.write("content/organisation.yaml", "language: en\n")
        serving.wait_for("content/organisation.yaml:1:1")
        assert "Before." in serving.page("groups/riverside/")
        nation.write("content/organisation.yaml", ORGANISATION)
        nation.group("riverside", "summary: After.\n")
        serving.wait_for("wrote")
        assert "After." in serving.page("groups/riverside/")


@in_a_browser
def test_an_open_page_shows_what_was_saved(nation: Nation, tmp_path: Path) -> None:
    nation.group("riverside", "summary: Before.\n")
    with served(nation) as serving, tab(f"{serving.address}groups/riverside/", tmp_path / "profile") as page:
        page.wait_for("page", "Before.")
        for number in range(5):
            saved = time.perf_counter()
            nation.group("riverside", f"summary: After {number}.\n")
            page.wait_for("page", f"After {number}.")
            print(f"from saved to shown: {1000 * (time.perf_counter() - saved):.0f} ms")
        assert page.complaints == []


@in_a_browser
def test_faults_lie_over_the_page_until_they_are_mended(nation: Nation, tmp_path: Path) -> None:
    nation.group("riverside")
    nation.news("riverside", "2026-11-01-fair", "title: Fair\ndate: 2026-11-01")
    with served(nation) as serving, tab(f"{serving.address}groups/riverside/", tmp_path / "profile") as page:
        page.wait_for("page", "Fair")
        nation.news("riverside", "2026-11-01-fair", "title: <b>Fair</b>\ndate: 2026-11-31")
        told = page.wait_for("overlay")
        terminal = serving.wait_for("fault [")
        assert terminal.strip() in told
        assert "date: 2026-11-31" in told
        assert "last good version shown" in told
        overlay = "document.querySelector('localgroups-preview').shadowRoot.querySelector('[role=alert]')"
        assert page.value(f"{overlay}.querySelector('b') === null")
        assert page.value(f"{overlay}.tabIndex") == 0
        assert "Fair" in str(page.value("document.querySelector('main').innerText"))

        page.press("Escape")
        page.wait_for("gone")
        nation.news("riverside", "2026-11-01-fair", "title: Fair\ndate: 2026-11-31\nheadline: x")
        page.wait_for("overlay", "headline")

        nation.news("riverside", "2026-11-01-fair", "title: Fair\ndate: 2026-11-30")
        page.wait_for("page", "30 November")
        assert page.value("document.querySelector('localgroups-preview')") is None
        assert page.complaints == []


@in_a_browser
def test_a_nation_that_cannot_be_read_is_told_over_the_page(nation: Nation, tmp_path: Path) -> None:
    nation.group("riverside")
    with served(nation) as serving, tab(f"{serving.address}groups/riverside/", tmp_path / "profile") as page:
        page.wait_for("page")
        nation.write("content/organisation.yaml", "language: en\n")
        assert "Not built" in page.wait_for("overlay", "content/organisation.yaml:1:1")
        nation.write("content/organisation.yaml", ORGANISATION)
        page.wait_for("gone page")
        assert page.value("document.querySelector('localgroups-preview')") is None
