"""The texts of those few lines that a feed of the nation holds, fetched when it has to be written.

Apart from what groups hand up: a thousand groups' texts are most of what they have to say, and the nation needs a
hundred of them.
"""

from collections.abc import Mapping
from functools import lru_cache, partial

from localgroups.engine.ledger import GroupLine
from localgroups.engine.shards import LostShard, Shards, UnreadTexts
from localgroups.model.html import SafeHtml
from localgroups.model.rollups import CampaignLine, NewsLine
from localgroups.model.values import Unread, decoded

_AT_HAND = 128
"""Groups whose texts are kept when one of them was wanted: others of theirs often are, for another feed."""


class Texts:
    """Gives the text of a group's line. Raises LostShard."""

    def __init__(self, shards: Shards, groups: Mapping[str, GroupLine]) -> None:
        self._known: dict[str, SafeHtml] = {}
        self._texts_of = lru_cache(_AT_HAND)(partial(_read, shards, groups))

    def __call__(self, line: NewsLine | CampaignLine) -> SafeHtml:
        identity = line.identity
        if identity not in self._known:
            slug = line.owner.slug
            kept = self._texts_of(slug).get(identity)
            text = decoded(SafeHtml, kept) if kept else None
            if text is None:
                raise LostShard(slug)
            self._known[identity] = text
        return self._known[identity]


def _read(shards: Shards, groups: Mapping[str, GroupLine], slug: str) -> Mapping[str, Unread]:
    """All that is kept of a group's texts, most of which nobody asks for; nothing where nothing is."""
    found = shards.get(groups[slug].shard, 2, UnreadTexts) if slug in groups else None
    return found.texts if found else {}
