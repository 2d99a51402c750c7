"""Lines of the nation as the cards that lists show."""

from datetime import date
from functools import lru_cache

from localgroups.model.identity import Owner
from localgroups.model.pictures import Picture
from localgroups.model.places import Place
from localgroups.model.rollups import CampaignLine, Card, MeetingLine, NewsLine
from localgroups.model.values import Struct
from localgroups.outputs.site import Site
from localgroups.outputs.views import CampaignCard, GroupCard, LinkView, MeetingCard, NewsCard, PictureView
from localgroups.outputs.wording import date_view, distance_text, goal_view, when_view

MEETING_STATUS = {"confirmed": "", "provisional": "Provisional", "cancelled": "Cancelled", "postponed": "Postponed"}
CAMPAIGN_STATUS = {"planned": "Planned", "active": "Active", "won": "Won", "ended": "Ended", "paused": "Paused"}
GROUP_STATUS = {"active": "", "forming": "Forming", "paused": "Paused", "closed": "Closed"}
GROUP_KIND = {
    "local": "Local group",
    "section": "Section",
    "workplace": "Workplace group",
    "student": "Student group",
    "working-group": "Working group",
    "nation": "National group",
}


class Cards(Struct, frozen=True):
    """Makes cards for one site on one day."""

    site: Site
    today: date

    def owner(self, owner: Owner) -> LinkView:
        """Who an item belongs to."""
        return _owner_link(owner, self.site.name, self.site.base)

    def region(self, slug: str) -> LinkView:
        """A region's page; the list of all groups under its bare slug, where there is no such region any more."""
        found = self.site.facts.all_regions().get(slug)
        return self.site.link(found.name, f"/regions/{slug}/") if found else self.site.link(slug, "/groups/")

    def picture(self, picture: Picture | None) -> PictureView | None:
        if picture is None:
            return None
        shown = picture.largest
        srcset = ", ".join(f"{self.site.href(one.href)} {one.width}w" for one in picture.renditions)
        return PictureView(self.site.href(shown.href), srcset, shown.width, shown.height, picture.alt)

    def meeting(self, line: MeetingLine) -> MeetingCard:
        return MeetingCard(
            title=line.title,
            href=self.site.href(line.href),
            when=when_view(line.starts, line.ends, line.last_day, line.all_day, self.site.timezone),
            group=self.owner(line.owner),
            place=place_text(line),
            type=type_label(self.site, line.type),
            status=line.status,
            status_label=MEETING_STATUS[line.status],
            cost=line.cost,
            summary=line.summary,
            language=line.language,
            is_over=line.is_over(self.today),
        )

    def meetings(self, lines: tuple[MeetingLine, ...]) -> tuple[MeetingCard, ...]:
        return tuple([self.meeting(one) for one in lines])

    def news(self, lines: tuple[NewsLine, ...]) -> tuple[NewsCard, ...]:
        return tuple(
            [
                NewsCard(
                    title=line.title,
                    href=self.site.href(line.href),
                    date=date_view(line.date),
                    group=self.owner(line.owner),
                    summary=line.summary,
                    picture=self.picture(line.picture),
                    language=line.language,
                )
                for line in lines
            ]
        )

    def campaign(self, line: CampaignLine, counted_elsewhere: int = 0) -> CampaignCard:
        """`counted_elsewhere` is what groups add to a national campaign's counter."""
        return CampaignCard(
            title=line.title,
            href=self.site.href(line.href),
            summary=line.summary,
            status=line.status,
            status_label=CAMPAIGN_STATUS[line.status],
            group=self.owner(line.owner),
            picture=self.picture(line.picture),
            goal=goal_view(line.goal, counted_elsewhere) if line.goal else None,
            priority=priority_text(line.priority),
            language=line.language,
        )

    def campaigns(self, lines: tuple[CampaignLine, ...]) -> tuple[CampaignCard, ...]:
        return tuple(self.campaign(one) for one in lines)

    def group(self, card: Card, distance: float | None = None) -> GroupCard:
        """`distance` in kilometres, where a neighbour's page lists the group."""
        kind = "" if card.kind == "local" else GROUP_KIND[card.kind]
        town = card.place.town if card.place and card.place.town != card.name else ""
        away = distance_text(distance) if distance is not None else ""
        return GroupCard(
            name=card.name,
            href=self.site.href(card.href),
            region=self.region(card.region),
            status=card.status,
            status_label=GROUP_STATUS[card.status],
            note=" · ".join(one for one in (kind, town, away) if one),
            summary=card.summary,
            language=card.language,
            next_meeting=self.meeting(card.next_meeting) if card.next_meeting else None,
        )

    def groups(self, cards: tuple[Card, ...]) -> tuple[GroupCard, ...]:
        return tuple(self.group(one) for one in cards)


@lru_cache(maxsize=256)
def _owner_link(owner: Owner, nation: str, base: str) -> LinkView:
    """Kept for a while, because everything that a group has says whose it is."""
    return LinkView(nation if owner.is_nation else owner.name, base + owner.home)


def priority_text(year: int | None) -> str:
    """What the campaign is called that members chose for a year."""
    return f"Priority campaign {year}" if year else ""


def type_label(site: Site, slug: str) -> str:
    """The organisation's word for a kind of meeting; none for a plain meeting, which needs no label."""
    return "" if slug == "meeting" else site.facts.organisation.meeting_types.get(slug, slug)


def place_text(line: MeetingLine) -> str:
    """`Old Mill, Riverside, and online`"""
    return where_text(line.place, line.is_online)


def where_text(place: Place | None, is_online: bool) -> str:
    """A place in a list; empty where nothing is said of it."""
    where = place.short if place else ""
    if is_online:
        return f"{where}, and online" if where else "Online"
    return where
