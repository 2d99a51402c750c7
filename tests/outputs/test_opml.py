"""Lists of feeds are XML that every reader takes in, whatever a group is called."""

from xml.sax.saxutils import quoteattr

import pytest

from localgroups.outputs.opml import folder, opml


@pytest.mark.parametrize(
    "name", ["Riverside", "R & D", "a<b", "a>b", 'the "Mill"', "the miners' hall", "\"a\" 'b' &amp;", ""]
)
def test_a_name_is_quoted_as_xml_wants_it(name: str) -> None:
    assert f"<outline text={quoteattr(name)} title={quoteattr(name)}>" in opml("All", [folder(name, (), "")]).decode()
