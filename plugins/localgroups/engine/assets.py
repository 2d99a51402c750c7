"""Images and documents, on their way from where they are kept to the press.

One at a time, so that a nation's photos are never in memory together.
"""

import hashlib

from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.groups import Asset, Stored


class ChangedMeanwhile(RuntimeError):
    """A file is not any more what was checked at the beginning of the build."""


def artifact_of(asset: Asset, owner: str) -> Artifact:
    """The file of the site. Raises ChangedMeanwhile: what nobody has checked is not published."""
    content = asset.content
    return Artifact(OutputPath.of(owner, asset.href), _fetched(content) if isinstance(content, Stored) else content)


def _fetched(stored: Stored) -> bytes:
    try:
        with stored.file.open("rb") as file:
            file.seek(stored.start)
            data = file.read(stored.length)
            has_more = bool(stored.digest and file.read(1))
    except OSError as error:
        raise ChangedMeanwhile(str(stored.file)) from error
    is_same = not stored.digest or hashlib.sha256(data).hexdigest() == stored.digest
    if len(data) != stored.length or has_more or not is_same:
        raise ChangedMeanwhile(str(stored.file))
    return data
