"""The work on one group: from its folder to its files, laid for the press, and what it hands up.

Two passes. The first needs nothing but the group's own folder and the few national facts; the second, when all groups
have been read, makes the two pages on which something of others is shown, and what turns with the days. Either runs in
this process or in others, on the same values, which are plain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from localgroups.engine import versions
from localgroups.engine.assets import ChangedMeanwhile, asset_draft
from localgroups.engine.config import Config
from localgroups.engine.events import events_of
from localgroups.engine.git_history import History
from localgroups.engine.last_good import LastGood
from localgroups.engine.ledger import Diagnostics, GroupLine
from localgroups.engine.past import read_past
from localgroups.engine.revisions import Found, Published, Revisions
from localgroups.engine.shards import GroupShard, Handed, LostShard, Shards, TextShard
from localgroups.engine.signatures import contents, looks
from localgroups.engine.turning import next_turn
from localgroups.federation.claims import with_own_name, without_claims
from localgroups.federation.rolling_up import roll_up, texts_of
from localgroups.model.artifacts import Draft
from localgroups.model.diagnostics import Diagnostic
from localgroups.model.groups import Group, GroupReading
from localgroups.model.identity import NATION
from localgroups.model.nation import NationFacts
from localgroups.model.revisions import Revision
from localgroups.model.rollups import Card, SerialisedEvent
from localgroups.model.values import Struct, key_of, replace
from localgroups.outputs.cards import Cards
from localgroups.outputs.desk import Desk, desk_page
from localgroups.outputs.following import former_feeds, group_following, load_writers
from localgroups.outputs.group_pages import group_home, group_item_pages
from localgroups.outputs.group_told import group_told
from localgroups.outputs.kept_shapes import keep_for
from localgroups.outputs.pages import Page, drafted
from localgroups.outputs.periods import days_of
from localgroups.outputs.serialising import event_drafts
from localgroups.outputs.site import Site, site_of, site_view
from localgroups.outputs.sitemap import Entry
from localgroups.outputs.theme import TemplateFault, Theme
from localgroups.outputs.views import SiteView
from localgroups.press.galley import Galley, Keys
from localgroups.press.standing import Standing
from localgroups.reading.codes import CODES, Code
from localgroups.reading.groups import read_group
from localgroups.reading.outside import Seen, look
from localgroups.reading.rendering import Renderer
from localgroups.reading.source_lines import quotable_lines

_PACKAGE = str(Path(__file__).resolve().parent.parent)


class Setup(Struct, frozen=True, eq=False):
    """All that the work on any group needs to know, as a value that can be sent to another process."""

    key: str
    """The same for the same setup."""
    config: Config
    facts: NationFacts
    now: int
    """The disk's time, in nanoseconds, before the first look at any folder."""
    standing: Standing
    back: Path
    """The tree that files are laid in."""

    def folder(self, slug: str) -> Path:
        """A group's own folder."""
        return self.config.source / "groups" / slug

    def galley(self, known: Keys) -> Galley:
        """Where a part is set; of what is known only that counts which still stands."""
        return Galley(self.config.output, self.back, self.standing.sure(known), key_of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setup) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)


class Task(Struct, frozen=True):
    """One group to build."""

    slug: str
    shard: str = ""
    """What is kept of it from the last build; empty where nothing is."""
    refused: frozenset[str] = frozenset()
    """Former names that it may not have."""
    is_borrowed: bool = False
    """Whether it may not be called what it calls itself."""


class Outcome(Struct, frozen=True):
    """What came of the first pass."""

    line: GroupLine
    card: Card | None
    """None for a group without a page."""
    laid: tuple[str, ...]
    paths: tuple[str, ...]
    """All files but those of the second pass."""


class FaceTask(Struct, frozen=True):
    """The files of one group that need the others, or turn with the days."""

    line: GroupLine
    known: Mapping[str, str]
    near: tuple[tuple[Card, float], ...] = ()
    """Its neighbours, with their distance in kilometres."""
    more: tuple[Diagnostic, ...] = ()
    """Faults of its files that only the nation sees."""
    laid: tuple[str, ...] = ()
    """Its files that are new in this build."""


class Face(Struct, frozen=True):
    """What came of the second pass."""

    slug: str
    keys: dict[str, str]
    laid: tuple[str, ...]


class Crash(Struct, frozen=True):
    """A group at which the program itself came to grief: a fault of ours, which must cost nobody else anything."""

    slug: str
    what: str
    """`ValueError in outputs/cards.py, line 31`: for those who mend the program."""


