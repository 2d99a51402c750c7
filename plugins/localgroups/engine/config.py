"""What a build is told: where things are, what the site is called, which day it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from localgroups.model.values import Struct
from localgroups.outputs.theme import Theme

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is."""


def silent(_what: str, _done: int, _total: int) -> None:
    """For builds that nobody watches."""


class OutputAmongSources(ValueError):
    """The output is the source folder, holds it, or lies among the texts."""


class Config(Struct, frozen=True, kw_only=True):
    """Settings of one build. Empty texts mean: as content/organisation.yaml says."""

    source: Path
    """The folder that holds content/ and groups/."""
    output: Path
    today: date
    theme: Theme
    name: str = ""
    address: str = ""
    timezone: str = ""
    language: str = ""
    only: frozenset[str] = frozenset()
    """Slugs of the groups to build alone, for a preview; empty for the whole nation."""
    progress: Progress = silent
    jobs: int = 1
    """Processes that build groups side by side."""
    has_search: bool = True
    """Whether the search index is made; without it the page to search on lists where to look."""
    executor: str = ""
    """Where they run instead: the address of a cluster, `dask:tcp://scheduler:8786`."""

    def __post_init__(self) -> None:
        source, output = self.source.resolve(), self.output.resolve()
        kept = [source / "content", source / "groups"]
        if output in (source, *source.parents) or any(output.is_relative_to(one) for one in kept):
            raise OutputAmongSources(f"The site cannot be written to {self.output}: what it is made from stands there.")

    @property
    def parts(self) -> Path:
        """Where is kept what parts of the site are made from."""
        return self.workshop / "parts"

    @property
    def workshop(self) -> Path:
        """A folder of our own beside the output: images made once, changed files before they are moved."""
        return self.output.parent / f".{self.output.name}.localgroups"
