"""Addresses on the web: what is let through, and what is mended."""

import pytest

from localgroups.reading.addresses import PathRule, read_email, read_phone, read_url
from localgroups.reading.faults import Fault


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org", "https://example.org"),
        (" https://example.org/a?b=c&d=e#f ", "https://example.org/a?b=c&d=e#f"),
        ("HTTP://example.org:8080/x", "http://example.org:8080/x"),
        ("https://example.org/caf%C3%A9", "https://example.org/caf%C3%A9"),
        ("https://example.org/café", "https://example.org/caf%C3%A9"),
        ("https://bücher.example.org/", "https://xn--bcher-kva.example.org/"),
        ("mailto:hello@example.org?subject=Hi", "mailto:hello@example.org?subject=Hi"),
        ("tel:+44-1632-960001", "tel:+44-1632-960001"),
    ],
)
def test_an_address_with_one_of_the_four_schemes_is_taken(text: str, url: str) -> None:
    assert read_url(text) == url


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("javascript:alert(1)", "link-scheme"),
        ("JaVaScRiPt:alert(1)", "link-scheme"),
        ("data:text/html,x", "link-scheme"),
        ("vbscript:x", "link-scheme"),
        ("file:///etc/passwd", "own-computer"),
        ("ftp://example.org", "link-scheme"),
        ("www.example.org", "link-without-scheme"),
        ("example.org/page", "link-without-scheme"),
        ("example.org:8080/page", "link-without-scheme"),
        ("//example.org", "link-without-scheme"),
        ("hello@example.org", "link-without-scheme"),
        ("https://", "broken-link"),
        ("https:/example.org", "broken-link"),
        ("https:example.org", "broken-link"),
        ("https:///example.org", "broken-link"),
        ("https://exa mple.org", "broken-link"),
        ("https://example.org/\x01", "broken-link"),
        ("https://example.org/<script>", "broken-link"),
        ("https://[::1", "broken-link"),
        ("https://example.org:port/", "broken-link"),
        ("mailto:nobody", "not-an-email"),
        ("tel:call-me", "not-a-phone-number"),
        ("at the door", "broken-link"),
        ("", "broken-link"),
        ("/join/", "broken-link"),
        ("https://example.org/" + "x" * 3000, "broken-link"),
    ],
)
def test_every_other_address_is_refused(text: str, code: str) -> None:
    fault = read_url(text)
    assert isinstance(fault, Fault)
    assert fault.code == code


def test_a_path_is_taken_where_the_rule_lets_it() -> None:
    assert read_url("/join/", PathRule.SITE) == "/join/"
    assert read_url("documents/form.pdf", PathRule.OWN_FILE) == "documents/form.pdf"
    assert isinstance(read_url("documents/form.pdf"), Fault)
    assert isinstance(read_url("/a/../../b", PathRule.SITE), Fault)
    assert isinstance(read_url("//example.org", PathRule.SITE), Fault)


def test_e_mail_and_telephone_are_read() -> None:
    assert read_email("mailto:hello@example.org") == "hello@example.org"
    assert read_phone("+44 (0)1632  960 001") == "+44 (0)1632 960 001"
    assert isinstance(read_email("a@b"), Fault)
    assert isinstance(read_email("a b@example.org"), Fault)
    assert isinstance(read_phone("<script>"), Fault)
