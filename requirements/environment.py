"""The project's own Python: `.venv`, made from the pinned requirements beside this file.

Apart from tasks.py, which is the menu, because this runs before anything is installed: on the standard
library alone. A stamp, written last, says what the environment was made from. Where it agrees, nothing is
started and nothing is asked of the network; where it does not, or a kill came before it, the environment is made again.
"""

import contextlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from setup_lock import lock
from setup_progress import Progress, say

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ENTERED = "LOCALGROUPS_ENVIRONMENT"
"""Set for the program that is started inside: it need not look again."""


WITHOUT_VENV = (
    "This Python comes without its venv module. "
    f"On Debian and Ubuntu: sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv"
)


class Level(StrEnum):
    """How much a task needs; each level holds the one before."""

    RUN = "run"
    """To build and serve the site."""
    TEST = "test"
    """To test the program and to pin its requirements."""


class CannotMake(Exception):
    """The environment could not be made; the message is for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder of the project's own Python."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that says what it was made from."""
        return self.folder / "made-from.json"

    def has(self, level: Level) -> bool:
        """Whether it was made, to the end, from today's requirements, here and by this Python."""
        try:
            made = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(made, dict) and ingredients(self, level).items() <= made.items()


def ingredients(environment: Environment, level: Level) -> dict[str, str]:
    """All that an environment depends on: the Python it was made by, its place, and the pinned packages."""
    made = {
        "python": f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}",
        "folder": str(environment.folder),
    }
    for name in files_of(level):
        made[name] = sha256((HERE / name).read_bytes()).hexdigest()
    return made


def files_of(level: Level) -> tuple[str, ...]:
    """The requirement files that a level depends on."""
    return ("build.txt", "run.txt") if level is Level.RUN else ("build.txt", "run.txt", "test.txt")


# ------------------------------------------------------------------- entering


def enter(level: Level, script: Path, arguments: Sequence[str]) -> None:
    """Returns inside the environment, made first where it has to be; elsewhere goes on inside and never returns."""
    environment = Environment(ROOT / ".venv")
    is_inside = Path(sys.prefix).resolve() == environment.folder.resolve()
    if os.environ.pop(ENTERED, "") == str(environment.folder) and is_inside:
        return
    try:
        if not environment.has(level):
            if is_inside:  # what is running cannot be made anew from within
                go_on(Path(sys._base_executable), script, arguments)  # type: ignore[attr-defined]
            make(environment, level)
    except CannotMake as fault:
        sys.exit(f"{fault}")
    except KeyboardInterrupt:
        sys.exit("Stopped. The next start begins again where it must.")
    if not is_inside:
        os.environ[ENTERED] = str(environment.folder)
        go_on(environment.python, script, arguments)


def go_on(python: Path, script: Path, arguments: Sequence[str]) -> NoReturn:
    """Hands over to another interpreter, exit status and all."""
    command = [str(python), str(script), *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606
    # On Windows a replaced program returns to the prompt at once, so this one waits.
    with subprocess.Popen(command) as running:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # it hears Ctrl+C itself
                sys.exit(running.wait())


# ------------------------------------------------------------------- making


def make(environment: Environment, level: Level) -> None:
    """Makes the environment, or adds to it what the level needs. Safe to be killed, and to be run twice at once."""
    with lock(HERE / "run.txt") as held:
        if environment.has(level):
            return  # the other one did it
        if environment.has(Level.RUN):
            add(environment, level, held)
        else:
            make_folder(environment, held)
            install(environment, HERE / "build.txt", held)
            install(environment, HERE / f"{level}.txt", held)  # what tests holds what runs
        inside(environment, held, str(HERE / "ahead.py"))  # what comes to nothing here, builds do for themselves
        write_stamp(environment, json.dumps(ingredients(environment, level), indent=2))


def add(environment: Environment, level: Level, held: int) -> None:
    """More packages into an environment that is whole, and that stays so where they cannot be had."""
    say(f"Adding to {environment.folder.name} what the tests need (once; under a minute)")
    before = environment.stamp.read_text(encoding="utf-8")
    environment.stamp.unlink()  # a kill from here on leaves an environment that the next start makes again
    try:
        install(environment, HERE / f"{level}.txt", held)
    except CannotMake:
        write_stamp(environment, before)
        raise


def write_stamp(environment: Environment, text: str) -> None:
    """Whole or not at all."""
    fresh = environment.stamp.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(environment.stamp)


def make_folder(environment: Environment, held: int) -> None:
    """An empty environment with pip, whatever stood there before."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise CannotMake(WITHOUT_VENV)
    import venv

    if os.pathsep in str(environment.folder):
        raise CannotMake(f'The project stands in {ROOT}. Rename the folder that has a "{os.pathsep}" in its name.')
    say(f"Setting up {environment.folder.name}, the project's own Python (once; under a minute)")
    try:
        if environment.folder.is_symlink() or environment.folder.is_file():
            environment.folder.unlink()
        elif environment.folder.exists():
            environment.stamp.unlink(missing_ok=True)
            shutil.rmtree(environment.folder)
        venv.create(environment.folder, symlinks=os.name != "nt")
    except PermissionError as error:
        there = error.filename or environment.folder
        raise CannotMake(f"{there} is in use or not yours to change. Close what runs from it.") from error
    except OSError as error:
        raise CannotMake(f"{environment.folder} could not be made: {error}") from error
    status, last_words = inside(environment, held, "-m", "ensurepip", "--default-pip")
    if status:
        raise CannotMake(f"{last_words}\n\n{WITHOUT_VENV}")


def install(environment: Environment, requirements: Path, held: int) -> None:
    """Installs one file of pinned packages, every download checked against its hash."""
    names = re.findall(r"^([A-Za-z0-9._-]+)==", requirements.read_text(encoding="utf-8"), re.MULTILINE)
    checked = ("--require-hashes", "--no-build-isolation", "--use-pep517")
    quiet = ("--disable-pip-version-check", "--no-input", "--no-color", "--progress-bar", "off")
    bar = Progress(sys.stderr, len(names))
    status, last_words = inside(
        environment, held, "-m", "pip", "install", *checked, *quiet, "-r", str(requirements), hears=bar.hear
    )
    bar.finish("")
    if status:
        raise CannotMake(
            f"{last_words}\n\npip could not install {requirements.name}. Offline? Try again with a connection."
        )


def inside(
    environment: Environment, held: int, *command: str, hears: Callable[[str], None] = lambda _: None
) -> tuple[int, str]:
    """Runs a module or a script in the environment: its exit status and last words.

    It holds our lock too: were we killed, the next start would wait for it before it begins again.
    """
    settings = {
        name: value for name, value in os.environ.items() if name not in {"PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    }
    tail: deque[str] = deque(maxlen=15)
    with subprocess.Popen(
        [str(environment.python), "-I", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=settings,
        pass_fds=(held,) if os.name != "nt" else (),
    ) as running:
        for line in running.stdout or ():
            tail.append(line.rstrip())
            hears(line)
    return running.returncode, "\n".join(tail)
