"""What is kept of a part is read line by line, and what is not whole is not there."""

from datetime import date
from pathlib import Path

import pytest

from localgroups.engine.ledger import GroupLine
from localgroups.engine.shards import LostShard, Shards, TextShard
from localgroups.engine.texts import Texts
from localgroups.model.html import SafeHtml
from localgroups.model.values import key_of, replace
from outputs.samples import NEWS


def test_each_line_is_a_value_and_beyond_the_last_there_is_none(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", ["one"], {"two": "a\nb"}, []).name

    assert shards.get(name, 0, list[str]) == ["one"]
    assert shards.get(name, 1, dict[str, str]) == {"two": "a\nb"}
    assert shards.get(name, 2, list[str]) == []
    assert shards.get(name, 3, list[str]) is None
    assert shards.get(name, 1, list[str]) is None, "something else stands there"


def test_what_groups_have_by_the_thousand_is_kept_without_the_names_of_its_fields(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", NEWS).name

    assert shards.get(name, 0, type(NEWS)) == NEWS
    assert b'"title"' not in (tmp_path / name).read_bytes()


def test_each_value_that_was_put_has_a_key_of_its_own(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    first, second = shards.put("riverside", ["one"], ["two"]), shards.put("riverside", ["one"], ["other"])

    assert first.keys[0] == second.keys[0]
    assert first.keys[1] != second.keys[1]
    assert first.name != second.name


def test_what_is_not_whole_is_not_there(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", ["one"], ["two"]).name
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1])

    assert shards.open(name, 0, 1) is None
    assert shards.get(name, 0, list[str]) == ["one"], "nothing of it is missing"
    assert shards.open("", 0) is None
    with pytest.raises(LostShard):
        shards.need(name, 1, list[str])


def test_some_values_are_read_at_once_and_others_need_not_be_whole_for_it(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", ["one"], ["a\nb"], ["three"]).name
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes().replace(b"one", b"two"))

    opened = shards.open(name, 1, 2)

    assert opened is not None
    assert (opened.get(1, list[str]), opened.get(2, list[str])) == (["a\nb"], ["three"])
    assert opened.get(0, list[str]) is None, "nobody asked for it"
    assert shards.open(name, 0) is None


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"[]",
        b"[1]",
        b"no JSON",
        b'[["abc",-5]]',
        b'[["abc",9000000000000000000000000]]',
        b'[["abc",9223372036854775807]]',
        b'[["abc",-9223372036854775807],["abc",3]]',
        b'[["' + b"a" * 5000 + b'",1]]',
    ],
)
def test_a_head_that_somebody_made_up_does_no_harm(tmp_path: Path, head: bytes) -> None:
    name = f"riverside.{key_of(head)}"
    (tmp_path / name).write_bytes(head + b"\n[1]")

    assert Shards(tmp_path).get(name, 0, list[int]) is None
    assert Shards(tmp_path).get(name, 1, list[int]) is None


def test_a_folder_in_its_place_is_no_shard(tmp_path: Path) -> None:
    (tmp_path / "riverside.abc").mkdir()

    assert Shards(tmp_path).open("riverside.abc", 0) is None


def test_texts_of_a_group_are_read_once_and_one_that_is_missing_is_said(tmp_path: Path) -> None:
    shards, other = Shards(tmp_path), replace(NEWS, stem="other", name="other")
    text = SafeHtml("<p>Saved.</p>")
    name = shards.put("riverside", None, None, TextShard({NEWS.identity: text, other.identity: text})).name
    texts = Texts(shards, {"riverside": GroupLine(slug="riverside", looks="", contents="", turn=date.max, shard=name)})

    assert texts(NEWS) == text
    (tmp_path / name).unlink()
    assert texts(other) == text
    for line in (replace(NEWS, name="gone"), replace(NEWS, owner=replace(NEWS.owner, slug="gone"), name="x")):
        with pytest.raises(LostShard):
            texts(line)
