"""Who owns an item, where it stands on the site, and its name for ever.

An address may change when a group or a file is renamed; an identity may not, because readers'
programs know an entry by it. Both come from the same parts and are made only here.
"""

from enum import StrEnum
from functools import lru_cache

from localgroups.model.values import Struct

NATION = ""
"""The owner slug of the national office."""


class Kind(StrEnum):
    """The folders that hold items."""

    NEWS = "news"
    MEETINGS = "meetings"
    CAMPAIGNS = "campaigns"


NATIONAL_FOLDER = {Kind.NEWS: "news", Kind.MEETINGS: "events", Kind.CAMPAIGNS: "campaigns"}
"""The national office's meetings stand under /events/."""


class Owner(Struct, frozen=True, order=True, array_like=True):
    """The group that an item belongs to, or the national office."""

    slug: str
    """NATION for the national office."""
    name: str
    origin: str = ""
    """The first slug the group ever had; its permanent identity."""

    @property
    def is_nation(self) -> bool:
        return self.slug == NATION

    @property
    def home(self) -> str:
        """Path of the owner's page from the site's root."""
        return "/" if self.slug == NATION else f"/groups/{self.slug}/"


def owner_prefix(slug: str) -> str:
    """Where an owner's files stand: `groups/riverside/`; the nation's is the root."""
    return "" if slug == NATION else f"groups/{slug}/"


def source_folder(slug: str) -> str:
    """Where an owner's files lie in the source folder: `groups/riverside`; the national office's are in `content`."""
    return "content" if slug == NATION else f"groups/{slug}"


@lru_cache(maxsize=256)
def list_href(owner: str, kind: Kind) -> str:
    """Path of an owner's list of one kind: `/groups/riverside/meetings/`, `/events/`."""
    if owner == NATION:
        return f"/{NATIONAL_FOLDER[kind]}/"
    return f"/groups/{owner}/{kind}/"


def item_href(owner: str, kind: Kind, stem: str) -> str:
    """Path of an item's page: `/groups/riverside/meetings/2026-12-03-members-meeting/`."""
    return f"{list_href(owner, kind)}{stem}/"


def permanent_id(origin: str, kind: Kind, name: str) -> str:
    """Identity of an item inside its federation: `groups/riverside/news/2026-11-01-library-saved`.

    `name` is the item's `id`, else its first stem; `origin` its group's first slug. It always begins with the
    owner, so that no group can claim an item of another.
    """
    return "/".join(("groups", origin, kind, name) if origin else ("national", kind, name))
