"""A rule said in words: `Every second Thursday of the month`. What is said can be read again as the same rule."""

from datetime import date

from localgroups.model.recurrence import LAST, WORKING_DAYS, Every, Recurrence, Rule
from localgroups.reading.calendar_words import MONTHS, WEEKDAYS, in_words
from localgroups.reading.faults import listed

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SAID_DATES = 6
"""So many dates that are left out are said in a sentence."""


def ordinal_word(number: int) -> str:
    """`first`, `last`"""
    return "last" if number == LAST else _ORDINALS[number - 1]


def ordinal_figure(number: int) -> str:
    """`1st`, `22nd`, `15th`"""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def say_recurrence(recurrence: Recurrence) -> str:
    """`Every second Thursday of the month, until 31 July 2027`"""
    said = say_rule(recurrence.rule)
    return f"{said}, until {in_words(recurrence.until)}" if recurrence.until else said


def say_left_out(recurrence: Recurrence, today: date) -> str:
    """`Not on 24 December 2026`; those that are past are no longer said, of many the first ones."""
    coming = [one for one in recurrence.left_out if one >= today]
    shown = [in_words(one) for one in coming[:SAID_DATES]]
    more = [f"{len(coming) - SAID_DATES} more"] if len(coming) > SAID_DATES else []
    return f"Not on {listed([*shown, *more], 'and')}" if shown else ""


def say_rule(rule: Rule) -> str:
    """`Every Tuesday and Thursday`, `Every two weeks on Monday`, `The 15th of every month`"""
    without = f", not in {listed((MONTHS[one - 1] for one in rule.without), 'or')}" if rule.without else ""
    return _said(rule) + without


def _said(rule: Rule) -> str:
    span = _span(rule)
    if rule.every is Every.DAY:
        return f"Every {span}"
    days = _days(rule)
    if rule.every is Every.WEEK:
        return f"Every {days or span}" if rule.interval == 1 else _on(f"Every {span}", days)
    if rule.every is Every.MONTH:
        if not days or rule.interval > 1:
            return _on(f"Every {span}", days and f"the {days}")
        return f"Every {days} of the month" if rule.ordinals else f"The {days} of every month"
    months = listed((MONTHS[one - 1] for one in rule.months), "and")
    if not months:
        return f"Every {span}"
    is_date = len(rule.days) == 1 and rule.days[0] != LAST and len(rule.months) == 1
    when = f"{rule.days[0]} {months}" if is_date else f"the {days} of {months}"
    return f"Every {span} on {when}"


def _on(said: str, days: str) -> str:
    return f"{said} on {days}" if days else said


def _span(rule: Rule) -> str:
    """`month`, `two months`"""
    if rule.interval == 1:
        return rule.every.value
    number = _NUMBERS[rule.interval - 2] if rule.interval <= len(_NUMBERS) + 1 else str(rule.interval)
    return f"{number} {rule.every}s"


def _days(rule: Rule) -> str:
    """`Tuesday and Thursday`, `first and third Tuesday`, `1st and 15th`, `last day`, `weekday`"""
    if rule.weekdays:
        is_working = rule.weekdays == WORKING_DAYS and not rule.ordinals and rule.interval == 1
        names = "weekday" if is_working else listed((WEEKDAYS[one] for one in rule.weekdays), "and")
        which = listed((ordinal_word(one) for one in rule.ordinals), "and")
        return f"{which} {names}" if which else names
    numbered = [ordinal_figure(one) for one in rule.days if one != LAST]
    return listed([*numbered, *(["last day"] if LAST in rule.days else [])], "and")
