"""`localgroups new` writes files that are right."""

import pytest

from whole.nations import Nation


def new(nation: Nation, kind: str, **answers: str) -> int:
    options = [part for key, text in answers.items() for part in (f"--{key}", text)]
    return nation.run_new(kind, *options)


def test_a_new_nation_grows_from_nothing_to_a_published_meeting(nation: Nation) -> None:
    assert new(nation, "group", name="King's Lynn", region="north", town="King's Lynn") == 0, nation.printed
    assert (
        new(
            nation,
            "meeting",
            group="kings-lynn",
            title="AGM: a new start",
            starts="2026-12-03 19:00",
            where="Town Hall",
        )
        == 0
    )
    assert new(nation, "news", group="kings-lynn", title='We are "open"') == 0, nation.printed
    assert new(nation, "campaign", group="kings-lynn", title="#Homes & hearths") == 0, nation.printed

    assert nation.build() == 0, nation.printed
    assert "AGM: a new start" in nation.page("/groups/kings-lynn/meetings/2026-12-03-agm-a-new-start/")
    assert (nation.output / "groups/kings-lynn/news/2026-11-22-we-are-open/index.html").is_file()
    assert (nation.output / "groups/kings-lynn/campaigns/homes-hearths/index.html").is_file()


def test_a_file_that_is_there_stays(nation: Nation) -> None:
    nation.group("north")

    assert new(nation, "group", name="North", region="south") == 1
    assert "there already" in nation.printed
    assert "region: north" in (nation.folder / "groups/north/group.yaml").read_text()


def test_a_missing_answer_is_named_where_nobody_can_be_asked(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    assert new(nation, "group", name="North") == 2
    assert "--region is needed" in nation.printed


def test_a_slip_in_an_answer_is_told_at_once(nation: Nation) -> None:
    nation.group("north")

    assert new(nation, "meeting", group="north", title="Talk", starts="31 November 2026, 7pm") == 1
    assert "31 November 2026" in nation.printed


def test_a_date_in_words_names_the_file_too(nation: Nation) -> None:
    nation.group("north")

    assert new(nation, "meeting", group="north", title="Talk", starts="3 December 2026, 7pm") == 0, nation.printed
    assert (nation.folder / "groups/north/meetings/2026-12-03-talk.md").is_file()


def test_a_title_of_which_nothing_can_be_in_an_address_needs_a_name(nation: Nation) -> None:
    assert new(nation, "group", name="Αθήνα", region="north") == 2
    assert "--slug" in nation.printed
    assert new(nation, "group", name="Αθήνα", region="north", slug="athina") == 0, nation.printed
    assert (nation.folder / "groups/athina/group.yaml").is_file()


@pytest.mark.parametrize("group", ["../content", "..", "nowhere", ""])
def test_nothing_is_started_outside_a_groups_folder(nation: Nation, group: str) -> None:
    before = sorted(nation.folder.rglob("*"))

    assert new(nation, "meeting", group=group, title="Talk", starts="2026-12-03 19:00") == 1
    assert sorted(nation.folder.rglob("*")) == before
