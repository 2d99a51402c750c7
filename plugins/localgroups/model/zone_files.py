"""Where the pinned tzdata keeps its files; the machine's own are never looked at."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def _package() -> Path:
    # importlib.resources would find it too; to load that takes longer than to load a zone.
    spec = find_spec("tzdata")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("tzdata is not installed", name="tzdata")
    return Path(spec.submodule_search_locations[0])


def zone_file(*parts: str) -> Path:
    """One of its files: `Europe`, `Paris`; `zone.tab`. The parts are taken as they are."""
    return _package().joinpath("zoneinfo", *parts)


def zone_names() -> list[str]:
    """Of all zones."""
    return (_package() / "zones").read_text(encoding="utf-8").split()
