"""A repeating meeting, from fields to the model: its rule held against its dates, with everything that can clash."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from localgroups.model.limits import OCCURRENCE_YEARS, OCCURRENCES
from localgroups.model.recurrence import Change, Every, Recurrence, Rule
from localgroups.model.values import replace
from localgroups.reading.calendar_words import MONTHS, WEEKDAYS, in_words, weekday_name
from localgroups.reading.desk import Desk
from localgroups.reading.faults import Fault, FileFaults, listed, quoted, warning
from localgroups.reading.left_out import LeftOut, last_day
from localgroups.reading.meeting_times import Span, written_at
from localgroups.reading.repeat_words import anchored, say_plain
from localgroups.reading.repeats_said import ordinal_figure, ordinal_word
from localgroups.reading.schema.meeting import MeetingEntry, MeetingFile
from localgroups.reading.single_dates import change_of

_DAY = timedelta(days=1)
_LATEST = date(2199, 12, 31)
_NEAR = timedelta(days=370)
"""As far as the nearest right date is looked for; a year and a little."""
_LOOKED_AT = timedelta(days=366 * 12)
"""As far as it is looked whether a month is ever met: the longest time between two years of a rule."""


def recurrence_of(fields: MeetingFile | MeetingEntry, span: Span, faults: FileFaults, desk: Desk) -> Recurrence | None:
    """How the meeting repeats; None where it does not, or where `faults` says what is wrong."""
    if fields.repeats is None:
        _report_lonely(fields, span, faults)
        return None
    start = span.starts.day
    rule = settle(fields.repeats, start, faults)
    if rule is None or not _fits_start(rule, span, faults):
        return None
    until = last_day(fields.until) if fields.until else None
    if until is not None and until < start:
        message = f"{quoted(written_at(faults, 'until'))} is before the first meeting, on {in_words(start)}."
        help = f"Write a later date, like {_later(start)}, or take the line out"
        faults.add(Fault("until-before-start", message, help), "until")
        return None
    if _is_too_often(rule, start, until, faults):
        return None
    left_out: tuple[LeftOut, ...] = getattr(fields, "except")
    days = _days(rule, start, until, [*(one.last for one in left_out if not one.month), *_changed_days(fields)])
    without = _left_out(rule, days, start, until, left_out, faults)
    rule = replace(rule, without=tuple(sorted({one.month for one in left_out if one.month})))
    if start in without or start.month in rule.without:
        _report_start_left_out(rule, span, without, faults)
        return None
    kept = [day for day in days if day not in without and day.month not in rule.without]
    _warn_of_second(rule, start, faults)
    return Recurrence(
        rule=rule,
        until=until,
        left_out=tuple(day for day in sorted(without) if day.month not in rule.without),
        changes=_changes(fields, span, kept, without, faults, desk),
    )


def settle(rule: Rule, start: date, faults: FileFaults) -> Rule | None:
    """A rule that says its days: its own, else those of the start where these are clear."""
    if rule.every is Every.MONTH and not rule.weekdays and not rule.days:
        every = "of the month" if rule.interval == 1 else f"every {rule.interval} months"
        weekday = f"{_ordinal_of(start)} {weekday_name(start)} {every}"
        number = min(start.day, 28)
        by_number = (
            f"the {ordinal_figure(number)} of every month"
            if rule.interval == 1
            else f"every {rule.interval} months on the {ordinal_figure(number)}"
        )
        message = f"{quoted(written_at(faults, 'repeats'))} does not say on which day of the month."
        faults.add(Fault("repeats-unclear", message, f"Write: {weekday}, or: {by_number}"), "repeats")
        return None
    if rule.every is Every.YEAR and not rule.months and (start.month, start.day) == (2, 29):
        message = f"{quoted(written_at(faults, 'repeats'))}: most years have no 29 February."
        faults.add(Fault("repeats-skips", message, "Write: last day of February"), "repeats")
        return None
    return anchored(rule, start)


def _ordinal_of(day: date) -> str:
    """Which of its weekday in the month a date is; the last is said where there may be no fifth."""
    number = (day.day - 1) // 7 + 1
    return "last" if number == 5 else ordinal_word(number)


def _later(start: date) -> date:
    """A day some months on, to be pasted."""
    return date(start.year + 1, start.month, min(start.day, 28))


def _report_lonely(fields: MeetingFile, span: Span, faults: FileFaults) -> None:
    """Fields that say nothing where it is not said how the meeting repeats; not where that is refused already."""
    if written_at(faults, "repeats"):
        return
    for name in ("until", "except", "changes"):
        if getattr(fields, name):
            message = f"{name}: says nothing where there is no repeats:."
            help = f"Add a line: repeats: every {weekday_name(span.starts.day)}  or take this one out"
            faults.add(Fault("repeats-missing", message, help), name)
            return


# ------------------------------------------------------------- the start


def _fits_start(rule: Rule, span: Span, faults: FileFaults) -> bool:
    start = span.starts.day
    if next(rule.dates(start, start), None) == start:
        return True
    single = replace(rule, interval=1)
    before = list(single.dates(max(date.min + _NEAR, start) - _NEAR, start))[-1:]
    after = list(islice(single.dates(start, start + _NEAR), 1))
    clock = "" if span.all_day else f" {span.starts.wall:%H:%M}"
    nearest = sorted([*before, *after], key=lambda day: (abs(day - start), day))
    help = " or ".join(f"{day}{clock}" for day in nearest)
    message = f"{weekday_name(start)} {in_words(start)} is not one of the days of {quoted(say_plain(rule))}."
    faults.add(Fault("start-not-in-repeats", message, f"Write: {help}" if help else ""), "starts")
    return False


def _report_start_left_out(rule: Rule, span: Span, without: set[date], faults: FileFaults) -> None:
    start = span.starts.day
    later = (day for day in rule.dates(start, start + _LOOKED_AT) if day not in without)
    clock = "" if span.all_day else f" {span.starts.wall:%H:%M}"
    first = next(later, None)
    message = f"The first meeting, on {in_words(start)}, is one of those that except: leaves out."
    help = f"Write the first that takes place: {first}{clock}" if first else "Look at except: again; it leaves out all."
    faults.add(Fault("start-not-in-repeats", message, help), "starts")


def _is_too_often(rule: Rule, start: date, until: date | None, faults: FileFaults) -> bool:
    end = start.replace(year=start.year + OCCURRENCE_YEARS.most, day=min(start.day, 28))
    last = min(until or end, end)
    found = list(islice(rule.dates(start, last), OCCURRENCES.most + 1))
    if len(found) <= OCCURRENCES.most:
        return False
    message = f"{quoted(say_plain(rule))} is more than {OCCURRENCES} within {OCCURRENCE_YEARS}."
    final = found[OCCURRENCES.most - 1]
    if until:
        faults.add(Fault("too-many-dates", message, f"Write: {final}, or an earlier day"), "until")
    else:
        faults.add(Fault("too-many-dates", message, f"Add a line: until: {final}  or an earlier day"), "repeats")
    return True


def _warn_of_second(rule: Rule, start: date, faults: FileFaults) -> None:
    """`every second Thursday` is every other one; somebody who begins on the second of the month may mean that."""
    words = written_at(faults, "repeats").casefold().split()
    is_said = "week" not in " ".join(words) and not {"second", "2nd"}.isdisjoint(words)
    if is_said and rule.every is Every.WEEK and rule.interval == 2 and 8 <= start.day <= 14:
        names = " and ".join(WEEKDAYS[one] for one in rule.weekdays)
        message = f"{quoted(written_at(faults, 'repeats'))} is read as every two weeks."
        help = f"Write: every 2 weeks on {names}, or: second {names} of the month"
        faults.add(warning("second-or-fortnight", message, help), "repeats")


# ------------------------------------------------------------- single dates


def _changed_days(fields: MeetingFile) -> Iterable[date]:
    return (one.date for one in fields.changes if one.date is not None)


def _days(rule: Rule, start: date, until: date | None, asked: Sequence[date]) -> list[date]:
    """The days of the rule up to a little after the last that is asked for: once, whatever is asked."""
    last = max([start, *(day for day in asked if day < _LATEST - _NEAR)])
    return list(rule.dates(start, min(last + _NEAR, until or _LATEST)))


def _left_out(
    rule: Rule, days: list[date], start: date, until: date | None, entries: tuple[LeftOut, ...], faults: FileFaults
) -> set[date]:
    """The days that single dates and stretches leave out; what leaves out nothing is told."""
    found: set[date] = set()
    met = {day.month for day in rule.dates(start, min(start + _LOOKED_AT, until or _LATEST))}
    for number, one in enumerate(entries):
        if one.month:
            if one.month not in met:
                message = f"There is no meeting in {MONTHS[one.month - 1]} that could be left out."
                faults.add(warning("except-hits-nothing", message, "Take it out."), *_place(faults, number))
            continue
        some = days[bisect_left(days, one.first) : bisect_left(days, one.last + _DAY)]
        if not some:
            faults.add(_hits_nothing(rule, one, days), *_place(faults, number))
        found.update(some)
    return found


def _place(faults: FileFaults, number: int) -> tuple[str, int] | tuple[str]:
    """Where an entry stands; a text taken apart at its commas is one place."""
    return ("except",) if written_at(faults, "except") else ("except", number)


def _hits_nothing(rule: Rule, one: LeftOut, days: list[date]) -> Fault:
    if one.first == one.last:
        message = f"There is no meeting on {weekday_name(one.first)} {in_words(one.first)}."
        return Fault("except-hits-nothing", message, f"{_nearest(one.first, days)}, or take it out")
    message = f"There is no meeting from {in_words(one.first)} to {in_words(one.last)}."
    return Fault("except-hits-nothing", message, f"Take it out; {say_plain(rule)} falls on other days.")


def _nearest(day: date, days: Sequence[date]) -> str:
    """`Write: 2027-01-07`, or both neighbours."""
    at = bisect_left(days, day)
    both = sorted(days[max(0, at - 1) : at + 1], key=lambda one: (abs(one - day), one))
    return f"Write: {listed(str(one) for one in both)}"


def _changes(
    fields: MeetingFile, span: Span, days: list[date], without: set[date], faults: FileFaults, desk: Desk
) -> tuple[Change, ...]:
    made: dict[date, Change] = {}
    for number, one in enumerate(fields.changes):
        if one.date is None:
            continue
        at = ("changes", number)
        if one.date not in days:
            is_out = one.date in without
            message = (
                f"{in_words(one.date)} is left out by except:, and changed here."
                if is_out
                else f"There is no meeting on {weekday_name(one.date)} {in_words(one.date)}."
            )
            help = f"Take {one.date} out of except:, or take this change out" if is_out else _nearest(one.date, days)
            faults.add(Fault("change-hits-nothing", message, help), *at, "date")
        elif one.date in made:
            message = f"{in_words(one.date)} is changed twice."
            faults.add(Fault("changed-twice", message, "Write all that differs in one of them."), *at, "date")
        else:
            change = change_of(one, one.date, span, faults, desk, number)
            if change is not None:
                made[one.date] = change
    return tuple(made[day] for day in sorted(made))
