"""Every group has a desk page, and it tells its writers what they need and nobody what is not public."""

from whole.nations import Nation

BAD = "title: Canvass\nstarts: 31 November 2026 10:00"


def test_a_good_group_is_told_that_all_is_well_and_how_its_dates_are_read(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "2026-12-01-social", "title: Social\nstarts: 1 December 2026, 7pm")
    nation.meeting("riverside", "2026-12-24-secret", "title: Surprise\nstarts: 2026-12-24 19:00\nstatus: draft")
    assert nation.build() == 0
    desk = nation.page("/desk/riverside/")
    assert "All is well" in desk
    assert "Tuesday 1 December 2026, 7pm" in desk
    assert "1 draft is kept back." in desk
    assert "Surprise" not in desk
    assert "secret" not in desk
    assert "webcal://nation.example.org/groups/riverside/events.ics" in desk


def test_a_broken_file_is_told_with_its_line_and_cure_and_every_word_as_text(nation: Nation) -> None:
    nation.group("riverside")
    nation.meeting("riverside", "2026-12-01-bad", f"{BAD}  # <script>alert(1)</script>")
    assert nation.build() == 3
    desk = nation.page("/desk/riverside/")
    assert "<mark>31 November 2026 10:00</mark>" in desk
    assert "November has 30 days" in desk
    assert "# &lt;script&gt;alert(1)&lt;/script&gt;" in desk
    assert "<script>alert" not in desk
    assert 'since <time datetime="2026-11-22">22 November 2026</time>' in desk


def test_a_group_that_never_was_good_is_told_why_it_has_no_page(nation: Nation) -> None:
    nation.group("riverside")
    nation.write("groups/hillside/group.yaml", "name: [Hillside\n")
    assert nation.build() == 3
    desk = nation.page("/desk/hillside/")
    assert "Desk of hillside" in desk
    assert "group.yaml cannot be used" in desk
    assert not (nation.output / "groups/hillside").exists()


def test_a_refused_claim_is_told_at_the_desk_too(nation: Nation) -> None:
    nation.group("riverside", "former_slugs: [hillside]\n")
    nation.group("hillside")
    assert nation.build() == 3
    assert "there is a group of that name today" in nation.page("/desk/riverside/")
    assert "All is well" in nation.page("/desk/hillside/")


def test_desks_are_left_out_of_search_and_led_to_by_the_group_alone(nation: Nation) -> None:
    nation.group("riverside")
    nation.build()
    assert '<meta name="robots" content="noindex">' in nation.page("/desk/riverside/")
    assert "/desk/" not in nation.page("/sitemap.xml")
    linking = [path for path, data in nation.tree().items() if b"/desk/riverside/" in data]
    assert linking == ["desk/riverside/index.html", "groups/riverside/index.html"]


def test_a_note_and_an_unknown_field_stay_private(nation: Nation) -> None:
    nation.group("riverside", "x-keys: with the caretaker\nzzzz: under the mat\n")
    nation.build()
    assert b"caretaker" not in b"".join(nation.tree().values())
    assert b"under the mat" not in b"".join(nation.tree().values())
