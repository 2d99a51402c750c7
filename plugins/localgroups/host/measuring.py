"""What a program costs: seconds on the wall, seconds of the processors, memory.

All of it: the process with every process that it started and waited for, from the start of the interpreter to its end.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from localgroups.model.values import Struct

CAN_MEASURE = hasattr(os, "wait4")
"""False on Windows, which keeps no such account."""


class Cost(Struct, frozen=True):
    """Of one run."""

    wall: float
    """Seconds."""
    user: float
    """Seconds of all processors in the program's own code."""
    system: float
    """Seconds of all processors in the system on its behalf: files, mostly."""
    memory: int
    """Bytes of the largest process at its largest."""
    status: int

    @property
    def cpu(self) -> float:
        return self.user + self.system


def cost_of(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Cost:
    """Run a command in a folder, with `settings` as its whole environment; what it prints is dropped.

    A process that starts another counts in the other's memory until the other's program is loaded, so
    whoever calls this had better be small.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=dict(settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        _, status, used = os.wait4(running.pid, 0)
        wall = time.perf_counter() - started
        running.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime, used.ru_stime, used.ru_maxrss * unit, running.returncode)
