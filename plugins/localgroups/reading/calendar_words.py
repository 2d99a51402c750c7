"""Months, weekdays and dates in words."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

EARLIEST, LATEST = 1800, 2199
"""Years that are meant here: old unions, and nothing further off than a slip of the finger."""

_MONTH_NUMBERS = {
    name[:length].casefold(): number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))
}
_WEEKDAY_NUMBERS = {
    name[:length].casefold(): number for number, name in enumerate(WEEKDAYS) for length in (3, 4, 5, len(name))
}


def month_number(word: str) -> int | None:
    """1 to 12 for `December`, `Dec`, `Sept`."""
    return _MONTH_NUMBERS.get(word.casefold().rstrip("."))


def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 for `Thursday`, `Thu`, `Thurs`."""
    return _WEEKDAY_NUMBERS.get(word.casefold().rstrip("."))


def days_in(year: int, month: int) -> int:
    from calendar import monthrange  # seldom asked, and it loads what knows all languages

    return monthrange(year, month)[1]


def in_words(day: date) -> str:
    """`3 December 2026`"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_name(day: date) -> str:
    return WEEKDAYS[day.weekday()]