class _Bench(Struct, frozen=True):
    """What a process needs at hand for any group."""

    theme: Theme
    """The one whose templates are ready: each piece of work brings a copy of its own, which has none."""
    renderer: Renderer
    last_good: LastGood
    revisions: Revisions
    site: Site
    view: SiteView
    cards: Cards
    shards: Shards


@lru_cache(maxsize=1)
def _bench(setup: Setup) -> _Bench:
    config = setup.config
    keep_for(versions.program())
    site = site_of(setup.facts, config.theme.stylesheet()[0])
    renderer, history = Renderer.at(config.workshop / "images"), History(config.source)
    return _Bench(
        theme=config.theme,
        renderer=renderer,
        last_good=LastGood(config.workshop / "good", history, config.today),
        revisions=Revisions(read_past(config.workshop), history, config.workshop, setup.facts, renderer, config.today),
        site=site,
        view=site_view(site),
        cards=Cards(site, config.today),
        shards=Shards(config.parts),
    )


@lru_cache(maxsize=1)
def _codes() -> dict[str, Code]:
    """The kinds of fault by their names."""
    return {one.name: one for one in CODES}


def warm_up(setup: Setup) -> None:
    """Have at hand what all groups need: processes that begin as copies of this one then have it too."""
    _bench(setup).theme.load()
    load_writers()


# ------------------------------------------------------------------ first pass


def build_groups(setup: Setup, tasks: tuple[Task, ...]) -> list[Outcome | Crash]:
    """Some groups, one after the other. What is the machine's fault, the theme's or the cache's, is raised."""
    return [_built(setup, one) for one in tasks]


def _built(setup: Setup, task: Task) -> Outcome | Crash:
    try:
        return build_group(setup, task)
    except (ChangedMeanwhile, LostShard, MemoryError, OSError, TemplateFault):
        raise
    except Exception as fault:
        return Crash(task.slug, _place_of(fault))


def _place_of(fault: Exception) -> str:
    """Where in the program it happened."""
    from traceback import extract_tb  # a fault of ours is rare

    frames = [one for one in extract_tb(fault.__traceback__) if one.filename.startswith(f"{_PACKAGE}/")]
    where = f" in {frames[-1].filename.removeprefix(f'{_PACKAGE}/')}, line {frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{where}"


def build_group(setup: Setup, task: Task) -> Outcome:
    """Read one group and lay its files; what it hands up and what is kept of it stand in its shard."""
    bench, config, folder = _bench(setup), setup.config, setup.folder(task.slug)
    seen = look(folder)  # before it is read: what changes meanwhile will look changed
    reading, written, found = _read(setup, task, seen, bench)
    before = bench.shards.get(task.shard, 1, GroupShard) if task.shard else None
    galley = setup.galley(before.files if before else {})
    try:
        events = _events_before(task, bench)
        made = _set(reading, found.revisions, events, galley, setup, bench) if reading.group else None
        laid = galley.proof().laid
    except BaseException:
        galley.drop()
        raise
    handed, texts = made or (None, TextShard({}))
    repeating = tuple(one for one in reading.items.meetings if one.recurrence)
    kept = GroupShard(galley.keys, reading.group, repeating, reading.drafts, reading.expired)
    put = bench.shards.put(task.slug, handed, kept, texts)
    position = handed.rollup.card.place.position if handed and handed.rollup.card.place else None
    line = GroupLine(
        slug=task.slug,
        looks=looks(seen, setup.now),
        contents=contents(folder, seen, reading.digests),
        turn=next_turn(reading.items, config.today, found.turns),
        refused=tuple(sorted(task.refused.intersection(written.former_slugs))) if written else (),
        is_borrowed=task.is_borrowed,
        shard=put.name,
        handed=put.keys[0] if handed else "",
        card=key_of(handed.rollup.card) if handed else "",
        name=written.name if written else "",
        former_slugs=written.former_slugs if written else (),
        latitude=position.latitude if position else None,
        longitude=position.longitude if position else None,
        is_closed=bool(handed and handed.rollup.card.is_closed),
        past=bench.revisions.past.key((task.slug, *(written.former_slugs if written else ()))),
        files=len(galley.keys),
        items=reading.item_count,
        published=len(reading.items),
        diagnostics=Diagnostics.of(reading.diagnostics),
        held=reading.held,
    )
    return Outcome(line, handed.rollup.card if handed else None, laid, tuple(galley.keys))


