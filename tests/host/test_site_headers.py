"""The site's own rules for headers, as the preview reads them."""

from pathlib import Path

from localgroups.host.site_headers import SiteHeaders
from localgroups.outputs.headers import EVERYWHERE, FEED_TYPE, FRAMED, headers_file

OURS = SiteHeaders.read(headers_file("").data.decode())


def test_every_path_gets_what_is_meant_for_all() -> None:
    assert dict(OURS.for_path("/groups/riverside/")) == EVERYWHERE


def test_a_page_for_frames_gets_the_headers_of_both_rules() -> None:
    policies = [value for name, value in OURS.for_path("/groups/riverside/embed/") if name == "Content-Security-Policy"]
    assert policies == [EVERYWHERE["Content-Security-Policy"], *FRAMED.values()]


def test_an_ending_is_found_in_any_folder() -> None:
    for path in ("/feed.rss", "/groups/riverside/feed.rss"):
        assert ("Content-Type", FEED_TYPE) in OURS.for_path(path)
    assert dict(OURS.for_path("/feed.rssx")) == EVERYWHERE


def test_a_name_in_a_pattern_stands_for_one_folder() -> None:
    rules = SiteHeaders.read("/groups/:one/x\n  A: b\n")
    assert rules.for_path("/groups/riverside/x") == (("A", "b"),)
    assert rules.for_path("/groups/riverside/more/x") == ()


def test_remarks_and_odd_lines_are_passed_over() -> None:
    text = "# for all\n  Early: no\n/*\n  # a remark: with a colon\n  nothing\n  ! Taken-Away\n  A: b: c\n"
    assert SiteHeaders.read(text).for_path("/") == (("A", "b: c"),)


def test_a_site_without_the_file_has_no_rules(tmp_path: Path) -> None:
    assert SiteHeaders.of(tmp_path).for_path("/") == ()
    (tmp_path / "_headers").write_bytes(b"\xff\xfe")
    assert SiteHeaders.of(tmp_path).for_path("/") == ()
