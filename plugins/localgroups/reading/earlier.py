"""Earlier texts of files: what may stand in for a file that cannot be published as it is.

Where they come from (the last build, the history of the folder) is the engine's business; readers ask for them only
once a file has turned out to be broken, and read them as carefully as any other text.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from localgroups.model.values import Struct
from localgroups.reading.faults import FileFaults
from localgroups.reading.files import text_of

FORGIVEN = frozenset(
    {
        "document-content",
        "document-kind",
        "document-name",
        "document-too-heavy",
        "file-not-there",
        "not-a-plain-file",
        "photo-has-position",
        "picture-damaged",
        "picture-format",
        "picture-too-heavy",
        "picture-too-many-pixels",
        "unknown-campaign",
        "unknown-original",
        "unknown-region",
    }
)
"""What a text cannot help: files, campaigns and regions that it names and that have changed since."""


class Earlier(Struct, frozen=True):
    """What is known of one owner's files as they were."""

    texts: Callable[[str], Iterable[bytes]]
    """Earlier texts of a file, newest first, by its path in the owner's folder: `news/library-saved.md`."""
    names: Callable[[], tuple[str, ...]]
    """Paths of the files that the last build took."""
    upload: Callable[[str], Path | None] = lambda _name: None
    """Where a copy of a picture or document lies that is gone from the folder, `images/march.jpg`; None for none."""

    def readable(self, name: str, path: str) -> Iterable[tuple[str, FileFaults]]:
        """Earlier texts that are texts at all, each with its own list of faults; `path` is what diagnostics call it."""
        for data in self.texts(name):
            faults = FileFaults(path, forgiven=FORGIVEN)
            text = text_of(data, faults)
            if text is not None and not faults.has_errors:
                yield text, faults


NOTHING = Earlier(lambda _name: (), lambda: ())
"""Where nothing is known, as in a check."""
