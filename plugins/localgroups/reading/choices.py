"""A word out of a list: in any case, with spaces or hyphens."""

from collections.abc import Callable, Mapping
from functools import partial

from localgroups.reading.faults import Fault, listed, quoted
from localgroups.reading.words import nearest

SHOWN = 12
"""So many words are listed in a message; the documentation has the rest."""


def as_slug(text: str) -> str:
    """`Step free` and `step_free` as `step-free`."""
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def read_choice(text: str, known: Mapping[str, str], what: str) -> str | Fault:
    """The slug that is meant; `known` maps slugs to labels, and either is taken. `what` is said in the message."""
    slug = as_slug(text)
    if slug in known:
        return slug
    for one, label in known.items():
        if as_slug(label) == slug:
            return one
    near = nearest(slug, known) or next((one for one, label in known.items() if nearest(text, [label])), "")
    every = sorted(known) if len(known) > SHOWN else list(known)
    help = (
        f"Write: {near}"
        if near
        else f"Known here: {listed(every[:SHOWN] + ([f'{len(every) - SHOWN} more'] if len(every) > SHOWN else []))}"
    )
    return Fault("unknown-word", f"{quoted(text)} is not {what} that is known here.", help)


def one_of(known: Mapping[str, str], what: str) -> Callable[[str], str | Fault]:
    """Reads a word of a list that is the same for everybody."""
    return partial(read_choice, known=known, what=what)


def read_yes(text: str) -> bool | Fault:
    """`true`, `yes`, `no`, `false`, in any case."""
    word = text.strip().casefold()
    if word in ("true", "yes", "on"):
        return True
    if word in ("false", "no", "off"):
        return False
    return Fault("not-yes-or-no", f"{quoted(text)} is neither yes nor no.", "Write: true or false")
