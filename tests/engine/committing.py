"""A folder with a Git history, written by a test."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

IDENTITY = {
    "GIT_AUTHOR_NAME": "A writer",
    "GIT_AUTHOR_EMAIL": "writer@example.org",
    "GIT_COMMITTER_NAME": "A writer",
    "GIT_COMMITTER_EMAIL": "writer@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-01-01T12:00:00Z",
}
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed here")


def git(folder: Path, *words: str, when: str = "2026-01-01T12:00:00Z") -> str:
    """What Git says, run as somebody who has set nothing."""
    surroundings = os.environ | IDENTITY | {"GIT_COMMITTER_DATE": when}
    answer = subprocess.run(("git", *words), cwd=folder, env=surroundings, capture_output=True, text=True, check=True)
    return answer.stdout


def commit(folder: Path, day: str = "2026-01-01") -> None:
    """Everything in the folder, at noon of a day."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change", when=f"{day}T12:00:00Z")
