"""What browsers are told that pages may do."""

from localgroups.outputs.headers import FILE, HOST_POLICY, PAGE_POLICY, headers_file


def directives(policy: str) -> dict[str, str]:
    return dict(one.split(" ", 1) if " " in one else (one, "") for one in policy.split("; "))


def test_a_page_loads_from_its_own_site_alone_and_runs_nothing_that_stands_in_it() -> None:
    found = directives(PAGE_POLICY)

    assert found["default-src"] == "'none'"
    assert found["script-src"] == found["style-src"] == found["img-src"] == "'self'"
    assert found["base-uri"] == "'none'"
    assert not [one for one in ("unsafe", "*", "data:", "http:", "https:", "blob:") if one in PAGE_POLICY]


def test_the_host_says_the_same_and_what_a_page_cannot_say_of_itself() -> None:
    page, host = directives(PAGE_POLICY), directives(HOST_POLICY)

    assert page.items() <= host.items()
    assert host["frame-ancestors"] == "'none'"
    assert "frame-ancestors" not in page, "browsers take no notice of it in a page"


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
