"""The one page with a script: what it puts together is what was chosen, and names in it stay names."""

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from typing import Any

import pytest

from security import browser
from whole.nations import Nation

NAMES = {
    "angle": '"><img src=x onerror=alert(1)><script>alert(2)</script>',
    "amp": "R&D &amp; ]]></outline><outline text='x'/> <!-- --",
    "quiet": "Größe & Mühe",
    "east": "مجموعة الشرق",
    "far": "Far",
}
REGIONS = """
- slug: land
  name: '<b onclick="alert(3)">Land</b>'
  regions:
    - {slug: north, name: North}
    - {slug: south, name: South}
- {slug: empty, name: Empty}
"""
BOARD = """<!doctype html><meta charset="utf-8"><title>board</title><body><pre id="told"></pre><script>
window.ran = [];
const frame = document.createElement("iframe");
const told = {};
frame.onload = async () => {
  if (told.started) return;
  told.started = true;
  const view = frame.contentWindow, page = frame.contentDocument;
  const $ = (id) => page.getElementById(id);
  for (const name of ["alert", "confirm", "prompt", "open"]) view[name] = () => window.ran.push(name);
  let file;
  view.URL.createObjectURL = (blob) => { file = blob; return "#kept"; };
  view.HTMLAnchorElement.prototype.click = () => {};
  const read = async () => {
    $("choose-file").click();
    const rows = [...page.querySelectorAll("#choose-calendars li")];
    return {
      opml: await file.text(),
      count: $("choose-count").textContent,
      link: $("choose-link").value.replace(/^[^#]*/, ""),
      hash: view.location.hash,
      rows: rows.map((row) => [row.querySelector("strong").textContent, row.querySelector("code").textContent]),
      ways: rows.map((row) => [...row.querySelectorAll("a")].map((one) => one.href)),
      elements: page.querySelectorAll("img[src='x'], [onclick], script:not([src])").length,
    };
  };
  told.fromLink = await read();
  for (const slug of ["angle", "amp", "quiet"]) page.querySelector(`[value="${slug}"]`).click();
  told.ticked = await read();
  page.querySelector('[value="land"]').click();
  told.whole = await read();
  $("choose-search").value = " MUHE";
  $("choose-search").dispatchEvent(new view.Event("input"));
  const boxes = [...page.querySelectorAll("input[name=groups]")];
  told.shown = boxes.filter((one) => one.offsetParent).map((one) => one.value);
  $("choose-none").click();
  told.none = [$("choose-count").textContent, view.location.hash, $("choose-link").value.includes("#")];
  told.ran = window.ran;
  document.getElementById("told").textContent = JSON.stringify(told);
};
frame.src = "/feeds/choose/#groups=east-before,gone&regions=nowhere";
document.body.append(frame);
</script></body>"""


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Nation:
    made = Nation(tmp_path_factory.mktemp("choosing") / "nation")
    made.write("content/regions.yaml", REGIONS)
    for slug, name in NAMES.items():
        region = "south" if slug == "far" else "north"
        fields = f"name: {json.dumps(name, ensure_ascii=False)}\nregion: {region}\n"
        fields += "former_slugs: [east-before]\n" if slug == "east" else ""
        made.write(f"groups/{slug}/group.yaml", fields)
    made.write("groups/over/group.yaml", "name: Over\nregion: north\nstatus: closed\n")
    assert made.build() == 0, made.printed
    return made


@pytest.fixture(scope="module")
def told(nation: Nation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if browser.CHROMIUM is None:
        pytest.skip("no Chromium here")
    shown, complaints = browser.opened(nation.output, BOARD, tmp_path_factory.mktemp("profile"))
    found = re.search(r'<pre id="told">(.+?)</pre>', shown, re.DOTALL)
    assert found, complaints
    answers: dict[str, Any] = json.loads(unescape(found[1]))
    return answers


def feeds(opml: str) -> dict[str, list[str]]:
    """Names of an OPML file's folders, and the feeds in each."""
    root = ET.fromstring(opml)  # noqa: S314  the page's own
    return {one.attrib["text"]: [inside.attrib["xmlUrl"] for inside in one] for one in root.findall("body/outline")}


def test_without_a_script_the_page_lists_every_address(nation: Nation) -> None:
    page = nation.page("/feeds/choose/")

    for slug in NAMES:
        assert f'href="https://nation.example.org/groups/{slug}/events.ics"' in page
        assert f'href="/groups/{slug}/feed.rss"' in page
    assert 'href="https://nation.example.org/regions/land/events.ics"' in page
    assert 'value="over"' not in page, "nothing follows from a closed group"
    assert 'value="empty"' not in page, "nothing to choose there"


def test_a_link_brings_a_choice_back_also_by_a_former_name(told: dict[str, Any]) -> None:
    assert [name for name, _ in told["fromLink"]["rows"]] == [NAMES["east"]]
    assert "not here any more" in told["fromLink"]["count"]


def test_names_stay_names(told: dict[str, Any]) -> None:
    assert told["ran"] == []
    assert told["ticked"]["elements"] == 0
    assert {name for name, _ in told["ticked"]["rows"]} == {NAMES[one] for one in ("angle", "amp", "quiet", "east")}


def test_one_file_holds_what_was_chosen(told: dict[str, Any]) -> None:
    found = feeds(told["ticked"]["opml"])

    assert found.keys() == {NAMES[one] for one in ("angle", "amp", "quiet", "east")}
    place = "https://nation.example.org/groups/quiet/"
    assert found[NAMES["quiet"]] == [f"{place}feed.rss", f"{place}events.rss"]


def test_the_link_keeps_the_choice(told: dict[str, Any]) -> None:
    assert told["ticked"]["link"] == told["ticked"]["hash"] == "#groups=angle,quiet,amp,east"


def test_a_region_that_is_chosen_whole_stands_for_its_groups(told: dict[str, Any]) -> None:
    assert told["whole"]["hash"] == "#regions=land"
    assert told["whole"]["rows"] == [
        ['<b onclick="alert(3)">Land</b>', "https://nation.example.org/regions/land/events.ics"]
    ]
    assert told["whole"]["ways"][0][0] == "webcal://nation.example.org/regions/land/events.ics"


def test_a_name_is_found_without_its_accents_and_capitals(told: dict[str, Any]) -> None:
    assert told["shown"] == ["quiet"]


def test_all_can_be_taken_back(told: dict[str, Any]) -> None:
    assert told["none"] == ["Nothing is chosen yet. Tick a group or a whole region.", "", False]
