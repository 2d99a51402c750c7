"""Whatever is in a file, reading answers with faults and never with an exception."""

from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localgroups.model.diagnostics import Severity
from localgroups.model.groups import GroupReading
from localgroups.model.items import Items
from localgroups.reading.addresses import PathRule, read_url
from localgroups.reading.dates import read_rough_date
from localgroups.reading.durations import read_duration
from localgroups.reading.faults import Fault, FileFaults
from localgroups.reading.moments import Midnight, When, read_end, read_when
from localgroups.reading.written_fields import read_fields
from reading.nation import read_riverside

SETTINGS = settings(deadline=None, max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck))
SIGNS = st.text(alphabet="abc:-#'\"[]{},&*!|>%@`? \t\n\\\u2028é~<=01/", max_size=60)
DATE_WORDS = st.lists(
    st.sampled_from(
        ["3", "31", "12", "2026", "26", "December", "Dec", "Thu", "Friday", "the", "7pm", "7", ".", ":", "30", "/", "-",
         ",", "at", "²²²²", "noon", "midnight", "T", "Z", "0", "99", "of", "“", "½", "٣"]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


def is_told(reading: GroupReading) -> bool:
    """Whether everything that is not published is named."""
    errors = [one for one in reading.diagnostics if one.severity is Severity.ERROR]
    return bool(reading.held) == bool(errors) and isinstance(reading.items, Items)


@SETTINGS
@given(text=SIGNS)
def test_odd_texts_of_fields(text: str) -> None:
    faults = FileFaults("groups/riverside/group.yaml")
    read_fields(text, 1, faults)
    assert all(one.span.line >= 1 and one.span.column >= 1 for one in faults.found)


@SETTINGS
@given(text=DATE_WORDS)
def test_odd_words_of_dates(text: str) -> None:
    assert isinstance(read_when(text), (When, Fault))
    assert isinstance(read_end(text), (When, time, Midnight, Fault))
    read_rough_date(text)
    read_duration(text)


@SETTINGS
@given(text=st.text(alphabet="[]()!<>`~#*-_|/\\.:@ \n\"'“”=ahref", max_size=120))
def test_odd_bodies(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    body = f"---\ntitle: Odd\nstarts: 2026-12-03 19:00\n---\n{text}\n"
    reading = read_riverside(tmp_path_factory.mktemp("nation"), {"meetings/a.md": body})
    assert is_told(reading)
    assert all(1 <= one.span.line <= body.count("\n") + 1 for one in reading.diagnostics)


@SETTINGS
@given(text=st.text(alphabet="htps:/.@wmailo+?#%[]é \t<>\\", max_size=40))
def test_odd_addresses(text: str) -> None:
    url = read_url(text, PathRule.OWN_FILE)
    assert isinstance(url, (str, Fault))


@SETTINGS
@given(data=st.binary(max_size=200), name=st.sampled_from(["group.yaml", "about.md", "news/a.md", "meetings/a.yaml"]))
def test_any_bytes_in_any_file(data: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert is_told(read_riverside(tmp_path_factory.mktemp("nation"), {name: data}))


@SETTINGS
@given(
    fields=st.dictionaries(
        st.sampled_from(
            ["title", "starts", "ends", "where", "access", "programme", "documents", "online", "book", "id", "x"]
        ),
        st.sampled_from(
            [
                "",
                "a",
                "[]",
                "{}",
                "[[]]",
                "[{}]",
                "{a: b}",
                "[a, {b: c}]",
                "2026-12-03",
                "midnight",
                '""',
                "~",
                "|",
                "- a",
            ]
        ),
    )
)
def test_any_shape_of_fields(fields: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\ntext\n"
    assert is_told(read_riverside(tmp_path_factory.mktemp("nation"), {"meetings/a.md": text}))


@pytest.mark.parametrize("name", ["group.yaml", "news/a.md", "meetings/a.md", "meetings/a.yaml", "campaigns/a.md"])
@pytest.mark.parametrize(
    "text",
    [
        "[" * 1000,
        "a: *a\n",
        "? \n",
        "!!python/object:os.system x\n",
        "%TAG ! x\n---\n",
        "&a [*a]",
        "- - - -",
        "a:\n\t- b",
        "\x85",
    ],
)
def test_texts_that_break_readers_elsewhere(name: str, text: str, tmp_path: Path) -> None:
    body = text if name.endswith(".yaml") else f"---\n{text}\n---\n"
    assert is_told(read_riverside(tmp_path, {name: body}))
