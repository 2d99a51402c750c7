"""The corpora: the same bytes everywhere, and nothing in them that a check would refuse."""

from hashlib import sha256
from pathlib import Path

from bench import contenders, hugo_layout, our_layout, pelican_layout
from bench.corpus import GUARD, SHAPES, Corpus, Shape
from bench.scenarios import Scenario, edit
from localgroups.cli import main

SMALL = Corpus(Shape(3, 4, 2, 1))
DIGEST = "bbf591e3678a5540c243b91efb948dc97fbc730154d2d570ee424217f1d8a6f1"


def test_the_sizes_are_those_that_are_promised() -> None:
    assert sorted(SHAPES) == [3000, 10000, 50000]
    assert GUARD.items == 300


def test_a_corpus_is_the_same_on_every_machine() -> None:
    said = repr([(place, list(SMALL.items(place.slug))) for place in SMALL.places()])
    assert sha256(said.encode()).hexdigest() == DIGEST


def test_an_item_is_the_same_whatever_else_there_is() -> None:
    slug = next(SMALL.places()).slug
    more = {item.slug: item for item in Corpus(Shape(1, 9, 2, 1)).items(slug)}
    assert all(more[item.slug] == item for item in SMALL.items(slug))


def test_check_finds_no_fault_in_a_corpus(tmp_path: Path) -> None:
    our_layout.lay_out(SMALL, tmp_path / "nation", contenders.THEME)
    assert main(["check", "--source", str(tmp_path / "nation"), "--today", contenders.TODAY]) == 0


def test_every_edit_changes_the_file_that_it_is_about_each_time(tmp_path: Path) -> None:
    our_layout.lay_out(SMALL, tmp_path / "ours", contenders.THEME)
    hugo_layout.lay_out(SMALL, tmp_path / "hugo")
    pelican_layout.lay_out(SMALL, tmp_path / "pelican")
    for folder, one in (("ours", contenders.ours()), ("pelican", contenders.pelican())):
        item, template = tmp_path / folder / one.item_path(SMALL.oldest_news()), tmp_path / folder / one.template
        for scenario, file in ((Scenario.BODY, item), (Scenario.TITLE, item), (Scenario.THEME, template)):
            texts = [file.read_bytes()]
            for number in (1, 2):
                edit(scenario, item, template, number)
                texts.append(file.read_bytes())
            assert len(set(texts)) == 3
            assert len(texts[2]) == len(texts[1])  # the second edit takes the place of the first
    assert (tmp_path / "hugo" / hugo_layout.item_path(SMALL.oldest_news())).is_file()
