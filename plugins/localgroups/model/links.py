"""Addresses that people gave, checked for their scheme."""

from localgroups.model.values import Struct


class Link(Struct, frozen=True):
    """A label and where it leads. `url` is https, http, mailto, tel, or a path on this site."""

    label: str
    url: str


class Contact(Struct, frozen=True):
    """How to reach an office or a group. Each may be empty."""

    email: str = ""
    phone: str = ""
    form: str = ""
    address: str = ""


class Document(Struct, frozen=True):
    """A file to download."""

    title: str
    href: str
    """Path on the site, from its root: `/groups/riverside/documents/agenda.pdf`."""
    size: int
    """Bytes."""
