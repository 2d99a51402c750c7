"""What group.yaml says that can hardly be meant: words of a form, a start to come, an end before it."""

from datetime import date

from localgroups.reading.faults import Fault, FileFaults, warning
from localgroups.reading.placeholders import placeholder_in_value
from localgroups.reading.schema.group import GroupFile


def check_group(fields: GroupFile, today: date, faults: FileFaults) -> None:
    """Tell what is wrong between the fields of a group, or with their words."""
    for key, words, is_name in (("name", fields.name, True), ("summary", fields.summary, False)):
        left_in = placeholder_in_value(words, is_name=is_name)
        if left_in:
            faults.add(left_in, key)
    since, until = fields.since, fields.until
    if since and until and until.first_day < since.first_day and not str(since).startswith(str(until)):
        message = f"The end, {until}, is before the beginning, {since}."
        faults.add(Fault("ends-before-start", message, "Look at both dates again."), "until")
    if since and since.year > today.year + 1:
        faults.add(warning("far-ahead", f"{since} is more than a year ahead.", "Look at the year again."), "since")
