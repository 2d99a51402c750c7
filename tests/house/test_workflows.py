"""What the Git host runs: safe for pull requests from strangers, and the same as on anybody's machine."""

import re
import stat
import subprocess
import sys

import pytest
import yaml

from house.imports import ROOT

FOLDER = ROOT / ".github" / "workflows"


def workflow(name: str) -> dict[str, object]:
    """A workflow; YAML reads its key `on` as a truth."""
    text: dict[object, object] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return {("on" if key is True else str(key)): value for key, value in text.items()}


def test_a_pull_request_may_read_and_nothing_else() -> None:
    check = workflow("check.yml")
    assert check["on"] == "pull_request"
    assert check["permissions"] == {"contents": "read"}
    jobs = check["jobs"]
    assert isinstance(jobs, dict)
    assert [name for name, job in jobs.items() if "permissions" in job] == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_no_workflow_uses_a_secret_or_runs_a_strangers_words(path: object) -> None:
    text = (FOLDER / str(path)).read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert re.findall(r"\$\{\{ *(?:github\.event|github\.head_ref)", text) == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_nothing_is_published_from_a_pull_request() -> None:
    triggers = workflow("publish.yml")["on"]
    assert isinstance(triggers, dict)
    assert set(triggers) == {"push", "schedule", "workflow_dispatch"}
    assert triggers["push"] == {"branches": ["main"]}


def test_every_task_that_a_workflow_runs_is_on_the_menu() -> None:
    menu = subprocess.run(
        [sys.executable, "-c", "import tasks; tasks.main([])"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    known = {line.split()[0] for line in menu.stdout.splitlines() if line.startswith("  ")}
    texts = [path.read_text(encoding="utf-8") for path in [*FOLDER.glob("*.yml"), ROOT / ".ci" / "run"]]
    named = {name for text in texts for name in re.findall(r"python3 tasks\.py ([a-z]+)", text)}
    assert {"check", "preview", "test"} <= named <= known


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec python3 tasks.py test")
    assert script.stat().st_mode & stat.S_IXUSR
