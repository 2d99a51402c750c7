"""The menu: every chore of this site, as Invoke tasks with the names that Pelican's quickstart gives them.

    python3 tasks.py serve      builds the site, opens it in the browser, rebuilds and reloads on every change
    python3 tasks.py test       everything that CI runs
    python3 tasks.py            all tasks

Nothing but Python 3.11 or newer is needed: the first start makes `.venv` (requirements/environment.py), and the work
goes on inside.
What stands after a task's name goes to the program that does the work: `python3 tasks.py build --source FOLDER`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older Pythons can read this file as far as here, and be told
    sys.exit("This needs Python 3.11 or newer, and this is Python %s." % sys.version.split()[0])  # noqa: UP031

from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "requirements"))

import environment
from environment import Level

TESTING = {"golden", "lint", "requirements", "test"}
"""The tasks that need more than the site does."""
PLAIN = {"clean"}
"""The tasks that take nothing after their name."""

if __name__ == "__main__":
    environment.enter(
        Level.TEST if TESTING.intersection(sys.argv[1:]) else Level.RUN, Path(__file__).resolve(), sys.argv[1:]
    )

import difflib
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from typing import NoReturn

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.main import program
from invoke.tasks import Task, task

WATCHED = ("content", "groups", "themes", "plugins", "pelicanconf.py", "publishconf.py")
"""What `regenerate` looks at."""
CONFIG = {
    # What `build` writes and `clean` removes.
    "made": ("output", ".output.localgroups", "report.json"),
    # Where `publish` sends the site, as rsync names it: `user@host:folder/`. Empty: it is left for you to upload.
    "publish_to": "",
}

# ------------------------------------------------------------------- the site


@task
def build(c: Context) -> None:
    """Build the site into output/; only what changed is written"""
    engine("build", *given())


@task
def rebuild(c: Context) -> None:
    """`build` from nothing, as if for the first time"""
    engine("build", "--fresh", *given())


@task
def regenerate(c: Context) -> None:
    """`build`, and again whenever a file changes; without a server"""
    command = shlex.join([sys.executable, "-m", "localgroups", "build", *given()])
    watched = [name for name in WATCHED if (ROOT / name).exists()]
    run("watchfiles", "--target-type=command", "--verbosity=warning", command, *watched)


@task
def serve(c: Context) -> None:
    """Build, open http://localhost:8000, rebuild and reload on every change"""
    engine("serve", *given())


@task
def preview(c: Context) -> None:
    """Build with publishconf.py, as the site will be published"""
    engine("build", "--publish", *given())


@task
def publish(c: Context) -> None:
    """`preview`, then upload to the place that CONFIG in tasks.py names"""
    status = status_of("localgroups", "build", "--publish", *given())
    if status not in (0, 3):
        raise Exit("Nothing was uploaded.", status)
    destination = str(CONFIG["publish_to"])
    if not destination:
        raise Exit(
            "The site is ready to be uploaded. To have this task do it, name the place in CONFIG, in tasks.py.", status
        )
    if not shutil.which("rsync"):
        raise Exit("Uploading needs rsync. On Debian and Ubuntu: sudo apt install rsync", 1)
    uploaded = subprocess.run(
        ["rsync", "-rlpz", "--checksum", "--delete-after", "output/", destination], cwd=ROOT, check=False
    ).returncode
    raise Exit(code=uploaded or status)


@task
def check(c: Context) -> None:
    """Tell every fault in content/ and groups/, and how to mend it"""
    engine("check", *given())


@task
def explain(c: Context) -> None:
    """Tell more about a fault that `check` named: `explain missing-field`"""
    engine("explain", *given())


@task
def new(c: Context) -> None:
    """Start a group, a meeting, a piece of news or a campaign: asks what it needs to know"""
    engine("new", *given())


@task
def clean(c: Context) -> None:
    """Remove the site that was built, and the caches"""
    for name in CONFIG["made"]:
        remove(ROOT / name)


# ------------------------------------------------------------------- the program

LINTERS = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
}
ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile")
"""A file's tests stay together: what several of them need is built once."""


@task
def test(c: Context) -> None:
    """Run all that CI runs; `test tests/model -k moment` runs those tests alone"""
    if given():
        run("pytest", *given())
        return
    failed = [name for name, command in LINTERS.items() if announced(name, *command)]
    if announced("pytest", "pytest", *ON_ALL_CORES):
        failed.append("pytest")
    conclude(failed)


@task
def lint(c: Context) -> None:
    """Run the linters and the type checker; `lint --fix` mends what can be mended"""
    if given() == ("--fix",):
        status_of("ruff", "check", "--quiet", "--fix", ".")
        status_of("ruff", "format", "--quiet", ".")
    conclude([name for name, command in LINTERS.items() if announced(name, *command)])


@task
def golden(c: Context) -> None:
    """Write the golden files anew; read their difference as prose before you commit it"""
    status = status_of("pytest", *ON_ALL_CORES, "-q", "-m", "not slow", *given(), UPDATE_GOLDEN="1")
    subprocess.run(["git", "status", "--short", "tests/golden", "docs"], cwd=ROOT, check=False)
    raise Exit(code=status)


