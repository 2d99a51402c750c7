"""The texts of those few lines that a feed of the nation holds, fetched when it has to be written.

Apart from what groups hand up: a thousand groups' texts are most of what they have to say, and the nation needs a
hundred of them.
"""

from collections.abc import Mapping

from localgroups.engine.ledger import GroupLine
from localgroups.engine.shards import LostShard, Shards, TextShard
from localgroups.model.html import SafeHtml
from localgroups.model.rollups import CampaignLine, NewsLine


class Texts:
    """Gives the text of a group's line. Raises LostShard."""

    def __init__(self, shards: Shards, groups: Mapping[str, GroupLine]) -> None:
        self._shards, self._groups = shards, groups
        self._known: dict[str, SafeHtml] = {}

    def __call__(self, line: NewsLine | CampaignLine) -> SafeHtml:
        if line.identity not in self._known:
            slug = line.owner.slug
            found = self._shards.get(self._groups[slug].shard, 2, TextShard) if slug in self._groups else None
            if found is None or line.identity not in found.texts:
                raise LostShard(slug)
            self._known[line.identity] = found.texts[line.identity]
        return self._known[line.identity]
