"""A word out of a list: in any case, with spaces or hyphens."""

from collections.abc import Callable, Mapping
from functools import partial

from localgroups.model.late_patterns import late
from localgroups.reading.faults import Fault, listed, quoted
from localgroups.reading.words import nearest

_BETWEEN = late(r"[;/&+\s]+|\band\b")
OTHER_WORDS = {
    "agm": "agm", "gm": "meeting", "general-meeting": "meeting", "gathering": "meeting", "party": "social",
    "pub": "social", "drinks": "social", "lecture": "talk", "discussion": "talk", "course": "training",
    "school": "training", "demo": "demonstration", "march": "demonstration", "protest": "demonstration",
    "door-knocking": "canvass", "canvassing": "canvass", "leafleting": "canvass", "screening": "film",
    "zoom": "call", "webinar": "call", "phone-bank": "call", "congress": "conference",
    "wheelchair": "step-free", "wheelchair-access": "step-free", "wheelchair-accessible": "step-free",
    "level-access": "step-free", "lift": "step-free", "ramp": "step-free", "toilet": "accessible-toilet",
    "disabled-toilet": "accessible-toilet", "induction-loop": "hearing-loop", "loop": "hearing-loop",
    "creche": "childcare", "sign-language": "bsl", "subtitles": "captions", "car-park": "parking",
    "tbc": "provisional", "tba": "provisional", "unconfirmed": "provisional", "live": "confirmed", "on": "confirmed",
    "called-off": "cancelled", "off": "cancelled", "moved": "postponed", "rescheduled": "postponed",
    "open": "active", "running": "active", "ongoing": "active", "current": "active", "finished": "ended",
    "over": "ended", "done": "ended", "closed": "ended", "lost": "ended", "victory": "won",
    "dissolved": "closed", "inactive": "paused", "dormant": "paused", "new": "forming", "starting": "forming",
    "branch": "local", "group": "local", "chapter": "local", "university": "student", "trade-union": "workplace",
    "hidden": "draft", "private": "draft", "unpublished": "draft", "public": "published",
}  # fmt: skip
"""What people say for the words of the format, for messages alone; only words that a nation knows are proposed."""
SHOWN = 12
"""So many words are listed in a message; the documentation has the rest."""


def as_slug(text: str) -> str:
    """`Step free` and `step_free` as `step-free`."""
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())


def read_choice(text: str, known: Mapping[str, str], what: str, *, of_many: bool = False) -> str | Fault:
    """The slug that is meant; `known` maps slugs to labels, and either is taken. `what` is said in the message.
    `of_many`: the field takes several words.
    """
    slug = as_slug(text)
    if slug in known:
        return slug
    for one, label in known.items():
        if as_slug(label) == slug:
            return one
    parts = [slugged for part in _BETWEEN.split(text) if (slugged := as_slug(part))]
    if of_many and len(parts) > 1 and all(part in known for part in parts):
        message = f"{quoted(text)} is several words; a comma belongs between them."
        return Fault("unknown-word", message, f"Write: {', '.join(parts)}")
    other = OTHER_WORDS.get(slug.replace(".", ""), "")
    if other in known:
        return Fault("unknown-word", f"{quoted(text)} is not {what} that is known here.", f"Write: {other}")
    inside = [part for part in slug.split("-") if part in known]
    near = nearest(slug, known) or (inside[-1] if inside and not of_many else "")
    near = near or next((one for one, label in known.items() if nearest(text, [label])), "")
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
