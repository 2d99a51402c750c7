"""Cards of a whole nation, each made once.

Apart from `cards`, because a group's pages show a line once or twice, and the nation's show the same meeting among all
that is coming, in its month, its region and its kind, and the same group in three orders.
"""

from localgroups.model.identity import Owner
from localgroups.model.rollups import Card, MeetingLine
from localgroups.model.values import field
from localgroups.outputs.cards import Cards
from localgroups.outputs.views import GroupCard, LinkView, MeetingCard


class LastingCards(Cards, frozen=True):
    """Makes cards for one nation, and keeps them as long as it is there itself."""

    owners: dict[Owner, LinkView] = field(default_factory=dict)
    coming: dict[int, tuple[MeetingLine, MeetingCard]] = field(default_factory=dict)
    """By the line itself, which stays here so that no other can take its place. What is over stands in its month alone,
    and is not kept."""
    listed: dict[int, tuple[Card, GroupCard]] = field(default_factory=dict)
    """Likewise."""

    def owner(self, owner: Owner) -> LinkView:
        found = self.owners.get(owner)
        if found is None:
            found = self.owners[owner] = Cards.owner(self, owner)
        return found

    def meeting(self, line: MeetingLine) -> MeetingCard:
        found = self.coming.get(id(line))
        if found is not None:
            return found[1]
        card = Cards.meeting(self, line)
        if not card.is_over:
            self.coming[id(line)] = (line, card)
        return card

    def group(self, card: Card, distance: float | None = None) -> GroupCard:
        if distance is not None:
            return Cards.group(self, card, distance)
        found = self.listed.get(id(card))
        if found is None:
            found = self.listed[id(card)] = (card, Cards.group(self, card))
        return found[1]
