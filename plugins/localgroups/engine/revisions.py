"""SEQUENCE and LAST-MODIFIED of meetings: how often what calendars tell of each has changed, and when it did last.

They come from Git where the owner's meetings are committed, and then every machine that has the whole history counts
the same: each version that a meeting's file has had on the main line is read as it would be read today, with the
organisation's words, time zone and imprint of today, and counts where it tells something else than the one before
(`model.revisions.told`). A comment, another spelling of the same time, a long text below its summary do not. Versions
that could not be published do not count. What the meeting was called, in which folder or list it stood, does not
matter: it is known by its identity. What is not committed yet counts as one change more, without a day.

Where there is no Git, no commit of this owner's meetings, or a shallow clone, the workshop counts by itself, beside the
last good texts: from build to build, 0 at first, and the day of the build that saw the change. Git goes before it.

Dates of commits are what somebody's machine said. One of a day that is still to come is not believed until then, one of
before 1970 never; and none goes back behind an earlier one.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha1, sha256
from pathlib import Path

from localgroups.engine import versions
from localgroups.engine.git_history import History
from localgroups.engine.past import Files, Past, Version
from localgroups.engine.sealed import read_sealed, write_sealed
from localgroups.model.groups import GroupReading
from localgroups.model.identity import NATION, Kind, Owner, source_folder
from localgroups.model.items import Meeting
from localgroups.model.limits import GROUP_ITEMS, HISTORY_MEETINGS
from localgroups.model.moments import zone
from localgroups.model.nation import NationFacts, NationReading
from localgroups.model.revisions import Revision, told
from localgroups.model.values import Struct, field, key_of
from localgroups.reading.as_then import LIST, desk_then, meetings_then
from localgroups.reading.desk import Desk
from localgroups.reading.rendering import Renderer

Told = dict[str, str]
"""Name of a meeting, as its identity has it, to a key of what is told of it."""
Kept = dict[str, tuple[str, int, int]]
"""Name of a meeting to such a key, the changes so far, and when: seconds since 1970, 0 for nobody knows."""
At = tuple[str, Version]
"""A version, and the file that had it."""
_LATEST = 253_402_300_799
"""The last second of the year 9999; calendars know no later one."""
_MOST = 2**31 - 1
"""RFC 5545, 3.3.8"""


class Published(Struct, frozen=True, kw_only=True):
    """What one owner publishes of meetings, and against what its files are read."""

    owner: Owner
    former_slugs: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...]
    texts: Mapping[str, str]
    """Path in the owner's folder to its text, as it was last good."""
    timezone: str
    imprint: str

    @classmethod
    def by_group(cls, reading: GroupReading, texts: Mapping[str, str], facts: NationFacts) -> "Published":
        """By a group, under the names that it may have."""
        group = reading.group
        if group is None:
            return cls(owner=Owner(reading.slug, ""), meetings=(), texts={}, timezone="UTC", imprint="")
        return cls(
            owner=group.owner,
            former_slugs=group.former_slugs,
            meetings=reading.items.meetings,
            texts=texts,
            timezone=group.timezone,
            imprint=group.imprint or facts.organisation.imprint,
        )

    @classmethod
    def by_office(cls, nation: NationReading) -> "Published":
        """By the national office."""
        organisation = nation.facts.organisation
        return cls(
            owner=Owner(NATION, organisation.name),
            meetings=nation.items.meetings,
            texts=dict(nation.good),
            timezone=organisation.timezone,
            imprint=organisation.imprint,
        )


class Found(Struct, frozen=True):
    """The revisions of one owner's meetings."""

    revisions: dict[str, Revision]
    """By identity."""
    turns: tuple[date, ...] = ()
    """Days on which they will be others although nothing has changed."""


