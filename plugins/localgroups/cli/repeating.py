"""The dates of a meeting that repeats, told to those who wrote its words."""

from datetime import date

from localgroups.model.items import Meeting
from localgroups.model.occurrences import next_occurrences
from localgroups.outputs.cards import MEETING_STATUS
from localgroups.outputs.wording import when_view
from localgroups.reading.repeats_said import say_left_out, say_recurrence


def as_dates(meeting: Meeting, today: date) -> str:
    """Its file, its words as they were understood, and the next dates, a line each; an empty line after it."""
    recurrence = meeting.recurrence
    if recurrence is None:
        return ""
    lines = [f"{meeting.path}: {meeting.title}", f"    {say_recurrence(recurrence)}"]
    left_out = say_left_out(recurrence, today)
    if left_out:
        lines.append(f"    {left_out}")
    for one in next_occurrences(meeting, today):
        when = when_view(one.starts, one.ends, one.last_day, meeting.all_day, meeting.starts.zone).text
        said = [when, MEETING_STATUS[one.status], one.title if one.title != meeting.title else "", one.note]
        lines.append(f"    - {', '.join(part for part in said if part)}")
    if len(lines) == 2 + bool(left_out):
        lines.append("    - None of it is to come.")
    return "\n".join([*lines, ""])
