"""The build as a list of steps.

Read the national office; look at each group's folder and build those in which something has changed; let the national
office's pages be made meanwhile; join what the groups hand up; publish all at once; write the ledger.
"""

from collections.abc import Callable, Iterable

from localgroups.engine import versions
from localgroups.engine.config import Config, silent
from localgroups.engine.crashes import crashed_line
from localgroups.engine.crew import Begun, Crew, crew_for
from localgroups.engine.foundation import Foundation, shard_of
from localgroups.engine.git_history import History
from localgroups.engine.group_work import (
    Crash,
    Face,
    FaceTask,
    Outcome,
    Setup,
    Task,
    build_faces,
    build_groups,
)
from localgroups.engine.idle import Glance
from localgroups.engine.last_good import LastGood
from localgroups.engine.ledger import NAME, GroupLine, Ledger, forget_ledger, write_ledger
from localgroups.engine.names import Names
from localgroups.engine.nation_work import Nation, set_for_robots, set_nation
from localgroups.engine.parts import Part, Staged, set_stage
from localgroups.engine.plan import Plan, make_plan
from localgroups.engine.reading_ahead import reading_ahead
from localgroups.engine.report import Report, report_of
from localgroups.engine.shards import GroupShard, Handed, LostShard, PartShard, Shards
from localgroups.engine.signatures import names_in
from localgroups.engine.texts import Texts
from localgroups.engine.vanishing import known_groups, refuse_an_emptied_nation
from localgroups.engine.watched import Watched
from localgroups.federation.claims import claim_faults, gone_faults, takeover_faults
from localgroups.federation.neighbours import Spot, all_near
from localgroups.model.diagnostics import Diagnostic, Severity
from localgroups.model.identity import NATION, owner_prefix
from localgroups.model.items import Held
from localgroups.model.places import Position
from localgroups.model.rollups import Card
from localgroups.model.values import Struct, field, key_of, replace, unread
from localgroups.outputs.kept_shapes import keep_for
from localgroups.outputs.periods import days_of
from localgroups.press.galley import Proof
from localgroups.press.press import Change, Press
from localgroups.press.trees import BackTree
from localgroups.reading.files import group_slugs
from localgroups.reading.words import nearest

OFFICE_SHARD, NATION_SHARD, STAGE_SHARD, ROBOTS_SHARD = "_office", "_nation", "_stage", "_robots"
"""Names of shards that no group can have: a slug begins with a letter or a figure."""


class LostStage(Exception):
    """What Pelican made does not stand any more as it was left: it has to be made again."""


class NoSuchGroup(Exception):
    """A preview was asked for of a group that has no folder. Its slug, and the nearest that there is."""

    def __init__(self, slug: str, near: str) -> None:
        super().__init__(f"There is no folder groups/{slug}." + (f" Did you mean {near}?" if near else ""))


def build(
    foundation: Foundation,
    stage: Callable[[], Staged | None],
    watched: Watched | None = None,
    seen: Glance | None = None,
) -> Report:
    """Build and publish; `stage` makes the national office's pages, while groups may be built beside it. It gives None
    where they stand as the last build left them. `watched` spares looking where nothing can have changed, `seen` where
    one has just looked.

    Nothing that is served changes if anything raises.
    """
    ledger = foundation.memory.ledger
    if ledger.facts != key_of(foundation.nation.facts):
        ledger, seen = Ledger(), None
    try:
        return _Build.of(foundation, ledger, watched, seen).run(stage)
    except LostShard:
        # The cache is not whole. Whatever it is: without it, everything is built.
        return _Build.of(foundation, Ledger()).run(stage)


def _last_good(config: Config) -> LastGood:
    return LastGood(config.workshop / "good", History(config.source), config.today)


