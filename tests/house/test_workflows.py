"""What the Git host runs: safe for pull requests from strangers, and the same as on anybody's machine."""

import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

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


def script(name: str, job: str, step: str) -> str:
    """The shell commands of one step."""
    jobs = workflow(name)["jobs"]
    assert isinstance(jobs, dict)
    found: str = next(one["run"] for one in jobs[job]["steps"] if one.get("name") == step)
    return found


def test_a_pull_request_is_examined_by_the_program_of_the_branch_it_is_meant_for() -> None:
    jobs = workflow("check.yml")["jobs"]
    assert isinstance(jobs, dict)
    program, proposal = [one["with"] for one in jobs["content"]["steps"] if "checkout" in one.get("uses", "")]
    assert program["ref"] == "${{ github.base_ref }}"
    assert "path" not in program
    assert (proposal["path"], "ref" in proposal) == ("proposal", False)
    assert "--source proposal" in script("check.yml", "content", "Check")


@pytest.mark.skipif(shutil.which("git") is None or shutil.which("bash") is None, reason="Git or bash is not here")
@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        (["groups/leeward/news/a.md", "groups/leeward/group.yaml", "tasks.py"], "-- groups/leeward"),
        (["groups/a b; $(touch gone)/x.md", "groups/-q/x.md"], "-- groups/-q groups/a b; $(touch gone)"),
        (["content/regions.yaml", "groups/leeward/about.md"], "-- ."),
        (["plugins/x.py"], "Nothing in content/ or groups/ is changed."),
    ],
)
def test_a_writer_is_told_of_the_folders_that_she_touched(tmp_path: Path, changed: list[str], asked: str) -> None:
    (tmp_path / "tasks.py").write_text("import sys\nprint(*sys.argv[1:])\n", encoding="utf-8")
    proposal = tmp_path / "proposal"
    proposal.mkdir()
    as_writer = ("-c", "user.name=A writer", "-c", "user.email=writer@example.org")
    for paths in (["groups/windward/group.yaml"], changed):
        for path in paths:
            (proposal / path).parent.mkdir(parents=True, exist_ok=True)
            (proposal / path).write_text("name: x\n", encoding="utf-8")
        for words in (("init", "--quiet"), ("add", "--all"), (*as_writer, "commit", "--quiet", "--message", "Change")):
            subprocess.run(("git", *words), cwd=proposal, check=True)
    text = script("check.yml", "content", "Check")
    printed = subprocess.run(
        ("bash", "-e", "-c", text), cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert printed.rstrip().endswith(asked)
    assert not (tmp_path / "gone").exists()


def test_a_change_that_cannot_be_looked_up_is_not_taken_for_none(tmp_path: Path) -> None:
    text = script("check.yml", "content", "Check")
    assert subprocess.run(("bash", "-e", "-c", text), cwd=tmp_path, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_what_others_wrote_is_named_by_its_very_commit(path: Path) -> None:
    named = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    assert named
    assert [one for one in named if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def kept() -> dict[str, str]:
    """What the host's cache is told to carry from one publishing run to the next."""
    jobs = workflow("publish.yml")["jobs"]
    assert isinstance(jobs, dict)
    (told,) = [one["with"] for one in jobs["build"]["steps"] if "actions/cache@" in one.get("uses", "")]
    return dict(told)


def test_each_publishing_run_takes_the_newest_site_and_leaves_its_own() -> None:
    told = kept()
    assert told["path"].split() == ["output", ".output.localgroups"]
    assert told["key"].startswith(told["restore-keys"])
    assert "github.run_id" in told["key"]
    assert "github.run_attempt" in told["key"]


def test_a_site_that_did_not_come_back_whole_is_not_built_upon() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert isinstance(jobs, dict)
    steps = jobs["build"]["steps"]
    (cache,) = [one for one in steps if "actions/cache@" in one.get("uses", "")]
    (anew,) = [one for one in steps if "cache-matched-key" in str(one.get("if"))]
    assert anew["if"] == f"steps.{cache['id']}.outputs.cache-matched-key == ''"
    assert anew["run"] == "rm -rf " + " ".join(kept()["path"].split())
    names = [one.get("name") for one in steps]
    assert names.index(cache["name"]) < names.index(anew["name"]) < names.index("Build")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
def test_the_second_tree_is_not_carried(tmp_path: Path) -> None:
    workshop = tmp_path / ".output.localgroups"
    for name in ("back", "left-0", "left-1", "good", "parts"):
        (workshop / name / "more").mkdir(parents=True)
    text = script("publish.yml", "build", "Leave out what the next run makes for itself")
    subprocess.run(("bash", "-e", "-c", text), cwd=tmp_path, check=True)
    assert sorted(one.name for one in workshop.iterdir()) == ["good", "parts"]


@pytest.mark.parametrize("name", ["check.yml", "program.yml"])
def test_nothing_of_a_pull_request_is_carried_to_a_publishing_run(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "actions/cache" not in text
    assert not re.search(r"^\s*cache:", text, re.MULTILINE)


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
