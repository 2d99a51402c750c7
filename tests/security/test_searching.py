"""The page to search on, in a real browser: what is found is what was looked for, and words in it stay words."""

import json
import re
from html import unescape
from typing import Any

import pytest

from security import browser
from whole.nations import Nation

ATTACK = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
NAMES = {
    "leeds": "Leeds",
    "far": "Far Away",
    "angle": ATTACK,
    "quiet": "Größe & Mühe",
    "east": "مجموعة الشرق",
    "north-tokyo": "東京の集まり",
}
COVERS = {"leeds": "[LS1, LS6, Headingley]", "far": "[LS11, LS62]"}
BOARD = """<!doctype html><meta charset="utf-8"><title>board</title><body><pre id="told"></pre><script>
window.ran = [];
const told = {};
const pause = () => new Promise((done) => setTimeout(done, 20));
const frame = document.createElement("iframe");
frame.onload = async () => {
  if (told.started) return;
  told.started = true;
  const view = frame.contentWindow, page = frame.contentDocument;
  const $ = (id) => page.getElementById(id);
  for (const name of ["alert", "confirm", "prompt", "open"]) view[name] = () => window.ran.push(name);
  const said = $("search-said");
  const settled = async () => {
    for (let round = 0; round < 400; round++) {
      await pause();
      if (said.textContent && said.textContent !== said.dataset.busy && round > 10) return;
    }
  };
  const read = () => {
    const rows = (part) => [...page.querySelectorAll(`[data-part=${part}] li`)].map((row) => ({
      title: row.querySelector("a").textContent, href: new URL(row.querySelector("a").href).pathname,
      meta: row.querySelector(".meta").textContent, lang: row.querySelector("h3").lang,
      marks: [...row.querySelectorAll("mark")].map((one) => one.textContent),
    }));
    return {
      said: said.textContent, heads: rows("heads"), items: rows("items"), search: view.location.search,
      elements: page.querySelectorAll("img[src='x'], main script, [onerror]").length,
      back: $("search-back").hidden ? "" : $("search-back").textContent,
    };
  };
  const look = async (words) => {
    $("search-words").value = words;
    $("search-words").dispatchEvent(new view.Event("input"));
    await settled();
    return read();
  };
  await settled();
  told.fromLink = read();
  for (const [name, words] of Object.entries(ASKED)) told[name] = await look(words);
  await look("weekly news");
  page.querySelector("[data-part=items] [data-more]").click();
  told.more = { ...read(), focused: page.activeElement.textContent };
  await look("");
  const parts = [...page.querySelectorAll("[data-part]")];
  told.nothing = { said: said.textContent, shown: parts.filter((one) => !one.hidden).length };
  const resources = view.performance.getEntriesByType("resource").map((one) => one.name);
  told.elsewhere = resources.filter((one) => !one.startsWith(location.origin));
  told.ran = window.ran;
  document.getElementById("told").textContent = JSON.stringify(told);
};
frame.src = "/search/?q=" + encodeURIComponent("LS6 3AB");
document.body.append(frame);
</script></body>"""
ASKED = {
    "joined": "ls63ab",
    "other": "LS1",
    "place": "headingley",
    "folded": "GROSSE muhe",
    "attack": "onerror alert",
    "arabic": "مجموعة",
    "japanese": "東京",
    "order": "assembly",
    "repeats": "reading circle",
    "none": "nobody wrote this",
    "states": "cancelled",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if browser.CHROMIUM is None:
        pytest.skip("no Chromium here")
    nation = Nation(tmp_path_factory.mktemp("searching") / "nation")
    for slug, name in NAMES.items():
        fields = f"name: {json.dumps(name, ensure_ascii=False)}\nregion: north\n"
        nation.write(f"groups/{slug}/group.yaml", fields + (f"covers: {COVERS[slug]}\n" if slug in COVERS else ""))
    # The browser has a clock of its own: what is to come is far ahead of it, what is over far behind.
    nation.today = "2026-11-22"
    nation.meeting("leeds", "next", "title: Assembly in the hall\nstarts: 2098-12-03 19:00")
    nation.meeting("leeds", "later", "title: Assembly later\nstarts: 2099-01-07 19:00")
    nation.meeting("leeds", "past", "title: Assembly of old\nstarts: 2019-01-07 19:00")
    nation.meeting("leeds", "off", "title: Walk\nstarts: 2098-12-04 19:00\nstatus: cancelled")
    nation.meeting(
        "far", "circle", "title: Reading circle\nstarts: 2026-12-03 19:00\nrepeats: every week\nuntil: 2027-05-01"
    )
    nation.news("leeds", "2020-05-01-report", "title: A report\nsummary: From the assembly")
    nation.news("leeds", "2020-06-01-assembly", "title: Assembly in the paper")
    nation.news("angle", "2020-05-02-attack", f"title: {json.dumps(ATTACK)}\nsummary: {json.dumps(ATTACK)}")
    nation.news("far", "2020-07-01-cy", "title: Cynulliad assembly\nlanguage: cy")
    for number in range(1, 28):
        nation.news("far", f"2021-01-{number:02d}-weekly", f"title: Weekly news {number}")
    assert nation.build() == 0, nation.printed
    board = BOARD.replace("ASKED", json.dumps(ASKED, ensure_ascii=False))
    shown, complaints = browser.opened(nation.output, board, tmp_path_factory.mktemp("profile"))
    found = re.search(r'<pre id="told">(.+?)</pre>', shown, re.DOTALL)
    assert found, complaints
    answers: dict[str, Any] = json.loads(unescape(found[1]))
    return answers


def titles(rows: list[dict[str, str]]) -> list[str]:
    return [one["title"] for one in rows]


def test_a_postcode_finds_the_group_that_covers_it_and_its_meetings_to_come(told: dict[str, Any]) -> None:
    for name in ("fromLink", "joined"):
        assert titles(told[name]["heads"]) == ["Leeds"], name
        assert sorted(titles(told[name]["items"])) == ["Assembly in the hall", "Assembly later", "Walk"], name
    assert titles(told["other"]["heads"]) == ["Leeds"], "LS1 is not LS11"
    assert titles(told["place"]["heads"]) == ["Leeds"]
    assert told["place"]["search"] == "?q=headingley"


def test_what_is_found_leads_where_it_stands(told: dict[str, Any]) -> None:
    assert told["fromLink"]["heads"][0]["href"] == "/groups/leeds/"
    assert {one["href"] for one in told["fromLink"]["items"]} == {
        f"/groups/leeds/meetings/{name}/" for name in ("next", "later", "off")
    }


def test_titles_come_first_then_what_is_to_come_then_what_is_newest(told: dict[str, Any]) -> None:
    assert titles(told["order"]["items"]) == [
        "Assembly in the hall",
        "Assembly later",
        "Cynulliad assembly",
        "Assembly in the paper",
        "Assembly of old",
        "A report",
    ]
    assert told["order"]["items"][0]["meta"] == "Meeting · Wednesday 3 December 2098 · Leeds"
    assert told["order"]["items"][2]["lang"] == "cy"
    assert told["order"]["items"][0]["marks"] == ["Assembly"]
    assert told["order"]["said"] == "6 found"


def test_what_repeats_is_there_once(told: dict[str, Any]) -> None:
    (circle,) = told["repeats"]["items"]
    assert "and other dates" in circle["meta"]


def test_accents_and_capitals_do_not_matter_and_all_scripts_are_found(told: dict[str, Any]) -> None:
    assert titles(told["folded"]["heads"]) == [NAMES["quiet"]]
    assert told["folded"]["heads"][0]["marks"] == ["Größe", "Mühe"]
    assert titles(told["arabic"]["heads"]) == [NAMES["east"]]
    assert titles(told["japanese"]["heads"]) == [NAMES["north-tokyo"]]


def test_words_stay_words(told: dict[str, Any]) -> None:
    assert told["ran"] == []
    assert titles(told["attack"]["heads"]) == [ATTACK]
    assert titles(told["attack"]["items"]) == [ATTACK]
    assert told["attack"]["elements"] == 0


def test_nothing_is_asked_of_anybody_else(told: dict[str, Any]) -> None:
    assert told["elsewhere"] == []


def test_more_is_shown_when_asked_for_and_the_keyboard_goes_on_there(told: dict[str, Any]) -> None:
    assert len(told["more"]["items"]) == 27
    assert told["more"]["focused"] == told["more"]["items"][20]["title"]


def test_nothing_found_is_said(told: dict[str, Any]) -> None:
    assert told["none"]["said"] == "Nothing found that has all of these words"
    assert told["none"]["items"] == told["none"]["heads"] == []
    assert told["nothing"] == {"said": "", "shown": 0}


def test_a_state_is_found_too(told: dict[str, Any]) -> None:
    assert titles(told["states"]["items"]) == ["Walk"]
