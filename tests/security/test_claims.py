"""Nobody takes another group's name, address or identity, even while that group's own file is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgroups.model.artifacts import OutputPath, PathOutside
from localgroups.model.identity import NATION
from whole.nations import Nation


def test_the_name_of_a_group_whose_file_is_broken_is_not_free(nation: Nation) -> None:
    nation.group("hilltop")
    nation.write("groups/riverside/group.yaml", "name: Riverside\nregion: nowhere\n")
    nation.group("stranger", "former_slugs: [riverside]")
    nation.news("stranger", "2026-11-01-taken", "title: Taken")

    assert nation.build() == 3

    assert not (nation.output / "groups" / "riverside").exists()
    assert b"groups/riverside" not in nation.tree()["groups/stranger/feed.atom"]


def test_a_preview_of_one_group_refuses_the_same_claims(nation: Nation) -> None:
    nation.group("riverside")
    nation.group("stranger", "former_slugs: [riverside]")

    nation.build("--group", "stranger")

    assert not (nation.output / "groups" / "riverside").exists()


def test_two_groups_that_claim_one_name_both_go_without(nation: Nation) -> None:
    nation.group("first", "former_slugs: [riverside]")
    nation.group("second", "former_slugs: [riverside]")

    nation.build()

    assert not (nation.output / "groups" / "riverside").exists()


HREFS = st.lists(
    st.sampled_from(
        ["/", "..", ".", "groups", "riverside", "hilltop", "news", "a", "index.html", "\\", "%2e%2e", "\0", "C:", "é",
         "~", "_headers", ".htaccess", " ", "\n", "//", "a..b", "-", "x" * 300]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(href=HREFS, owner=st.sampled_from([NATION, "riverside"]))
def test_an_output_path_never_leaves_its_owners_prefix(href: str, owner: str) -> None:
    try:
        path = OutputPath.of(owner, href).text
    except PathOutside:
        return
    assert path.startswith(f"groups/{owner}/" if owner else "")
    assert ".." not in path
    assert not path.startswith("/")
    assert not set("\\\0\n%: ") & set(path)


@pytest.mark.parametrize("name", ["_headers", "_redirects", "groups/riverside/_headers", ".htaccess"])
def test_a_group_cannot_tell_the_host_what_to_do(name: str) -> None:
    with pytest.raises(PathOutside):
        OutputPath.of("riverside", f"/{name}")
