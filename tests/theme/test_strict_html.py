"""The strict reader must see what it is there to see."""

import pytest

from theme.strict_html import read, read_page

FAULTY = {
    "<p>open": "never closed",
    "<p><b>x</p></b>": "where",
    '<i id="a"></i><i id="a"></i>': "twice",
    '<img src="/a.png" width="1" height="1">': "alt",
    '<p style="color: red">x</p>': "style=",
    '<p onclick="x()">x</p>': "onclick=",
    "<script>x</script>": "a script",
    '<img src="https://cdn.example.org/a.png" alt="" width="1" height="1">': "loads",
    '<img src="/a" srcset="/a 1x, //cdn.example.org/a 2x" alt="" width="1" height="1">': "loads",
    '<link rel="stylesheet" href="//cdn.example.org/a.css">': "loads",
    '<a href="">x</a>': "nowhere",
    "<p>a<ul><li>b</li></ul></p>": "inside <p>",
    "<ul><a>x</a></ul>": "directly in a list",
    '<a href="/a"><a href="/b">x</a></a>': "inside a link",
    "<nav></nav>": "without a name",
}


@pytest.mark.parametrize(("html", "said"), FAULTY.items())
def test_each_fault_is_seen(html: str, said: str) -> None:
    assert any(said in fault for fault in read(html).faults), read(html).faults


def test_good_html_has_no_fault() -> None:
    html = '<ul><li><a href="https://example.org/">out</a> <img src="/a.png" alt="" width="1" height="1"></li></ul>'
    assert read(html).faults == []


def test_a_page_has_one_h1_and_skips_no_level() -> None:
    assert read_page("<!doctype html><h1>a</h1><h2>b</h2>").faults == []
    assert read_page("<!doctype html><h1>a</h1><h1>b</h1>").faults == ["2 h1"]
    assert read_page("<!doctype html><h1>a</h1><h3>b</h3>").faults == ["h3 after h1"]
    assert read_page('<!doctype html><h1>a</h1><a href="#b">b</a>').faults == ["no element has the id 'b'"]
