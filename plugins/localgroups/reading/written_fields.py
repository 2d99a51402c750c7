"""Fields as somebody wrote them, with the place of every word: in their usual form, or in any other that YAML has.

Apart from `located_yaml`, so that the YAML library is loaded where a text asks for it, which few do: it takes as long
as reading all files of a group.
"""

from localgroups.reading.faults import FileFaults
from localgroups.reading.nodes import Node
from localgroups.reading.usual_fields import read_usual_fields


def read_fields(text: str, first_line: int, faults: FileFaults) -> Node | None:
    """The nodes of a text that begins on `first_line` of its file; None where nothing can be read."""
    node = read_usual_fields(text, first_line)
    if node is not None:
        return node
    from localgroups.reading.located_yaml import parse_fields

    return parse_fields(text, first_line, faults)
