"""Years that were probably not meant: far ahead, or not the one that the file's name says."""

from datetime import date

from localgroups.reading.calendar_words import in_words
from localgroups.reading.dated_names import day_in_name
from localgroups.reading.faults import FileFaults, warning
from localgroups.reading.nodes import Key

AHEAD = 5
"""Years: nobody has booked a hall further ahead."""


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
    if day.year > today.year + AHEAD:
        message = f"{in_words(day)} is more than {AHEAD} years ahead."
        faults.add(warning("far-ahead", message, "Look at the year again."), *at)
