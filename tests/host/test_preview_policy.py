"""What the preview adds to the site's policies: leave for its own script, and nothing else."""

import pytest
from markupsafe import escape

from localgroups.host.preview_policy import page_with_leave, with_leave
from localgroups.outputs.headers import PAGE_POLICY, SCRIPT_POLICY

OURS = "http://localhost:8000/_preview/"


@pytest.mark.parametrize(
    ("policy", "amended"),
    [
        ("default-src 'none'", f"default-src 'none'; script-src {OURS}; connect-src {OURS}"),
        ("default-src 'self'", f"default-src 'self'; script-src 'self' {OURS}; connect-src 'self' {OURS}"),
        (
            "script-src 'self'; connect-src 'none'; img-src *",
            f"script-src 'self' {OURS}; connect-src {OURS}; img-src *",
        ),
        (
            "script-src 'none'; script-src-elem 'self'",
            f"script-src 'none'; script-src-elem 'self' {OURS}",
        ),
        ("img-src 'self'; upgrade-insecure-requests", "img-src 'self'"),
        ("", ""),
    ],
)
def test_a_policy_gives_leave_to_the_previews_script_alone(policy: str, amended: str) -> None:
    assert with_leave(policy, OURS) == amended


def test_several_policies_in_one_header_stay_several() -> None:
    assert with_leave("img-src 'self', default-src 'none'", OURS).count(",") == 1


def test_what_a_page_may_not_do_in_public_it_may_not_do_in_the_preview() -> None:
    page = f'<meta http-equiv="Content-Security-Policy" content="{escape(PAGE_POLICY)}">'
    amended = page_with_leave(page, OURS)
    assert "default-src &#x27;none&#x27;; " in amended
    assert f"script-src {OURS}; connect-src {OURS}" in amended
    script_page = f'<meta http-equiv="Content-Security-Policy" content="{escape(SCRIPT_POLICY)}">'
    assert f"script-src &#x27;self&#x27; {OURS}; connect-src {OURS}" in page_with_leave(script_page, OURS)


def test_a_page_without_a_policy_stays_as_it_is() -> None:
    assert page_with_leave("<p>content=\"default-src 'none'\"</p>", OURS) == "<p>content=\"default-src 'none'\"</p>"