class Revisions(Struct, frozen=True):
    """The revisions of one nation's meetings."""

    past: Past
    history: History
    workshop: Path
    facts: NationFacts
    renderer: Renderer
    today: date

    def of(self, published: Published) -> Found:
        """Those of all meetings of one owner."""
        if not published.meetings:
            return Found({})
        # Each group writes its own file alone: two at once may claim a former name, and read what is kept under it.
        shelf = [self._counts(one) for one in (*published.former_slugs, published.owner.slug)]
        kept: Kept = {name: line for file in shelf for name, line in (read_sealed(Kept, file) or {}).items()}
        files = self.past.files((published.owner.slug, *published.former_slugs))
        days = _Days(self.today, self.facts.organisation.timezone)
        if files:
            counted = _Reader.of(self, published, files).counted(days)
        else:
            counted = {_name(one): _next(kept.get(_name(one)), one, self.today) for one in published.meetings}
        write_sealed(shelf[-1], _remembered(counted, kept))
        revisions = {}
        for one in published.meetings:
            _, number, time = counted[_name(one)]
            revisions[one.identity] = Revision(number, days.believed(time))
        return Found(revisions, tuple(sorted(days.ahead)))

    def _counts(self, slug: str) -> Path:
        return self.workshop / "good" / "revisions" / f"{slug or '_office'}.json"


# ------------------------------------------------------------ the workshop's own count


def _next(kept: tuple[str, int, int] | None, meeting: Meeting, today: date) -> tuple[str, int, int]:
    """What is kept of a meeting, with one change more if there is one."""
    now = _key(meeting)
    if kept is None or not 0 <= kept[1] < _MOST:
        return now, 0, 0
    if kept[0] == now:
        return kept
    return now, kept[1] + 1, int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp())


def _remembered(counted: Kept, kept: Kept) -> Kept:
    """All that is counted, and what is gone, which may come back."""
    gone = sorted(kept.keys() - counted.keys())[: GROUP_ITEMS.most]
    return {name: counted.get(name) or kept[name] for name in sorted({*counted, *gone})}


def _name(meeting: Meeting) -> str:
    return meeting.name or meeting.stem


def _key(meeting: Meeting) -> str:
    return key_of(told(meeting).encode("utf-8", "replace"))


class _Days(Struct):
    """What is believed of the dates that commits name."""

    today: date
    timezone: str
    ahead: set[date] = field(default_factory=set)
    """Days to come that some named."""

    def believed(self, time: int) -> datetime | None:
        if not 0 < time <= _LATEST:
            return None
        moment = datetime.fromtimestamp(time, UTC)
        if moment.year == date.max.year:
            return None
        day = moment.astimezone(zone(self.timezone)).date()
        if day > self.today:
            self.ahead.add(day)
            return None
        return moment


# ----------------------------------------------------------------------- Git


