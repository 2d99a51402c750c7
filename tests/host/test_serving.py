"""`localgroups serve`: builds, serves, and builds again when a file changes."""

import os
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

from whole.nations import Nation
from whole.test_same_bytes import PLUGINS


def test_a_saved_file_is_on_the_site_without_further_ado(tmp_path: Path) -> None:
    nation = Nation(tmp_path / "nation")
    nation.group("riverside", "summary: Before.\n")
    command = [sys.executable, "-u", "-m", "localgroups", "serve", "--source", str(nation.folder), "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PLUGINS)},
    ) as serving:
        assert serving.stdout is not None
        address = next(line for line in serving.stdout if "http://" in line).split()[4]
        assert "Before." in page(f"{address}groups/riverside/")

        # The watcher begins to look a moment after the address is told: the file is saved until somebody notices.
        noticed = threading.Event()
        saving = threading.Thread(target=save_until, args=(nation, noticed))
        saving.start()
        assert any("wrote" in line for line in serving.stdout)
        noticed.set()
        saving.join()

        assert "Before." not in page(f"{address}groups/riverside/")
        serving.terminate()


def save_until(nation: Nation, noticed: threading.Event) -> None:
    number = 0
    while not noticed.wait(0.2):
        number += 1
        nation.group("riverside", f"summary: After {number}.\n")


def page(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        text: str = answer.read().decode()
        return text
