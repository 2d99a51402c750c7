"""The national office: who it is, and the words it chose."""

from functools import lru_cache
from urllib.parse import urlsplit

from localgroups.model.links import Contact, Link
from localgroups.model.moments import RoughDate
from localgroups.model.values import Struct, field


class Figure(Struct, frozen=True):
    """A number to be proud of, with its date and source, because numbers age."""

    value: str
    label: str
    as_of: RoughDate | None = None
    source: str = ""


class Organisation(Struct, frozen=True):
    """Everything that names the organisation; content/organisation.yaml is its one source."""

    name: str
    strapline: str = ""
    summary: str = ""
    language: str = "en"
    timezone: str = "UTC"
    url: str = "https://example.org"
    """Public address without a slash at the end; may have a path."""
    id_domain: str = ""
    """Domain in the permanent ids of feeds and calendars; fixed for ever, whatever becomes of the address."""
    repository: str = ""
    """Address of the repository on the Git host that holds content/ and groups/; empty where it is not said."""
    notice: str = ""
    imprint: str = ""
    contact: Contact = Contact()
    menu: tuple[Link, ...] = ()
    """Pages in the head of every page, after Groups, Events, News and Campaigns."""
    actions: tuple[Link, ...] = ()
    """What a visitor is asked to do: join, donate. The first is the button in the head."""
    links: tuple[Link, ...] = ()
    """Elsewhere on the web, in the foot."""
    figures: tuple[Figure, ...] = ()
    meeting_types: dict[str, str] = field(default_factory=dict)
    """Slug to label: `agm` to `Annual general meeting`."""
    access_facts: dict[str, str] = field(default_factory=dict)
    """Slug to label: `step-free` to `Step-free access`."""

    @property
    def domain(self) -> str:
        return self.id_domain or _host(self.url)


@lru_cache(maxsize=16)
def _host(url: str) -> str:
    return urlsplit(url).hostname or "localhost"