class _Reader(Struct):
    """Reads what the files of one owner told of its meetings."""

    published: Published
    files: Files
    history: History
    desk: Desk
    shelf: Path
    """Where it is kept what versions told."""
    about: str
    """Key of all that the versions are read against."""
    known: dict[str, Told]
    """By `_place` of a version that was read."""
    unread: dict[str, Told] = field(default_factory=dict)
    """The same of those that were not: too large, too many, or not there."""

    @classmethod
    def of(cls, revisions: Revisions, published: Published, files: Files) -> "_Reader":
        owner, facts = published.owner, revisions.facts
        about = key_of((versions.program(), facts, owner, published.timezone, published.imprint))
        desk = desk_then(owner, facts, revisions.renderer, published.timezone, published.imprint)
        shelf = revisions.workshop / "told" / f"{owner.slug or '_office'}.json"
        kept = read_sealed(tuple[str, dict[str, Told]], shelf)
        known = kept[1] if kept and kept[0] == about else {}
        return cls(published, files, revisions.history, desk, shelf, about, known)

    def counted(self, days: _Days) -> Kept:
        """Every meeting with its changes."""
        before = len(self.known)
        moved = [(path, one) for path in sorted(self.files) if self._has_moved(path) for one in self.files[path]]
        self._read(moved)
        lines = [(one, self._line(one, moved)) for one in self.published.meetings]
        self._read([at for _, line in lines if not self._is_one(line) for at in line])
        found: Kept = {}
        for meeting, line in lines:
            points = self._points(_name(meeting), line)
            found[_name(meeting)] = (_key(meeting), *_count(points, self._now(meeting, line, points), days))
        if len(self.known) > before:
            write_sealed(self.shelf, (self.about, dict(sorted(self.known.items()))))
        return found

    def _has_moved(self, path: str) -> bool:
        """Whether a list has had other entries than it has."""
        return path.endswith(LIST) and not self._is_one([(path, one) for one in self.files[path]])

    def _line(self, meeting: Meeting, moved: Iterable[At]) -> list[At]:
        """The versions of all files in which a meeting has stood, in their order; `moved` are those of lists."""
        name = _name(meeting)
        stems = {meeting.stem, name, *meeting.formerly}
        folders = [source_folder(one) for one in (self.published.owner.slug, *self.published.former_slugs)]
        paths = {meeting.path, *(f"{folder}/{Kind.MEETINGS}/{stem}.md" for folder in folders for stem in stems)}
        line = [(path, version) for path in paths for version in self.files.get(path, ())]
        line += [at for at in moved if at[0] not in paths and name in self._words(at)]
        return sorted(line, key=lambda at: (at[1].order, at[0]))

    def _is_one(self, line: list[At]) -> bool:
        """Whether all versions are the text of today, which tells nothing of how it was; most are."""
        texts = {self._text(path) for path, _ in line} - {None}
        blobs = {version.blob for _, version in line}
        return len(blobs) == 1 and len(texts) == 1 and blobs == {_blob(str(next(iter(texts))), len(min(blobs)))}

    def _text(self, path: str) -> str | None:
        """A file's text of today, where there is one."""
        return self.published.texts.get(path.removeprefix(f"{source_folder(self.published.owner.slug)}/"))

    def _read(self, wanted: Iterable[At]) -> None:
        """Have at hand what versions told: the oldest, so that those which come do not change what is counted."""
        order = {_place(at): at for at in sorted(wanted, key=lambda at: (at[1].order, at[0]))}
        places: dict[str, list[str]] = {}
        for place, (_, version) in list(order.items())[: HISTORY_MEETINGS.most]:
            if place not in self.known:
                self.unread[place] = {}
                places.setdefault(version.blob, []).append(place)
        for blob, data in self.history.blobs(places):
            for place in places[blob]:
                self.known[place] = self._told(order[place][0], data)
        for place, (path, version) in list(order.items())[HISTORY_MEETINGS.most :]:
            self.unread[place] = {} if path.endswith(LIST) else {"": f"unread {version.blob}"}

    def _words(self, at: At) -> Told:
        place = _place(at)
        return self.known[place] if place in self.known else self.unread.get(place, {})

    def _told(self, path: str, data: bytes) -> Told:
        found: Told = {}
        for one in meetings_then(path.rpartition("/")[2], data, self.desk):
            found.setdefault(_name(one), _key(one))
        return found

    def _points(self, name: str, line: list[At]) -> list[tuple[int, str]]:
        """When something was told of a meeting, and what."""
        if self._is_one(line):
            return [(version.time, "") for _, version in line]
        found = ((at[1].time, self._words(at)) for at in line)
        return [(time, words.get(name) or words[""]) for time, words in found if name in words or "" in words]

    def _now(self, meeting: Meeting, line: list[At], points: list[tuple[int, str]]) -> str:
        """What is told of a meeting today, in the same way."""
        last = points[-1][1] if points else ""
        text = self._text(meeting.path)
        if text is None or self._is_one(line):
            return last
        for path, version in reversed(line):
            if path == meeting.path and _blob(text, len(version.blob)) == version.blob:
                words = self._words((path, version))
                return words.get(_name(meeting)) or words.get("", last)
        return self._told(meeting.path, text.encode("utf-8", "replace")).get(_name(meeting), last)


def _place(at: At) -> str:
    """What a version tells depends on its bytes and on the file's name."""
    return f"{at[1].blob} {at[0].rpartition('/')[2]}"


def _blob(text: str, length: int) -> str:
    """The name in Git of a text."""
    data = text.encode("utf-8", "replace")
    whole = b"blob %d\0%b" % (len(data), data)
    return (sha256(whole) if length > 40 else sha1(whole, usedforsecurity=False)).hexdigest()


def _count(points: Iterable[tuple[int, str]], now: str, days: _Days) -> tuple[int, int]:
    """How often something else was told than before, and when for the last time."""
    last: str | None = None
    sequence, modified = -1, 0
    for time, words in points:
        if words != last:
            sequence, last = sequence + 1, words
            moment = days.believed(time)
            modified = max(modified, time if moment else 0)
    if last is None:
        return 0, 0
    return min(sequence + (now != last), _MOST), modified
