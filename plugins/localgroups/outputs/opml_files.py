"""Lists of all feeds for readers to take in at once, and where they stand."""

from collections.abc import Iterable, Iterator
from functools import partial

from localgroups.federation.nation import Federation
from localgroups.model.regions import Region
from localgroups.outputs.files import File
from localgroups.outputs.opml import Lines, folder, opml
from localgroups.outputs.site import Site


def opml_files(federation: Federation, site: Site) -> Iterator[File]:
    """/feeds.opml with everything, and one for each region with its groups."""
    groups = [(one.region, one.name, one.href) for one in federation.cards]
    campaigns = [(one.title, one.href) for one in federation.campaigns]
    lists = _Lists(federation, site)
    yield File("/feeds.opml", (site.name, groups, campaigns), lists.of_all)
    for region in federation.facts.all_regions().values():
        inside = [(one.region, one.name, one.href) for one in federation.inside(region.slug).cards]
        yield File(f"/regions/{region.slug}/feeds.opml", (site.name, region, inside), partial(lists.of_region, region))


class _Lists:
    """Makes them, from the groups sorted by region. What is written of a region stands in the lists of all that hold
    it, and is written once."""

    def __init__(self, federation: Federation, site: Site) -> None:
        self._federation, self._site = federation, site
        self._regions: dict[str, Lines] = {}

    def of_all(self) -> bytes:
        federation, site = self._federation, self._site
        campaigns = (self._folder(one.title, one.href) for one in federation.campaigns)
        roots = (self._region(one) for one in federation.facts.regions)
        return opml(site.name, (self._folder(site.name, "/"), *campaigns, *roots))

    def of_region(self, region: Region) -> bytes:
        return opml(f"{region.name} - {self._site.name}", (self._region(region),))

    def _region(self, region: Region) -> Lines:
        if region.slug not in self._regions:
            here = (one for one in self._federation.inside(region.slug).cards if one.region == region.slug)
            groups = (self._folder(one.name, one.href) for one in here)
            inside = (*map(self._region, region.children), *groups)
            self._regions[region.slug] = self._folder(region.name, f"/regions/{region.slug}/", inside)
        return self._regions[region.slug]

    def _folder(self, name: str, path: str, inside: Iterable[Lines] = ()) -> Lines:
        return folder(name, self._site.rss_feeds(path, name), self._site.absolute(path), inside)