@task
def requirements(c: Context) -> None:
    """Pin what plugins/pyproject.toml asks for, with hashes; `requirements --upgrade` takes the newest"""
    if sys.version_info[:2] != (3, 11):
        raise Exit("Pin with Python 3.11, the oldest that is supported: it needs packages that newer ones do not.", 2)
    package = "plugins/pyproject.toml"
    pin("test", package, "--all-extras")
    pin("run", package, "--extra=tasks", "--constraint=requirements/test.txt")
    pin("build", "requirements/build.in", "--constraint=requirements/test.txt")


def pin(name: str, source: str, *choice: str) -> None:
    """Writes requirements/NAME.txt: every version, and the hash of each of its files for any machine."""
    kept = ("--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header", *given())
    hidden = ("--no-emit-index-url", "--no-emit-trusted-host", "--no-emit-find-links")
    # A mirror or a folder of wheels holds fewer files than the index; their hashes would not serve other machines.
    index = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "", "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
    status = status_of(
        "piptools", "compile", *kept, *hidden, *choice, f"--output-file=requirements/{name}.txt", source, **index
    )
    if status:
        raise Exit(code=status)


@task
def bench(c: Context) -> None:
    """Measure builds beside Hugo's and plain Pelican's; `bench --help` tells the choices"""
    folders = ("plugins", "tests", "requirements")
    status = status_of("bench", *given(), PYTHONPATH=os.pathsep.join(str(ROOT / one) for one in folders))
    raise Exit(code=status)


# ------------------------------------------------------------------- how tasks do it


def given() -> tuple[str, ...]:
    """What was typed after the task's name (with plain `invoke`, after `--`)."""
    return tuple(shlex.split(program.core.remainder))


def engine(*arguments: str) -> None:
    """Runs the program itself; its exit status becomes ours."""
    run("localgroups", *arguments)


def run(module: str, *arguments: str) -> None:
    """Runs a Python program of this environment; ends here where it fails."""
    status = status_of(module, *arguments)
    if status:
        raise Exit(code=status)


def status_of(module: str, *arguments: str, **settings: str) -> int:
    """Runs a Python program of this environment in the project's folder, and tells its exit status."""
    path = os.pathsep.join(filter(None, [str(ROOT / "plugins"), os.environ.get("PYTHONPATH", "")]))
    surroundings = {**os.environ, "PYTHONPATH": path, **settings}
    for name in [name for name, value in settings.items() if not value]:
        del surroundings[name]
    with subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=ROOT, env=surroundings) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:  # Ctrl+C reaches it too; its own last words come first
                continue
            except SystemExit:  # we were told to end, and it was not
                running.terminate()
                raise


def announced(name: str, *command: str) -> int:
    """One step of several, under its name."""
    print(f"--- {name}", flush=True)
    return status_of(*command)


def conclude(failed: Sequence[str]) -> None:
    """The last word of several steps."""
    if failed:
        raise Exit(f"Failed: {', '.join(failed)}.", 1)


def remove(path: Path) -> None:
    """A file, a link or a folder, where there is one."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


# ------------------------------------------------------------------- `python3 tasks.py TASK`


def main(words: Sequence[str]) -> None:
    """Hands the first words to Invoke as tasks, and the rest to the program behind the task."""
    menu = {value.name: value for value in globals().values() if isinstance(value, Task)}
    count = next((place for place, word in enumerate(words) if word not in menu), len(words))
    names, rest = list(words[:count]), list(words[count:])
    if not names:
        wrong = rest[0] if rest and rest[0] not in ("-h", "--help", "-l", "--list", "help") else ""
        if not wrong:
            print(overview(menu))
            return
        near = difflib.get_close_matches(wrong, menu, n=1)
        refuse(f'There is no task "{wrong}".' + (f" Did you mean {near[0]}?" if near else "") + f"\n\n{overview(menu)}")
    if len(names) > 1 and rest:
        refuse(f'"{" ".join(rest)}" could be meant for {" or ".join(names)}. Start them one after the other.')
    if names[0] in PLAIN and rest:
        if rest[0] not in ("-h", "--help"):
            refuse(f'{names[0]} takes nothing after its name, and here stands "{" ".join(rest)}".')
        print(f"{names[0]}: {menu[names[0]].__doc__}")
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    # Invoke joins what follows `--` into one line of text; quoted, it can be taken apart again.
    program.run(["invoke", "--search-root", str(ROOT), *names, "--", shlex.join(rest)])


def overview(menu: Mapping[str, object]) -> str:
    """All tasks, a line each."""
    lines = [f"  {name:<14}{(task.__doc__ or '').strip()}" for name, task in menu.items()]
    return "\n".join(
        ["python3 tasks.py TASK", "", *lines, "", "`python3 tasks.py build --help` tells what a task takes."]
    )


def refuse(message: str) -> NoReturn:
    """Wrong use: a word about it, and exit status 2."""
    print(message, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
