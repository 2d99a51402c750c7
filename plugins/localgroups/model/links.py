"""Addresses that people gave, checked for their scheme."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads. `url` is https, http, mailto, tel, or a path on this site."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach an office or a group. Each may be empty."""

    email: str = ""
    phone: str = ""
    form: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to download."""

    title: str
    href: str
    """Path on the site, from its root: `/groups/riverside/documents/agenda.pdf`."""
    size: int
    """Bytes."""
