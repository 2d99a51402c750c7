"""Images and documents, on their way from where they are kept to the press.

One at a time, so that a nation's photos are never in memory together.
"""

import hashlib
from functools import partial

from localgroups.model.artifacts import Draft, OutputPath
from localgroups.model.groups import Asset, Stored


class ChangedMeanwhile(RuntimeError):
    """A file is not any more what was checked at the beginning of the build."""


def asset_draft(asset: Asset, owner: str) -> Draft:
    """The file of the site, to be. Its address says what is in it: it holds a digest of its bytes.

    Making it raises ChangedMeanwhile: what nobody has checked is not published.
    """
    content = asset.content
    path = OutputPath.of(owner, asset.href)
    if isinstance(content, Stored):
        return Draft(path, (asset.href, content.length, content.digest), partial(_fetched, content))
    return Draft(path, content, lambda: content)


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
