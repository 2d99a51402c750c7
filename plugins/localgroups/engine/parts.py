"""The parts of the site that are not a group's: the nation's files, Pelican's, and those for robots."""

from collections.abc import Callable
from pathlib import Path

from localgroups.engine.shards import PartShard, Shards
from localgroups.model.artifacts import Artifact, Draft, OutputPath
from localgroups.model.diagnostics import Diagnostic, Span
from localgroups.model.values import Struct, key_of
from localgroups.press.press import Press


class Part(Struct):
    """One of them as it stands in this build."""

    key: str
    """Of all that it was made from."""
    files: int
    """So many files it has."""
    made: PartShard | None
    """None where it stands as the last build left it, and nobody has looked at what is kept of it: a large nation's is
    megabytes."""
    name: str = ""
    """Of its shard, where it stands as the last build left it; empty where it was set anew."""

    @classmethod
    def of(cls, key: str, shard: PartShard, name: str = "") -> "Part":
        return cls(key, len(shard.files), shard, name)

    @property
    def is_new(self) -> bool:
        return not self.name

    def shard(self, shards: Shards) -> PartShard:
        """What is known of it, read once. Raises LostShard."""
        self.made = self.made or shards.need(self.name, 0, PartShard)
        return self.made

    def keep(self, shards: Shards, prefix: str) -> str:
        """Keep what is known of it for the next build; gives the name of the shard."""
        return self.name or shards.put(prefix, self.shard(shards)).name


class Staged(Struct, frozen=True):
    """What Pelican and its plugins wrote."""

    folder: Path
    slugs: frozenset[str] = frozenset()
    """Of the pages of content/pages that are shown."""
    unlisted: frozenset[str] = frozenset()
    """Paths of pages that are no business of search engines: drafts, hidden ones."""
    faults: tuple[Diagnostic, ...] = ()
    """Of pages that are not on the site."""


def set_stage(
    staged: Staged, old: PartShard | None, press: Press, is_taken: Callable[[str], bool], absolute: Callable[[str], str]
) -> Part:
    """Take in what Pelican made. What stands at an address of ours already is left out, and named."""
    galley = press.galley(old.files if old else {}, key_of)
    addresses = []
    faults = list(staged.faults)
    for file in sorted(one for one in staged.folder.rglob("*") if one.is_file()):
        path = file.relative_to(staged.folder).as_posix()
        if is_taken(path):
            faults.append(_taken(path))
            continue
        galley.set(Draft.of(Artifact(OutputPath(path), file.read_bytes())))
        if path.endswith("index.html") and path not in staged.unlisted:
            addresses.append((absolute(f"/{path.removesuffix('index.html')}"), None))
    press.take(galley.proof())
    shard = PartShard(galley.keys, tuple(sorted(staged.slugs)), tuple(addresses), tuple(faults))
    return Part.of(key_of(shard), shard)


def _taken(path: str) -> Diagnostic:
    return Diagnostic(
        "address-taken",
        Span("content/pages"),
        f"A page of content/pages wants the address /{path.removesuffix('index.html')}, but the site needs it.",
        "Give the page another name, or another line that begins with Slug:",
    )
