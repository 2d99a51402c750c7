"""What the README and the guides say to type is true."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from house.imports import ROOT

GUIDES = (ROOT / "README.md", ROOT / "plugins" / "README.md", *sorted((ROOT / "docs").glob("*.md")))
SAMPLE = re.compile(r"`(?:groups/[^`]*/)?((?:news|meetings|campaigns)/[a-z0-9-]+\.(?:md|yaml))`")
BLOCK = re.compile(r"^( *)```(?:markdown|yaml)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """A file that a guide gives as an example."""

    guide: str
    path: str
    """Inside the group's folder."""
    text: str


def samples() -> list[Sample]:
    """Each block that can be pasted, with the path named last before it."""
    found = []
    for guide in GUIDES:
        text = guide.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            named = SAMPLE.findall(text[: block.start()])
            pasted = "\n".join(line.removeprefix(block[1]) for line in block[2].splitlines()) + "\n"
            found.append(Sample(guide.name, named[-1] if named else "", pasted))
    return found


def commands(program: str) -> list[tuple[str, str]]:
    """(guide, words) of each command line of a program: code at the start of an indented line, or between backticks."""
    line = re.compile(rf"(?:^    |`){re.escape(program)} ([^`\n]+?)(?=  |`|\n)", re.MULTILINE)
    return [(guide.name, words) for guide in GUIDES for words in line.findall(guide.read_text(encoding="utf-8"))]


def help_of(*words: str) -> str:
    """What a command says of itself."""
    done = subprocess.run(
        [sys.executable, "-m", "localgroups", *words, "--help"],
        cwd=ROOT / "plugins",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def menu() -> set[str]:
    """The tasks' names."""
    code = "import tasks; tasks.main([])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {line.split()[0] for line in said.splitlines() if line.startswith("  ")}


def test_every_task_that_a_guide_names_is_on_the_menu() -> None:
    known = {*menu(), "TASK"}
    named = commands("python3 tasks.py")
    assert len(named) > 10
    assert [(guide, words) for guide, words in named if words.split()[0] not in known] == []


def test_every_option_of_the_engine_that_a_guide_names_exists() -> None:
    behind = {"preview": "build", "rebuild": "build", "publish": "build"}
    known = {command: help_of(command) for command in ("build", "check", "new", "serve")}
    wrong = [
        (guide, option)
        for guide, words in [*commands("python3 tasks.py"), *commands("localgroups")]
        for option in re.findall(r"--[a-z-]+", words)
        if option not in known.get(behind.get(words.split()[0], words.split()[0]), option)
    ]
    assert wrong == []


def test_the_readme_gives_the_two_commands_and_a_meeting_to_paste() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "\n    python3 tasks.py serve " in text
    assert "\n    python3 tasks.py test " in text
    assert [sample.path for sample in samples() if sample.guide == "README.md"] == [
        "meetings/2027-01-14-members-meeting.md"
    ]


def test_every_block_to_paste_says_where_it_goes() -> None:
    assert [sample.text for sample in samples() if not sample.path] == []


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: f"{sample.guide}: {sample.path}")
def test_what_a_guide_gives_to_paste_passes_the_check(sample: Sample, tmp_path: Path) -> None:
    status, said = checked(sample.path, sample.text, tmp_path)
    assert (status, said.count(sample.path)) == (0, 0), said


def test_the_fault_that_the_guide_shows_is_told_in_those_words(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "secretaries.md").read_text(encoding="utf-8")
    shown = re.search(r"^(    groups/riverside/(\S+?):3:9 .*\n(?:    .*\n)+)", guide, re.MULTILINE)
    assert shown is not None
    written = re.search(r"3 \| (starts: .+)$", shown[1], re.MULTILINE)
    assert written is not None
    status, said = checked(shown[2], f"---\ntitle: Members' meeting\n{written[1]}\n---\n\nCome.\n", tmp_path)
    assert status == 1
    assert "".join(line.removeprefix("    ") for line in shown[1].splitlines(keepends=True)) in said


def checked(path: str, text: str, folder: Path) -> tuple[int, str]:
    """Exit status and words of `check` for a nation with one more file."""
    shutil.copytree(ROOT / "tests" / "nations" / "minimal", folder / "nation")
    file = folder / "nation" / "groups" / "riverside" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    check = [sys.executable, "-m", "localgroups", "check", "--source", folder / "nation", "--today", "2026-11-22"]
    done = subprocess.run(check, cwd=ROOT / "plugins", capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_links_and_pictures_of_the_guides_are_there() -> None:
    broken = [
        f"{guide.relative_to(ROOT)}: {target}"
        for guide in GUIDES
        for target in re.findall(r"\[[^\]]+\]\(([^)#:]+)(?:#[^)]*)?\)", guide.read_text(encoding="utf-8"))
        if not (guide.parent / target).exists() and not target.startswith("../images/")
    ]
    assert broken == []


def test_folders_that_the_readme_names_are_there() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Where things are")[2].partition("## ")[0]
    named = re.findall(
        r"`([a-z./]+)`(?=[,` ]|.*\|)",
        "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `")),
    )
    assert len(named) > 7
    assert [name for name in named if not (ROOT / name).exists()] == []
