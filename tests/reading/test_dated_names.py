"""The day that a file's name begins with."""

from datetime import date

import pytest

from localgroups.reading.dated_names import day_in_name


@pytest.mark.parametrize(
    "path",
    ["2026-12-03", "2026-12-03-members-meeting.md", "2026-12-03.md", "groups/riverside/news/2026-12-03_a.md"],
)
def test_a_name_may_begin_with_a_day(path: str) -> None:
    assert day_in_name(path) == date(2026, 12, 3)


@pytest.mark.parametrize(
    "path", ["", "2026-12-031", "2026-02-30-a", "a-2026-12-03", "2026-12-03/a", "0000-01-01", "２０２６-１２-０３"]
)
def test_other_names_tell_no_day(path: str) -> None:
    assert day_in_name(path) is None
