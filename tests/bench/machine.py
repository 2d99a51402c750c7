"""The machine that was measured on, named as far as it names itself."""

import os
import platform
from pathlib import Path


def described(folder: Path) -> dict[str, str]:
    """Processor, cores, memory, system, Python, and the file system of a folder."""
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": str(_cores()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "files on": _file_system(folder),
    }


def _cores() -> int:
    """Those that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> str:
    size = _line("/proc/meminfo", "MemTotal").split()
    return f"{int(size[0]) / 1e6:.0f} GB" if size else "not known"


def _line(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _file_system(folder: Path) -> str:
    """`ext4`: the kind of the mount that holds the folder."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return "not known"
    holding = [(place, kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    return max(holding, key=lambda one: len(one[0]))[1] if holding else "not known"
