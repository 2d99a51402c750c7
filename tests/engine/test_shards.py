"""What is kept of a part is read line by line, and what is not whole is not there."""

from datetime import date
from pathlib import Path

import pytest

from localgroups.engine.ledger import GroupLine
from localgroups.engine.shards import LostShard, Shards, TextShard
from localgroups.engine.texts import Texts
from localgroups.model.html import SafeHtml
from localgroups.model.values import replace
from outputs.samples import NEWS


def test_each_line_is_a_value_and_beyond_the_last_there_is_none(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", ["one"], {"two": "a\nb"}, [])

    assert shards.get(name, 0, list[str]) == ["one"]
    assert shards.get(name, 1, dict[str, str]) == {"two": "a\nb"}
    assert shards.get(name, 2, list[str]) == []
    assert shards.get(name, 3, list[str]) is None
    assert shards.get(name, 1, list[str]) is None, "something else stands there"


def test_what_is_not_whole_is_not_there(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    name = shards.put("riverside", ["one"], ["two"])
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1])

    assert shards.open(name) is None
    assert shards.open("") is None
    with pytest.raises(LostShard):
        shards.need(name, 0, list[str])


def test_texts_of_a_group_are_read_once_and_one_that_is_missing_is_said(tmp_path: Path) -> None:
    shards, other = Shards(tmp_path), replace(NEWS, stem="other", name="other")
    text = SafeHtml("<p>Saved.</p>")
    name = shards.put("riverside", None, None, TextShard({NEWS.identity: text, other.identity: text}))
    texts = Texts(shards, {"riverside": GroupLine(slug="riverside", looks="", contents="", turn=date.max, shard=name)})

    assert texts(NEWS) == text
    (tmp_path / name).unlink()
    assert texts(other) == text
    for line in (replace(NEWS, name="gone"), replace(NEWS, owner=replace(NEWS.owner, slug="gone"), name="x")):
        with pytest.raises(LostShard):
            texts(line)
