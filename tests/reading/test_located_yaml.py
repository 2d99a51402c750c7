"""Fields are read as the texts that were typed, with their places."""

import pytest

from localgroups.reading.faults import FileFaults
from localgroups.reading.nodes import Mapping, Node, Sequence, Text, node_at
from localgroups.reading.validation import plain
from localgroups.reading.written_fields import read_fields


def read(text: str, line: int = 1) -> tuple[Node | None, FileFaults]:
    faults = FileFaults("groups/riverside/group.yaml")
    return read_fields(text, line, faults), faults


@pytest.mark.parametrize(
    "text", ["19:30", "no", "07700", "1e3", "0x1F", "2026-12-03", "~", "null", "yes", "1_000", "=", ".inf"]
)
def test_every_value_is_the_text_that_was_typed(text: str) -> None:
    node, faults = read(f"field: {text}\n")
    assert node is not None
    assert plain(node) == {"field": text}
    assert faults.found == []


def test_places_count_from_the_line_where_the_fields_begin_in_their_file() -> None:
    node, _ = read("title: Bread\nwhere: {name: Hall}\n", line=2)
    assert node is not None
    place = node_at(node, ("where", "name"))
    assert isinstance(place, Text)
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 15, 3, 19)


def test_places_count_characters_and_not_bytes() -> None:
    node, _ = read("where: {name: Café 👋, town: Ōtaki}\n")
    assert node is not None
    town = node_at(node, ("where", "town"))
    assert isinstance(town, Text)
    assert town.column == "where: {name: Café 👋, town: Ōtaki}".index("Ōtaki") + 1


def test_line_ends_that_only_yaml_knows_do_not_shift_the_lines_below() -> None:
    node, faults = read("title: a\u2028b\nstarts: c\u0085d\nends: e\n")
    assert faults.found == []
    assert isinstance(node, Mapping)
    assert [key.line for key, _ in node.entries] == [1, 2, 3]


def test_lists_and_fields_keep_their_order() -> None:
    node, _ = read("- {b: 1, a: 2}\n- c\n")
    assert isinstance(node, Sequence)
    assert plain(node) == [{"b": "1", "a": "2"}, "c"]
    assert list(plain(node.items[0])) == ["b", "a"]


def test_the_first_of_two_equal_fields_is_kept_and_the_second_reported() -> None:
    node, faults = read("title: a\ntitle: b\n")
    assert node is not None
    assert plain(node) == {"title": "a"}
    assert [(one.code, one.span.line) for one in faults.found] == [("duplicate-key", 2)]


def test_slips_are_all_found_in_one_run() -> None:
    _, faults = read('title: a: b\ncost:free\nsummary: "open\nname: *x y\n')
    assert [one.code for one in faults.found] == ["unquoted-colon", "missing-space", "unclosed-quote", "special-start"]


def test_nesting_has_a_limit() -> None:
    for text in ("a: " + "[" * 5000, "- " * 5000, "a: " + "{a: " * 5000):
        node, faults = read(text)
        assert node is None
        assert faults.has_errors


def test_a_bomb_of_aliases_is_refused_and_not_unfolded() -> None:
    lines = ["a0: &a0 [x, x, x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    node, faults = read("\n".join(lines))
    assert {one.code for one in faults.found} <= {"anchor", "alias", "too-many-slips"}
    assert len(str(node)) < 100_000


def test_an_empty_text_has_no_fields() -> None:
    assert read("")[0] is None
    assert read("# only a remark\n")[0] is None


def test_rules_of_front_matter_around_a_file_of_fields_do_no_harm() -> None:
    node, faults = read("---\nname: Riverside\n---\n")
    assert node is not None
    assert plain(node) == {"name": "Riverside"}
    assert faults.found == []
