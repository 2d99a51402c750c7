"""Meetings serialised for calendars: those that are as they were are taken as they were."""

from collections.abc import Iterable

from localgroups.model.rollups import SerialisedEvent
from localgroups.model.values import key_of
from localgroups.outputs.serialising import EventDraft


def events_of(drafts: Iterable[EventDraft], known: Iterable[SerialisedEvent]) -> tuple[SerialisedEvent, ...]:
    """An event for each draft, in their order; `known` are those of the last build."""
    before = {one.identity: one for one in known}
    found = []
    for draft in drafts:
        key, old = key_of(draft.source), before.get(draft.identity)
        found.append(old if old is not None and old.key == key else draft.make(key))
    return tuple(found)
