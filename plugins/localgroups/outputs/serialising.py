"""Each meeting as calendars carry it: what that is made from, and how.

Apart from the calendars that list it, because most builds need to serialise none: one that was made from the same
before is kept.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from localgroups.federation.rolling_up import national_campaign
from localgroups.model.html import EMPTY
from localgroups.model.items import Items, Meeting
from localgroups.model.occurrences import last_day_of_all
from localgroups.model.revisions import UNKNOWN, Revision
from localgroups.model.rollups import SerialisedEvent
from localgroups.model.values import Struct, replace
from localgroups.outputs.cards import type_label
from localgroups.outputs.site import Site


class EventDraft(Struct, frozen=True):
    """A meeting that has not been serialised."""

    identity: str
    source: object
    """A plain value that says all there is to it: from equal ones come equal events."""
    make: Callable[[str], SerialisedEvent]
    """Makes it, with the key of its source."""


def event_drafts(items: Items, region: str, site: Site, revisions: Mapping[str, Revision]) -> Iterator[EventDraft]:
    """The meetings of one owner, in their order. `revisions` are by identity."""
    for one in items.meetings:
        told = _Told(
            meeting=replace(_seen_from_outside(one, site), body=EMPTY),
            region=region,
            campaign=national_campaign(one, items.campaigns),
            kind=type_label(site, one.type),
            address=site.absolute(one.href),
            domain=site.facts.organisation.domain,
            revision=revisions.get(one.identity, UNKNOWN),
        )
        yield EventDraft(one.identity, told, partial(_serialised, told))


def _seen_from_outside(meeting: Meeting, site: Site) -> Meeting:
    """The same, with whole addresses where it sends people to a document of its group's or to a page of the site."""

    def whole(address: str | None) -> str | None:
        return site.absolute(address) if address and address.startswith("/") else address

    recurrence = meeting.recurrence
    if recurrence and any(one.book for one in recurrence.changes):
        changes = tuple(replace(one, book=whole(one.book)) for one in recurrence.changes)
        recurrence = replace(recurrence, changes=changes)
    if not meeting.book and recurrence is meeting.recurrence:
        return meeting
    return replace(meeting, book=whole(meeting.book) or "", recurrence=recurrence)


class _Told(Struct, frozen=True, array_like=True):
    """All that an event is made from."""

    meeting: Meeting
    """Without its body, which no calendar holds."""
    region: str
    campaign: str
    kind: str
    address: str
    domain: str
    revision: Revision


def _serialised(told: _Told, key: str) -> SerialisedEvent:
    from localgroups.outputs.calendars import vevent, zone_of

    meeting = told.meeting
    data = vevent(meeting, told.address, told.domain, meeting.imprint, told.kind, told.revision)
    return SerialisedEvent(
        identity=meeting.identity,
        owner=meeting.owner.slug,
        region=told.region,
        campaign=told.campaign,
        starts=meeting.starts.instant,
        last_day=last_day_of_all(meeting),
        zone=zone_of(data),
        data=data,
        key=key,
    )
