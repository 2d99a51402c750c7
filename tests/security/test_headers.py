"""What browsers are told that pages may do."""

from localgroups.outputs.headers import (
    EMBED_POLICY,
    EVERYWHERE,
    FILE,
    HOST_POLICY,
    PAGE_POLICY,
    SCRIPT_POLICY,
    headers_file,
)


def directives(policy: str) -> dict[str, str]:
    return dict(one.split(" ", 1) if " " in one else (one, "") for one in policy.split("; "))


def rules(base: str) -> dict[str, str]:
    """The rules of the file by their paths."""
    return {rule.split("\n")[0]: rule for rule in headers_file(base).data.decode().split("\n\n")}


def test_a_page_loads_from_its_own_site_alone_and_runs_nothing_that_stands_in_it() -> None:
    found = directives(PAGE_POLICY)

    assert found["default-src"] == "'none'"
    assert found["style-src"] == found["img-src"] == "'self'"
    assert found["base-uri"] == "'none'"
    assert not {"script-src", "connect-src"} & set(found), "what is not named is forbidden"
    assert not [one for one in ("unsafe", "*", "data:", "http:", "https:", "blob:") if one in PAGE_POLICY]


def test_a_page_with_a_script_runs_files_of_its_own_site_and_asks_nobody() -> None:
    assert directives(SCRIPT_POLICY) == {**directives(PAGE_POLICY), "script-src": "'self'"}
    assert directives(SCRIPT_POLICY).items() <= directives(HOST_POLICY).items()


def test_feeds_are_sent_as_the_xml_that_browsers_show_with_a_style_sheet() -> None:
    rules = {rule.split("\n")[0]: rule for rule in headers_file("/base").data.decode().split("\n\n")}

    assert all("Content-Type: application/xml" in rules[path] for path in ("/base/*.rss", "/base/*.atom"))


def test_the_host_says_the_same_and_what_a_page_cannot_say_of_itself() -> None:
    page, host = directives(PAGE_POLICY), directives(HOST_POLICY)

    assert page.items() <= host.items()
    assert "frame-ancestors" not in page, "browsers take no notice of it in a page"
    assert EVERYWHERE["X-Frame-Options"] == "DENY"
    assert "frame-ancestors" not in host, "hosts send the policies of all rules that fit: this one could not be undone"


def test_a_page_for_frames_runs_nothing_and_it_alone_may_be_framed() -> None:
    found = directives(EMBED_POLICY)

    assert found["default-src"] == "'none'"
    assert "script-src" not in found
    assert "connect-src" not in found
    assert [path for path, rule in rules("").items() if "frame-ancestors *" in rule] == ["/groups/:group/embed/*"]


def test_the_file_for_the_host_has_a_rule_for_all_and_lets_feeds_be_read_elsewhere() -> None:
    artifact = headers_file("")
    rules = {rule.split("\n")[0]: rule for rule in artifact.data.decode().split("\n\n")}

    assert artifact.path.text == FILE
    assert "X-Content-Type-Options: nosniff" in rules["/*"]
    assert "Access-Control-Allow-Origin" not in rules["/*"]
    assert all("Access-Control-Allow-Origin: *" in rules[path] for path in ("/*.rss", "/*.ics", "/api/*"))
    assert all(line.startswith(("/", "  ")) or not line for line in artifact.data.decode().split("\n"))


def test_a_site_below_a_path_names_its_path() -> None:
    assert headers_file("/site").data.decode().startswith("/site/*\n")