class _Build(Struct):
    """One build under way."""

    foundation: Foundation
    ledger: Ledger
    """What the last build knew; empty where that is of no use."""
    before: dict[str, GroupLine]
    """Its lines by slug."""
    press: Press
    shards: Shards
    setup: Setup
    watched: Watched | None = None
    seen: Glance | None = None
    lines: dict[str, GroupLine] = field(default_factory=dict)
    """Every group, by its slug, as it stands when this build is done."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """Of the groups that were built."""
    retired: set[str] = field(default_factory=set)
    """Files that parts had which were built anew, or are gone."""
    laid_faces: list[str] = field(default_factory=list)
    """Those of the pages that show others which are new."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    passing: list[Diagnostic] = field(default_factory=list)
    """What is said in this build alone: what it saw go."""
    held: list[Held] = field(default_factory=list)
    folders: str = ""
    """What lies in groups/, by name, before any of it was looked into."""

    @classmethod
    def of(
        cls, foundation: Foundation, ledger: Ledger, watched: Watched | None = None, seen: Glance | None = None
    ) -> "_Build":
        config = foundation.config
        press = seen.press if seen else Press(config.output, config.workshop)
        memory, facts = foundation.memory, foundation.nation.facts
        key = key_of((memory.version, facts, config.today, memory.now))
        setup = Setup(key, replace(config, progress=silent), facts, memory.now, press.standing.for_files(), press.back)
        keep_for(versions.program())
        return cls(foundation, ledger, ledger.by_slug(), press, Shards(config.parts), setup, watched, seen)

    @property
    def config(self) -> Config:
        return self.foundation.config

    def run(self, stage: Callable[[], Staged | None]) -> Report:
        try:
            return self._run(stage)
        except BaseException:
            self.press.abandon()
            raise

    def _run(self, stage: Callable[[], Staged | None]) -> Report:
        config = self.config
        slugs, living = self._slugs()
        plan = self._plan(slugs)
        self.lines |= plan.kept
        jobs = config.jobs if len(plan.stale) > 1 else 1
        if plan.stale:
            self._make_ready()
        with crew_for(jobs, config.executor, self.setup, config.progress) as crew:
            with reading_ahead([self.setup.folder(one) for one in plan.stale], jobs):
                begun = crew.begin(build_groups, self._tasks(plan, living), "Building")
                staged = None if config.only else stage()
                self._take_groups(begun.results())
            self._settle_names(crew, living)
            self._take_out(plan.gone)
            faces = self._begin_faces(crew, living)
            if self.watched:  # who watches a group wants its pages before the nation's
                self._take_faces(faces)
                self.watched.laid(self.press.back, self._laid())
            old_stage = self._old(self.ledger.stage_shard)
            pages = staged or old_stage
            nation = None if config.only else self._nation(frozenset(pages.slugs if pages else ()))
            if not self.watched:
                self._take_faces(faces)
            crew.dismiss()
            if nation is None:
                return self._publish_preview()
            return self._publish(staged, old_stage, nation, is_whole=not plan.kept)

    def _say(self, diagnostics: Iterable[Diagnostic], held: Iterable[Held] = ()) -> None:
        self.diagnostics.extend(diagnostics)
        self.held.extend(held)

    # ------------------------------------------------------------------ groups

    def _slugs(self) -> tuple[list[str], frozenset[str]]:
        """The folders of the groups to build, and of all.

        Raises NoSuchGroup where one was asked for that is none, UnreadableNation where all are gone at once.
        """
        config = self.config
        self.folders = names_in(config.source / "groups")
        slugs, faults = group_slugs(config.source)
        if not config.only:
            refuse_an_emptied_nation(config.source, slugs, known_groups(config.workshop / "good"))
        self._say(faults, (self._left_out(one) for one in faults if one.severity is Severity.ERROR))
        for slug in sorted(config.only.difference(slugs)):
            raise NoSuchGroup(slug, nearest(slug, slugs))
        return [one for one in slugs if not config.only or one in config.only], frozenset(slugs)

    def _plan(self, slugs: list[str]) -> Plan:
        if self.seen and self.folders == self.ledger.folders:
            return self.seen.plan
        config, changed = self.config, self.watched.changed if self.watched else None
        return make_plan(config.source, slugs, self.ledger, self.press.standing, config.today, self.setup.now, changed)

    def _make_ready(self) -> None:
        """For work on groups: what several of them lie in is there before they begin."""
        self.press.open()
        shared = BackTree(self.config.output, self.press.back)
        for folder in ("groups", "desk"):
            shared.make_folder(folder)

    def _tasks(self, plan: Plan, living: frozenset[str]) -> list[Task]:
        """A group may not have a name that another has or claims; what the stale ones claim is not known yet."""
        claimed = frozenset(name for one in plan.kept.values() for name in one.former_slugs)
        return [self._task(one, Names(living | claimed)) for one in plan.stale]

    def _task(self, slug: str, names: Names) -> Task:
        before = self.before.get(slug)
        return Task(slug, before.shard if before else "", names.refused, slug in names.borrowed)

    def _take_groups(self, outcomes: Iterable[Outcome | Crash]) -> None:
        for one in outcomes:
            if isinstance(one, Crash):
                self.press.lose_track()  # it took away again what it had laid
                self.outcomes.pop(one.slug, None)
                self.lines[one.slug] = crashed_line(one, self.before.get(one.slug), self.config.today)
            else:
                self.outcomes[one.line.slug] = one
                self.lines[one.line.slug] = one.line

    def _settle_names(self, crew: Crew, living: frozenset[str]) -> None:
        """Build again whoever was built with other names than it may have: somebody's claim has come, or has gone."""
        names = Names.among(self.lines.values(), living)
        wronged = [self._task(one, names) for one in names.wronged(self.lines.values())]
        if wronged:
            self._make_ready()
            for task in wronged:
                if task.slug in self.outcomes:
                    self.press.take_back(self.outcomes[task.slug].laid)
            self._take_groups(crew.done(build_groups, wronged, "Building"))

    def _take_out(self, gone: Iterable[GroupLine]) -> None:
        """Groups whose folder is not there any more."""
        for line in gone:
            self.retired.update(self._kept(line).files, line.face_keys())
        if not self.config.only:
            forgotten, shown = _last_good(self.config).forget_gone(self.lines), self._shown()
            self.passing += gone_faults(forgotten, shown)
            self.passing += takeover_faults(forgotten, shown, self.before)

    def _kept(self, line: GroupLine) -> GroupShard:
        """What is kept of a group. Raises LostShard."""
        return self.shards.need(line.shard, 1, GroupShard)

    def _handed(self, line: GroupLine) -> Handed:
        """What a group hands up. Raises LostShard."""
        return self.shards.need(line.shard, 0, Handed)

    # ----------------------------------------------------- pages that show others

    def _begin_faces(self, crew: Crew, living: frozenset[str]) -> Begun[Face]:
        """Home, desk and digests of the groups that were built, and of those whose neighbours or days are others."""
        faults = claim_faults(self._shown(), living)
        self._say(faults)
        of_group: dict[str, list[Diagnostic]] = {}
        for one in faults:
            of_group.setdefault(one.span.path.split("/")[1], []).append(one)
        near, days = all_near(_spot(one) for one in self._shown()), days_of(self.config.today)
        tasks = []
        for slug, line in sorted(self.lines.items()):
            more, around = tuple(of_group.get(slug, ())), near.get(slug, ())
            shows = key_of((more, [(other, distance, self.lines[other].card) for other, distance in around], days))
            if line.shard and (slug in self.outcomes or line.shows != shows):
                self.lines[slug] = replace(line, shows=shows)
                cards = tuple((self._card(other), distance) for other, distance in around)
                laid = self.outcomes[slug].laid if slug in self.outcomes else ()
                known = self.before[slug].face_keys() if slug in self.before else {}
                tasks.append(FaceTask(self.lines[slug], known, cards, more, laid))
        if tasks:
            self._make_ready()
        return crew.begin(build_faces, tasks, "Joining")

    def _take_faces(self, faces: Begun[Face]) -> None:
        for face in faces.results():
            line = self.lines[face.slug]
            self.lines[face.slug] = replace(line, faces=unread(face.keys), face_count=len(face.keys))
            before = self.before.get(face.slug)
            self.retired.update(before.face_keys() if before else ())
            self.laid_faces.extend(face.laid)
            self.press.take(Proof(face.keys, face.laid))

    def _laid(self) -> list[str]:
        """Files of groups that are new in this build."""
        return [*self.laid_faces, *(path for one in self.outcomes.values() for path in one.laid)]

    def _card(self, slug: str) -> Card:
        outcome = self.outcomes.get(slug)
        card = outcome.card if outcome else self._handed(self.lines[slug]).rollup.card
        assert card is not None  # a group without a page is nobody's neighbour
        return card

    # -------------------------------------------------------------- the whole site

    def _publish(self, staged: Staged | None, old_stage: PartShard | None, nation: Part, is_whole: bool) -> Report:
        """Set what is neither the groups' nor the nation's, and publish. `is_whole`: every group was built, so all
        files are named."""
        before = self.before
        for slug, outcome in self.outcomes.items():
            self.press.take(Proof(dict.fromkeys(outcome.paths, ""), outcome.laid))
            if slug in before:
                self.retired.update(self._kept(before[slug]).files)
        stage = self._stage(staged, old_stage, nation)
        faults = stage.shard(self.shards).diagnostics
        self._say(faults, (self._left_out(one) for one in faults))
        robots = self._robots(nation, stage)
        parts = (nation, stage, robots)
        is_whole = is_whole and len(self.outcomes) == len(self.lines) and all(one.is_new for one in parts)
        change = None if is_whole else Change(self.press.named - self.retired, self.retired - self.press.named)
        self.config.progress("Publishing", 0, 1)
        published = self.press.publish(change=change)
        self.config.progress("Publishing", 1, 1)
        files = sum(one.files for one in parts)
        files += sum(one.files + one.face_count for one in self.lines.values())
        foundation, config = self.foundation, self.config
        ledger = Ledger(
            version=foundation.memory.version,
            facts=key_of(foundation.nation.facts),
            day=config.today,
            office=replace(foundation.office, shard=self.shards.put(OFFICE_SHARD, shard_of(foundation)).name),
            folders=self.folders,
            diagnostics=tuple(self.diagnostics),
            held=tuple(self.held),
            groups=tuple(one for _, one in sorted(self.lines.items())),
            nation=nation.key,
            nation_shard=nation.keep(self.shards, NATION_SHARD),
            nation_files=nation.files,
            stage_shard=stage.keep(self.shards, STAGE_SHARD),
            robots=robots.key,
            robots_shard=robots.keep(self.shards, ROBOTS_SHARD),
            files=files,
        )
        write_ledger(config.parts, ledger)
        self.shards.keep_only(ledger.shards | {NAME})
        return report_of(ledger, published, self._read(), self.passing)

    def _read(self) -> set[str]:
        """Whose files this build has read: slugs."""
        is_new = self.foundation.office.contents != self.ledger.office.contents
        return {*self.outcomes, *([NATION] if is_new else ())}

    def _stage(self, staged: Staged | None, old: PartShard | None, nation: Part) -> Part:
        if staged is None:
            if old is None or not self.press.standing.all_held(old.files):
                raise LostStage
            return self._as_it_was(key_of(old), old, self.ledger.stage_shard)
        return set_stage(staged, old, self.press, self._takers(nation), self._absolute)

    def _old(self, name: str) -> PartShard | None:
        """What is kept of a part from the last build. Its files go, unless they are set again. Raises LostShard."""
        found = self.shards.need(name, 0, PartShard) if name else None
        self.retired.update(found.files if found else ())
        return found

    def _nation(self, slugs: frozenset[str]) -> Part:
        """The nation's own files; `slugs` are those of Pelican's pages."""
        foundation, office, ledger = self.foundation, self.foundation.nation, self.ledger
        made_from = (
            (foundation.memory.version, office.facts, self.config.today, self.config.has_search, sorted(slugs)),
            (office.items, office.intro, foundation.assets, office.revisions),
            sorted((one.slug, one.handed) for one in self._shown()),
        )
        key = key_of(made_from)
        if key == ledger.nation and ledger.nation_shard and self.press.standing.is_untouched:
            return Part(key, ledger.nation_files, None, ledger.nation_shard)
        old = self._old(ledger.nation_shard)
        if old and key == ledger.nation and self.press.standing.all_held(old.files):
            return self._as_it_was(key, old, ledger.nation_shard)
        galley = self.press.galley(old.files if old else {}, key_of)
        handed = (self._handed(one) for one in self._shown())
        nation = Nation(
            office=office,
            assets=foundation.assets,
            handed=handed,
            texts=Texts(self.shards, self.lines),
            known=old.events if old else (),
            site=foundation.site,
            today=self.config.today,
            theme=self.config.theme,
            view=foundation.view,
            stylesheet=foundation.stylesheet,
            has_search=self.config.has_search,
        )
        made = set_nation(nation, slugs, galley)
        self.press.take(galley.proof())
        return Part.of(key, PartShard(galley.keys, addresses=made.addresses, events=made.events))

    def _robots(self, nation: Part, stage: Part) -> Part:
        """What is for search engines and hosts: it lists the pages of all."""
        ledger, site = self.ledger, self.foundation.site
        key, old = key_of((nation.key, stage.key)), self._old(ledger.robots_shard)
        if old and key == ledger.robots and self.press.standing.all_held(old.files):
            return self._as_it_was(key, old, ledger.robots_shard)
        homes = ((site.absolute(f"/{owner_prefix(one.slug)}"), None) for one in self._shown())
        galley = self.press.galley(old.files if old else {}, key_of)
        of_nation, of_stage = nation.shard(self.shards), stage.shard(self.shards)
        set_for_robots([*of_nation.addresses, *homes, *of_stage.addresses], of_stage.files, site, galley)
        self.press.take(galley.proof())
        return Part.of(key, PartShard(galley.keys))

    def _as_it_was(self, key: str, old: PartShard, name: str) -> Part:
        self.retired.difference_update(old.files)
        return Part.of(key, old, name)

    def _shown(self) -> list[GroupLine]:
        """The groups that have a page."""
        return [one for _, one in sorted(self.lines.items()) if one.handed]

    def _takers(self, nation: Part) -> Callable[[str], bool]:
        """Whether a path is one of the nation's or of a group's."""
        files = nation.shard(self.shards).files
        names = {former: one for one in self.lines.values() for former in one.former_slugs} | self.lines

        def is_taken(path: str) -> bool:
            if path in files or path in self.press.named:
                return True
            line = names.get(_group_in(path))
            return line is not None and (path in self._kept(line).files or path in line.face_keys())

        return is_taken

    def _absolute(self, path: str) -> str:
        return self.foundation.site.absolute(path)

    def _publish_preview(self) -> Report:
        """Some groups alone. The ledger goes first: what it says will not be so any more."""
        for outcome in self.outcomes.values():
            self.press.take(Proof(dict.fromkeys(outcome.paths, ""), outcome.laid))
        self.press.put(self.foundation.stylesheet)
        forget_ledger(self.config.parts)
        published = self.press.publish(keep_others=True)
        files = 1 + sum(one.files + one.face_count for one in self.lines.values())
        office, groups = self.foundation.office, tuple(self.lines.values())
        said = Ledger(
            office=office, groups=groups, diagnostics=tuple(self.diagnostics), held=tuple(self.held), files=files
        )
        return report_of(said, published, self._read())

    def _left_out(self, fault: Diagnostic) -> Held:
        """The file of a fault that nothing can stand in for."""
        return Held(fault.span.path, self.config.today.isoformat(), codes=(fault.code,))


def _group_in(path: str) -> str:
    """The group that a path is about, by the name that stands in it; empty where it is about none."""
    first, _, rest = path.removeprefix("api/").partition("/")
    return rest.partition("/")[0].removesuffix(".json") if first in ("groups", "desk") else ""


def _spot(line: GroupLine) -> Spot:
    if line.latitude is None or line.longitude is None:
        return Spot(line.slug, None, line.is_closed)
    return Spot(line.slug, Position(line.latitude, line.longitude), line.is_closed)
