"""Years that were probably not meant: far ahead, or not the one that the file's name says."""

from datetime import date, timedelta

from localgroups.reading.calendar_words import in_words
from localgroups.reading.dated_names import day_in_name
from localgroups.reading.faults import FileFaults, warning
from localgroups.reading.nodes import Key

AHEAD = 5
"""Years: nobody has booked a hall further ahead."""
SOON = timedelta(days=75)
"""So near is what is typed with the year that is just over, or not yet begun."""
WINTER = (11, 12, 1, 2)
"""Months in which people are wrong about the year."""


def warn_of_year(day: date, stem: str, today: date, faults: FileFaults, *at: Key) -> None:
    """A warning where a slip in the year, or day and month swapped, is likely. The name may differ otherwise: a meeting
    that was moved keeps its file's name."""
    named = day_in_name(stem)
    if named and named != day:
        is_year = (named.month, named.day) == (day.month, day.day)
        is_swapped = named.year == day.year and (named.month, named.day) == (day.day, day.month)
        if is_year or is_swapped:
            message = f"The file's name says {in_words(named)}, and this line {in_words(day)}."
            help = f"Write the date of the name, {named.isoformat()}, or give the file another name"
            faults.add(warning("name-says-otherwise", message, help), *at)
            return
    if named is None and stem and today.month in WINTER and _is_year_behind(day, today):
        meant = day.replace(year=day.year + 1)
        message = f"{in_words(day)} is nearly a year ago."
        help = f"If {in_words(meant)} is meant, write: {meant.isoformat()}. If not, begin the file's name with {day}-"
        faults.add(warning("last-year", message, help), *at)
    if day.year > today.year + AHEAD:
        message = f"{in_words(day)} is more than {AHEAD} years ahead."
        faults.add(warning("far-ahead", message, "Look at the year again."), *at)


def _is_year_behind(day: date, today: date) -> bool:
    """Whether the same day a year later is soon to come."""
    if (day.month, day.day) == (2, 29):
        return False
    return today <= day.replace(year=day.year + 1) <= today + SOON
