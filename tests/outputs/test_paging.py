"""Long lists in pages whose addresses stay."""

import pytest

from localgroups.outputs.paging import portions


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 79, 80, 81, 200, 1000])
def test_every_entry_is_on_one_page_in_order(count: int) -> None:
    entries = list(range(count))

    pages = portions(entries, "/news/", 40)

    assert [one for page in pages for one in page.entries] == entries
    assert pages[0].path == "/news/"


def test_a_short_list_has_one_page_and_no_pager() -> None:
    (page,) = portions(range(79), "/news/", 40)

    assert page.pager("") is None


def test_pages_lead_to_one_another() -> None:
    pages = portions(range(130), "/news/", 40)

    assert [one.path for one in pages] == ["/news/", "/news/page/2/", "/news/page/1/"]
    assert [(one.newer, one.older) for one in pages] == [
        ("", "/news/page/2/"),
        ("/news/", "/news/page/1/"),
        ("/news/page/2/", ""),
    ]


def test_a_new_entry_changes_no_older_page() -> None:
    before = portions([*range(100)], "/news/", 40)
    after = portions(["new", *range(100)], "/news/", 40)

    assert [(one.path, one.entries) for one in before[1:]] == [(one.path, one.entries) for one in after[1:]]
