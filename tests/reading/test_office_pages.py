"""The national office's own pages are looked at before anything is published."""

from pathlib import Path

from localgroups.reading.office_pages import check_pages

PAGE = "Title: About\n\nWho we are.\n"


def told(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [f"{one.span.path}:{one.span.line}:{one.span.column} {one.code}: {one.help}" for one in check_pages(folder)]


def test_a_good_page_is_well(tmp_path: Path) -> None:
    links = "[Join]({filename}join.md), [rules]({static}../documents/rules.pdf), [all](/groups/)"
    page = f"Title: About\nSlug: about\n\n{links}\n"
    good = {"pages/about.md": page, "pages/join.md": PAGE, "documents/rules.pdf": "x"}
    assert told(tmp_path, good) == []


def test_no_pages_are_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


def test_letters_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    found = told(tmp_path, {"pages/about.md": b"Title: About\n\nCaf\xe9\n"})
    assert [one.split(":")[:2] for one in found] == [["content/pages/about.md", "3"]]


def test_a_page_needs_a_title(tmp_path: Path) -> None:
    found = told(tmp_path, {"pages/about.md": "Who we are.\n"})
    help = 'Begin the file with a line like "Title: About us", then an empty line, then the text'
    assert found == [f"content/pages/about.md:1:1 page-unread: {help}"]


def test_two_pages_cannot_have_one_address(tmp_path: Path) -> None:
    found = told(tmp_path, {"pages/about.md": PAGE, "pages/us.md": "Title: Us\nSlug: about\n\nUs.\n"})
    assert [one.split(": ")[0] for one in found] == ["content/pages/us.md:2:1 page-address-taken"]


def test_a_page_cannot_have_an_address_of_the_site(tmp_path: Path) -> None:
    assert [one.split(": ")[0] for one in told(tmp_path, {"pages/groups.md": PAGE})] == [
        "content/pages/groups.md:1:1 address-taken"
    ]


def test_a_file_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    found = told(tmp_path, {"pages/about.md": PAGE + "\n[Join]({filename}jion.md)\n", "pages/join.md": PAGE})
    assert found == ["content/pages/about.md:5:8 file-not-there: Write: {filename}join.md"]


def test_an_address_without_its_beginning_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, {"pages/about.md": PAGE + "\n[x](www.example.org) `[y](www.example.org)`\n"})
    assert found == ["content/pages/about.md:5:5 link-without-scheme: Write: https://www.example.org"]