def _read(setup: Setup, task: Task, seen: Sequence[Seen], bench: _Bench) -> tuple[GroupReading, Group | None, Found]:
    """The group as it may be published, and as its file has it; and which versions of its meetings these are."""
    last_good = bench.last_good
    reading = read_group(
        setup.folder(task.slug),
        task.slug,
        setup.facts,
        bench.renderer,
        setup.config.today,
        last_good.earlier(task.slug),
        seen,
    )
    good = dict(reading.good)
    reading = replace(reading, held=last_good.keep(task.slug, reading.good, reading.held), good=())
    named = with_own_name(reading, (task.slug,) if task.is_borrowed else ())
    allowed = without_claims(named, task.refused)
    return allowed, reading.group, bench.revisions.of(Published.by_group(allowed, good, setup.facts))


def _events_before(task: Task, bench: _Bench) -> tuple[SerialisedEvent, ...]:
    """Of the last build."""
    before = bench.shards.get(task.shard, 0, Handed) if task.shard else None
    return before.events if before else ()


def _set(
    reading: GroupReading,
    revisions: Mapping[str, Revision],
    known: Iterable[SerialisedEvent],
    galley: Galley,
    setup: Setup,
    bench: _Bench,
) -> tuple[Handed, TextShard]:
    """Every file of a group but those of the second pass."""
    group, cards, items = reading.group, bench.cards, reading.items
    assert group is not None
    rollup = roll_up(group, items, setup.config.today)
    texts = texts_of(items, (*rollup.news, *rollup.campaigns))
    events = events_of(event_drafts(items, group.region, bench.site, revisions), known)
    pages = Listed(group_item_pages(group, items, rollup, cards), bench.site)
    galley.set_all(drafted(pages, group.slug, bench.theme, bench.view))
    galley.set_all(group_following(group, rollup, events, lambda one: texts[one.identity], cards))
    galley.set_all(asset_draft(one, group.slug) for one in reading.files)
    return Handed(rollup, events, tuple(pages.addresses)), TextShard(texts)


class Listed:
    """Pages on their way to be set; notes what the sitemap says of each, so that none is kept for that."""

    def __init__(self, pages: Iterable[Page], site: Site) -> None:
        self._pages, self._site = pages, site
        self.addresses: list[Entry] = []

    def __iter__(self) -> Iterator[Page]:
        for one in self._pages:
            if one.is_indexed:
                self.addresses.append((self._site.absolute(one.path), one.changed))
            yield one


# ----------------------------------------------------------------- second pass


def build_faces(setup: Setup, tasks: tuple[FaceTask, ...]) -> list[Face]:
    """Home, desk and digests of some groups."""
    return [build_face(setup, one) for one in tasks]


def build_face(setup: Setup, task: FaceTask) -> Face:
    """Home, desk and digests of one group. Raises LostShard where what is kept of it is not there any more."""
    bench, config, line = _bench(setup), setup.config, task.line
    shard = bench.shards.open(line.shard, 0, 1)
    kept = shard.get(1, GroupShard) if shard else None
    handed = shard.get(0, Handed) if shard and line.handed else None
    if kept is None or (line.handed and handed is None):
        raise LostShard(line.slug)
    galley = setup.galley(task.known)
    pages = []
    if handed is not None and kept.group is not None:
        pages.append(group_home(kept.group, handed.rollup, task.near, bench.cards))
    galley.set_all(drafted(pages, line.slug, bench.theme, bench.view))
    if handed is not None and kept.group is not None:
        for former, now in former_feeds(kept.group):
            tree = setup.back if now.text in task.laid else config.output
            galley.set(Draft(former, kept.files[now.text], (tree / now.text).read_bytes))
        told = key_of((line.handed, days_of(config.today)))
        galley.set_all(group_told(handed.rollup, told, config.today, bench.site))
    galley.set_all(drafted((_desk(task, kept, handed, setup, bench),), NATION, bench.theme, bench.view))
    return Face(line.slug, galley.keys, galley.proof().laid)


def _desk(task: FaceTask, kept: GroupShard, handed: Handed | None, setup: Setup, bench: _Bench) -> Page:
    found = tuple(sorted((*task.line.diagnostics.all(), *task.more), key=lambda one: one.order))
    desk = Desk(
        slug=task.line.slug,
        group=kept.group,
        rollup=handed.rollup if handed else None,
        diagnostics=found,
        held=tuple(sorted(task.line.held, key=lambda one: one.path)),
        lines=quotable_lines(setup.config.source, found),
        drafts=kept.drafts,
        expired=kept.expired,
        meetings=kept.repeating,
    )
    return desk_page(desk, _codes(), bench.cards)
