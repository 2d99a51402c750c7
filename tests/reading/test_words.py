"""The nearest known word, and the words that people use for ours."""

import pytest

from localgroups.reading import synonyms
from localgroups.reading.choices import as_slug, read_choice
from localgroups.reading.faults import Fault
from localgroups.reading.schema.campaign import CampaignFile
from localgroups.reading.schema.group import GroupFile
from localgroups.reading.schema.meeting import MeetingEntry, MeetingFile
from localgroups.reading.schema.nation import OrganisationFile
from localgroups.reading.schema.news import NewsFile
from localgroups.reading.words import nearest

FIELDS = ["title", "starts", "ends", "where", "summary", "status", "image", "image_alt"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("titel", "title"), ("Title", "title"), ("sumary", "summary"), ("image alt", "image_alt"),
        ("image-alt", "image_alt"), ("wher", "where"), ("stauts", "status"), ("xyzzy", ""), ("", ""), ("a", ""),
    ],
)  # fmt: skip
def test_the_nearest_word_is_a_slip_away(word: str, near: str) -> None:
    assert nearest(word, FIELDS) == near


def test_among_equally_near_words_the_first_of_the_alphabet_wins() -> None:
    assert nearest("bat", ["cat", "hat", "rat"]) == "cat"


@pytest.mark.parametrize("text", ["step-free", "Step free", "step_free", " STEP-FREE ", "Step-free access"])
def test_a_choice_is_taken_in_any_case_with_spaces_or_hyphens_or_by_its_label(text: str) -> None:
    assert read_choice(text, {"step-free": "Step-free access"}, "a fact") == "step-free"


def test_an_unknown_choice_names_the_nearest_or_the_list() -> None:
    known = {"won": "Won", "ended": "Ended"}
    near, far = read_choice("endet", known, "a status"), read_choice("somewhere", known, "a status")
    assert isinstance(near, Fault)
    assert isinstance(far, Fault)
    assert near.help == "Write: ended"
    assert far.help == "Known here: won or ended"


def test_a_slug_is_made_of_what_was_typed() -> None:
    assert as_slug("Annual  General_meeting") == "annual-general-meeting"


@pytest.mark.parametrize(
    ("record", "word", "field"),
    [
        (MeetingFile, "venue", "where"), (MeetingFile, "location", "where"), (MeetingFile, "place", "where"),
        (MeetingFile, "start", "starts"), (MeetingFile, "date", "starts"), (MeetingFile, "when", "starts"),
        (MeetingFile, "desc", "summary"), (MeetingEntry, "body", "about"), (GroupFile, "website", "links"),
    ],
)  # fmt: skip
def test_words_that_people_use_are_known(record: type, word: str, field: str) -> None:
    assert record.synonyms[word] == field


@pytest.mark.parametrize("record", [NewsFile, MeetingFile, MeetingEntry, CampaignFile, GroupFile, OrganisationFile])
def test_a_synonym_leads_to_a_field_that_exists_and_shadows_none(record: type) -> None:
    fields = set(record.fields) | set(record.refused)
    assert {word for word, field in record.synonyms.items() if field not in fields and field not in COMMON} == set()


COMMON = set(synonyms.NEWS.values())
"""Shared tables name fields that one kind of item has and another has not."""
