"""What has to be known before anything is printed: the national office's folder, and the site's face.

It is read where something in it has changed, and taken from the cache where nothing has.
"""

from collections.abc import Mapping

from localgroups.engine.config import Config
from localgroups.engine.git_history import History
from localgroups.engine.last_good import LastGood
from localgroups.engine.ledger import Diagnostics, OfficeLine
from localgroups.engine.memory import Memory
from localgroups.engine.office import CONTENT, unchanged
from localgroups.engine.shards import OfficeShard, Shards
from localgroups.engine.signatures import contents, looks
from localgroups.model.artifacts import Artifact, OutputPath
from localgroups.model.identity import NATION
from localgroups.model.nation import NationReading
from localgroups.model.values import Struct, replace
from localgroups.outputs.site import Site, site_of, site_view
from localgroups.outputs.views import SiteView
from localgroups.reading.outside import look


class Foundation(Struct, frozen=True):
    """The national office, as it stands today."""

    config: Config
    memory: Memory
    nation: NationReading
    """Its assets are empty where they stand in the output already; `assets` names them all."""
    assets: tuple[str, ...]
    """Addresses of its pictures and documents."""
    office: OfficeLine
    site: Site
    view: SiteView
    stylesheet: Artifact


def find(config: Config, memory: Memory) -> Foundation:
    """The national office's folder, from the cache where that holds. Raises UnreadableNation where nothing can be built
    on it."""
    return kept(config, memory) or read(config, memory)


def kept(config: Config, memory: Memory, seen: OfficeLine | None = None) -> Foundation | None:
    """The national office's folder, if nothing in it has changed since the last build of the same day; `seen` is what
    is known of that already."""
    office = seen or unchanged(config, memory)
    shard = Shards(config.parts).get(office.shard, 0, OfficeShard) if office else None
    if office is None or shard is None:
        return None
    nation = NationReading(
        facts=shard.facts,
        items=shard.items,
        intro=shard.intro,
        diagnostics=office.diagnostics.all(),
        held=office.held,
        item_count=office.items,
        revisions=shard.revisions,
    )
    return _founded(config, memory, nation, shard.assets, office)


def read(config: Config, memory: Memory) -> Foundation:
    """The national office's folder as it is. Raises UnreadableNation where nothing can be built on it."""
    from localgroups.engine.revisions import Published, Revisions
    from localgroups.reading.nation import read_nation
    from localgroups.reading.rendering import Renderer

    folder = config.source / CONTENT
    seen = look(folder)
    # Before it is read: what changes meanwhile will be other than this, and be built.
    held_there = contents(folder, seen)
    history = History(config.source)
    last_good = LastGood(config.workshop / "good", history, config.today)
    renderer = Renderer.at(config.workshop / "images")
    nation = read_nation(config.source, renderer, config.today, _overrides(config), last_good.earlier(NATION), seen)
    held = last_good.keep(NATION, nation.good, nation.held)
    found = Revisions(memory.past, history, config.workshop, nation.facts, renderer, config.today).of(
        Published.by_office(nation)
    )
    nation = replace(nation, held=held, good=(), revisions=found.revisions)
    line = OfficeLine(
        looks=looks(seen, memory.now),
        contents=held_there,
        past=memory.past.key((NATION,)),
        items=nation.item_count,
        published=len(nation.items),
        diagnostics=Diagnostics.of(nation.diagnostics),
        held=nation.held,
    )
    return _founded(config, memory, nation, tuple(one.href for one in nation.assets), line)


def shard_of(foundation: Foundation) -> OfficeShard:
    """What is kept of it for the next build."""
    nation = foundation.nation
    return OfficeShard(nation.facts, nation.items, nation.intro, foundation.assets, dict(nation.revisions))


def _founded(
    config: Config, memory: Memory, nation: NationReading, assets: tuple[str, ...], office: OfficeLine
) -> Foundation:
    path, data = config.theme.stylesheet()
    site = site_of(nation.facts, path)
    sheet = Artifact(OutputPath.of(NATION, path), data)
    return Foundation(config, memory, nation, assets, office, site, site_view(site), sheet)


def _overrides(config: Config) -> Mapping[str, str]:
    given = {"name": config.name, "url": config.address, "timezone": config.timezone, "language": config.language}
    return {key: value for key, value in given.items() if value}
