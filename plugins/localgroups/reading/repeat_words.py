"""How often a meeting takes place, in words: read into a rule.

`every Tuesday`, `second and fourth Wednesday of the month`, `last Sunday of March`, `the 15th of every month`. What can
be read in two ways is refused with both readings. `repeats_said` says a rule in words again.
"""

import re
from datetime import date

from localgroups.model.limits import LINE
from localgroups.model.recurrence import LAST, WORKING_DAYS, Every, Rule
from localgroups.model.values import Struct, field, replace
from localgroups.reading.calendar_words import MONTHS, WEEKDAYS, month_number, weekday_number
from localgroups.reading.faults import Fault, quoted
from localgroups.reading.repeats_said import ordinal_word, say_rule
from localgroups.reading.words import nearest

EXAMPLES = "Write it like: every Tuesday, every 2 weeks on Monday, first Tuesday of the month, the 15th of every month"
MOST_APART = 12
"""Days, weeks, months or years between two meetings."""
_WEEKEND = (5, 6)
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST, "final": LAST}
_SPELT_DAYS = (
    "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_UNITS = {
    **dict.fromkeys(("day", "days"), Every.DAY),
    **dict.fromkeys(("week", "weeks"), Every.WEEK),
    **dict.fromkeys(("month", "months"), Every.MONTH),
    **dict.fromkeys(("year", "years"), Every.YEAR),
}
_SHORT = {
    "daily": (Every.DAY, 1), "weekly": (Every.WEEK, 1), "fortnightly": (Every.WEEK, 2), "fortnight": (Every.WEEK, 2),
    "fortnights": (Every.WEEK, 2), "monthly": (Every.MONTH, 1), "quarterly": (Every.MONTH, 3),
    "quarter": (Every.MONTH, 3), "yearly": (Every.YEAR, 1), "annually": (Every.YEAR, 1), "annual": (Every.YEAR, 1),
}  # fmt: skip
_TWO_MEANINGS = {
    "biweekly": "every 2 weeks, or the days themselves: every Monday and Thursday",
    "bimonthly": "every 2 months on the first Tuesday, or: first and third Tuesday of the month",
    "biannually": "every 2 years on 1 May, or: every 6 months on the first Tuesday",
    "semiweekly": "the days themselves: every Monday and Thursday",
}
_VAGUE = frozenset(
    [
        "most",
        "some",
        "usually",
        "often",
        "sometimes",
        "occasionally",
        "generally",
        "normally",
        "many",
        "few",
        "several",
        "various",
        "roughly",
        "about",
        "around",
        "approximately",
        "maybe",
        "varies",
        "irregular",
        "irregularly",
        "regular",
        "regularly",
        "mostly",
        "nearly",
        "almost",
        "mainly",
        "typically",
    ]
)
_FILLERS = frozenset("on the of in a an at and repeats repeat repeating recurring starting this it its".split())  # noqa: SIM905
_EVERY = ("every", "each", "all", "any")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]m\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)
_CODE = re.compile(r"\brrule\b|\bfreq\s*=|\bbyday\s*=", re.IGNORECASE)
_LIMITED = re.compile(r"\b(?:until|till?|except|excluding|apart from|but not|not in|not on)\b", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+|[-–—]|\S")
_DAY_NUMBER = re.compile(r"(\d{1,2})(st|nd|rd|th)?")


class _Said(Struct):
    """What was found in the words, in any order."""

    text: str
    has_every: bool = False
    unit: Every | None = None
    interval: int = 1
    weekdays: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    """Numbers of days: `15th`, `1 May`."""
    months: list[int] = field(default_factory=list)
    of_day: bool = False
    """The word day behind an ordinal: `last day`."""


def read_repeats(text: str) -> Rule | Fault:
    """The rule. One by the week without its days, or by the year without its date, takes them from the start:
    `repeats.settle`."""
    words = text.strip()
    if len(words) > LINE.most:
        return Fault("repeats-not-known", f"{quoted(text)} is longer than any of the words for this.", EXAMPLES)
    if _CODE.search(words):
        return _in_code(words)
    limit = _LIMITED.search(words)
    if limit and limit.start():
        name = "until" if limit[0].casefold().startswith(("until", "til")) else "except"
        before, after = words[: limit.start()].strip(" ,;"), words[limit.end() :].strip(" ,;") or "…"
        return Fault(
            "repeats-not-known",
            f"{quoted(text)}: {quoted(words[limit.start() :])} has a field of its own.",
            f"Write: repeats: {before}  and, on a line of its own,  {name}: {after}",
        )
    clock = _CLOCK.search(words)
    if clock:
        bare = re.sub(r"\s*\b(?:at|from)?\s*$", "", words[: clock.start()]).strip(" ,")
        help = f"Write: {bare}" if bare and not isinstance(read_repeats(bare), Fault) else EXAMPLES
        return Fault("repeats-not-known", f"{quoted(clock[0])}: the time belongs in starts.", help)
    said = _scan(text)
    return said if isinstance(said, Fault) else _rule_of(said)


# ------------------------------------------------------------- words


def _scan(text: str) -> _Said | Fault:
    words = [one.casefold() for one in _WORD.findall(text.replace(".", " ").replace("'", "").replace("’", ""))]
    words = [one for one in words if one not in (",", ";", "&", "+", "/")]
    vague = next((one for one in words if one in _VAGUE), "")
    if vague:
        rest = " ".join(one for one in words if one not in _VAGUE)
        rule = _plain_rule(rest) or _plain_rule(f"every {rest}")
        help = f"Write: {say_plain(rule)}" if rule else EXAMPLES
        message = f"{quoted(text)} does not say exactly when."
        more = ", and name what does not take place in except: or changes:" if rule else ""
        return Fault("repeats-not-exact", message, help + more)
    said = _Said(text)
    at = 0
    while at < len(words):
        taken = _take(said, words, at)
        if isinstance(taken, Fault):
            return taken
        at += taken
    return said


def _plain_rule(words: str) -> Rule | None:
    rule = read_repeats(words) if words and not any(one in _VAGUE for one in words.split()) else None
    return rule if isinstance(rule, Rule) else None


def _take(said: _Said, words: list[str], at: int) -> int | Fault:
    """Takes in what begins at a word; gives how many words that were."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _TWO_MEANINGS:
        return Fault("repeats-unclear", f"{quoted(word)} is read in two ways.", f"Write: {_TWO_MEANINGS[word]}")
    if word in _EVERY:
        said.has_every = True
    elif word in _SHORT:
        unit, interval = _SHORT[word]
        said.unit, said.interval = unit, interval * said.interval
    elif word in _UNITS:
        _take_unit(said, _UNITS[word], words, at)
    elif word in ("weekday", "weekdays", "workday", "workdays"):
        if said.ordinals:
            help = "Write the days themselves: first Monday of the month"
            return Fault("repeats-not-known", f"{quoted(said.text)} names no day of the week.", help)
        said.weekdays += WORKING_DAYS
    elif word in ("weekend", "weekends"):
        said.weekdays += _WEEKEND
    elif word in ("other", "alternate", "alternating"):
        said.interval = 2
    elif _weekday(word) is not None:
        return _take_weekdays(said, words, at)
    elif month_number(word) is not None:
        said.months.append(month_number(word) or 1)
    else:
        return _take_number(said, word, after)
    return 1


def _take_unit(said: _Said, unit: Every, words: list[str], at: int) -> None:
    """A unit counts from the number before it: `2 weeks`, `second month`; a day with an ordinal is one of the month."""
    before = words[at - 1] if at else ""
    is_ordinal = bool(said.ordinals) and (before in _ORDINALS or bool(_DAY_NUMBER.fullmatch(before)))
    if unit is Every.DAY and is_ordinal:
        said.of_day = True
        return
    if is_ordinal and said.has_every and before not in ("last", "final"):
        said.interval = said.ordinals.pop()
    if said.unit is None or unit is not Every.YEAR:
        said.unit = unit


def _weekday(word: str) -> int | None:
    """`tuesday`, `tuesdays`, `tue`, `tues`, `weds`"""
    found = weekday_number(word)
    return weekday_number(word.removesuffix("s")) if found is None else found


def _take_weekdays(said: _Said, words: list[str], at: int) -> int:
    """One weekday, or all from one to another: `Monday to Friday`."""
    first = _weekday(words[at]) or 0
    last = _weekday(words[at + 2]) if at + 2 < len(words) and words[at + 1] in ("to", "-", "–", "—") else None
    if last is None:
        said.weekdays.append(first)
        return 1
    said.weekdays += [(first + number) % 7 for number in range((last - first) % 7 + 1)]
    return 3


def _take_number(said: _Said, word: str, after: str) -> int | Fault:
    number = _DAY_NUMBER.fullmatch(word)
    is_counted = after in _UNITS or after in ("fortnight", "fortnights", "quarter", "quarters")
    if word in _NUMBERS or (number and not number[2] and is_counted):
        said.interval = _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
    elif word in _ORDINALS:
        said.ordinals.append(_ORDINALS[word])
    elif word in _SPELT_DAYS:
        said.days.append(_SPELT_DAYS.index(word) + 6)
    elif number:
        said.ordinals.append(int(number[1])) if number[2] else said.days.append(int(number[1]))
    elif word not in _FILLERS:
        return _unknown(said.text, word)
    return 1


def _unknown(text: str, word: str) -> Fault:
    known = [*WEEKDAYS, *MONTHS, *_ORDINALS, "every", "week", "month", "year", "fortnight", "other"]
    near = nearest(word, known) if len(word) > 2 else ""
    if near:
        better = re.sub(re.escape(word), near, text, count=1, flags=re.IGNORECASE)
        rule = _plain_rule(better) if better != text else None
        if rule:
            return Fault("repeats-not-known", f"{quoted(word)} is not understood here.", f"Write: {better}")
    return Fault("repeats-not-known", f"{quoted(text)} is not understood: {quoted(word)} says no day.", EXAMPLES)


# ------------------------------------------------------------- rules


def _rule_of(said: _Said) -> Rule | Fault:
    if not 1 <= said.interval <= MOST_APART:
        unit = said.unit or "week"
        message = f"{quoted(said.text)}: from 1 to {MOST_APART} {unit}s can lie between two meetings."
        return Fault("repeats-not-known", message, EXAMPLES)
    weekdays = tuple(sorted(set(said.weekdays)))
    if said.of_day:
        weekdays = ()
    ordinals = tuple(sorted(set(said.ordinals), key=lambda one: (one == LAST, one)))
    if weekdays and (said.days or any(one > 5 for one in ordinals)):
        message = f"{quoted(said.text)} names days of the week and days of the month."
        return Fault("repeats-not-known", message, EXAMPLES)
    if weekdays:
        return _by_weekday(said, weekdays, ordinals)
    days = tuple(sorted({*said.days, *ordinals}, key=lambda one: (one == LAST, one)))
    return _by_day(said, days) if days else _by_unit(said)


def _by_weekday(said: _Said, weekdays: tuple[int, ...], ordinals: tuple[int, ...]) -> Rule | Fault:
    names = " and ".join(WEEKDAYS[one] for one in weekdays)
    if not ordinals:
        if said.unit is Every.DAY:
            message = f"{quoted(said.text)} counts days, and names days of the week."
            return Fault("repeats-unclear", message, f"Write: every {names}, or: every {said.interval} days")
        if said.months or said.unit in (Every.MONTH, Every.YEAR):
            of = f"of {MONTHS[said.months[0] - 1]}" if said.months else "of the month"
            message = f"{quoted(said.text)} does not say which {WEEKDAYS[weekdays[0]]} {of}."
            return Fault("repeats-unclear", message, f"Write: first {WEEKDAYS[weekdays[0]]} {of}")
        return Rule(Every.WEEK, said.interval, weekdays)
    if 0 in ordinals:
        return Fault("repeats-not-known", f"{quoted(said.text)} is not understood: nothing is 0th.", EXAMPLES)
    if said.months:
        return Rule(Every.YEAR, said.interval, weekdays, ordinals, months=tuple(sorted(set(said.months))))
    if said.unit in (Every.WEEK, Every.DAY, Every.YEAR):
        return Fault("repeats-not-known", f"{quoted(said.text)} does not say of which month.", EXAMPLES)
    is_bare = said.has_every and said.unit is None and said.interval == 1 and len(ordinals) == 1
    if is_bare and ordinals == (2,):
        return Rule(Every.WEEK, 2, weekdays)
    if is_bare and ordinals[0] > 2:
        word = ordinal_word(ordinals[0])
        return Fault(
            "repeats-unclear",
            f"{quoted(said.text)} is read in two ways.",
            f"Write: {word} {names} of the month, or: every {ordinals[0]} weeks on {names}",
        )
    return Rule(Every.MONTH, said.interval, weekdays, ordinals)


def _by_day(said: _Said, days: tuple[int, ...]) -> Rule | Fault:
    if any(day != LAST and not 1 <= day <= 31 for day in days):
        return Fault("repeats-not-known", f"{quoted(said.text)}: a month has no such day.", EXAMPLES)
    if said.months:
        months = tuple(sorted(set(said.months)))
        for month in months:
            for day in days:
                if day > _shortest(month):
                    return _no_such_day(said, month)
        return Rule(Every.YEAR, said.interval, days=days, months=months)
    if said.unit in (Every.WEEK, Every.DAY, Every.YEAR):
        return Fault("repeats-not-known", f"{quoted(said.text)} does not say of which month.", EXAMPLES)
    late = [day for day in days if day > 28]
    if late:
        return Fault(
            "repeats-skips",
            f"{quoted(said.text)}: not every month has a {late[-1]}{'st' if late[-1] == 31 else 'th'}.",
            "Write: last day of the month, or: the 28th of every month",
        )
    return Rule(Every.MONTH, said.interval, days=days)


def _shortest(month: int) -> int:
    """Days that a month has in every year."""
    return (date(2001 + month // 12, month % 12 + 1, 1) - date(2001, month, 1)).days


def _no_such_day(said: _Said, month: int) -> Fault:
    last = _shortest(month)
    message = f"{quoted(said.text)}: {MONTHS[month - 1]} has {last} days{' in most years' if month == 2 else ''}."
    return Fault("repeats-skips", message, f"Write: last day of {MONTHS[month - 1]}")


def _by_unit(said: _Said) -> Rule | Fault:
    """Nothing but how often: the day comes from the start where that is clear."""
    if said.months:
        name = MONTHS[said.months[0] - 1]
        message = f"{quoted(said.text)} does not say on which day."
        return Fault("repeats-unclear", message, f"Write: first Tuesday of {name}, or: 1 {name} every year")
    if said.unit is None:
        return Fault("repeats-not-known", f"{quoted(said.text)} says no day.", EXAMPLES)
    return Rule(said.unit, said.interval)


# ------------------------------------------------------------- code


_PARTS = re.compile(r"([A-Z]+)=([^;\s]+)")
_CODED_DAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_CODED_UNITS = {"DAILY": Every.DAY, "WEEKLY": Every.WEEK, "MONTHLY": Every.MONTH, "YEARLY": Every.YEAR}


def _in_code(text: str) -> Fault:
    """A rule of calendar programs: refused, and said in words where that can be."""
    rule = _decoded(dict(_PARTS.findall(text.upper())))
    help = f"Write: {say_plain(rule)}" if rule else EXAMPLES
    return Fault("repeats-in-code", f"{quoted(text)} is for programs; here it is said in words.", help)


def _decoded(parts: dict[str, str]) -> Rule | None:
    unit = _CODED_UNITS.get(parts.get("FREQ", ""))
    interval = parts.get("INTERVAL", "1")
    coded = [_CODED_DAY.fullmatch(one) for one in parts.get("BYDAY", "").split(",") if one]
    if unit is None or parts.keys() - {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "WKST"} or not all(coded):
        return None
    days = parts.get("BYMONTHDAY", "")
    numbers = {one[1] for one in coded if one}
    words = " and ".join(WEEKDAYS[("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(one[2])] for one in coded if one)
    if not interval.isdecimal() or (days and not days.isdecimal()) or len(numbers) > 1:
        return None
    number = (numbers.pop() or "") if numbers else ""
    if unit is Every.MONTH and number.lstrip("+") in ("1", "2", "3", "4", "5", "-1"):
        words = f"{ordinal_word(int(number))} {words}"
    elif number or (unit is Every.MONTH and words):
        return None
    said = f"every {interval} {unit}s on {words or (f'the {days}th' if days else '')}"
    return _plain_rule(said.removesuffix(" on "))


def say_plain(rule: Rule) -> str:
    """A rule as people write it in a file: `every Tuesday`."""
    said = say_rule(rule)
    return said[0].lower() + said[1:]


def anchored(rule: Rule, start: date) -> Rule:
    """A rule that says no day, with that of the start."""
    if rule.every is Every.WEEK and not rule.weekdays:
        return replace(rule, weekdays=(start.weekday(),))
    if rule.every is Every.YEAR and not rule.months:
        return replace(rule, months=(start.month,), days=(start.day,))
    return rule
