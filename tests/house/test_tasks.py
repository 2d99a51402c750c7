"""The menu: what `python3 tasks.py` answers, and what it hands on."""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from house.imports import ROOT

NAMES = {"build", "rebuild", "regenerate", "serve", "preview", "publish", "clean"}
"""Those that Pelican's quickstart made known."""

ENGINE = """
import os, signal, sys
print("engine:", sys.argv[1:], flush=True)
if sys.argv[1] == "serve" and os.environ["STATUS"] == "9":
    signal.pause()
sys.exit(int(os.environ.get("STATUS", "0")))
"""


def menu(*words: str, folder: Path = ROOT, status: int = 0) -> subprocess.CompletedProcess[str]:
    """What the menu does with some words, inside the environment."""
    code = "import sys, tasks; tasks.main(sys.argv[1:])"
    settings = {"PATH": "", "STATUS": str(status), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=folder, capture_output=True, text=True, env=settings, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which the engine only repeats what it was told."""
    shutil.copy(ROOT / "tasks.py", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements", ignore=shutil.ignore_patterns("__pycache__"))
    package = tmp_path / "plugins" / "localgroups"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "__main__.py").write_text(ENGINE, encoding="utf-8")
    return tmp_path


def test_the_menu_names_every_task_with_a_line_of_help() -> None:
    said = menu()
    tasks = {line.split()[0]: line.split()[1:] for line in said.stdout.splitlines() if line.startswith("  ")}
    assert said.returncode == 0
    assert NAMES | {"test", "lint", "check", "golden", "requirements"} <= tasks.keys()
    assert [name for name, words in tasks.items() if len(words) < 3] == []
    assert menu("--list").stdout == menu("--help").stdout == said.stdout


def test_a_task_that_does_not_exist_is_answered_with_the_nearest() -> None:
    said = menu("biuld")
    assert said.returncode == 2
    assert said.stderr.startswith('There is no task "biuld". Did you mean build?\n')


def test_what_stands_after_a_task_reaches_the_engine_unchanged(project: Path) -> None:
    words = [
        "--source",
        "a folder/with 'quotes' and \\ and \"",
        "--today",
        "2026-12-01",
        "--group",
        "riverside",
        "--group",
        "hill",
    ]
    assert menu("build", *words, folder=project).stdout == f"engine: {['build', *words]}\n"


@pytest.mark.parametrize(
    ("task", "command"),
    [
        ("build", ["build"]),
        ("rebuild", ["build", "--fresh"]),
        ("preview", ["build", "--publish"]),
        ("serve", ["serve"]),
        ("check", ["check"]),
        ("explain", ["explain"]),
    ],
)
def test_a_task_runs_the_command_behind_it(project: Path, task: str, command: list[str]) -> None:
    assert menu(task, folder=project).stdout == f"engine: {command}\n"


@pytest.mark.parametrize("status", [0, 1, 2, 3])
def test_the_exit_status_of_the_engine_is_the_exit_status_of_the_task(project: Path, status: int) -> None:
    assert menu("build", folder=project, status=status).returncode == status


@pytest.mark.parametrize("status", [1, 2])
def test_nothing_is_uploaded_where_nothing_was_built(project: Path, status: int) -> None:
    said = menu("publish", folder=project, status=status)
    assert (said.returncode, said.stderr) == (status, "Nothing was uploaded.\n")


@pytest.mark.parametrize("status", [0, 3])
def test_publish_without_a_place_to_publish_to_says_what_to_do(project: Path, status: int) -> None:
    said = menu("publish", folder=project, status=status)
    assert said.stdout == "engine: ['build', '--publish']\n"
    assert "name the place in CONFIG" in said.stderr
    assert said.returncode == status


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_what_a_task_started_ends_with_it(project: Path) -> None:
    words = [sys.executable, "-c", "import sys, tasks; tasks.main(sys.argv[1:])", "serve"]
    with subprocess.Popen(words, cwd=project, stdout=subprocess.PIPE, text=True, env={"STATUS": "9"}) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "engine: ['serve']\n"
        running.terminate()
        assert running.stdout.read() == ""  # the engine held it open
        assert running.wait(timeout=20) == 128 + signal.SIGTERM


def test_several_tasks_run_one_after_the_other(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "index.html").write_text("old", encoding="utf-8")
    assert menu("clean", "build", "check", folder=project).stdout == "engine: ['build']\nengine: ['check']\n"
    assert not (project / "output").exists()


def test_words_that_could_be_meant_for_two_tasks_are_refused(project: Path) -> None:
    said = menu("build", "check", "--format", "json", folder=project)
    assert (said.returncode, said.stdout) == (2, "")


def test_clean_leaves_what_a_link_points_to(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "kept"
    elsewhere.mkdir()
    (project / "output").symlink_to(elsewhere)
    assert menu("clean", folder=project).returncode == 0
    assert elsewhere.is_dir()
    assert not (project / "output").is_symlink()


def test_clean_takes_nothing_after_its_name(project: Path) -> None:
    assert menu("clean", "everything", folder=project).returncode == 2


def test_an_older_python_can_read_the_file_as_far_as_the_word_about_it() -> None:
    text = (ROOT / "tasks.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    first = [node for node in tree.body if not isinstance(node, ast.Expr)][:2]
    assert ast.unparse(first[0]) == "import sys"
    assert ast.unparse(first[1]).startswith("if sys.version_info < (3, 11):\n    sys.exit(")


def test_an_older_python_gets_one_line() -> None:
    names = [f"python3.{minor}" for minor in range(6, 11)]
    older = [
        name
        for name in names
        if shutil.which(name) and not subprocess.run([name, "-c", ""], capture_output=True, check=False).returncode
    ]
    if not older:
        pytest.skip("there is no older Python here")
    for python in older:
        said = subprocess.run([python, "tasks.py", "build"], cwd=ROOT, capture_output=True, text=True, check=False)
        assert said.returncode == 1
        assert said.stderr.startswith("This needs Python 3.11 or newer, and this is Python 3.")
        assert len(said.stderr.splitlines()) == 1
